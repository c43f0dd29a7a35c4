"""A story told where something else is asked: beside the place, by voice, or with words that have to be asked about
first. It is shown and asked about, and never lost."""

from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.asking import ask
from bot.core.flow.scene import Scene, ask_about, kind_of, look
from bot.core.flow.told.no_name import landmark_in, names_work, wants_thing
from bot.core.flow.told.no_wish import is_talk
from bot.core.flow.told.only_wished import told_at_last
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.questions import Ask, Question, Refused, Took, Unsure
from bot.core.forms.say import Step, Words
from bot.core.forms.state import BESIDE, Answer, State
from bot.core.forms.writing import begun_with, clean, is_question, key_of
from bot.core.listening.shapes import Acts
from bot.core.stories.counted import tells_count
from bot.core.stories.readings import told_in
from bot.core.stories.several import listed_in, names_thing, proposes
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.where.hamlets import is_complaint, tells_something
from bot.core.understanding.wished import is_wished, wish_in

#: So many words where one answer is asked for tell a story, if none was told yet …
_STORY_WORDS = 6
#: … and so many beside an answer, where they say nothing of the way to it ("dekat masjid raya").
_BESIDE_WORDS = 4
_ANGER, _BEGIN, _NOTHING, _LATER = "marah", "mulai", "tidak_ada", "nanti"  # acts
_FEWEST_NAMED = 2  # words that name a thing
_WHY = 3  # words of the shortest reason
_WISH_WORDS = 4  # among the first of which it is said what is to be done


def waits_as_wish(scene: Scene, heard: Typed) -> Step | None:
    """ "Dibangun jembatan beton", where the place is asked for: it is the answer once it is asked what is hoped for. A
    story may tell of a deed, too; a wish begins with it, and what is done to somebody is none."""
    wish = next((question for question in scene.shown if getattr(question.params, "wish", False)), None)
    if wish is None or wish.key in scene.values or wish is scene.asked:
        return None
    if not _begins_with_a_wish(scene, heard.text) and not _is_more_work(scene, heard.text):
        return None
    both = _story_and_wish(scene, wish, heard)
    if both is not None or _tells_what_is_wrong(scene, heard.text):
        return both
    now = look(scene.flow, rest.wait(scene.state, wish.key, heard.text, heard.message), scene.world)
    return Step(now.state, (ask(now, Words("mesin.harapan_disimpan")),))


def _story_and_wish(scene: Scene, wish: Question, heard: Typed) -> Step | None:
    """ "Ibu-ibu mau belajar menjahit ada 12 orang, minta mesin jahit": the whole is shown as the story, and what is
    asked for at its end waits for its question. None where there is no such end, or little before it."""
    told = wish_in(heard.text, scene.world)
    before = heard.text[: heard.text.rfind(told)] if told else ""
    if len(before.split()) < _STORY_WORDS:
        return None
    waiting = rest.wait(scene.state, wish.key, told, heard.message)
    return is_it_the_story(look(scene.flow, waiting, scene.world), heard)


def _tells_what_is_wrong(scene: Scene, text: str) -> bool:
    """ "Gagal panen terus karena irigasi jebol", before any story: a deed that comes behind what is told, and something
    that is wrong, are the story."""
    story = next((question for question in scene.shown if kind_of(question).story), None)
    if story is None or story.key in scene.values or not _complains(scene, text):
        return False
    polite = scene.world.nodding | scene.world.oneself | scene.world.wishing["iringan"] | scene.world.wishing["pembuka"]
    first = next((word for word in key_of(text).split() if word not in polite), "")
    return not is_wished(first, scene.world) and not wants_thing(text, scene.world)


def _is_more_work(scene: Scene, text: str) -> bool:
    """ "Sumur bor satu", where the place is asked for and the story is told: what it says is not how bad it is."""
    story = next((question for question in scene.shown if kind_of(question).story), None)
    told = story is not None and story.key in scene.values and not kind_of(scene.asked or story).story
    return told and len(text.split()) < _STORY_WORDS and names_work(scene, text) and not _complains(scene, text)


