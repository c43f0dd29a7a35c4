"""A number that was sent is another one now: "25 itu jadi 22 yg miskin", "yang tidak mampu jadi 10 KK", and beside such
a sentence "lebarnya 3 meter". Only what stands there becomes otherwise."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from bot.core.flow.correcting.sent_corrections import as_sent, changes_told, facts_told
from bot.core.flow.scene import ask_about, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Flow, Took
from bot.core.forms.world import World
from bot.core.forms.writing import begun_with
from bot.core.spelt import either

_SIZE = "ukuran"
_NUMBERS = frozenset({"jumlah", "kurang_mampu", _SIZE})
_LONGEST, _PARTS = 18, 3  # words; sentences
_FEW = 5  # words that tell a number and what it is of
_SENTENCES = re.compile(r"[.!?;\n]+(?!\d)")
Changes = dict[str, Any]


def may_be(world: World, text: str) -> bool:
    """Cheaply: whether a number stands behind such a word."""
    words = world.exchanging
    return bool(words) and len(text.split()) <= _LONGEST and _becomes(words["jadi_angka"]).search(text) is not None


def changes_in(
    flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World, *, is_named: bool = False
) -> Changes:
    """By question that is answered: its new answer; all sentences tell one, or nothing becomes otherwise. `is_named`:
    it was said that they are about this usulan, so a number that stands there needs no such word."""
    is_number = is_named and len(heard.text.split()) <= _FEW and any(map(str.isdecimal, heard.text))
    if not is_number and not may_be(world, heard.text):
        return {}
    told: Changes = {}
    parts = [one.strip() for one in _SENTENCES.split(heard.text) if one.strip()]
    for part in parts if len(parts) <= _PARTS else ():
        said = part[len(begun_with(part, world.exchanging["dan"])) :].strip()
        new = _of_sentence(flow, {**answers, **told}, replace(heard, text=said), world)
        if not new or new.keys() & told.keys():
            return {}
        told |= new
    return told


def _of_sentence(flow: Flow, answers: Mapping[str, Any], heard: Typed, world: World) -> Changes:
    words = world.exchanging
    if (found := _exchange(words["jadi_angka"], words["iringan"] | words["menunjuk"]).match(heard.text)) is not None:
        denies, but = next(iter(words["menyangkal"])), next(iter(words["tetapi"]))
        put = f"{denies} {found['wrong'].strip()} {but} {found['right'].strip()}"
        return changes_told(flow, answers, replace(heard, text=put), world)
    plain = _becomes(words["jadi_angka"]).sub(" ", heard.text)
    lacking = {key: value for key, value in answers.items() if key not in _NUMBERS}
    told = facts_told(flow, lacking, replace(heard, text=plain), world) or _size_told(flow, answers, plain, world)
    told = {key: _of_sides(answers.get(key), value) if key == _SIZE else value for key, value in told.items()}
    stands = set(told) <= answers.keys() & _NUMBERS and all(told.values())
    return told if stands and len(told) == 1 and all(answers[key] != value for key, value in told.items()) else {}


def _size_told(flow: Flow, answers: Mapping[str, Any], text: str, world: World) -> Changes:
    """ "Lebarnya 3 meter": a side of what is measured, and hardly another word."""
    size = flow.question(_SIZE)
    if size is None or _SIZE not in answers or len(text.split()) > _FEW:
        return {}
    reading = kind_of(size).read(ask_about(as_sent(flow, answers, world), size), Typed(text, 0))
    return {_SIZE: reading.value} if isinstance(reading, Took) and isinstance(reading.value, dict) else {}


def _of_sides(old: Any, new: Any) -> Any:
    """The sides that are told, in the place of the same ones; None where another one is told, or none at all."""
    before, sizes = (old or {}).get("sizes", []), {one.get("side"): one for one in new.get("sizes", ())}
    if len(before) == 1 == len(sizes) and before[0].get("side") == next(iter(sizes)):
        return new
    if "" in sizes or not set(sizes) <= {one.get("side") for one in before}:
        return None
    return {"sizes": [sizes.get(one.get("side"), one) for one in before]}


@lru_cache(maxsize=2)
def _becomes(into: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(into)})\s+(?=\d)", re.IGNORECASE)


@lru_cache(maxsize=2)
def _exchange(into: frozenset[str], beside_it: frozenset[str]) -> re.Pattern[str]:
    beside = rf"(?:(?:{either(beside_it)})\b[\s,]*)*"
    wrong = rf"(?P<wrong>\d+(?:[.,]\d+)*(?:\s+(?!(?:{either(beside_it | into)})\b)[^\W\d_]+)?)"
    return re.compile(rf"\s*{beside}{wrong}\s*{beside}(?:{either(into)})\s+(?P<right>\d.*)", re.IGNORECASE | re.DOTALL)
