"""What may be an act or an answer is asked about, and waits; if anything else comes, it is kept as it was said, unless
it tells nothing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow import rest
from bot.core.flow.answering import take, waiting
from bot.core.flow.asking import ask
from bot.core.flow.controls import again, explain, jump_to_named, press, typed_control
from bot.core.flow.correcting.at_review import kept_by_word
from bot.core.flow.heard import another
from bot.core.flow.heard.acting import CONTROLS, WAYS_ON, act_on, ask_once_more
from bot.core.flow.heard.ones_own import of_ones_own
from bot.core.flow.scene import COUNTED, OFFERED, REVIEW, STILL, YES_NO, Scene, ask_about, kind_of, look, situation_of
from bot.core.forms.agreeing import agrees
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.layout import data_of
from bot.core.forms.questions import Question, Took, Unsure
from bot.core.forms.say import Button, Say, Step, Wish, Words
from bot.core.forms.writing import is_question, key_of, says_only_wrong
from bot.core.listening.shapes import Acts
from bot.core.spelt import one_of
from bot.core.understanding.declining import declines
from bot.core.understanding.where.hamlets import tells_something

ACT = "~laku"  # data of a button: this act was meant
ASIDE = "~cerita"  # data of a button: it was a part of what is told
_LEAVE_OUT = "jangan_tulis"
_ANGER = "marah"
_ENOUGH = frozenset({"cukup", "kirim"})
_LEADS_AWAY = frozenset({"batal", "kembali", "bantuan"})  # buttons of every question, typed
_YES_OR_NO, _ANYTHING = frozenset({"ya", "tidak"}), "tanya_lain"
_LIKELY, _ASKS = 0.4, 0.95  # less likely acts are not worth a question; so sure is one, where not clear which
_OFFERED = 2  # acts to choose from
_OWN_QUESTION = 2  # words: so few ask about what is asked


def doubt(scene: Scene, heard: Typed, names: tuple[str, ...]) -> Step | None:
    """Not sure what was meant. A closed question reads the words first; where any words are an answer they wait."""
    if situation_of(scene) in YES_NO:
        return _which_yes(scene, heard, names)
    ear = scene.world.ear
    if ear is not None and says_only_wrong(heard.text, scene.world) and ear.corrects(heard.text) == "sure":
        return act_on(scene, heard, "koreksi")  # "salah mi itu" sounds like "itu mi"
    if scene.asked is None:
        return None
    reading = kind_of(scene.asked).read(ask_about(scene, scene.asked), heard)
    if kind_of(scene.asked).free:
        if not isinstance(reading, Took):
            return None  # too short for an answer: the question's own help, or why
        if is_question(heard.text, scene.world, free=True) and len(heard.text.split()) <= _OWN_QUESTION:
            return explain(scene)
        return _ask_meaning(scene, heard, names, reading.value)
    return None if isinstance(reading, Took | Unsure) else _ask_meaning(scene, heard, names, None)


def does_nothing(scene: Scene, name: str) -> bool:
    """ "Tidak ada air", where any words are an answer and one has to be given."""
    asked = scene.asked
    return name in WAYS_ON and asked is not None and kind_of(asked).free and not asked.optional


def worth_asking(scene: Scene, heard: Typed, acts: Acts) -> tuple[str, ...]:
    """The acts that may be meant, to choose from; where it asks for sure, and nobody can tell what, the likeliest and
    any other."""
    maybe = [act for act in acts.maybe if not does_nothing(scene, act.name)]
    if situation_of(scene) == "closed":  # nothing waits for one
        maybe = [act for act in maybe if act.name not in _YES_OR_NO]
    likely = tuple(act.name for act in maybe if act.sure * act.share >= _LIKELY)[:_OFFERED]
    asks = all(act.name.startswith("tanya") and act.sure >= _ASKS for act in maybe)
    if not likely and maybe and asks and "?" in heard.text:
        likely = tuple(dict.fromkeys((maybe[0].name, _ANYTHING)))
    return likely


def _which_yes(scene: Scene, heard: Typed, names: tuple[str, ...]) -> Step | None:
    """A yes with something behind it is no yes: the buttons decide, and the words are kept."""
    if scene.target == REVIEW and "cancel" not in scene.state.pending:
        if (sent := kept_by_word(scene, heard.text)) is not None:
            return sent
        if jump_to_named(scene, heard.text):
            return None
    meant = {*names} & {"ya", "tidak"}
    new = len(meant) == 1 and names[0] in meant and _is_of_new_name(scene, heard.text)
    if new or (meant == {"ya"} and _repeats_it(scene, heard.text)):
        return act_on(scene, heard, *meant)
    if "tidak" in names and (other := _another_number(scene, heard)):
        return take(scene, other[0], other[1])
    if set(names) & {"ya", "tidak", "terserah"}:
        kept = replace(scene, state=rest.keep(scene, heard.text, heard.message)) if _says_more(heard) else scene
        return Step(kept.state, (ask_once_more(kept, Words("mesin.ya_atau_tidak")),))
    return None if scene.target == STILL else _ask_meaning(scene, heard, names, None)


def _another_number(scene: Scene, heard: Typed) -> tuple[Question, Typed] | None:
    """ "Bukan, 12 kk", where a number waits for its yes: what is right instead."""
    asked, ear, waits = scene.asked, scene.world.ear, scene.state.pending.get("confirm")
    if asked is None or asked.kind not in COUNTED or ear is None or not waits:
        return None
    right = replace(heard, text=ear.corrected(heard.text))
    reading = kind_of(asked).read(ask_about(scene, asked), right)
    return (asked, right) if isinstance(reading, Took) and reading.value not in (None, waits["value"]) else None


def _repeats_it(scene: Scene, text: str) -> bool:
    """ "Iyye itu suratnya", "iye memang Buttu", "iya lah apa lagi": behind the yes stands only what is asked about."""
    if scene.target == REVIEW or "cancel" in scene.state.pending:
        return False
    waits = scene.state.pending
    told = [one["value"] for one in waits.get("first", {}).get("answers", {}).values()]
    told += [waits[name]["value"] for name in ("confirm", OFFERED) if name in waits]
    labels = [str(one.get("text") or one.get("name") or "") for one in told if isinstance(one, Mapping)]
    return bool(told) and agrees(one_of(scene.world.agreeing["pasti"]).sub(" ", text), scene.world, labels)


def _is_of_new_name(scene: Scene, text: str) -> bool:
    """ "Betul, memang baru mekar tempatnya": what is told behind the yes to a name that is on no list only says why."""
    value = scene.state.pending.get("confirm", {}).get("value")
    is_new = isinstance(value, Mapping) and value.get("listed") is False
    return is_new and {*scene.world.spellings.common.contrasts["tapi"]}.isdisjoint(key_of(text).split())


def _says_more(heard: Typed) -> bool:
    return len(heard.text.split()) >= rest.FEWEST_WORDS


def _ask_meaning(scene: Scene, heard: Typed, names: tuple[str, ...], value: Any) -> Step:
    """`value`: what the words are if they are an answer."""
    waits = {"words": heard.text, "message": heard.message, "acts": list(names)}
    state = scene.state.hold(unsure=waits)
    if value is not None and scene.asked is not None:
        state = state.hold(confirm=waiting(scene.asked, heard, value))
    return Step(state, (_shown(scene, waits, value is not None),))


def _shown(scene: Scene, waits: Mapping[str, Any], may_answer: bool) -> Say:
    draft, target = scene.state.draft, scene.target
    named = enumerate(waits["acts"])
    rows = [(Button(Words(f"niat.{name}"), data_of(draft, target, f"{ACT}.{at}")),) for at, name in named]
    other = "tombol.bukan_itu" if rest.place_for(scene) is not None else "tombol.bukan_cerita"  # kept nowhere
    aside = ("tombol.ini_jawaban", "~ya") if may_answer else (other, ASIDE)
    rows.append((Button(Words(aside[0]), data_of(draft, target, aside[1])),))
    return Say("mesin.maksudnya_apa", {"kata": waits["words"][:200]}, buttons=tuple(rows), question=target)


def agreed(scene: Scene, heard: Typed) -> Step | None:
    """A typed yes or no to *what did you mean?* is about that and nothing else: it is the one act that was read out, or
    none; where two things were, the buttons decide. None when it is neither, or nothing is asked."""
    waits, ear = scene.state.pending.get("unsure"), scene.world.ear
    if (name := scene.world.words.get(key_of(heard.text))) in _ENOUGH:
        return _enough(scene, str(name))
    if not waits or ear is None or name in _LEADS_AWAY:
        return None
    if another.BEGIN in waits["acts"] and (own := of_ones_own(heard.text, scene.world)) is not None:
        return _another(scene, waits, own)
    acts = ear.hear(heard.text, "yes_no")
    said = {act.name for act in acts.done}
    if acts.left or said not in ({"ya"}, {"tidak"}):
        return None
    may_answer = "confirm" in scene.state.pending
    if may_answer or len(waits["acts"]) > 1:
        return Step(scene.state, (replace(_shown(scene, waits, may_answer), lead=Words("mesin.ya_atau_tidak")),))
    value = f"{ACT}.0" if said == {"ya"} else ASIDE
    return meant(scene, Pressed(scene.state.draft, scene.target, value))


def _enough(scene: Scene, name: str) -> Step | None:
    """ "Cukup", over words that may be the answer without which nothing can be sent: they are it."""
    asked, waits = scene.asked, scene.state.pending.get("unsure")
    if asked is None or asked.optional or not waits or "confirm" not in scene.state.pending:
        return None
    if _tells_nothing(scene, waits) or not rest.kept(scene, rest.keep(scene, waits["words"], None)):
        return None  # a question, or a scolding
    step = press(scene, Pressed(scene.state.draft, scene.target, "~ya"))
    ended = typed_control(look(scene.flow, step.state, scene.world), name)
    return replace(ended, changed=(*step.changed, *ended.changed)) if ended is not None else step


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
    if name == another.BEGIN and (other := _another(scene, waits)) is not None:
        return other
    scene = look(scene.flow, scene.state.release("unsure", "confirm"), scene.world)
    step = act_on(scene, Typed(waits["words"], waits["message"]), name) if name in (*CONTROLS, "koreksi") else None
    if step is not None:
        return step
    return replace(again(scene), wishes=(Wish(name, waits["words"]),))


def _another(scene: Scene, waits: Mapping[str, Any], more: str = "") -> Step | None:
    """They propose one of their own: nothing of it is lost, nor goes into this one."""
    now = look(scene.flow, scene.state.release("unsure", "confirm"), scene.world)
    return another.meant(now, waits["words"], waits["message"], more)


def _keep_aside(scene: Scene, waits: Mapping[str, Any]) -> Step:
    kept = rest.keep(scene, waits["words"], waits["message"])
    lead = Words("mesin.disimpan_juga") if rest.kept(scene, kept) else None
    now = look(scene.flow, kept.release("unsure", "confirm"), scene.world)
    return Step(now.state, (ask(now, lead),))


def settle(scene: Scene) -> Scene:
    """Something else came: words whose meaning was asked and not told are kept as they were said."""
    waits = scene.state.pending.get("unsure")
    if not waits:
        return scene
    kept = scene.state if _tells_nothing(scene, waits) else rest.keep(scene, waits["words"], waits["message"])
    return look(scene.flow, kept.release("unsure", "confirm"), scene.world)


def _tells_nothing(scene: Scene, waits: Mapping[str, Any]) -> bool:
    """A question, a scolding that asks, or the wish that something be left out or not be asked, is no part of what is
    told, answered or not."""
    acts, words = waits["acts"], waits["words"]
    asks = all(name.startswith("tanya") or name == _ANGER for name in acts)
    why = not scene.world.asking_at_last.isdisjoint(key_of(words).split())
    asks = asks and (is_question(words, scene.world, free=False) or (why and not tells_something(words, scene.world)))
    return asks or _LEAVE_OUT in acts or declines(waits["words"], scene.world)
