"""Tables for the office: an .xlsx of one or more sheets, ready to filter and to print on A4."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from bot.reports import Made

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What somebody typed stays text, whatever it looks like: no formula, no link, no number is made of it.
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
_WIDEST = 60
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def make(args: Mapping[str, Any]) -> Made:
    """`filename`, `sheets`: a list of {"title", "head": [...], "rows": [[...], ...]}."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, AS_TEXT) as book:
        head = book.add_format({"bold": True, "bg_color": "#E9F3EF", "border": 1, "text_wrap": True, "valign": "top"})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        taken: set[str] = set()
        for told in args["sheets"]:
            page = book.add_worksheet(name_of_sheet(told["title"], taken))
            _fill(page, told["head"], told["rows"], head, cell)
    return Made(f"{args['filename']}.xlsx", MIME, out.getvalue())


def name_of_sheet(title: str, taken: set[str]) -> str:
    """Excel takes 31 characters, few signs, and no name twice (whatever the case)."""
    name = " ".join(title.translate(_NOT_IN_NAMES).split())[:31] or "Lembar"
    number = 2
    while name.lower() in taken:
        name = f"{name[:27]} ({number})"
        number += 1
    taken.add(name.lower())
    return name


def _fill(page: Any, head: Sequence[str], rows: Sequence[Sequence[Any]], bold: Any, plain: Any) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    for column, title in enumerate(head):
        longest = max([len(title), *(len(str(row[column])) for row in rows if column < len(row))])
        page.set_column(column, column, min(longest + 2, _WIDEST))
        page.write_string(0, column, title, bold)
    for line, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            page.write_string(line, column, str(value), plain)
    if head:
        page.autofilter(0, 0, max(len(rows), 1), len(head) - 1)
