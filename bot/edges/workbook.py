"""Spreadsheets from offices (.xlsx, .xls, .ods, .csv) as plain rows, and what stands in a letter of Word (.docx);
formulas are not computed, macros not looked at."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any
from xml.etree import ElementTree as ET

#: A file of a few kilobytes may unpack to gigabytes.
_MOST_UNPACKED = 60_000_000
_MOST_ROWS = 20_000
_MOST_COLUMNS = 60
_MOST_SHEETS = 10
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP, _UTF_16 = b"PK\x03\x04", (b"\xff\xfe", b"\xfe\xff")
_BETWEEN = (";", "\t", ",")
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f]")
_LETTER, _WORD = "word/document.xml", "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What lies in an .xlsx, in an .ods and in a .docx; other packages are not read.
_BOOKS = {"xl/workbook.xml", "content.xml", _LETTER}
_FEWEST_TYPED = 2  # rows; one is a line of something else
#: The first and the last cell, (row, column) from 0.
Merged = tuple[tuple[int, int], tuple[int, int]]


class NotAWorkbook(Exception):
    """The file cannot be opened as a spreadsheet within the limits."""


def rows_of(content: bytes) -> list[list[Any]]:
    """The rows of the first sheet that has any, from row 1 on, so that what is said of a row is found there. Only in a
    sandbox: two cells far apart make the reader ask for all the memory there is. Raises NotAWorkbook for whatever it
    says."""
    rows = next(iter(_any(content, 1)), [])
    if not content.startswith((_OLD_EXCEL, _ZIP)) and len(rows) < _FEWEST_TYPED:
        raise NotAWorkbook("a line of text")
    return rows


def sheets_of(content: bytes) -> list[list[list[Any]]]:
    """The rows of every sheet that has any; a file of plain text is one sheet, its cells between semicolons, commas or
    tabs. As `rows_of`."""
    return _any(content, _MOST_SHEETS)


def _any(content: bytes, most: int) -> list[list[list[Any]]]:
    if content.startswith(_ZIP) and _LETTER in _look_inside(content):
        return [_written(content)]
    is_book = content.startswith((_OLD_EXCEL, _ZIP))
    return _opened(content, most) if is_book else [_typed(content)]


def _written(content: bytes) -> list[list[Any]]:
    """A row of a table as it stands there, a paragraph as a row of one cell."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            body = ET.fromstring(packed.read(_LETTER))[0]  # noqa: S314  # in a sandbox, its memory measured
    except Exception as error:
        raise NotAWorkbook(repr(error)[:300]) from error
    rows: list[list[Any]] = []
    for block in body:
        lines = block.iter(f"{_WORD}tr") if block.tag == f"{_WORD}tbl" else ()
        rows += [[_text_in(cell) for cell in line.iter(f"{_WORD}tc")][:_MOST_COLUMNS] for line in lines]
        if block.tag == f"{_WORD}p" and (text := _text_in(block)):
            rows.append([text])
    return rows[:_MOST_ROWS]


def _text_in(block: ET.Element) -> str:
    return " ".join("".join(one.text or "" for one in part.iter(f"{_WORD}t")) for part in block.iter(f"{_WORD}p"))


def book_of(content: bytes) -> list[dict[str, Any]]:
    """Every sheet as {"name", "rows", "merged": [[first row, first column, last row, last column], ...]}, counted from
    0; hidden rows too. A day is {"day": "2027-01-14"}: no text can be told from it. As `rows_of`."""
    if not content.startswith(_OLD_EXCEL):
        _look_inside(content)
    try:
        return _whole_sheets(content)
    except NotAWorkbook:
        raise
    except BaseException as error:  # as below
        raise NotAWorkbook(repr(error)[:300]) from error


def _whole_sheets(content: bytes) -> list[dict[str, Any]]:
    from python_calamine import load_workbook

    book, found = load_workbook(io.BytesIO(content)), list[dict[str, Any]]()
    for name in book.sheet_names[:_MOST_SHEETS]:
        sheet = book.get_sheet_by_name(name)
        if sheet.total_height > _MOST_ROWS:
            raise NotAWorkbook(f"{sheet.total_height} rows")
        rows = [[_plain(cell) for cell in row[:_MOST_COLUMNS]] for row in sheet.to_python(skip_empty_area=False)]
        merged = [[*first, *last] for first, last in sheet.merged_cell_ranges or ()]
        found.append({"name": name, "rows": rows, "merged": merged})
    return found


def _plain(cell: Any) -> Any:
    return cell if isinstance(cell, str | bool | int | float) else {"day": str(cell)}


def _opened(content: bytes, most: int) -> list[list[list[Any]]]:
    if not content.startswith(_OLD_EXCEL):
        _look_inside(content)
    try:
        return _sheets(content, most)
    except NotAWorkbook:
        raise
    except BaseException as error:  # the reader is Rust: what it cannot read it may panic over
        raise NotAWorkbook(repr(error)[:300]) from error


def _sheets(content: bytes, most: int) -> list[list[list[Any]]]:
    from python_calamine import load_workbook

    book, found = load_workbook(io.BytesIO(content)), list[list[list[Any]]]()
    for name in book.sheet_names:
        if len(found) == most:
            break
        sheet = book.get_sheet_by_name(name)
        if sheet.total_height and sheet.total_width:
            if sheet.total_height > _MOST_ROWS:
                raise NotAWorkbook(f"{sheet.total_height} rows")
            rows = [row[:_MOST_COLUMNS] for row in sheet.to_python(skip_empty_area=False)]
            found.append(_down(rows, sheet.merged_cell_ranges or ()))
    return found


def _down(rows: list[list[Any]], merged: Iterable[Merged]) -> list[list[Any]]:
    """What is written once beside several rows belongs to each of them; where that is text it is no head."""
    for (first, column), (last, _) in merged:
        for at in range(first + 1, min(last + 1, len(rows))):
            told = rows[first][column] if column < len(rows[first]) else ""
            if told and column < len(rows[at]) and _has_more(rows[at], column):
                rows[at][column] = rows[at][column] or told
    return rows


def _has_more(row: Sequence[Any], column: int) -> bool:
    """Whether anything stands in the row by itself: not below a head of two rows."""
    return any(cell for at, cell in enumerate(row) if at != column)


def _typed(content: bytes) -> list[list[Any]]:
    """As Excel here writes it: UTF-8 or Windows' own letters, semicolons more often than commas."""
    text = _decoded(content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    between = max(_BETWEEN, key=first.count)
    try:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=between), _MOST_ROWS + 1))
    except csv.Error as error:
        raise NotAWorkbook(repr(error)[:300]) from error
    if len(rows) > _MOST_ROWS:
        raise NotAWorkbook(f"more than {_MOST_ROWS} rows")
    return [row[:_MOST_COLUMNS] for row in rows]


def _decoded(content: bytes) -> str:
    """What holds letters that nobody types is no text."""
    for encoding in ("utf-16" if content.startswith(_UTF_16) else "utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeError:
            continue
        if not _ODD.search(text):
            return text
    raise NotAWorkbook("neither a workbook nor text")


def _look_inside(content: bytes) -> set[str]:
    """What lies in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except Exception as error:
        raise NotAWorkbook(repr(error)[:300]) from error
    names = {part.filename for part in parts}
    if not _BOOKS & names:
        raise NotAWorkbook("neither .xlsx nor .ods nor .xls")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > _MOST_UNPACKED:
        raise NotAWorkbook(f"{unpacked} bytes unpacked")
    return names
