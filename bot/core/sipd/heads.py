"""An office's sheet: the head stands somewhere near the top, its columns in any order."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.places.spelling import fold

#: The head stands within so many rows; above it may be the office's own title.
_WITHIN = 15
_Cells = list[list[str]]
#: Heads by what they hold, as folded, the surest first.
Columns = Mapping[str, Sequence[str]]


class NoHead(Exception):
    """No sheet has all columns that are needed; `column` is missing everywhere, "" where nothing is written at all."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


def read_below(
    sheets: Sequence[Sequence[Sequence[Any]]], columns: Columns, needed: Sequence[str]
) -> list[tuple[int, dict[str, str]]]:
    """What stands below the head of the first sheet that has one: (row as Excel counts, words by column). Raises
    NoHead."""
    cells, start, found = _headed(
        [[[_text(cell) for cell in row] for row in sheet] for sheet in sheets], columns, needed
    )
    return [
        (number, {name: row[at] if at < len(row) else "" for name, at in found.items()})
        for number, row in enumerate(cells[start:], start + 1)
    ]


def _text(cell: Any) -> str:
    """3.0 is how Excel keeps a 3."""
    whole = isinstance(cell, float) and cell.is_integer()
    return "" if cell is None else " ".join(str(int(cell) if whole else cell).split())


def _headed(sheets: Sequence[_Cells], columns: Columns, needed: Sequence[str]) -> tuple[_Cells, int, Mapping[str, int]]:
    """The sheet, the row below its head, and which column holds what."""
    best: Mapping[str, int] = {}
    for cells in sheets:
        for at, row in enumerate(cells[:_WITHIN]):
            found = _columns([fold(cell[:100]) for cell in row], columns)
            if all(name in found for name in needed):
                return cells, at + 1, found
            best = max(best, found, key=len)
    written = any(any(row) for cells in sheets for row in cells)
    raise NoHead(next(name for name in needed if name not in best) if written else "")


def _columns(folded: Sequence[str], columns: Columns) -> Mapping[str, int]:
    """Each column holds one thing: what is named first takes it."""
    found: dict[str, int] = {}
    for name, words in columns.items():
        at = next((folded.index(word) for word in words if word in folded), None)
        if at is not None and at not in found.values():
            found[name] = at
    return found
