"""A part of what was told is to go again, by words that name it: "yang tiga orang mati itu hapus, tidak benar". Only
where these words stand in one clause of one thing that was told, and something else is left of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.core.flow.answering import give, title
from bot.core.flow.scene import Scene
from bot.core.flow.wrong_words import in_own_words
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.tongue import tongue_of

_LONGEST = 12  # words of such a wish
_CLAUSE = re.compile(r"(?:[^,.;!?\n]|(?<=\d)[,.](?=\d))+[,.;!?]*\s*")  # "2,5 km" is no end of one
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[\w-]+")
_EDGES = " ,.;\n"


def take_out(scene: Scene, heard: Typed) -> Step | None:
    """None where nothing is to go, or it is not clear what."""
    named = _named(scene, heard.text)
    places = [(key, span) for key in in_own_words(scene) for span in _holding(scene, key, named)] if named else []
    if len(places) != 1:
        return None
    key, (start, end) = places[0]
    question = next(one for one in scene.flow.questions if one.key == key)
    answer = scene.state.answers[key]
    text = answer.value["text"]
    left, gone = (text[:start] + text[end:]).strip(_EDGES), text[start:end].strip(_EDGES)
    if not left:
        return None
    right = replace(answer, value={**answer.value, "text": left}, messages=(*answer.messages, heard.message))
    step = give(scene, question, right)
    lead = Words("mesin.hapus_bagian", {"judul": title(scene, question), "isi": gone})
    return step.led_by(lead)


def _named(scene: Scene, text: str) -> set[str]:
    """The words of what is to go; none where that was not said. Numbers are read only where it was."""
    words, said = scene.world.taking_out, _WORD.findall(text.lower())
    if len(said) > _LONGEST or words["kata"].isdisjoint(said) or not words["bukan"].isdisjoint(said):
        return set()
    return _words(scene, text) - words["kata"] - words["iringan"]


def _holding(scene: Scene, key: str, named: set[str]) -> Iterator[tuple[int, int]]:
    """From where to where the clauses stand that hold them all."""
    value: Any = scene.values[key]
    return (found.span() for found in _CLAUSE.finditer(value["text"]) if named <= _words(scene, found[0]))


def _words(scene: Scene, text: str) -> set[str]:
    return set(_WORD.findall(in_figures(text, tongue_of(scene.world.spellings)).lower()))
