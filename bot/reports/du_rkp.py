"""The DU-RKP Desa as an .xlsx: the form of the office, one landscape page wide, with sums that add up by themselves as
soon as somebody types what a thing costs."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from bot.reports import Made
from bot.reports.sheet import AS_TEXT, MIME, fill, name_of_sheet

#: Characters of each column.
_WIDTHS = (5, 18, 40, 34, 14, 13, 16, 15)
_MONEY, _LAST = 6, len(_WIDTHS) - 1
#: Nothing typed yet is an empty cell to write in, and no zero.
_RUPIAH = "#,##0;-#,##0;"
_EDGE = {"border": 1, "valign": "top", "text_wrap": True}
_HEAD = _EDGE | {"bold": True, "bg_color": "#E9F3EF", "align": "center"}
_SUM = _EDGE | {"bold": True, "num_format": _RUPIAH}


def make(args: Mapping[str, Any]) -> Made:
    """`filename`, `title`, `subtitle`, `facts`: [label, text] above the table, `head`, `groups`: a list of {"rows",
    "sum"}, `sum`: the label of the last one, `dated`, `signing`: two of {"role", "name"}, `beside`: more sheets (as in
    the report `sheet`). A cell is a text, a number, or {"amount": 120.0, "unit": "m"}."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, AS_TEXT) as book:
        taken: set[str] = set()
        page = _Page(book, book.add_worksheet(name_of_sheet(args["subtitle"], taken)))
        page.begin(args)
        page.table(args)
        page.sign(args["dated"], args["signing"])
        for told in args["beside"]:
            fill(book, book.add_worksheet(name_of_sheet(told["title"], taken)), told["head"], told["rows"])
    return Made(f"{args['filename']}.xlsx", MIME, out.getvalue())


class _Page:
    """Written from top to bottom; `line` is where the next row goes."""

    def __init__(self, book: Any, page: Any) -> None:
        self.book, self.page, self.line = book, page, 0
        self.cell, self.sum = book.add_format(_EDGE), book.add_format(_SUM)
        self.number = book.add_format(_EDGE | {"align": "center"})
        self.money = book.add_format(_EDGE | {"num_format": _RUPIAH})

    def begin(self, args: Mapping[str, Any]) -> None:
        page = self.page
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.set_footer("&R&P / &N")
        for column, width in enumerate(_WIDTHS):
            page.set_column(column, column, width)
        for title, size in ((args["title"], 14), (args["subtitle"], 12)):
            self._across(0, _LAST, title, {"bold": True, "font_size": size, "align": "center"})
            self.line += 1
        self.line += 1
        for label, text in args["facts"]:
            page.write_string(self.line, 0, label)
            page.write_string(self.line, 2, f": {text}")
            self.line += 1
        self.line += 1

    def table(self, args: Mapping[str, Any]) -> None:
        head = self.book.add_format(_HEAD)
        for column, title in enumerate(args["head"]):
            self.page.write_string(self.line, column, title, head)
        self.page.repeat_rows(self.line)
        self.line += 1
        sums = [self._group(group) for group in args["groups"]]
        self._add_up(args["sum"], "+".join(sums))

    def _group(self, group: Mapping[str, Any]) -> str:
        """Returns the cell with its sum."""
        first = self.line + 1
        for row in group["rows"]:
            for column, value in enumerate(row):
                self._write(column, value)
            self.line += 1
        letter = chr(ord("A") + _MONEY)
        self._add_up(group["sum"], f"SUM({letter}{first}:{letter}{self.line})")
        return f"{letter}{self.line}"

    def _add_up(self, label: str, formula: str) -> None:
        self.page.merge_range(self.line, 0, self.line, _MONEY - 1, "", self.sum)
        self.page.write_string(self.line, 0, label, self.sum)
        self.page.write_formula(self.line, _MONEY, f"={formula}", self.sum, "")
        self.page.write_blank(self.line, _LAST, None, self.sum)
        self.line += 1

    def _write(self, column: int, value: Any) -> None:
        """What somebody typed is a text, whatever it looks like."""
        where = self.line, column
        if isinstance(value, Mapping):
            self.page.write_number(*where, value["amount"], self._measured(**value))
        elif isinstance(value, int):
            self.page.write_number(*where, value, self.number)
        elif value == "":
            self.page.write_blank(*where, None, self.money if column == _MONEY else self.cell)
        else:
            self.page.write_string(*where, str(value), self.cell)

    def _measured(self, amount: float, unit: str) -> Any:
        """A number that is shown with its unit."""
        digits, bare = "#,##0" if amount == int(amount) else "#,##0.0##", unit.replace('"', "")
        return self.book.add_format(_EDGE | {"num_format": f'{digits}" {bare}"', "align": "left"})

    def sign(self, dated: str, signing: Sequence[Mapping[str, str]]) -> None:
        """Who signs, side by side, the place and the day above the right one."""
        left, right = (0, 2), (3, _LAST)
        self.line += 1
        self._across(*right, dated, {"align": "center"})
        for lines_below, key in ((1, "role"), (5, "name")):
            self.line += lines_below
            for columns, one in zip((left, right), signing, strict=True):
                text = one[key] or f"({'.' * 40})"
                self._across(*columns, text, {"align": "center", "bold": key == "name" and bool(one[key])})

    def _across(self, first: int, last: int, text: str, look: Mapping[str, Any]) -> None:
        made = self.book.add_format(look)
        self.page.merge_range(self.line, first, self.line, last, "", made)
        self.page.write_string(self.line, first, text, made)
