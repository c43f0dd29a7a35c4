"""Spreadsheets from offices (.xlsx, .xls, .ods) as plain rows; formulas are not computed, macros not looked at."""

import io
import zipfile
from typing import Any

#: A file of a few kilobytes may unpack to gigabytes.
_MOST_UNPACKED = 60_000_000
_MOST_ROWS = 20_000
_MOST_COLUMNS = 60
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What lies in an .xlsx and in an .ods; other packages are not read.
_BOOKS = {"xl/workbook.xml", "content.xml"}


class NotAWorkbook(Exception):
    """The file cannot be opened as a spreadsheet within the limits."""


def rows_of(content: bytes) -> list[list[Any]]:
    """The rows of the first sheet that has any, from its first row and column on. Only in a sandbox: two cells far
    apart make the reader ask for all the memory there is. Raises NotAWorkbook for whatever it says."""
    if not content.startswith(_OLD_EXCEL):
        _look_inside(content)
    try:
        return _rows(content)
    except NotAWorkbook:
        raise
    except BaseException as error:  # the reader is Rust: what it cannot read it may panic over
        raise NotAWorkbook(repr(error)[:300]) from error


def _rows(content: bytes) -> list[list[Any]]:
    from python_calamine import load_workbook

    book = load_workbook(io.BytesIO(content))
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.total_height and sheet.total_width:
            if sheet.total_height > _MOST_ROWS:
                raise NotAWorkbook(f"{sheet.total_height} rows")
            return [row[:_MOST_COLUMNS] for row in sheet.to_python(skip_empty_area=False)]
    return []


def _look_inside(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except Exception as error:
        raise NotAWorkbook(repr(error)[:300]) from error
    if not _BOOKS & {part.filename for part in parts}:
        raise NotAWorkbook("neither .xlsx nor .ods nor .xls")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > _MOST_UNPACKED:
        raise NotAWorkbook(f"{unpacked} bytes unpacked")
