"""An answer that is said to be wrong, without the right one ("dusunnya salah"): it is asked for once more, and what is
said next is its answer."""

import re

from bot.core.flow import rest
from bot.core.flow.answering import resume, title
from bot.core.flow.asking import ask
from bot.core.flow.controls import jump, say_no
from bot.core.flow.scene import FIRST, REVIEW, Scene, kind_of, look, show, ticked
from bot.core.flow.told.no_name import names_a_person
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.understanding.where.spots import LEVELS

_COUNTED = frozenset({"orang", "ukuran", "uang"})
_LONGEST, _MOST = 6, 14  # words; what is longer tells something
_OF_DUSUN = ("tidak", "iringan", "kata", "salah")
_WHERE, _WORD = "wilayah", re.compile(r"\w+")


def ask_again(scene: Scene, heard: Typed) -> Step | None:
    """None where nothing is said to be wrong, and where more is said than that."""
    if (dusun := no_dusun(scene, heard.text)) is not None:
        return once_more(scene, dusun, is_offered=False)
    key = named_alone(scene, heard.text)
    question = next((one for one in scene.shown if one.key == key), None)
    if question is None or kind_of(question).rest or kind_of(question).gathers:
        return None
    if question.key not in scene.values:  # it may stand in the story, or nowhere
        return jump(scene, question.key) if scene.target == REVIEW else None
    if kind_of(question).free and scene.target != REVIEW:
        return None  # of a story more may still be told
    return once_more(scene, question)


def not_offered(scene: Scene, heard: Typed) -> Step | None:
    """ "Itu namanya bapakku", where a name waits to be the dusun."""
    waits = scene.state.pending.get("confirm")
    dusun = _dusun(scene) if waits else None
    is_offered = dusun is not None and waits is not None and waits["question"] == dusun.key
    name = (waits.get("value") or {}).get("name") if is_offered and waits else None
    return say_no(scene) if name is not None and _denies_dusun(scene.world, str(name), heard.text) else None


def no_dusun(scene: Scene, text: str) -> Question | None:
    """ "Jangan dijadikan nama dusun", "itu bukan dusun, itu nama orang": the one that stands there; None where more is
    told than that."""
    dusun = _dusun(scene)
    if dusun is None or dusun.key not in scene.values or scene.target == FIRST:
        return None
    name, is_listed = (scene.values[dusun.key].get(one) for one in ("name", "listed"))
    pointed = not is_listed or not {*key_of(str(name)).split()}.isdisjoint(key_of(text).split())
    return dusun if pointed and _denies_dusun(scene.world, str(name), text) else None


def _dusun(scene: Scene) -> Question | None:
    return next((one for one in scene.shown if one.kind == _WHERE and one.params.level == LEVELS[-1]), None)


def _denies_dusun(world: World, name: str, text: str) -> bool:
    words, said = world.taking_out, {*_WORD.findall(key_of(text))}
    if not may_deny_dusun(world, text):
        return False
    people = {one for phrase in words["dusun_orang"] for one in phrase.split()}
    small = (words[f"dusun_{sort}"] for sort in _OF_DUSUN)
    return said <= people.union(*small, world.oneself, world.nodding, key_of(name).split())


def may_deny_dusun(world: World, text: str) -> bool:
    """Cheaply: whether something is said to be no name of a dusun, or a wrong one."""
    words, said = world.taking_out, " ".join(_WORD.findall(key_of(text)))
    if not words or "?" in text or len(said.split()) > _MOST:
        return False
    no, beside, called, wrong = (either(words[f"dusun_{sort}"]) for sort in _OF_DUSUN)
    denied = rf"\b(?:{no})(?:\s+(?:{beside}))*?\s+(?:{called})\b|\b(?:{called})\s+(?:(?:{beside})\s+)*?(?:{wrong})\b"
    return names_a_person(world, text) or re.search(denied, said) is not None


def once_more(scene: Scene, question: Question, *, is_offered: bool = True) -> Step:
    """With what stood there; it is offered, too, unless it can be no answer."""
    old, gone = show(scene, question.key), (question.key, *scene.flow.dependents(question.key))
    state = scene.state.forget(gone) if is_offered else scene.state.forget(gone).drop((question.key,))
    state = state.release().hold(edit=question.key, **ticked(scene, question.key))
    step = resume(scene, state, changed=gone)
    return step.led_by(Words("mesin.ralat_tanya", {"judul": title(scene, question), "lama": old}))


def no_such_figure(scene: Scene, heard: Typed) -> Step | None:
    """ "Bukan 17 rumah 25 rumah", of which nothing was told: it answers no other question, and is no no."""
    ear, asked = scene.world.ear, scene.asked
    is_answer = asked is not None and (kind_of(asked).free or asked.kind in _COUNTED)
    if ear is None or is_answer or not _begins_with_no(scene.world, heard.text) or not ear.corrects(heard.text):
        return None
    if not all(any(map(str.isdecimal, one)) for one in (ear.denied(heard.text), ear.corrected(heard.text))):
        return None
    state = scene.state if scene.target == FIRST else rest.keep(scene, heard.text, heard.message)
    kept = state is not scene.state and rest.kept(scene, state)
    lead = Words("mesin.ralat_yang_mana", {"disimpan": kept})
    return Step(state, (ask(look(scene.flow, state, scene.world), lead),))


def _begins_with_no(world: World, text: str) -> bool:
    beside = world.taking_out.get("iringan", frozenset()) - world.denying["bukan"]
    return next((word for word in key_of(text).split() if word not in beside), "") in world.denying["bukan"]


def named_alone(scene: Scene, text: str) -> str:
    """The question whose name stands there among words that only say that it is wrong; empty where more is said."""
    ear, told = scene.world.ear, text.split()
    if ear is None or len(told) > _LONGEST or "?" in text or not ear.corrects(text):
        return ""
    words = [key_of(word) for word in told]
    names = ear.named(text)
    others = [word for word in words if word not in scene.world.wrong and word not in scene.world.oneself]
    is_alone = bool(others) and all(ear.named(word) == names for word in others)
    return names[0] if is_alone and len(names) == 1 and len(others) < len(words) else ""
