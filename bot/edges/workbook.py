"""Spreadsheets from offices (.xlsx, .xls, .ods) as plain rows; formulas are not computed, macros not looked at."""

import zipfile
from pathlib import Path
from typing import Any

#: A file of a few kilobytes may unpack to gigabytes.
_MOST_UNPACKED = 60_000_000
_MOST_ROWS = 20_000
_MOST_COLUMNS = 60


class NotAWorkbook(Exception):
    """The file cannot be opened as a spreadsheet within the limits."""


def rows_of(path: Path) -> list[list[Any]]:
    """The rows of the first sheet that has any, from its first row and column on. Blocking: call in a thread."""
    from python_calamine import CalamineError, load_workbook

    _look_inside(path)
    try:
        book = load_workbook(str(path))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height and sheet.total_width:
                _measure(sheet.total_height)
                return [row[:_MOST_COLUMNS] for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, OSError, ValueError) as error:
        raise NotAWorkbook(repr(error)) from error
    except BaseException as error:  # the reader is Rust: what it cannot read it may panic over
        if type(error).__name__ != "PanicException":
            raise
        raise NotAWorkbook(repr(error)) from error
    return []


def _look_inside(path: Path) -> None:
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise NotAWorkbook(repr(error)) from error
    if unpacked > _MOST_UNPACKED:
        raise NotAWorkbook(f"{unpacked} bytes unpacked")


def _measure(height: int) -> None:
    if height > _MOST_ROWS:
        raise NotAWorkbook(f"{height} rows")
