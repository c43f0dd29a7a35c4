"""Leaving out: one question, what is left of the form, or a choice of several that is made."""

from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.answering import give, resume, resume_told, take
from bot.core.flow.asking import ask, may_be_enough, offers_unknown
from bot.core.flow.scene import Scene, ask_about, kind_of, look, part, show
from bot.core.flow.told.told_along import with_beside
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.questions import Ask, Question, Took
from bot.core.forms.say import Say, Step, Words
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import key_of
from bot.core.kinds.choices import NONE
from bot.core.spelt import one_of
from bot.core.understanding.declining import declines, fears_photo, only_no_photo, refuses, wants_no_questions
from bot.core.understanding.name_words import is_plain

STALE = "mesin.tombol_lewat"
_PHOTOS = "photos"  # the kind
DONE = "selesai"  # ends a choice of several
_ASKED_ANEW = "seharusnya"  # by this name the words wait of which it is asked how it should read
_LONGEST_OFF = 25  # words that only leave questions out


def stale(scene: Scene) -> Step:
    return Step(scene.state, (Say(toast=STALE),))


def before_open(scene: Scene) -> list[Question]:
    shown = list(scene.shown)
    return shown[: shown.index(scene.open)] if scene.open else shown


def done(scene: Scene, key: str) -> bool:
    return key in scene.values or key in scene.state.skipped


def as_it_was(scene: Scene) -> Scene:
    """Where it was asked how an answer should read, and said that nothing is changed: whoever passes over that leaves
    it as it stood, and what they had said of it is kept."""
    asked, waits, before = scene.asked, scene.state.pending.get(_ASKED_ANEW), scene.state.before
    if asked is None or waits is None or scene.state.pending.get("edit") != asked.key or asked.key not in before:
        return scene
    state = scene.state.release()
    for key in (key for key in (asked.key, *scene.flow.dependents(asked.key)) if key in before):
        state = state.give(key, before[key])
    back = look(scene.flow, resume_told(scene, state, (asked.key,), ()).state, scene.world)
    return look(scene.flow, rest.keep(back, str(waits["kata"]), None), scene.world)


def skip(scene: Scene) -> Step:
    question = scene.asked
    if question is None:
        return stale(scene)
    if (back := as_it_was(scene)) is not scene:
        about = {"judul": Words(part(scene, question, "judul")), "isi": show(back, question.key)}
        return resume(back, back.state, Words("mesin.sudah_begitu", about), changed=(question.key,))
    if not question.optional:
        return Step(scene.state, (ask(scene, Words("mesin.perlu_diisi")),))
    if kind_of(question).left_open:
        return leave_open(scene, question)
    return resume(scene, scene.state.skip(question.key).release(), changed=(question.key,))


def decline(scene: Scene, heard: Typed) -> Step | None:
    """ "Ndak mau sy sebut dusunnya": what is named, or is asked here, is left out, and nobody has to know why. Where
    any words are an answer it has to be named; what reads as one is the answer."""
    asked, ear, off = scene.asked, scene.world.ear, _named_off(scene, heard.text)
    refused = asked is not None and (refuses(heard.text, asked.title, scene.world) or _no_photo(asked, scene, heard))
    if not off and not refused and not declines(heard.text, scene.world):
        return None
    here = [asked.key] if asked is not None and not kind_of(asked).free else []
    if asked is not None and here and not off and isinstance(kind_of(asked).read(ask_about(scene, asked), heard), Took):
        return None
    named = off or (ear.named(heard.text) if ear is not None else ())
    may_go = {one.key: one for one in scene.shown if one.optional and one.key not in scene.values}
    key = next((key for key in (*named, *([] if off else here)) if key in may_go), None)
    if key is None:
        return _ask_all_the_same(scene) if wants_no_questions(heard.text, scene.world) else None
    lead = Words("mesin.tidak_disebut", {"judul": Words(part(scene, may_go[key], "judul"))})
    if asked is not None and key == asked.key:
        return _left(scene, scene.state.skip(key), lead, key)
    now = look(scene.flow, scene.state.skip(key), scene.world)
    return Step(now.state, (ask(now, lead),))


def _no_photo(asked: Question, scene: Scene, heard: Typed) -> bool:
    return asked.kind == _PHOTOS and fears_photo(heard.text, scene.world)


def _named_off(scene: Scene, text: str) -> tuple[str, ...]:
    """ "Tdk usah dusun", "titik nda usah kak": the questions that are named, where nothing else is said."""
    world, said = scene.world, key_of(text)
    if scene.asked is not None and scene.asked.kind != _PHOTOS and only_no_photo(text, world):
        return tuple(one.key for one in scene.shown if one.kind == _PHOTOS)
    off, gone = one_of(world.declining["usah"]), world.taking_out
    may_name = world.ear is not None and "?" not in text and len(said.split()) <= _LONGEST_OFF
    left = off.sub("", said, count=1) if may_name else said
    if left == said:
        return ()
    polite = (world.oneself, world.nodding, world.agreeing["iringan"], world.declining["sapaan"])
    names = [word for word in left.split() if not any(word in one for one in polite)]
    if not names:
        return ()
    for key, words in (("foto", gone["foto"]), ("lokasi", gone["titik"] | gone["lokasi"])):
        if all(word.removesuffix("nya") in words or word in words for word in names):
            return (key,)
    named = world.ear.named(" ".join(names)) if world.ear is not None else ()
    return named if len(named) == len(names) else ()


