"""A workbook of lessons as a trainer's program for tables saves it, right or spoilt."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter

from bot.catalog.lessonbook.going import book_of
from bot.catalog.lessonbook.layout import HEADS, TEXTS
from bot.catalog.lessonbook.plan import lessons_in
from bot.catalog.lessonbook.tables import Sheet
from bot.edges.workbook import book_of as read
from bot.reports.lesson_book import make

Edit = Callable[["Book"], object]
LESSON, PART, TEXT, RIGHT, WHY = range(len(HEADS))


@dataclass(frozen=True)
class Formula:
    """`value`: what the program computed; 0 = nothing yet."""

    text: str
    value: Any = 0


@dataclass
class Book:
    """`sheets`: rows of cells, the heads first. `merged`: ranges of the sheet of lessons; `hidden`: its rows."""

    sheets: dict[str, list[list[Any]]]
    merged: list[str] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)

    @property
    def texts(self) -> list[list[Any]]:
        return self.sheets[TEXTS]

    def line(self, part: str, nth: int = 1, key: str = "") -> int:
        """Where the nth row of this part stands, as the program for tables counts."""
        found = [at for at, row in enumerate(self.texts, 1) if row[PART] == part and row[LESSON].startswith(key)]
        return found[nth - 1]

    def put(self, part: str, text: Any, column: int = TEXT, nth: int = 1, key: str = "") -> None:
        self.texts[self.line(part, nth, key) - 1][column] = text

    def insert(self, below: str, *cells: Any, nth: int = 1, key: str = "L40") -> None:
        """A row under the nth of this part."""
        self.texts.insert(self.line(below, nth, key), [key, *cells, *[""] * (len(HEADS) - 1 - len(cells))])

    def drop(self, part: str, nth: int = 1) -> None:
        del self.texts[self.line(part, nth) - 1]

    def drop_all(self, *parts: str) -> None:
        self.texts[:] = [row for row in self.texts if row[PART] not in parts]

    def move(self, part: str, to: int, nth: int = 1) -> None:
        """To this line."""
        self.texts.insert(to - 1, self.texts.pop(self.line(part, nth) - 1))

    def saved(self) -> bytes:
        out = io.BytesIO()
        with xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
            day = book.add_format({"num_format": "dd/mm/yyyy"})
            for name, rows in self.sheets.items():
                page = book.add_worksheet(name)
                for at, row in enumerate(rows):
                    for column, cell in enumerate(row):
                        _write(page, at, column, cell, day)
                for span in self.merged if name == TEXTS else ():
                    page.merge_range(span, "Gabung")
                for line in self.hidden if name == TEXTS else ():
                    page.set_row(line - 1, None, None, {"hidden": True})
        return out.getvalue()

    def opened(self) -> list[Sheet]:
        return sheets(self.saved())


def _write(page: Any, at: int, column: int, cell: Any, day: Any) -> None:
    if isinstance(cell, Formula):
        page.write_formula(at, column, cell.text, None, cell.value)
    elif isinstance(cell, str | bool | int | float):
        page.write(at, column, cell)
    else:
        page.write_datetime(at, column, cell, day)


def sheets(content: bytes) -> list[Sheet]:
    return [Sheet(**told) for told in read(content)]


def book_from(content_dir: Path, keys: Sequence[str] = ()) -> Book:
    """What `pelajaran keluar` makes, opened."""
    made = made_from(content_dir, keys)
    return Book({sheet.name: [list(row) for row in sheet.rows] for sheet in sheets(made)})


def made_from(content_dir: Path, keys: Sequence[str] = ()) -> bytes:
    """What `pelajaran keluar` makes."""
    files = [file for key, file in lessons_in(content_dir).items() if not keys or key in keys]
    return make(book_of(files, ["Begini caranya."], "pelajaran")).content
