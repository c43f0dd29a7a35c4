"""A part of what was told is to go again, by words that name it: "yang tiga orang mati itu hapus", or makes way for
what is true: "3 orang mati itu tidak benar, cuma 1 anak luka". Only where these words stand in one clause of one thing
that was told, and something else is left of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from bot.core.flow.answering import give, title
from bot.core.flow.options_gone import leave_options
from bot.core.flow.scene import Scene
from bot.core.flow.wrong_words import in_own_words
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.spelt import either, one_of
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.tongue import tongue_of

_LONGEST = 16  # words of such a wish
_CLAUSE = re.compile(r"(?:[^,.;!?\n]|(?<=\d)[,.](?=\d))+[,.;!?]*\s*")  # "2,5 km" is no end of one
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[\w-]+")
_EDGES = " ,.;\n"
_FEWEST = 2  # words of what is true instead


class Gone(NamedTuple):
    """`left`: the text of the answer to `key` without the clause `gone`, or with `true` in its place."""

    key: str
    left: str
    gone: str
    true: str


def take_out(scene: Scene, heard: Typed) -> Step | None:
    """None where nothing is to go, or it is not clear what."""
    found = found_in(scene, heard.text)
    if found is None:
        return leave_options(scene, heard)
    question = next(one for one in scene.flow.questions if one.key == found.key)
    answer = scene.state.answers[found.key]
    right = replace(answer, value={**answer.value, "text": found.left}, messages=(*answer.messages, heard.message))
    step, name = give(scene, question, right), title(scene, question)
    if found.true:
        return step.led_by(Words("mesin.ralat_kata", {"judul": name, "lama": found.gone, "baru": found.true}))
    return step.led_by(Words("mesin.hapus_bagian", {"judul": name, "isi": found.gone}))


def found_in(scene: Scene, text: str) -> Gone | None:
    """What these words take out of what was told. Numbers are read only where they may."""
    if not may_take_out(scene.world, text):
        return None
    words = scene.world.taking_out
    part, true = (text, "") if not words["kata"].isdisjoint(_said(text)) else _denied(scene.world, text)
    named = _words(scene, part) - words["kata"] - words["iringan"]
    places = [(key, span) for key in in_own_words(scene) for span in _holding(scene, key, named)] if named else []
    if len(places) != 1:
        return None
    key, (start, end) = places[0]
    told = str(scene.values[key]["text"])
    beside = (told[:start].strip(_EDGES), true, told[end:].strip(_EDGES))
    left = ", ".join(one for one in beside if one)
    return Gone(key, left, told[start:end].strip(_EDGES), true) if any((beside[0], beside[2], true)) else None


def may_take_out(world: World, text: str) -> bool:
    """Cheaply: whether something is to go, or is said to be untrue."""
    words, said = world.taking_out, _said(text)
    if len(said) > _LONGEST or not words["bukan"].isdisjoint(said):
        return False
    return not words["kata"].isdisjoint(said) or one_of(world.taking_out["tidak_benar"]).search(text) is not None


def _said(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _denied(world: World, text: str) -> tuple[str, str]:
    """What is said to be untrue, and what is true instead: that may stand behind it."""
    found = one_of(world.taking_out["tidak_benar"]).search(text)
    if found is None:
        return "", ""
    front, behind = text[: found.start()].strip(_EDGES), text[found.end() :].strip(_EDGES)
    if not front:
        return behind, ""
    leads = re.compile(rf"^(?:(?:{either(tuple(world.taking_out['yang_benar']))})\b[\s,]*)+", re.IGNORECASE)
    true = leads.sub("", behind).strip(_EDGES)
    return front, true if len(_WORD.findall(true)) >= _FEWEST else ""


def _holding(scene: Scene, key: str, named: set[str]) -> Iterator[tuple[int, int]]:
    """From where to where the clauses stand that hold them all."""
    value: Any = scene.values[key]
    return (found.span() for found in _CLAUSE.finditer(value["text"]) if named <= _words(scene, found[0]))


def _words(scene: Scene, text: str) -> set[str]:
    return set(_WORD.findall(in_figures(text, tongue_of(scene.world.spellings)).lower()))
