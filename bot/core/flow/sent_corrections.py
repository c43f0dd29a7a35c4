"""A correction in words of what was sent already: which answers it changes, and to what. Nothing where that is not
clear: a wrong change is worse than one more question."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce
from typing import Any

from bot.core.flow.corrections import exchanged, only_fitting, stands
from bot.core.flow.said_wrong import named_alone
from bot.core.flow.scene import Scene, kind_of, look
from bot.core.flow.several_corrections import parts_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Flow
from bot.core.forms.state import Answer, State
from bot.core.forms.world import World
from bot.core.listening.shapes import Ear

_LONGEST = 24  # words; what is longer tells a story
_LONGEST_WEAK = 12  # words, where they may as well tell of something else
_SHORT, _WORD = 8, 3  # words: of a correction of a word in a story, and of that word
_PARTS = 4  # things that are put right in one sentence
_MOST = 3  # times that the word may stand there
#: What a number and a reader hang on is not changed by words.
_FIXED = frozenset({"kecamatan", "desa"})


def changes_told(
    flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World, *, is_named: bool = False
) -> dict[str, Any]:
    """By question: the new answer. `is_named`: it was said that they are about this usulan."""
    ear, words = world.ear, len(heard.text.split())
    mark = ear.corrects(heard.text) if ear is not None and words <= _LONGEST else ""
    if ear is None or not (mark or is_named) or (mark != "sure" and words > _LONGEST_WEAK):
        return {}
    together = _of_several(flow, answers, heard, world)
    if together:
        return together
    scene = _as_sent(flow, answers, world)
    return _of_an_answer(scene, ear, heard, mark == "sure" or is_named) or _of_a_word(scene, ear, heard.text)


def _of_several(flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World) -> dict[str, Any]:
    """ "Pedagangnya bukan 35 tapi 40 dan panjangnya 250 meter": the first says what was wrong, each of the others names
    what it puts right. All of them, or none."""
    parts = parts_of(world, heard.text)
    if world.ear is None or not 2 <= len(parts) <= _PARTS or not world.ear.denied(parts[0]):
        return {}
    told: dict[str, Any] = {}
    for part in parts:
        is_clear = bool(world.ear.denied(part) or world.ear.named(part))
        scene = _as_sent(flow, {**answers, **told}, world)
        new = _of_an_answer(scene, world.ear, replace(heard, text=part), is_sure=True) if is_clear else {}
        if not new or new.keys() & told.keys():
            return {}
        told |= new
    return told


def denied_in(flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World) -> list[str]:
    """The questions whose answer these words say to be wrong, whatever is right."""
    wrong = world.ear.denied(heard.text) if world.ear and world.ear.corrects(heard.text) else ""
    scene = _as_sent(flow, answers, world)
    return [key for key in scene.values if _was(scene, key, wrong)] if wrong else []


def named_wrong(flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World) -> str:
    """The question whose answer is said to be wrong, without the right one; empty where more is said."""
    scene = _as_sent(flow, answers, world)
    key = named_alone(scene, heard.text)
    return key if key in scene.values else ""


def stands_in_draft(scene: Scene, heard: Typed) -> bool:
    """Whether what these words put right stands in what is being told now, so that they are about that."""
    ear = scene.world.ear
    wrong = ear.denied(heard.text) if ear is not None else ""
    if ear is None or not wrong:
        return False
    told = "\n".join(scene.values[key]["text"] for key in _in_own_words(scene))
    return exchanged(scene, heard, ear.corrected(heard.text)) is not None or bool(_at(wrong).search(told))


def _as_sent(flow: Flow, answers: Mapping[str, Any], world: World) -> Scene:
    """The form as if it stood at its review card."""
    state = State(flow.key, "d", {key: Answer(value) for key, value in answers.items()})
    for question in flow.questions:
        if question.key not in answers:
            state = state.skip(question.key)
    return look(flow, state, world)


def _of_an_answer(scene: Scene, ear: Ear, heard: Typed, is_sure: bool) -> dict[str, Any]:
    """One answer, which is named for sure, or whose value was said to be wrong."""
    step = exchanged(scene, heard, ear.corrected(heard.text))
    if step is None and is_sure and not ear.denied(heard.text):
        step = only_fitting(scene, heard, ear.corrected(heard.text))
    after = {key: answer.value for key, answer in step.state.answers.items()} if step is not None else {}
    if not set(scene.values) <= set(after):
        return {}  # what rests on it would be lost
    new = {key: value for key, value in after.items() if value != scene.state.answers[key].value}
    wrong = ear.denied(heard.text)
    is_meant = is_sure or all(_was(scene, key, wrong) for key in new)
    return new if is_meant and len(new) == 1 and not set(new) & _FIXED else {}


def _was(scene: Scene, key: str, wrong: str) -> bool:
    question = scene.flow.question(key)
    return question is not None and bool(wrong) and stands(scene, question, wrong)


def _of_a_word(scene: Scene, ear: Ear, text: str) -> dict[str, Any]:
    """ "Maksud saya jembatan bukan jalan": the word in all that was told, wherever it stands in it."""
    wrong, right = ear.denied(text), ear.corrected(text)
    right = _with_unit(right, wrong)
    if len(text.split()) > _SHORT or not (_is_a_word(wrong) and _is_a_word(right)):
        return {}
    pattern = _at(wrong, right)
    told = {key: scene.values[key] for key in _in_own_words(scene)}
    if not 0 < sum(len(pattern.findall(value["text"])) for value in told.values()) <= _MOST:
        return {}
    put = {key: pattern.sub(lambda at: _as(right, at[0]), value["text"]) for key, value in told.items()}
    return {key: {**told[key], "text": text} for key, text in put.items() if text != told[key]["text"]}


def _at(wrong: str, right: str = "") -> re.Pattern[str]:
    """Where it stands, also as "jalannya", with what stands around it already of what is right: of "jalan tani" both
    words make way for "jembatan tani"."""
    told = [re.escape(word) for word in right.split()]
    front = reduce(lambda inner, word: rf"(?:{inner}{word}\s+)?", told[:-1], "")
    behind = reduce(lambda inner, word: rf"(?:\s+{word}{inner})?", reversed(told[1:]), "")
    return re.compile(rf"\b{front}{re.escape(wrong)}{behind}(?=(?:nya)?\b)", re.IGNORECASE)


def _in_own_words(scene: Scene) -> Iterable[str]:
    stories = [one.key for one in scene.flow.questions if kind_of(one).story or kind_of(one).rest]
    written = ((key, scene.values.get(key)) for key in stories)
    return [key for key, value in written if isinstance(value, dict) and value.get("text") and "voice" not in value]


def _with_unit(right: str, wrong: str) -> str:
    """ "Bukan 20 rumah tapi 30": what was counted stays."""
    number, _, unit = wrong.partition(" ")
    return f"{right} {unit}" if unit and number.isdecimal() and right.isdecimal() else right


def _is_a_word(told: str) -> bool:
    """Or a number with what it counts."""
    words = told.split()
    alone = len(words) == 1 and told.isdecimal()
    return 0 < len(words) <= _WORD and not alone and all(word.replace("-", "").isalnum() for word in words)


def _as(right: str, wrong: str) -> str:
    """With a capital where there was one."""
    return right[0].upper() + right[1:] if wrong[0].isupper() else right[0].lower() + right[1:]
