"""Several dates are put right in one sentence: "eh baraka jam 10 saja, yang enrekang tgl 12". Each figure belongs to
the place of its own clause."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bot.core.calendar.places_named import in_short
from bot.core.places.spelling import fold
from bot.core.wilayah import DESA, KECAMATAN

_PARTS = re.compile(r"[,;\n]\s*|\s+dan\s+")
_NAME = 4  # words
Known = Mapping[str, Any]


def clauses_of(told: Sequence[Known], text: str) -> list[tuple[int, str]]:
    """Which of these dates, and what is said of it; what stands in a clause without a place is said of the place before
    it. Empty where fewer than two are named, or nothing is said of the last."""
    found: list[tuple[int, str]] = []
    before, waiting = "", list[int]()
    for part in _pieces(told, text):
        named = _named(told, part.split())
        if named and fold(part.strip(" .,;:")) == fold(_name(told[named[0][1]])):  # "curio dan malua jam 10"
            waiting.append(named[0][1])
        elif named:
            found += [(at, f"{before} {part}".strip()) for at in (*waiting, named[0][1])]
            before, waiting = "", []
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}, {part}")
        else:
            before = f"{before} {part}".strip()
    return found if not waiting and len({at for at, _ in found}) == len(found) > 1 else []


def of_others(told: Sequence[Known], text: str, names_place: Callable[[Sequence[str]], bool]) -> tuple[str, list[str]]:
    """Without the clauses that begin with a place which none of these dates has, where others name one of theirs; and
    these clauses."""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    others = [part for part in parts if not _named(told, words := part.split()) and names_place(words[:_NAME])]
    is_told = others and any(_named(told, part.split()) for part in parts)
    return (", ".join(part for part in parts if part not in others), others) if is_told else (text, [])


def which(told: Sequence[Known], text: str) -> int | None:
    """The one whose place is named; None for none and for several."""
    found = {at for _, at in _named(told, text.split())}
    return found.pop() if len(found) == 1 else None


def without_dusun(one: Known, text: str) -> str:
    """What is said of it, without the name of its dusun, which may hold a figure: "bau 2 jam 5"."""
    name, words = str((one.get("nama") or {}).get("text", "")), text.split()
    at = _place_of(name, words)
    return text if at is None else " ".join(words[:at] + words[at + len(name.split()) :])


def _pieces(told: Sequence[Known], text: str) -> Iterator[str]:
    """Between commas; where two places stand in one of these, from place to place."""
    for part in filter(str.strip, _PARTS.split(text)):
        words = part.split()
        starts = [first for first, _ in _named(told, words)][1:]
        for first, last in zip([0, *starts], [*starts, len(words)], strict=True):
            yield " ".join(words[first:last])


def _named(told: Sequence[Known], words: Sequence[str]) -> list[tuple[int, int]]:
    """Where each of them is named, with which it is, in the order of the words."""
    names = [_name(one) for one in told]
    places = [(_place_of(name, words), at) for at, name in enumerate(names)]
    short = [next((n for n, word in enumerate(words) if in_short(names, word) == name), None) for name in names]
    firsts = ((full if full is not None else short[at], at) for full, at in places)
    return sorted((first, at) for first, at in firsts if first is not None)


def _place_of(name: str, words: Sequence[str]) -> int | None:
    size = len(name.split())
    pieces = (" ".join(words[at : at + size]).strip(".,;:") for at in range(len(words) - size + 1))
    return next((at for at, piece in enumerate(pieces) if name and fold(piece) == fold(name)), None)


def _name(one: Known) -> str:
    """Of the dusun, where it is a meeting of one; else of its wilayah."""
    told = one.get("nama") or {}
    return str(told.get("text") or (one.get(DESA) or one.get(KECAMATAN) or {}).get("name") or "")
