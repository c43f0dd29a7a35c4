"""A workbook as an office opens it: in LibreOffice, printed there, and saved by it."""

import io
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from python_calamine import load_workbook

_BUSY = 180.0  # seconds; it starts in three on a quiet machine


@dataclass(frozen=True)
class Opened:
    """`content`: the workbook as LibreOffice has saved it; `pages`: the words of each page it would print."""

    content: bytes
    pages: list[str]


def sheets_of(content: bytes) -> list[list[list[Any]]]:
    book = load_workbook(io.BytesIO(content))
    return [book.get_sheet_by_index(at).to_python() for at in range(len(book.sheet_names))]


def opened(content: bytes, folder: Path) -> Opened:
    """Raises CalledProcessError when it cannot be opened. Skipped, which CI does not allow, where there is none."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("NOT TESTED in LibreOffice: soffice is not installed")
    given = folder / "buku.xlsx"
    given.write_bytes(content)
    return Opened(
        _converted(program, given, "xlsx", folder / "lagi").read_bytes(),
        [page.extract_text() for page in PdfReader(_converted(program, given, "pdf", folder / "cetak")).pages],
    )


def _converted(program: str, given: Path, kind: str, to: Path) -> Path:
    own = f"-env:UserInstallation={(given.parent / 'profil').as_uri()}"
    command = [program, own, "--headless", "--convert-to", kind, "--outdir", str(to), str(given)]
    subprocess.run(command, check=True, capture_output=True, timeout=_BUSY)
    return to / f"{given.stem}.{kind}"


def opens_whole(content: bytes, folder: Path, heads: Sequence[Sequence[str]]) -> Opened:
    """Nothing was repaired away, and every printed page is as wide as its sheet: it has the first and the last heading.
    `heads`: of each sheet."""
    seen = opened(content, folder)
    assert sheets_of(seen.content) == sheets_of(content)
    for page in seen.pages:
        told = "".join(page.split())
        ends = [("".join(head[0].split()), "".join(head[-1].split())) for head in heads]
        assert any(first in told and last in told for first, last in ends), page
    return seen
