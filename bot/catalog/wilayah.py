"""The places of one kabupaten, out of a file with all of Indonesia: only its own lines are looked at."""

import csv
from collections.abc import Iterator
from pathlib import Path

from bot.catalog.problem import Problem
from bot.core.forms.digits import is_digits
from bot.core.places.places import Places

FILE = "wilayah/wilayah.csv"


def read_places(content: Path, kabupaten: str) -> tuple[Places | None, list[Problem]]:
    """None when there is nothing to work with; the problems say why."""
    rows, problems = _read_rows(content / FILE, kabupaten)
    if not any(code == kabupaten for code, _ in rows):
        problems.append(Problem(FILE, kabupaten, f"Kabupaten {kabupaten} tidak ada di daftar wilayah."))
        return None, problems
    known = {code for code, _ in rows}
    dusun, dusun_problems = _read_dusun(content, kabupaten, known)
    return Places(rows, dusun, _province(content / FILE, kabupaten)), problems + dusun_problems


def _read_rows(path: Path, kabupaten: str) -> tuple[list[tuple[str, str]], list[Problem]]:
    if not path.is_file():
        return [], [Problem(FILE, "", "Berkas ini tidak ada.")]
    rows: dict[str, str] = {}
    problems = []
    for number, row in own_lines(path, kabupaten):
        fault = _fault_in(row, rows)
        if fault:
            problems.append(Problem(FILE, f"baris {number}", fault))
        else:
            rows[row[0]] = row[1]
    return list(rows.items()), problems


def own_lines(path: Path, prefix: str) -> Iterator[tuple[int, list[str]]]:
    """The rows whose code is or begins with the prefix, with their line numbers; the file is sorted by code."""
    data = path.read_bytes()
    start = data.find(b"\n" + prefix.encode()) + 1
    if start == 0:
        return
    stop = start
    while data.startswith(prefix.encode(), stop):
        stop = data.find(b"\n", stop) + 1 or len(data)
    first = data.count(b"\n", 0, start) + 1
    yield from enumerate(csv.reader(data[start:stop].decode(errors="replace").splitlines()), first)


def _province(path: Path, kabupaten: str) -> str:
    """Its name; empty where the list has none."""
    return next((row[1].strip() for _, row in own_lines(path, f"{kabupaten[:2]},") if len(row) == 2), "")


def _fault_in(row: list[str], known: dict[str, str]) -> str | None:
    if len(row) != 2 or not row[1].strip():
        return "Setiap baris berisi kode dan nama."
    code = row[0]
    lengths = [len(part) for part in code.split(".")]
    if lengths not in ([2, 2], [2, 2, 2], [2, 2, 2, 4]) or not is_digits(code.replace(".", "")):
        return f"Kode “{code}” tidak berbentuk 73.16, 73.16.01 atau 73.16.01.2002."
    if code in known:
        return f"Kode “{code}” ada dua kali."
    if len(lengths) > 2 and code.rpartition(".")[0] not in known:
        return f"Wilayah di atas “{code}” tidak ada."
    return None


def _read_dusun(content: Path, kabupaten: str, known: set[str]) -> tuple[dict[str, list[str]], list[Problem]]:
    """Dusun and lingkungan by desa code. Most kabupaten have no such file: their dusun are typed and confirmed."""
    name = f"wilayah/dusun/{kabupaten}.csv"
    path = content / name
    dusun: dict[str, list[str]] = {}
    problems: list[Problem] = []
    if not path.is_file():
        return dusun, problems
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        for number, row in enumerate(csv.reader(lines), 1):
            fault = None if number == 1 else _dusun_fault(row, known, dusun)
            if fault:
                problems.append(Problem(name, f"baris {number}", fault))
            elif number > 1:
                dusun.setdefault(row[0], []).append(row[1].strip())
    return dusun, problems


def _dusun_fault(row: list[str], known: set[str], dusun: dict[str, list[str]]) -> str | None:
    if len(row) != 2 or not row[1].strip():
        return "Setiap baris berisi kode desa dan nama dusun."
    if row[0].count(".") != 3 or row[0] not in known:
        return f"Desa dengan kode “{row[0]}” tidak ada di daftar wilayah."
    if row[1].strip() in dusun.get(row[0], ()):
        return f"“{row[1].strip()}” ada dua kali di desa yang sama."
    return None
