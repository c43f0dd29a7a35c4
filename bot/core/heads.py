"""An office's sheet: the head stands somewhere near the top, in one row or in two, its columns in any order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.places.spelling import fold

#: The head stands within so many rows; above it may be the office's own title.
_WITHIN = 15
_FEWEST_NUMBERED = 3  # columns that are counted through below a head: "1 2 3"
_ASIDE = re.compile(r"\([^)]*\)?")
_PARTS = re.compile(r"[/&]|\bdan\b", re.IGNORECASE)
_HOLDS = "mengandung"
_Cells = list[list[str]]
#: Heads by what they hold, as folded, the surest first.
Columns = Mapping[str, Sequence[str]]


class NoHead(Exception):
    """No sheet has all columns that are needed; `column` is missing everywhere, "" where nothing is written at all."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below a head: (row as Excel counts, its cells), and in which columns what it holds stands."""

    rows: Sequence[tuple[int, Sequence[str]]]
    at: Mapping[str, int]


def read_below(
    sheets: Sequence[Sequence[Sequence[Any]]], columns: Columns, needed: Sequence[str]
) -> list[tuple[int, dict[str, str]]]:
    """What stands below the head of the first sheet that has one: (row as Excel counts, words by column). Raises
    NoHead."""
    found = below([written(sheet) for sheet in sheets], columns, needed)
    return [
        (number, {name: row[at] if at < len(row) else "" for name, at in found.at.items()})
        for number, row in found.rows
    ]


def written(sheet: Sequence[Sequence[Any]]) -> _Cells:
    return [[_text(cell) for cell in row] for row in sheet]


def _text(cell: Any) -> str:
    """3.0 is how Excel keeps a 3."""
    whole = isinstance(cell, float) and cell.is_integer()
    return "" if cell is None else " ".join(str(int(cell) if whole else cell).split())


def below(sheets: Sequence[_Cells], columns: Columns, needed: Sequence[str]) -> Below:
    """Of the first sheet whose head has what is needed: the row that names most. Raises NoHead."""
    best: Mapping[str, int] = {}
    for cells in sheets:
        heads = [head for at in range(min(_WITHIN, len(cells))) for head in _heads(cells, at, columns)]
        known = [head for head in heads if all(name in head[1] for name in needed)]
        if known:
            start, found, _ = max(known, key=lambda head: (len(head[1]), head[2]))
            rows = [one for one in enumerate(cells[start:], start + 1) if not _counts_columns(one[1])]
            return Below(rows, found)
        best = max([best, *(found for _, found, _ in heads)], key=len)
    is_written = any(any(row) for cells in sheets for row in cells)
    raise NoHead(next(name for name in needed if name not in best) if is_written else "")


def _heads(cells: _Cells, at: int, columns: Columns) -> list[tuple[int, Mapping[str, int], bool]]:
    """Of one row, and together with the one below it: (row below, which column holds what, whether both rows name
    columns). In the second row of a head no figure stands."""
    row, under = cells[at], cells[at + 1] if at + 1 < len(cells) else []
    one = _columns([[cell] for cell in row], columns)
    if not any(under) or any(letter.isdecimal() for cell in under for letter in cell):
        return [(at + 1, one, False)]
    wide = max(len(row), len(under))
    upper, lower = ([*cells, *[""] * (wide - len(cells))] for cells in (row, under))
    two = _columns([[b, f"{a} {b}"] if b else [a] for a, b in zip(upper, lower, strict=True)], columns)
    return [
        (at + 1, one, False),
        (at + 2, two, bool(one) and len(_columns([[cell] for cell in under], columns)) > 1),
    ]


def _columns(cells: Sequence[Sequence[str]], columns: Columns) -> Mapping[str, int]:
    """Each column holds one thing: what is named first takes it, by the whole cell before a part, or a word, of it."""
    found: dict[str, int] = {}
    for names in (_whole, _parts, _words):
        told = [{fold(name) for cell in named for name in names(cell[:100])} for named in cells]
        for column, words in columns.items():
            free = [at for at in range(len(told)) if at not in found.values()]
            at = next((at for word in words for at in free if word in told[at]), None)
            if at is not None and column not in found:
                found[column] = at
    return {column: found[column] for column in columns if column in found}


def _whole(cell: str) -> list[str]:
    return [cell]


def _parts(cell: str) -> list[str]:
    """ "HARGA SATUAN (Rp)" and "Unsur / Kelompok" hold what their parts do."""
    bare = _ASIDE.sub(" ", cell)
    return [bare, *_PARTS.split(bare)]


def _words(cell: str) -> list[str]:
    """ "Keterangan dari OPD": for heads that a word is enough for ("mengandung keterangan")."""
    return [f"{_HOLDS} {word}" for word in cell.split()]


def _counts_columns(row: Sequence[str]) -> bool:
    told = [cell for cell in row if cell]
    return len(told) >= _FEWEST_NUMBERED and told == [str(number) for number in range(1, len(told) + 1)]
