"""What somebody said before the first question, put where the form asks for it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow import rest
from bot.core.flow.answering import take
from bot.core.flow.asking import ask
from bot.core.flow.heard.another import BEGIN
from bot.core.flow.heard.settled import settled
from bot.core.flow.scene import Scene, ask_about, kind_of, look, part
from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.core.forms.questions import Ask, Flow, Question, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer, State
from bot.core.forms.world import World
from bot.core.forms.writing import clean, is_question, key_of
from bot.core.listening.cutting import without
from bot.core.listening.shapes import Act, Acts
from bot.core.stories.several import names_thing
from bot.core.understanding.complaints import complaints
from bot.core.understanding.own_age import names_age
from bot.core.understanding.where.hamlets import is_complaint, tells_something

#: Fewer words that nobody understands are no story.
FEWEST_WORDS = 3
_YOUNG, _NOTHING = "anak", "tidak_ada"  # acts
_SURELY = 0.95  # so sure has it to be that something is asked
_FEW, _HEAD = 9, 3  # words of a question that only asks; in front of a colon
_SHORT = 4  # words, of which half belong to a yes or a no
_CLAUSE = re.compile(r"[^.,;:!\n]+[.,;:!\n]*")
_WORD = re.compile(r"\w+")


def hear_first(flow: Flow, state: State, spoken: Sequence[Heard], world: World, alone: bool = False) -> State:
    """Pure: the state with photos and a point where they belong; the first voice and all typed words wait to be shown
    and asked about: *is this the story?*. Words that only do something (a greeting, a question) are none.

    A second voice is only offered (*Pakai yang tadi*) where it may belong. `alone`: without a yes there is no form.
    """
    shown = look(flow, state, world).shown  # a voice that agrees to be written down is asked for later, and no story
    stories = [one for one in shown if kind_of(one).story and one.key not in world.needless]
    if stories:
        state, tellings = _without_places(flow, state, _tellings(spoken, world), world)
        told = _tell(State(flow.key, state.draft), stories, [_put_right(one, world) for one in tellings], world)
        state = replace(state, before={**state.before, **told.before})
        for waits in told.before.values():
            state = rest.keep_voice(look(flow, state, world), waits.value["voice"], *waits.messages)
        if told.answers:
            answers = {key: answer.to_json() for key, answer in told.answers.items()}
            state = state.hold(first={"answers": answers, "alone": alone})
    for heard in spoken:
        if isinstance(heard, Sent) and heard.what != "voice":
            state = _place(flow, state, heard, world)
    return state


def meant(state: State) -> State:
    """Whoever says whose voice it is, or how its news may come, wants an usulan: a no to the words that began it ends
    no form, and loses nothing of that."""
    first = state.pending.get("first")
    return state.hold(first={**first, "alone": False}) if first else state


def _put_right(heard: Heard, world: World) -> Heard:
    """ "Yang lewat 30an eh 25 anak"; each turn makes the words fewer, else it is none."""
    found = settled(heard.text, world) if isinstance(heard, Typed) else None
    if not isinstance(heard, Typed) or found is None or len(found.text) >= len(heard.text):
        return heard
    return _put_right(replace(heard, text=found.text), world)


def _without_places(flow: Flow, state: State, told: Sequence[Heard], world: World) -> tuple[State, list[Heard]]:
    """ "Kec masalle desa mundan" says where, and is no story: the state with that, and what else was told."""
    left: list[Heard] = []
    for heard in told:
        scene = look(flow, state, world)
        if scene.open is not None and isinstance(heard, Typed) and _says_where(scene, scene.open, heard.text):
            state = take(scene, scene.open, heard).state
        else:
            left.append(heard)
    return state, left


def only_says_where(flow: Flow, state: State, spoken: Sequence[Heard], world: World) -> bool:
    """A place and nothing else: it answers the first question as if that had been asked."""
    scene = look(flow, state, world)
    where = spoken[0] if len(spoken) == 1 else None
    return scene.open is not None and isinstance(where, Typed) and _says_where(scene, scene.open, where.text)


def _says_where(scene: Scene, question: Question, text: str) -> bool:
    claims = kind_of(question).claims
    return claims is not None and claims(ask_about(scene, question), text)


def _tellings(spoken: Sequence[Heard], world: World) -> list[Heard]:
    """What of these words may be a story. A question that nobody could answer is none, unless there is nothing else."""
    told = [(one, _asks(one, world)) for heard in spoken if (one := _telling(heard, world))]
    return [one for one, asks in told if not asks] or [one for one, _ in told]


def _telling(heard: Heard, world: World) -> Heard | None:
    """Without a question that was asked and answered, and without what leads in; None when all of it does
    something."""
    if not isinstance(heard, Typed):
        return heard
    told = heard.text if world.ear is None else told_beside(world.ear.hear(heard.text, "consent"), heard.text, world)
    left = without_age(heard.text, world)
    if not told and names_age(heard.text, world.aging) and tells_something(left, world):
        told = left  # "… tidak ada sinyal, sy umur 15 boleh ji kah" sounds like a question as a whole
    told = without_age(without_lead(told, world), world)
    return replace(heard, text=told) if told else None


def _asks(heard: Heard, world: World) -> bool:
    """Whether it surely asks something, only what is not clear."""
    if not isinstance(heard, Typed) or world.ear is None:
        return False
    if _wonders(heard.text, world):
        return True
    if not is_question(heard.text, world, free=True):
        return False
    maybe = world.ear.hear(heard.text, "consent").maybe
    return bool(maybe) and maybe[0].name.startswith("tanya") and maybe[0].sure >= _SURELY


def _wonders(text: str, world: World) -> bool:
    """ "Uangnya kah keluar kalau lapor": the word that asks stands inside, and nothing is told."""
    words = _WORD.findall(text.lower())
    asks = len(words) <= _FEW and not world.asking_inside.isdisjoint(words)
    return asks and not tells_something(text, world) and not any(is_complaint(word, world) for word in words)


def without_age(text: str, world: World) -> str:
    """ "… putus, umur saya 15 kak boleh tidak": without the clauses that only tell how old somebody is, and ask whether
    they may: that was answered. All of it where nothing else would be left."""
    if world.ear is None or not names_age(text, world.aging):
        return text
    clauses = _CLAUSE.findall(text)
    kept = [one for one in clauses if not names_age(one, world.aging) or not _is_only(world.ear.hear(one, "consent"))]
    return "".join(kept).rstrip(" ,") if kept and len(kept) < len(clauses) else text


def _is_only(acts: Acts) -> bool:
    return [act.name for act in acts.done] == [_YOUNG] and not acts.left.strip()


def without_lead(text: str, world: World) -> str:
    """ "Setuju. Saya kepala dusun …": without the clauses in front that tell nothing; empty when none does."""
    clause = _CLAUSE.match(text)
    while clause and (words := _WORD.findall(clause[0].lower())) and world.leading_in.issuperset(words):
        if clause[0].rstrip().endswith(":"):
            break  # "saya: …, mama saya: …" says whose it is
        text = text[clause.end() :].lstrip()
        clause = _CLAUSE.match(text)
    return text if _WORD.search(text) else ""


def told_beside(acts: Acts, text: str, world: World) -> str:
    """What the text tells besides what it does: a fragment of a question, or a word or two that complain of nothing,
    tell nothing. All of it where it names what is proposed ("mau usul got depan lorong") and asks nothing."""
    if not acts.done or _proposes(acts, text, world):
        return text
    few = _is_only_said(acts.left, world)
    if not few and not acts.left.rstrip().endswith("?"):
        return _with_what_tells(acts, text, world)
    lacks = not acts.left.strip() and {act.name for act in acts.done} == {_NOTHING} and tells_something(text, world)
    return text if lacks else complaints(text, world)  # "wc tidak ada" answers nothing that was asked


def _is_only_said(left: str, world: World) -> bool:
    """A word or two, or an act as well ("makasih banyak pak", beside a question): nothing of it tells anything."""
    if tells_something(left, world):
        return False
    if len(left.split()) < FEWEST_WORDS or world.ear is None:
        return len(left.split()) < FEWEST_WORDS
    heard = world.ear.hear(left, "idle")
    return bool(heard.done) and not heard.left.strip(" .,;:!") and not names_thing(left, world.spellings.stories)


def is_told(text: str, world: World) -> bool:
    """Whether these words name a thing, tell something, or hold next to nothing of a yes or a no ("bawang murah
    sekali"): nothing but an act that is plain outweighs that."""
    words = key_of(text).split()
    if names_thing(text, world.spellings.stories) or tells_something(text, world):
        return True
    small = world.agreeing["ya"] | world.agreeing["iringan"] | world.oneself | world.nodding | world.words.keys()
    return sum(word in small for word in words) * 2 < len(words) <= _SHORT


def _with_what_tells(acts: Acts, text: str, world: World) -> str:
    """ "Mau usul pasar desa, atapnya terbang", "dua usulan kak: …", "sudah sy usul jembatan, mana? …": what does
    something and tells something, too, stays; what was only asked goes."""
    gone = [act.span for act in acts.done if not _tells(act, text, world)]
    return acts.left if len(gone) == len(acts.done) else without(gone, text)


def _tells(act: Act, text: str, world: World) -> bool:
    said = text[slice(*act.span)]
    if names_thing(said, world.spellings.stories):
        return True
    small = world.leading_in | world.own_matters["usulan"] | world.oneself | world.nodding
    return act.name == BEGIN and not small.issuperset(_WORD.findall(said.lower()))


def puts_forward(text: str, world: World) -> bool:
    """ "Usulan saya: perbaikan lapangan voli. Ralat: …": what stands behind it is told, and asks nothing."""
    head, colon, told = text.partition(":")
    words = _WORD.findall(head.lower())[-_HEAD:]
    usulan = not world.own_matters["usulan"].isdisjoint(words) and len(told.split()) >= FEWEST_WORDS
    return bool(colon) and usulan and "?" not in text


def _proposes(acts: Acts, text: str, world: World) -> bool:
    if puts_forward(text, world):
        return True
    begins = len(acts.left.split()) < FEWEST_WORDS and any(act.name == BEGIN for act in acts.done)
    return begins and names_thing(text, world.spellings.stories) and not is_question(text, world, free=False)


def _tell(state: State, stories: Sequence[Question], spoken: Sequence[Heard], world: World) -> State:
    voices = [heard for heard in spoken if isinstance(heard, Sent) and heard.what == "voice"]
    written = [
        (words_of(heard), heard.message) for heard in spoken if isinstance(heard, Typed | Sent) and words_of(heard)
    ]
    text, messages = "\n".join(words for words, _ in written), tuple(message for _, message in written)
    if voices:
        state = _give(state, stories[0], replace(voices[0], caption=text or None), messages, world)
        for question, voice in zip(stories[1:], voices[1:], strict=False):
            state = _offer(state, question, voice, world)
        return state
    if not text:
        return state
    return _give(state, stories[0], Typed(text, messages[0]), messages, world)


def _place(flow: Flow, state: State, heard: Sent, world: World) -> State:
    """A photo or a point: the first question that takes it."""
    scene = look(flow, state, world)
    for question in scene.shown:
        kind = kind_of(question)
        if heard.what not in kind.takes or (question.key in state.answers and not kind.gathers):
            continue
        before = state.answers.get(question.key)
        reading = kind.read(Ask(question, scene.values, world, before.value if before else None), heard)
        if isinstance(reading, Took):
            messages = (*(before.messages if before else ()), heard.message)
            return state.give(question.key, Answer(reading.value, messages, heard.album))
    return state


def _read(question: Question, heard: Typed | Sent, world: World) -> Any:
    reading = kind_of(question).read(Ask(question, {}, world), heard)
    return reading.value if isinstance(reading, Took) else None


def _give(state: State, question: Question, heard: Typed | Sent, also: Sequence[int], world: World) -> State:
    value = _read(question, heard, world)
    if value is None and isinstance(heard, Typed) and len(heard.text.split()) > 1:
        value = {"text": clean(heard.text)}  # few words, which are shown and asked about
    if value is None:
        return state
    messages = (heard.message, *(message for message in also if message != heard.message))
    return state.give(question.key, Answer(value, messages))


def offer_later(scene: Scene, heard: Sent) -> Step | None:
    """A voice where none is asked for is kept, and offered at the next question that takes one, where one is still to
    be asked and none waits there. None where it is none that may be kept."""
    first = scene.state.pending.get("first", {}).get("answers", ())
    told = {*scene.values, *scene.state.before, *scene.state.skipped, *first}
    able = (one for one in scene.shown if kind_of(one).story and one.key not in told)
    question = next(able, None)
    any_of = question or next((one for one in scene.flow.questions if kind_of(one).story), None)
    spoken = _read(any_of, heard, scene.world) if any_of is not None else None
    state = rest.keep_voice(scene, spoken["voice"], heard.message) if spoken else scene.state
    if state is scene.state:
        return None
    state = state if question is None else _offer(state, question, heard, scene.world)
    lead = Words("mesin.suara_disimpan_juga")
    if question is not None:
        lead = Words("mesin.suara_menunggu", {"judul": Words(part(scene, question, "judul"))})
    return Step(state, (ask(look(scene.flow, state, scene.world), lead),))


def _offer(state: State, question: Question, heard: Typed | Sent, world: World) -> State:
    value = _read(question, heard, world)
    if value is None:
        return state
    return replace(state, before={**state.before, question.key: Answer(value, (heard.message,))})
