"""The sheets of a workbook as somebody left them: columns found by their heads, in any order, below any blank lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bot.catalog.lessonbook.layout import cleaned

#: Lines above the heads that somebody may have put there.
_ABOVE = 10


class Fault(NamedTuple):
    """Where, what, and what to do about it. `row` as the program for tables counts; 0 = the whole sheet."""

    sheet: str
    row: int
    sentence: str

    def __str__(self) -> str:
        row = f", baris {self.row}" if self.row else ""
        return f"Lembar {self.sheet}{row}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """`merged`: (first row, first column, last row, last column), counted from 0."""

    name: str
    rows: Sequence[Sequence[Any]]
    merged: Sequence[Sequence[int]] = ()


class Line(NamedTuple):
    """A line with something in it: its number, and its cells by head."""

    number: int
    cells: Mapping[str, Any]


@dataclass
class Table:
    """`columns`: place of each head. `beside`: heads that are none of ours."""

    sheet: Sheet
    top: int
    columns: Mapping[str, int]
    beside: list[str]
    faults: list[Fault] = field(default_factory=list)

    def lines(self) -> Iterator[Line]:
        for at, row in enumerate(self.sheet.rows[self.top + 1 :], self.top + 1):
            cells = {head: row[place] if place < len(row) else "" for head, place in self.columns.items()}
            if any(cleaned(str(cell)) for cell in cells.values()):
                yield Line(at + 1, cells)


def table_in(sheets: Sequence[Sheet], name: str, heads: Sequence[str]) -> tuple[Table | None, list[Fault]]:
    """The table of this sheet; None, and why, when it cannot be read."""
    sheet = next((one for one in sheets if _plain(one.name) == _plain(name)), None)
    if sheet is None:
        return None, [Fault(name, 0, "Lembar ini tidak ada. Kembalikan nama lembarnya, atau buat lembar kerja baru.")]
    top = _line_of_heads(sheet.rows, heads)
    found = [_plain(cell) for cell in sheet.rows[top]] if top is not None else []
    faults = list(_faults_of_heads(name, (top or 0) + 1, found, heads))
    if top is None or faults:
        return None, faults
    own = {_plain(head) for head in heads}
    beside = [str(cell) for cell in sheet.rows[top] if _plain(cell) and _plain(cell) not in own]
    return Table(sheet, top, {head: found.index(_plain(head)) for head in heads}, beside), []


def _line_of_heads(rows: Sequence[Sequence[Any]], heads: Sequence[str]) -> int | None:
    own = {_plain(head) for head in heads}
    known = [len(own & {_plain(cell) for cell in row}) for row in rows[:_ABOVE]]
    return known.index(max(known)) if known and max(known) > 1 else None


def _faults_of_heads(name: str, row: int, found: Sequence[str], heads: Sequence[str]) -> Iterator[Fault]:
    if not found:
        yield Fault(name, 0, f"Baris judul kolom tidak ditemukan. Kembalikan judul kolomnya: {', '.join(heads)}.")
        return
    for head in heads:
        times = found.count(_plain(head))
        if not times:
            yield Fault(name, row, f"Kolom “{head}” tidak ada. Tulis lagi judul kolom itu di atas isinya.")
        elif times > 1:
            yield Fault(name, row, f"Kolom “{head}” ada {times} kali. Hapus yang bukan isinya.")


def spread_over(sheet: Sheet, columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(first, last line number) of cells that were merged over one of these columns."""
    for top, left, bottom, right in sheet.merged:
        if any(left <= column <= right for column in columns):
            yield top + 1, bottom + 1


def _plain(cell: Any) -> str:
    return re.sub(r"[\W_]+", " ", str(cell)).strip().lower()
