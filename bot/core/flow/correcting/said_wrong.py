"""An answer that is said to be wrong, without the right one ("dusunnya salah"): it is asked for once more, and what is
said next is its answer."""

import re
from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.answering import resume, title
from bot.core.flow.asking import ask
from bot.core.flow.controls import jump
from bot.core.flow.scene import FIRST, REVIEW, Scene, kind_of, look, show, ticked
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.understanding.where.spots import LEVELS

_COUNTED = frozenset({"orang", "ukuran", "uang"})
_LONGEST, _MOST = 6, 14  # words; what is longer tells something
_WHERE, _WORD = "wilayah", re.compile(r"\w+")


def ask_again(scene: Scene, heard: Typed) -> Step | None:
    """None where nothing is said to be wrong, and where more is said than that."""
    if (dusun := _no_dusun(scene, heard.text)) is not None:
        anew = once_more(scene, dusun)  # its name is not offered again
        return replace(anew, state=anew.state.drop((dusun.key,)))
    key = named_alone(scene, heard.text)
    question = next((one for one in scene.shown if one.key == key), None)
    if question is None or kind_of(question).rest or kind_of(question).gathers:
        return None
    if question.key not in scene.values:  # it may stand in the story, or nowhere
        return jump(scene, question.key) if scene.target == REVIEW else None
    if kind_of(question).free and scene.target != REVIEW:
        return None  # of a story more may still be told
    return once_more(scene, question)


def _no_dusun(scene: Scene, text: str) -> Question | None:
    """ "Jangan dijadikan nama dusun", "itu bukan dusun, itu nama orang": the one that stands there; None where more is
    told than that."""
    words, said = scene.world.taking_out, _WORD.findall(key_of(text))
    asked = (one for one in scene.shown if one.kind == _WHERE and one.params.level == LEVELS[-1])
    dusun = next((one for one in asked if one.key in scene.values), None)
    if dusun is None or not words or scene.target == FIRST or "?" in text or len(said) > _MOST:
        return None
    sorts = [words[f"dusun_{sort}"] for sort in ("tidak", "iringan", "kata", "salah")]
    small = frozenset().union(*sorts, scene.world.oneself, scene.world.nodding)
    name = {*key_of(str(scene.values[dusun.key]["name"])).split()}
    no, beside, called, wrong = map(either, sorts)
    denied = rf"\b(?:{no})(?:\s+(?:{beside}))*?\s+(?:{called})\b|\b(?:{called})\s+(?:(?:{beside})\s+)*?(?:{wrong})\b"
    return dusun if small | name >= {*said} and re.search(denied, " ".join(said)) else None


def once_more(scene: Scene, question: Question) -> Step:
    """With what stood there."""
    old, gone = show(scene, question.key), (question.key, *scene.flow.dependents(question.key))
    state = scene.state.forget(gone).release().hold(edit=question.key, **ticked(scene, question.key))
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
    ear, words = scene.world.ear, [key_of(word) for word in text.split()]
    if ear is None or len(words) > _LONGEST or "?" in text or not ear.corrects(text):
        return ""
    names = ear.named(text)
    others = [word for word in words if word not in scene.world.wrong and word not in scene.world.oneself]
    is_alone = bool(others) and all(ear.named(word) == names for word in others)
    return names[0] if is_alone and len(names) == 1 and len(others) < len(words) else ""
