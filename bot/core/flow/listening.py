"""What people want by typed words in the middle of a form, and what follows from it. Pure; the ear is in the world.

An act is done and never stored. What may be an act or an answer is asked about, and waits; if anything else comes, it
is kept as it was said.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow import rest
from bot.core.flow.answering import go_on_with, take, waiting
from bot.core.flow.asking import ask, ask_for_yes, help_with
from bot.core.flow.controls import (
    again,
    choose_to_change,
    jump,
    jump_to_named,
    nothing_to_say,
    refuse_given,
    typed_control,
)
from bot.core.flow.corrections import correct, named
from bot.core.flow.scene import FIRST, REVIEW, STILL, Scene, ask_about, kind_of, look
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.layout import data_of
from bot.core.forms.questions import Refused, Took, Unsure
from bot.core.forms.say import Button, Say, Step, Wish, Words
from bot.core.forms.writing import is_question, key_of
from bot.core.listening.shapes import Act, Acts, Situation
from bot.core.understanding.answers import DO_NOT_KNOW, is_unknown

ACT = "~laku"  # data of a button: this act was meant
ASIDE = "~cerita"  # data of a button: it was a part of what is told
_LIKELY = 0.4  # less likely acts are not worth a question
_OFFERED = 2  # acts to choose from: more would be a list
_OWN_QUESTION = 2  # words: so few ask about what is asked
#: They leave a question without an answer.
_WAYS_ON = frozenset({"tidak_ada", "tidak_tahu", "lewati"})
#: What is said besides doing something else needs no answer of its own.
_COURTESIES = frozenset({"salam", "terima_kasih", "basa_basi"})


#: Before the first question a yes or no is waited for, and what for is known.
_WAITS_AT: Mapping[str, Situation] = {STILL: "still", FIRST: "first"}
_YES_NO: frozenset[Situation] = frozenset({"yes_no", "cancel", "still", "first", "review"})


def situation_of(scene: Scene) -> Situation:
    state = scene.state.pending
    if scene.target == REVIEW and "cancel" not in state:
        return "review"
    if "cancel" in state:
        return "cancel"
    if scene.target in _WAITS_AT:
        return _WAITS_AT[scene.target]
    if "confirm" in state:
        return "yes_no"
    return "free" if scene.asked and kind_of(scene.asked).free else "closed"


def obey(scene: Scene, heard: Typed) -> Step | None:
    """What the acts in these words lead to; None when the words are to be read as an answer."""
    situation = situation_of(scene)
    if scene.world.ear is None or (situation == "free" and not scene.flow.hears):
        return None
    corrected = named(scene, heard) if situation not in _YES_NO or situation == "review" else None
    if corrected is not None:
        return corrected
    if _is_claimed(scene, heard.text):
        return None
    acts = scene.world.ear.hear(heard.text, situation)
    if scene.target == STILL and any(act.name == "tidak" for act in (*acts.done, *acts.maybe)):
        elsewhere = _elsewhere(scene, heard)
        if elsewhere is not None:
            return elsewhere
    if _is_an_answer(scene, heard, acts):
        return None
    if acts.done:
        return _do(scene, heard, acts)
    maybe = [act for act in acts.maybe if not _does_nothing(scene, act.name)]
    likely = tuple(act.name for act in maybe if act.sure * act.share >= _LIKELY)[:_OFFERED]
    return _doubt(scene, heard, likely) if likely else None


def _is_an_answer(scene: Scene, heard: Typed, acts: Acts) -> bool:
    """Where only certain answers count, what is exactly one of them is no act, whatever it sounds like. An option that
    is named in running words gives way to an act that is sure. A kind that claims its words has been asked already:
    "when is the meeting in Boiya" is no answer, though it names a place."""
    asked = scene.open if scene.target == STILL else scene.asked
    if asked is None or kind_of(asked).free or kind_of(asked).claims or any(act.name == "koreksi" for act in acts.done):
        return False
    if "?" in heard.text and any(act.name.startswith("tanya") for act in acts.done):
        return False  # "120 orang. Kapan dikerjakan?" does both
    reading = kind_of(asked).read(ask_about(scene, asked), heard)
    if not isinstance(reading, Took) or (reading.guessed and kind_of(asked).beside and acts.done):
        return False
    if is_unknown(reading.value):  # "kurang jelas, coba ulangi" asks, and answers nothing
        return all(act.name == "tidak_tahu" or act.name.startswith("tanya") for act in acts.done)
    return "confirm" not in scene.state.pending


def _is_claimed(scene: Scene, text: str) -> bool:
    """Whether it plainly answers what is asked, or what would be asked were it not still the same place."""
    now = look(scene.flow, refuse_given(scene).state, scene.world) if scene.target == STILL else scene
    claims = kind_of(now.asked).claims if now.asked is not None else None
    return bool(claims and now.asked and claims(ask_about(now, now.asked), text))


def _elsewhere(scene: Scene, heard: Typed) -> Step | None:
    """ "No, now it is in Sumillan" names the place at once; None when no place is named behind the no."""
    now = look(scene.flow, refuse_given(scene).state, scene.world)
    _, _, behind = heard.text.partition(" ")
    if now.asked is None or not behind.strip():
        return None
    told = replace(heard, text=behind.strip())
    reading = kind_of(now.asked).read(ask_about(now, now.asked), told)
    return None if isinstance(reading, Refused) else take(now, now.asked, told)


def _do(scene: Scene, heard: Typed, acts: Acts) -> Step | None:
    if scene.asked is not None and _names(scene, heard):
        return _explained(scene)
    control = next((act.name for act in acts.done if act.name in _CONTROLS or act.name == "koreksi"), None)
    if control in _NOTHING and _is_answer(scene, heard):
        return None
    wishes = tuple(Wish(act.name, heard.text[slice(*act.span)]) for act in acts.done if _needs_answer(act, acts))
    step = _act(scene, heard, control) if control else None
    if step is not None and control in _WAYS_ON and acts.left:
        step = go_on_with(scene, step, replace(heard, text=acts.left))
    if step is not None and control == "tidak" and acts.left:
        step = _instead(scene, step, replace(heard, text=acts.left))
    if step is None and (acts.left or _tells(scene, heard)):
        step = _go_on(scene, replace(heard, text=acts.left or heard.text))
    if step is None and not wishes:
        return None
    return replace(step or again(scene), wishes=wishes)


def _tells(scene: Scene, heard: Typed) -> bool:
    """ "120 orang. Kapan dikerjakan?" is an answer, too."""
    if scene.asked is None or kind_of(scene.asked).free or situation_of(scene) != "closed":
        return False
    reading = kind_of(scene.asked).read(ask_about(scene, scene.asked), heard)
    return isinstance(reading, Took) and not is_unknown(reading.value)


def _names(scene: Scene, heard: Typed) -> bool:
    """Whether somebody asks about the very thing that is asked: its own help answers best."""
    assert scene.asked is not None
    said = key_of(heard.text).split()
    return is_question(heard.text, scene.world, free=False) and key_of(scene.asked.title) in " ".join(said)


#: Acts that say nothing is told here; words that do tell something are an answer all the same.
_NOTHING = frozenset({"tidak_ada", "tidak_tahu", "nanti", "lewati", "kembali", "bantuan"})


def _is_answer(scene: Scene, heard: Typed) -> bool:
    """ "Tidak tahu pasti, 50 orang" tells a number; what reads as nothing, or not for sure, is the act."""
    asked = scene.asked
    if asked is None or kind_of(asked).free:
        return False
    reading = kind_of(asked).read(ask_about(scene, asked), heard)
    return isinstance(reading, Took | Unsure)


def _instead(scene: Scene, step: Step, heard: Typed) -> Step:
    """Behind the no stands what is right: it is taken where it reads as one for sure."""
    now = look(scene.flow, step.state, scene.world)
    if scene.target == REVIEW or now.asked is None or kind_of(now.asked).free or scene.world.ear is None:
        return step
    for words in dict.fromkeys((*scene.world.ear.right(heard.text), heard.text)):
        if isinstance(kind_of(now.asked).read(ask_about(now, now.asked), replace(heard, text=words)), Took):
            return take(now, now.asked, replace(heard, text=words))
    return step


def _needs_answer(act: Act, acts: Acts) -> bool:
    alone = len(acts.done) == 1 and not acts.left
    return act.name not in _CONTROLS and act.name != "koreksi" and (alone or act.name not in _COURTESIES)


def _go_on(scene: Scene, heard: Typed) -> Step | None:
    """The words beside the act are read as if they stood alone."""
    return take(scene, scene.asked, heard) if scene.asked is not None else None


def _act(scene: Scene, heard: Typed, name: str) -> Step | None:
    if name == "koreksi":
        assert scene.world.ear is not None
        return correct(scene, heard, scene.world.ear.corrected(heard.text))
    if name == "ubah" and scene.target == REVIEW:
        return _change_named(scene, heard)
    return _CONTROLS[name](scene)


def _change_named(scene: Scene, heard: Typed) -> Step:
    """ "Ubah patokan", "mau kuganti ceritanya": the question that is named is asked at once."""
    first, _, others = key_of(heard.text).partition(" ")
    found = jump_to_named(scene, others) if scene.world.words.get(first) == "ubah" else None
    names = scene.world.ear.named(heard.text) if scene.world.ear else ()
    named_here = [key for key in (name.partition(".")[0] for name in names) if key in {q.key for q in scene.shown}]
    if found is None and len(set(named_here)) == 1:
        return jump(scene, named_here[0])
    return found or choose_to_change(scene)


def _doubt(scene: Scene, heard: Typed, names: tuple[str, ...]) -> Step | None:
    """Not sure what was meant. A closed question reads the words first; where any words are an answer they wait."""
    if situation_of(scene) in _YES_NO:
        return _which_yes(scene, heard, names)
    if scene.asked is None:
        return None
    reading = kind_of(scene.asked).read(ask_about(scene, scene.asked), heard)
    if kind_of(scene.asked).free:
        if not isinstance(reading, Took):
            return None  # too short for an answer: the question's own help, or why
        if is_question(heard.text, scene.world, free=True) and len(heard.text.split()) <= _OWN_QUESTION:
            return _explained(scene)
        return _ask_meaning(scene, heard, names, reading.value)
    return None if isinstance(reading, Took | Unsure) else _ask_meaning(scene, heard, names, None)


def _does_nothing(scene: Scene, name: str) -> bool:
    """ "Tidak ada air", where any words are an answer and one has to be given."""
    asked = scene.asked
    return name in _WAYS_ON and asked is not None and kind_of(asked).free and not asked.optional


def _which_yes(scene: Scene, heard: Typed, names: tuple[str, ...]) -> Step | None:
    """A yes with something behind it is no yes: the buttons decide, and the words are kept."""
    if scene.target == REVIEW and "cancel" not in scene.state.pending and jump_to_named(scene, heard.text):
        return None
    if set(names) & {"ya", "tidak", "terserah"}:
        kept = replace(scene, state=rest.keep(scene, heard.text, heard.message)) if _says_more(heard) else scene
        return Step(kept.state, (_ask_once_more(kept, Words("mesin.ya_atau_tidak")),))
    return None if scene.target == STILL else _ask_meaning(scene, heard, names, None)


def _says_more(heard: Typed) -> bool:
    return len(heard.text.split()) >= rest.FEWEST_WORDS


def _ask_once_more(scene: Scene, lead: Words) -> Say:
    """What waits for a yes is asked again with its buttons."""
    waits = scene.state.pending.get("confirm")
    if scene.asked is None or not waits or waits["question"] != scene.asked.key:
        return ask(scene, lead)
    shown = kind_of(scene.asked).show(ask_about(scene, scene.asked), waits["value"])
    return ask_for_yes(scene, scene.asked, Words("mesin.jadi_ini", {"isi": shown}), "tombol.ya", lead)


def _ask_meaning(scene: Scene, heard: Typed, names: tuple[str, ...], value: Any) -> Step:
    """`value`: what the words are if they are an answer."""
    waits = {"words": heard.text, "message": heard.message, "acts": list(names)}
    state = scene.state.hold(unsure=waits)
    if value is not None and scene.asked is not None:
        state = state.hold(confirm=waiting(scene.asked, heard, value))
    draft, target = state.draft, scene.target
    rows = [(Button(Words(f"niat.{name}"), data_of(draft, target, f"{ACT}.{at}")),) for at, name in enumerate(names)]
    aside = ("tombol.ini_jawaban", "~ya") if value is not None else ("tombol.bukan_itu", ASIDE)
    rows.append((Button(Words(aside[0]), data_of(draft, target, aside[1])),))
    said = Words("mesin.maksudnya_apa", {"kata": heard.text[:200]})
    return Step(state, (Say(said.name, said.values, buttons=tuple(rows), question=target),))


def meant(scene: Scene, heard: Pressed) -> Step | None:
    """The answer to *what did you mean?*; None when the button is another."""
    waits = scene.state.pending.get("unsure")
    if not waits or heard.question != scene.target or heard.draft != scene.state.draft:
        return None
    if heard.value == ASIDE:
        return _keep_aside(scene, waits)
    at = heard.value.removeprefix(f"{ACT}.")
    if not heard.value.startswith(ACT) or at not in map(str, range(len(waits["acts"]))):
        return None
    name = waits["acts"][int(at)]
    scene = look(scene.flow, scene.state.release("unsure", "confirm"), scene.world)
    step = _act(scene, Typed(waits["words"], waits["message"]), name) if name in (*_CONTROLS, "koreksi") else None
    if step is not None:
        return step
    return replace(again(scene), wishes=(Wish(name, waits["words"]),))


def _keep_aside(scene: Scene, waits: Mapping[str, Any]) -> Step:
    state = rest.keep(scene, waits["words"], waits["message"]).release("unsure", "confirm")
    now = look(scene.flow, state, scene.world)
    return Step(state, (ask(now, Words("mesin.disimpan_juga")),))


def settle(scene: Scene) -> Scene:
    """Something else came: what was not answered is kept as it was said."""
    waits = scene.state.pending.get("unsure")
    if not waits:
        return scene
    state = rest.keep(scene, waits["words"], waits["message"]).release("unsure", "confirm")
    return look(scene.flow, state, scene.world)


# --- acts that are controls -------------------------------------------------------------------------------------------


def _control(name: str, lead: str) -> Callable[[Scene], Step]:
    """What the button of this name does; where it does nothing the question is asked again, and told why."""

    def act(scene: Scene) -> Step:
        return typed_control(scene, name) or Step(scene.state, (_ask_once_more(scene, Words(lead)),))

    return act


def _no(scene: Scene) -> Step:
    """A no to what waits for one; to a question that may be left out it says that there is none."""
    step = typed_control(scene, "tidak")
    if step is None and scene.asked is not None and not kind_of(scene.asked).free:
        step = nothing_to_say(scene)
    return step or Step(scene.state, (ask(scene, Words("mesin.tidak_untuk_apa")),))


def _unknown(scene: Scene) -> Step:
    asked = scene.asked
    if asked is not None and any(o.value == DO_NOT_KNOW for o in kind_of(asked).offers(ask_about(scene, asked))):
        return take(scene, asked, Pressed(scene.state.draft, asked.key, DO_NOT_KNOW))
    return nothing_to_say(scene) or Step(scene.state, (ask(scene, help_with(scene)),))


def _explained(scene: Scene) -> Step:
    return Step(scene.state, (ask(scene, help_with(scene)),))


def _later(scene: Scene) -> Step:
    return Step(scene.state, (Say("mesin.boleh_nanti"),))


def _whatever(scene: Scene) -> Step:
    return Step(scene.state, (ask(scene, Words("mesin.terserah")),))


def _change(scene: Scene) -> Step:
    if scene.target == REVIEW:
        return choose_to_change(scene)
    return Step(scene.state, (ask(scene, Words("mesin.ubah_kapan")),))


_CONTROLS: dict[str, Callable[[Scene], Step]] = {
    "ya": _control("ya", "mesin.ya_untuk_apa"),
    "tidak": _no,
    "tidak_ada": _control("tidak_ada", "mesin.perlu_diisi"),
    "tidak_tahu": _unknown,
    "kembali": _control("kembali", "mesin.paling_awal"),
    "lewati": _control("lewati", "mesin.perlu_diisi"),
    "cukup": _control("cukup", "mesin.belum_cukup"),
    "batal": _control("batal", "mesin.lanjut"),
    "bantuan": _explained,
    "ulangi": _explained,
    "lanjut": _control("lanjut", "mesin.lanjut"),
    "kirim": _control("kirim", "mesin.belum_bisa_kirim"),
    "ubah": _change,
    "nanti": _later,
    "terserah": _whatever,
}
