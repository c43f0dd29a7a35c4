"""Usulan as an .xlsx to work with: a row each, numbers and dates as what they are, one landscape page wide."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.reports import Made
from bot.reports.packed import rows_in
from bot.reports.sheet import AS_TEXT, MIME, name_of_sheet

_DAY = "dd/mm/yyyy"


def make(args: Mapping[str, Any]) -> Made:
    """`filename`, `title`, `note` (beside it on every printed page), `columns`: a list of [head, kind, width in
    characters] with the kinds "teks", "angka" and "tanggal", `packed`: see `packed.rows_in`."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, AS_TEXT) as book:
        page = book.add_worksheet(name_of_sheet(args["title"], set()))
        _lay_out(page, args)
        _write_head(page, args["columns"], _head_format(book))
        last = _write_rows(page, args, _formats(book))
        page.autofilter(0, 0, max(last, 1), len(args["columns"]) - 1)
    return Made(f"{args['filename']}.xlsx", MIME, out.getvalue())


def _lay_out(page: Any, args: Mapping[str, Any]) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.set_margins(left=0.3, right=0.3, top=0.6, bottom=0.5)
    page.fit_to_pages(1, 0)
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    page.set_header(f"&L&B{_plain(args['title'])}&B&R{_plain(args['note'])}")
    page.set_footer("&R&P / &N")


def _plain(text: str) -> str:
    """Excel reads what stands behind an & in a header."""
    return text.replace("&", "&&")


def _head_format(book: Any) -> Any:
    look = {"bold": True, "bg_color": "#E9F3EF", "border": 1, "text_wrap": True, "valign": "top"}
    return book.add_format(look)


def _formats(book: Any) -> dict[str, Any]:
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#C9D6D1"}
    return {
        "teks": book.add_format(cell),
        "angka": book.add_format(cell | {"num_format": "#,##0", "align": "right"}),
        "tanggal": book.add_format(cell | {"num_format": _DAY, "align": "left"}),
    }


def _write_head(page: Any, columns: Sequence[Sequence[Any]], look: Any) -> None:
    for at, (head, _kind, width) in enumerate(columns):
        page.set_column(at, at, width)
        page.write_string(0, at, head, look)


def _write_rows(page: Any, args: Mapping[str, Any], looks: Mapping[str, Any]) -> int:
    kinds = [kind for _, kind, _ in args["columns"]]
    line = 0
    for line, row in enumerate(rows_in(args["packed"]), 1):
        for at, (kind, value) in enumerate(zip(kinds, row, strict=True)):
            _write(page, (line, at), kind, value, looks[kind])
    return line


def _write(page: Any, where: tuple[int, int], kind: str, value: Any, look: Any) -> None:
    """What somebody typed is written as a string and nothing else, whatever it looks like."""
    if value is None or value == "":
        page.write_blank(*where, None, look)
    elif kind == "angka":
        page.write_number(*where, value, look)
    elif kind == "tanggal":
        page.write_datetime(*where, date.fromisoformat(value), look)
    else:
        page.write_string(*where, str(value), look)
