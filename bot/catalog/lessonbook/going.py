"""Lessons on their way out: what the report `lesson_book` is made of."""

from collections.abc import Sequence
from typing import Any

from bot.catalog.lessonbook.files import LessonFile
from bot.catalog.lessonbook.layout import ANSWER, GUIDE, HEADS, INDEX, INDEX_HEADS, QUESTION, TEXTS, YES, Row, mark_of

#: Characters; together what a page of A4 on its side shows well.
_WIDTHS, _INDEX_WIDTHS, _GUIDE_WIDTH = (10, 9, 56, 7, 48), (12, 48, 48, 22), 120


def book_of(files: Sequence[LessonFile], guide: Sequence[str], filename: str) -> dict[str, Any]:
    """`guide`: sentences that say how to edit."""
    texts: list[list[str]] = []
    begins = []
    for file in files:
        begins.append(len(texts))
        texts += [_cells(file.key, row) for row in file.rows()]
    strong = [at for at, cells in enumerate(texts) if cells[1] == QUESTION]
    index = [[file.key, file.title, file.name, mark_of(file.rows())] for file in files]
    return {
        "filename": filename,
        "guide": {"title": GUIDE, "head": [GUIDE], "widths": [_GUIDE_WIDTH], "rows": [[one] for one in guide]},
        "texts": {"title": TEXTS, "head": HEADS, "widths": _WIDTHS, "rows": texts, "begins": begins, "strong": strong},
        "index": {"title": INDEX, "head": INDEX_HEADS, "widths": _INDEX_WIDTHS, "rows": index},
    }


def _cells(key: str, row: Row) -> list[str]:
    return [key, row.part, row.text, YES if row.part == ANSWER and row.is_right else "", row.why]