def _ask_all_the_same(scene: Scene) -> Step:
    """What has to be told, or only waits for a yes or no."""
    if scene.asked is not None:
        return skip(scene)
    return Step(scene.state, (ask(scene, Words("mesin.ya_atau_tidak")),))


def leave_open(scene: Scene, question: Question, near: str = "", said: str = "") -> Step:
    """What becomes of it is said. `near`: the landmark that was told instead. A name that waited for a yes stands
    beside the form, but for words that are none ("pindah ikut suami")."""
    lead = Words(said or kind_of(question).left_open, {"judul": Words(part(scene, question, "judul")), "patokan": near})
    former = scene.state.before.get(question.key)
    name = former.value["name"] if former is not None and former.value.get("listed") is False else ""
    is_name = not all(is_plain(scene.world, word) for word in name.split())
    state = rest.keep(scene, name, None) if is_name else scene.state
    return _left(scene, state.skip(question.key), lead, question.key)


def _left(scene: Scene, state: State, lead: Words, key: str) -> Step:
    """What was told beside it is not left out with it."""
    return with_beside(scene, resume(scene, state.release(), lead, changed=(key,))).led_by(lead)


def enough(scene: Scene) -> Step:
    """Leave out the rest: what is missing the facilitator will ask. What was ticked is an answer."""
    scene = as_it_was(scene)
    if not may_be_enough(scene):
        return stale(scene)
    ticked = close_choice(scene)
    if ticked is not None and ticked.changed:
        now = look(scene.flow, ticked.state, scene.world)
        ended = enough(now) if may_be_enough(now) else ticked
        return replace(ended, changed=tuple(dict.fromkeys((*ticked.changed, *ended.changed))))
    before = before_open(scene)
    left = [q.key for q in scene.shown if q.optional and q not in before and not done(scene, q.key)]
    return resume(scene, scene.state.drop(left).skip_rest(left).release(), changed=tuple(left))


def enough_here(scene: Scene) -> Step | None:
    """ "Cukup", typed: what may be left out is; in a form that ends with it, it is never what is told."""
    scene = as_it_was(scene)
    if may_be_enough(scene) or scene.asked is None:
        return enough(scene) if may_be_enough(scene) else None
    closed = close_choice(scene)
    if closed is not None or scene.flow.enough_from is None:
        return closed or not_to_send_yet(scene)
    if scene.asked.optional:
        return skip(scene)
    return Step(scene.state, (ask(scene, wanting(scene, "mesin.belum_cukup")),)) if kind_of(scene.asked).free else None


def wanting(scene: Scene, sentence: str) -> Words:
    """What keeps the form from ending, by its title."""
    return Words(sentence, {"judul": Words(part(scene, scene.asked, "judul")) if scene.asked is not None else ""})


def ended_here(scene: Scene) -> Step | None:
    """ "Selesai", typed, ends a choice of several; where any words are an answer it says that it is all."""
    return close_choice(scene) or (enough_here(scene) if scene.asked and kind_of(scene.asked).free else None)


def not_to_send_yet(scene: Scene) -> Step | None:
    """ "Kirim", typed where any words are an answer, is none: what may be left out is. A reason is asked for once more
    by its own question."""
    asked = scene.asked
    if asked is None or not kind_of(asked).free or kind_of(asked).verbatim or kind_of(asked).story:
        return None
    return None if any(getattr(asked.params, name, False) for name in ("reason", "deed")) else skip(scene)


def close_choice(scene: Scene) -> Step | None:
    """ "Selesai", typed, ends a choice of several."""
    asked = scene.asked
    if asked is None or scene.state.pending.get("chosen", {}).get("question") != asked.key:
        return None
    return take(scene, asked, Pressed(scene.state.draft, asked.key, f"~{DONE}"))


def nothing_to_say(scene: Scene) -> Step | None:
    """ "Tidak ada" is an answer where it is offered, and skips what may be skipped; elsewhere it is as any other. There
    is always a name: it may be missing from the list."""
    asked = scene.asked
    if asked is not None and asked.optional and kind_of(asked).left_open:
        return Step(scene.state, (ask(scene, Words("mesin.tulis_namanya")),))
    none = next((o for o in kind_of(asked).offers(ask_about(scene, asked)) if o.value == NONE), None) if asked else None
    if asked is not None and none is not None:
        reading = kind_of(asked).read(Ask(asked, scene.values, scene.world), Typed(none.label, 0))
        assert isinstance(reading, Took), reading
        return give(scene, asked, Answer(reading.value))
    return skip(scene) if scene.asked and scene.asked.optional else None


def do_not_know(scene: Scene) -> Step | None:
    """ "Tidak tahu" is an answer where the question offers it."""
    if scene.asked and scene.asked.optional and kind_of(scene.asked).left_open:
        return skip(scene)
    return None if scene.asked and offers_unknown(scene, scene.asked) else nothing_to_say(scene)