def wished_ahead(scene: Scene, heard: Typed) -> Step | None:
    """ "Ganti pipanya", where it is asked whether the place is the same: no other place, but "ganti dusunnya" is."""
    places = scene.world.wishing["tempat"]
    return waits_as_wish(scene, heard) if places.isdisjoint(key_of(heard.text).split()) else None


def _begins_with_a_wish(scene: Scene, text: str) -> bool:
    if not scene.world.wishing["luka"].isdisjoint(key_of(text).split()) or is_talk(text, scene.world):
        return False
    if wants_thing(text, scene.world):
        return True
    words = text.split()[:_WISH_WORDS]
    if not all(is_wished(told, scene.world) for told in (text, " ".join(words))):
        return False
    deed = next(at for at in range(1, len(words) + 1) if is_wished(" ".join(words[:at]), scene.world))
    if deed > 1 and tells_count(text, tongue_of(scene.world.spellings)):
        return False  # "yg lewat 27 anak tiap hari" says who does something
    return not _complains(scene, " ".join(words[:deed]))  # "banjir terus" is none


def is_it_the_story(scene: Scene, heard: Typed | Sent, fewest: int = _STORY_WORDS) -> Step | None:
    """None where no story is to be told, or was told already, and where these words are too few for one. A voice joins
    what was typed before it."""
    story = next((question for question in scene.shown if kind_of(question).story), None)
    if story is None or story.key in scene.values or rest.place_for(scene) is None:
        return told_at_last(scene, heard) if isinstance(heard, Typed) else None
    few = isinstance(heard, Typed) and len(heard.text.split()) < fewest
    if few and isinstance(heard, Typed) and not _tells(scene, heard.text):
        return None
    reading = kind_of(story).read(Ask(story, scene.values, scene.world), heard)
    before = scene.state.pending.get("first", {}).get("answers", {}).get(story.key, {})
    if not isinstance(reading, Took) or "voice" in before.get("value", {}):
        return None
    told = Answer({**before.get("value", {}), **reading.value}, (*before.get("messages", ()), heard.message)).to_json()
    now = look(scene.flow, scene.state.hold(first={"answers": {story.key: told}, "alone": False}), scene.world)
    return Step(now.state, (ask(now),))


def named_at_the_place(scene: Scene, heard: Typed) -> Step | None:
    """ "Mau usul lampu jalan", "pupuk mahal", where the place is asked for: what names a thing names no place."""
    asked = scene.asked
    if asked is None or scene.open is not asked or kind_of(asked).claims is None or "confirm" in scene.state.pending:
        return None
    if listed_in(heard.text, scene.world.spellings.stories) and names_thing(heard.text, scene.world.spellings.stories):
        return is_it_the_story(scene, heard)
    names, ear = names_thing(heard.text, scene.world.spellings.stories), scene.world.ear
    acts = {act.name for act in ear.hear(heard.text, "closed").done} if names and ear is not None else set()
    if not names or not acts <= {_BEGIN, _NOTHING} or is_question(heard.text, scene.world, free=False):
        return None
    begins = _BEGIN in acts
    reading = kind_of(asked).read(ask_about(scene, asked), heard)
    no_place = isinstance(reading, Refused) and not reading.perhaps() and not asked.optional  # a dusun may be left open
    no_place = no_place and not _tells_the_way(scene, heard.text)
    wished = waits_as_wish(scene, heard) if no_place and not begins else None
    return wished or (is_it_the_story(scene, heard, _FEWEST_NAMED) if no_place or begins else None)


def _tells(scene: Scene, text: str) -> bool:
    is_proposed = proposes(text, scene.world.wishing["mengusulkan"], scene.world.spellings.stories)
    return is_proposed or tells_something(text, scene.world) or names_work(scene, text)


