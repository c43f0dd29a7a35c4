"""Lessons as a workbook to edit and to print: how it is done, the lessons one line a message or an answer, and of what
text each was made."""

import io
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from bot.reports import Made
from bot.reports.sheet import AS_TEXT, MIME

_GREEN, _GREY = "#E9F3EF", "#EEEEEE"
_A4 = 9
#: What stands in a cell stays text when somebody edits it: a line that begins with a dash is no sum. Excel's own format
#: for text would show ### in older versions where a text has more than 255 characters, as messages have.
_TEXT = {"text_wrap": True, "valign": "top", "quote_prefix": True}


def make(args: Mapping[str, Any]) -> Made:
    """`filename`; `guide`, `texts`, `index`: {"title", "head": [...], "widths": [characters, ...], "rows": [[text,
    ...], ...]}. In `texts` also `begins`: the rows (from 0) with which a lesson begins, and `strong`: the questions."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, AS_TEXT) as book:
        head = book.add_format({"bold": True, "bg_color": _GREEN, "border": 1, "valign": "top"})
        plain = _TEXT | {"bottom": 4, "bottom_color": "#BBBBBB"}
        cell = book.add_format(plain)
        first = book.add_format(plain | {"bold": True, "bg_color": _GREY, "top": 1})
        strong = book.add_format(plain | {"bold": True})
        for part in (args["guide"], args["texts"], args["index"]):
            page = book.add_worksheet(part["title"])
            _lay_out(page, part, head)
            looks = dict.fromkeys(part.get("strong", ()), strong) | dict.fromkeys(part.get("begins", ()), first)
            for line, row in enumerate(part["rows"]):
                for column, text in enumerate(row):
                    page.write_string(line + 1, column, text, looks.get(line, cell))
            page.set_h_pagebreaks(_breaks(part))
    return Made(f"{args['filename']}.xlsx", MIME, out.getvalue())


def _lay_out(page: Any, part: Mapping[str, Any], head: Any) -> None:
    page.set_paper(_A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer("&L&A&R&P / &N")
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    for column, (title, width) in enumerate(zip(part["head"], part["widths"], strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, title, head)


def _breaks(part: Mapping[str, Any]) -> list[int]:
    """A lesson begins on a page of its own: it can be given to whoever knows it."""
    begins: Sequence[int] = part.get("begins", ())
    return [after + 1 for _, after in pairwise(begins)]
