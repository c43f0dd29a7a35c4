"""What differs between two texts of one lesson, place by place."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from bot.catalog.lessonbook.layout import ANSWER, RIGHT, WHY, YES, Row, keys_of, place_of

NOTHING = "–"


class Difference(NamedTuple):
    """`line` of the workbook; 0 = it stands there no more. `before`, `after`: NOTHING where there is none."""

    place: str
    line: int
    before: str
    after: str


def differences(before: Sequence[Row], after: Sequence[Row], lines: Sequence[int] = ()) -> list[Difference]:
    """In the order of the lesson. `lines`: of `after`."""
    found: list[Difference] = []
    numbers = list(lines) or [0] * len(after)
    old, new = keys_of(before), keys_of(after)
    for _, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        same = _paired(before[a:b], after[c:d])
        for at in range(same):
            found += _changed(place_of(new[c + at]), numbers[c + at], before[a + at], after[c + at])
        found += [Difference(place_of(old[at]), 0, _whole(before[at]), NOTHING) for at in range(a + same, b)]
        found += [Difference(place_of(new[at]), numbers[at], NOTHING, _whole(after[at])) for at in range(c + same, d)]
    return [one for one in found if one.before != one.after]


def _paired(before: Sequence[Row], after: Sequence[Row]) -> int:
    """How many of them, from the first on, are the same part with another text."""
    pairs = [old.part == new.part for old, new in zip(before, after, strict=False)]
    return pairs.index(False) if False in pairs else len(pairs)


def _changed(place: str, line: int, old: Row, new: Row) -> Iterator[Difference]:
    yield Difference(place, line, old.text, new.text)
    yield Difference(f"{place}, {RIGHT}", line, _right(old), _right(new))
    yield Difference(f"{place}, {WHY}", line, old.why or NOTHING, new.why or NOTHING)


def _whole(row: Row) -> str:
    return f"{row.text} [{_right(row)}] {row.why}" if row.part == ANSWER else row.text


def _right(row: Row) -> str:
    return YES if row.is_right else "bukan"