def tells_more(scene: Scene, question: Question, text: str) -> bool:
    """Whether words that name a place, perhaps, tell something besides: "jalan tani di karrang rusak 800 meter"."""
    return question.kind == "wilayah" and len(text.split()) >= _BESIDE_WORDS and _tells(scene, text)


def with_left(scene: Scene, step: Step, heard: Heard, left: str) -> Step:
    """What was said besides the answer: the story, or kept as it was said."""
    if not left or not isinstance(heard, Typed) or step.ended or rest.place_for(scene) is None:
        return step
    now = look(scene.flow, step.state, scene.world)
    waits = "confirm" in now.state.pending
    if now.state.pending.get(BESIDE, {}).get("message") == heard.message:
        return step  # it is shown as the story once that is answered
    is_way = len(left.split()) < _STORY_WORDS and _tells_the_way(now, left)  # of more words it is all the same
    fewest = _STORY_WORDS if is_way else _BESIDE_WORDS
    beside = replace(heard, text=left)
    told = None if waits else waits_as_wish(now, beside) or is_it_the_story(now, beside, fewest)
    if told is not None:
        return replace(told, changed=step.changed)
    return replace(step, state=rest.keep(now, left, heard.message))


def _tells_the_way(scene: Scene, words: str) -> bool:
    """ "Dekat masjid raya", "yang ada air panasnya"."""
    which = scene.world.spellings.common.which
    plain = words.lower().startswith(tuple(f"{one} " for one in which)) and not _complains(scene, words)
    return plain or bool(landmark_in(words, scene))


def _complains(scene: Scene, words: str) -> bool:
    return any(is_complaint(key_of(word), scene.world) for word in words.split())


def with_beside(scene: Scene, step: Step) -> Step:
    """What was told before, beside an answer that had to be asked about first."""
    told = scene.state.pending.get(BESIDE)
    if told is None or not step.changed or step.ended or BESIDE not in step.state.pending:
        return step
    words = Typed(told["text"], told["message"])
    return with_left(scene, replace(step, state=step.state.release(BESIDE)), words, words.text)


def completing(scene: Scene, question: Question) -> Question | None:
    """The question that says where in this place it is, while nobody has answered it."""
    found = (one for one in scene.shown if getattr(one.params, "completes", None) == question.key)
    return next((one for one in found if one.key not in scene.values), None)


def held(scene: Scene, question: Question, heard: Heard, reading: Unsure) -> tuple[State, str]:
    """The state while it is asked about, and what was said besides; where a story waits already, these words are none,
    but for the sentences beside a new name."""
    before, left = holding(scene, heard), reading.left
    if not isinstance(heard, Typed):
        return before, left
    if reading.value is None:
        return before, left or (heard.text if tells_more(scene, question, heard.text) else "")
    others = rest.beside_a_name(heard.text, str(reading.value.get("name") or ""))
    return (scene.state, others) if others and BESIDE in scene.state.pending else (before, left or others)


def holding(scene: Scene, heard: Heard) -> State:
    """The state, with a story or a landmark that was told together with what is asked about now."""
    asked = scene.asked if isinstance(heard, Typed) else None
    near = completing(scene, asked) if asked is not None and kind_of(asked).left_open else None
    mark = landmark_in(heard.text, scene) if near and isinstance(heard, Typed) else ""
    if near and mark and isinstance(heard, Typed):
        state = scene.state.give(near.key, Answer({"text": mark}, (heard.message,)))
        return holding(look(scene.flow, state, scene.world), replace(heard, text=heard.text.replace(mark, " ")))
    story = next((question for question in scene.shown if kind_of(question).story), None)
    if story is None or story.key in scene.values or rest.place_for(scene) is None:
        return scene.state
    if not isinstance(heard, Typed):
        return scene.state
    claims = kind_of(asked).claims if asked is not None else None
    is_address = claims is not None and asked is not None and claims(ask_about(scene, asked), heard.text)
    if is_address or (len(heard.text.split()) < _STORY_WORDS and not _tells(scene, heard.text)):
        return scene.state
    before = scene.state.pending.get(BESIDE, {}).get("text", "")
    text = "\n".join(filter(None, (before, clean(heard.text))))
    return scene.state.hold(beside={"text": text, "message": heard.message})


