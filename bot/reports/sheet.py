"""Tables for the office: an .xlsx of one or more sheets, ready to filter, to add up and to print on A4."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.reports import Made

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What somebody typed stays text, whatever it looks like: no formula, no link, no number is made of it.
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
#: Characters: a page on its side holds about 130 that can be read.
_WIDEST, _PAGE, _NARROWEST = 44, 130, 5
#: What a day, and a day with its hour, look like: as offices here write them, and Excel sorts and counts them.
_DAY, _MOMENT = "dd/mm/yyyy", "dd/mm/yyyy hh.mm"
_DAY_WIDE, _MOMENT_WIDE = 12, 17
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def make(args: Mapping[str, Any]) -> Made:
    """`filename`, `sheets`: a list of {"title", "head": [...], "rows": [[...], ...]}. A cell is a text, a number, or
    {"day": "2027-01-14"}, {"moment": "2027-01-14T09:00"} of the kabupaten's own clock."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, AS_TEXT) as book:
        taken: set[str] = set()
        for told in args["sheets"]:
            fill(book, book.add_worksheet(name_of_sheet(told["title"], taken)), told["head"], told["rows"])
    return Made(f"{args['filename']}.xlsx", MIME, out.getvalue())


#: How a sort of cell is shown. Days stand on the left: on the right they would touch the words beside them.
_LOOKS: Mapping[str, Mapping[str, str]] = {
    "text": {},
    "number": {"num_format": "#,##0"},
    "measure": {},
    "day": {"num_format": _DAY, "align": "left"},
    "moment": {"num_format": _MOMENT, "align": "left"},
}


def name_of_sheet(title: str, taken: set[str]) -> str:
    """Excel takes 31 characters, few signs, and no name twice (whatever the case)."""
    name = " ".join(title.translate(_NOT_IN_NAMES).split())[:31] or "Lembar"
    number = 2
    while name.lower() in taken:
        name = f"{name[:27]} ({number})"
        number += 1
    taken.add(name.lower())
    return name


def fill(book: Any, page: Any, head: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """One sheet of it."""
    bold = book.add_format({"bold": True, "bg_color": "#E9F3EF", "border": 1, "text_wrap": True, "valign": "top"})
    cells = {name: book.add_format({"text_wrap": True, "valign": "top", **look}) for name, look in _LOOKS.items()}
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer("&R&P / &N")
    for column, (title, width) in enumerate(zip(head, _widths(head, rows), strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, title, bold)
    for line, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            _write(page, line, column, value, cells)
    if head:
        page.autofilter(0, 0, max(len(rows), 1), len(head) - 1)


def _write(page: Any, line: int, column: int, value: Any, cells: Mapping[str, Any]) -> None:
    """Numbers as numbers and days as days; everything else is a text, and nothing is made of it."""
    if isinstance(value, Mapping):
        ((kind, told),) = value.items()
        page.write_datetime(line, column, _DATES[kind](told), cells[kind])
    elif isinstance(value, int | float) and not isinstance(value, bool):
        page.write_number(line, column, value, cells["number" if isinstance(value, int) else "measure"])
    else:
        page.write_string(line, column, str(value), cells["text"])


_DATES: Mapping[str, Callable[[str], date]] = {"day": date.fromisoformat, "moment": datetime.fromisoformat}


def _widths(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[float]:
    """Characters for each column. What would not fit one page that can be read is taken from the widest: their texts
    go on in a second line."""
    wide = [
        max([_title_wide(title), *(_wide(row[column]) for row in rows if column < len(row))]) + 2.0
        for column, title in enumerate(head)
    ]
    wide = [min(one, _WIDEST) for one in wide]
    most = float(_WIDEST)
    while sum(wide) > _PAGE and most > _NARROWEST * 3:
        most -= 1
        wide = [min(one, most) for one in wide]
    return wide


def _title_wide(title: str) -> int:
    """A heading of several words may stand in several lines; it is in bold, and its capitals are wide."""
    return max([_NARROWEST, *(len(word) + len(word) // 5 * word.isupper() for word in title.split())])


def _wide(value: Any) -> int:
    if isinstance(value, Mapping):
        return _DAY_WIDE if "day" in value else _MOMENT_WIDE
    return max(map(len, str(value).splitlines()), default=0)