def is_a_complaint(scene: Scene, heard: Typed) -> bool:
    """ "KAPAN JALAN DIPERBAIKI SUDAH 3 TAHUN", where the story is asked for: who says since when it has been so tells
    it, in whatever words."""
    asked = scene.asked
    if asked is None or not kind_of(asked).story or asked.key in scene.values or "?" in heard.text:
        return False
    first = next(one for one in scene.flow.questions if kind_of(one).story)
    told = told_in(heard.text, tongue_of(scene.world.spellings)) if first is asked else ()
    return len(heard.text.split()) >= _BESIDE_WORDS and any(each.sort == "sejak" for each in told)


def tells_first(scene: Scene, heard: Typed, acts: Acts) -> bool:
    """Where the story is asked for it is told, and only behind it what sounds like "later": "licin, nanti kutanya"."""
    first, comma, _ = heard.text.partition(",")
    asked, later = scene.asked, {act.name for act in acts.maybe} == {_LATER}
    is_story = asked is not None and kind_of(asked).story and asked.key not in scene.values
    return is_a_complaint(scene, heard) or bool(later and is_story and comma and tells_something(first, scene.world))


def is_a_reason(scene: Scene, heard: Typed, acts: Acts) -> bool:
    """Where it is asked why this comes first, whoever is bitter about it says why, too."""
    asked = scene.asked
    if asked is None or not asks_why(scene, asked):
        return False
    if _says_why(scene, heard.text):
        return True
    return {act.name for act in acts.done} == {_ANGER} and len(heard.text.split()) >= _STORY_WORDS


def asks_why(scene: Scene, question: Question) -> bool:
    is_first = next((one for one in scene.flow.questions if kind_of(one).story), None) is question
    return kind_of(question).story and not is_first and not getattr(question.params, "wish", False)


def _says_why(scene: Scene, text: str) -> bool:
    words = scene.world.asking_why
    return bool(words) and "?" not in text and bool(begun_with(text, words["karena"])) and len(text.split()) > _WHY


def late_reason(scene: Scene, heard: Typed) -> Step | None:
    """ "Karena kalau tidak diperbaiki gagal panen lagi", said to another question: it is why this comes first. What is
    an answer to that question is none."""
    why = next((one for one in scene.shown if asks_why(scene, one)), None)
    asked = scene.asked
    if why is None or asked is None or asked is not scene.open or kind_of(asked).free or why.key in scene.values:
        return None
    if not _says_why(scene, heard.text) or isinstance(kind_of(asked).read(ask_about(scene, asked), heard), Took):
        return None
    reading = kind_of(why).read(Ask(why, scene.values, scene.world), heard)
    if not isinstance(reading, Took):
        return None
    now = look(scene.flow, scene.state.give(why.key, Answer(reading.value, (heard.message,))), scene.world)
    shown = kind_of(why).show(Ask(why, now.values, scene.world), reading.value)
    return Step(now.state, (ask(now, Words("mesin.dicatat_semua", {"isi": [shown]})),), changed=(why.key,))


def keep_besides(scene: Scene, heard: Typed, fewest: int = rest.FEWEST_AT_REVIEW) -> Step | None:
    """What is told besides, over the card, or where it is asked whether the place is the same; None where it is a slip
    (of fewer words), and in a form without room for it."""
    place = rest.place_for(scene)
    if place is None or len(heard.text.split()) < fewest:
        return None
    told, state = told_at_last(scene, heard), rest.keep(scene, heard.text, heard.message)
    if told is not None or state is scene.state:
        return told
    now = look(scene.flow, state, scene.world)
    return Step(state, (ask(now, Words("mesin.disimpan_juga")),), changed=(place.key,))
