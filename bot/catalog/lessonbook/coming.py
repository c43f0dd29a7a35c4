"""A workbook that came back, read: the rows of each lesson, and every fault with its line and its cure."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from bot.catalog.lessonbook.layout import (
    ANSWER,
    HEADS,
    INDEX,
    INDEX_HEADS,
    LESSON,
    MARK,
    MESSAGE,
    ONCE,
    PART,
    PARTS,
    PICTURE,
    QUESTION,
    RIGHT,
    TEXT,
    TEXTS,
    TITLE,
    WHY,
    Row,
    cleaned,
)
from bot.catalog.lessonbook.tables import Fault, Line, Sheet, Table, spread_over, table_in

_YES = {"ya", "y", "benar", "betul", "true", "x", "v", "✓", "✔", "1"}
_NO = {"", "tidak", "t", "bukan", "salah", "false", "-", "0"}
_SPLITS = re.compile(r"(?m)^\s*---\s*$")
_LINES = {MESSAGE, PICTURE}  # parts whose text may go over several lines
_MARK_SHAPE = re.compile(r"[0-9a-f]{16}")


@dataclass
class Told:
    """One lesson as the workbook tells it. `lines`: of each row. `mark`: of the text it was made from. `is_whole`: all
    its lines are known for what they are, so that the rules can be asked about the rest."""

    key: str
    mark: str = ""
    rows: list[Row] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    is_sound: bool = True
    is_whole: bool = True

    def breaks(self) -> None:
        self.is_sound = self.is_whole = False


@dataclass
class Coming:
    """`beside`: columns that are not read."""

    lessons: dict[str, Told] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)

    def fault(self, line: int, sentence: str, told: Told | None = None) -> None:
        self.faults.append(Fault(TEXTS, line, sentence))
        if told is not None:
            told.is_sound = False


def read_book(sheets: Sequence[Sheet], known: AbstractSet[str]) -> Coming:
    """`known`: the lessons there are."""
    coming = Coming()
    table, faults = table_in(sheets, TEXTS, HEADS)
    index, more = table_in(sheets, INDEX, INDEX_HEADS)
    coming.faults += [*faults, *more]
    if table is not None:
        coming.beside = table.beside
        _read_lines(coming, table, known, _judge_merged(coming, table))
        _judge_wholes(coming)
    if table is not None and index is not None:
        _read_marks(coming, index)
    if table is not None and not coming.lessons and not coming.faults:
        coming.fault(0, "Tidak ada isinya. Pakai lembar kerja dari perintah keluar.")
    return coming


def _judge_merged(coming: Coming, table: Table) -> frozenset[int]:
    """The lines that a merged cell hides. The name of a lesson may stand over all its lines."""
    hidden = set[int]()
    others = [place for head, place in table.columns.items() if head != LESSON]
    for first, last in spread_over(table.sheet, others):
        hidden.update(range(first, last + 1))
        coming.fault(first, f"Sel digabung sampai baris {last}. Pisahkan selnya lagi, lalu isi tiap sel sendiri.")
    return frozenset(hidden)


def _read_lines(coming: Coming, table: Table, known: AbstractSet[str], hidden: AbstractSet[int]) -> None:
    key, strange = "", set[str]()
    for line in table.lines():
        key = cleaned(_shown(line.cells[LESSON])).upper() or key
        if not key:
            coming.fault(line.number, f"Kolom {LESSON} kosong. Tulis kode pelajarannya, misalnya L31.")
        elif key in known:
            told = coming.lessons.setdefault(key, Told(key))
            told.breaks() if line.number in hidden else _read_line(coming, told, line)
        elif key not in strange:
            strange.add(key)
            cure = "Betulkan kodenya; pelajaran baru dibuat sebagai berkas .md."
            coming.fault(line.number, f"Pelajaran “{key}” tidak ada. {cure}")


def _read_line(coming: Coming, told: Told, line: Line) -> None:
    part = _part(line.cells[PART])
    if part is None:
        shown = cleaned(_shown(line.cells[PART]))
        told.breaks()
        coming.fault(line.number, f"Bagian “{shown}” tidak dikenal. Tulis salah satu: {', '.join(PARTS)}.")
        return
    row = Row(part, _text(line.cells[TEXT], part), _yes(line.cells[RIGHT]) or False, _text(line.cells[WHY], part))
    for sentence in (*_odd_cells(line), *_order_faults(told, part), *_beside_faults(part, line), *_text_faults(row)):
        coming.fault(line.number, sentence, told)
    if part != ANSWER or any(one.part == QUESTION for one in told.rows):
        told.rows.append(row)
        told.lines.append(line.number)


def _part(cell: Any) -> str | None:
    """“pesan 2:” is a Pesan: whoever counts them is not sent back."""
    word = re.sub(r"[\W\d_]+", "", str(cell)).lower()
    return next((part for part in PARTS if part.lower() == word), None)


def _odd_cells(line: Line) -> list[str]:
    """What is no text: a day, or the 0 that stands where a formula was not computed."""
    found = []
    for head in (TEXT, WHY):
        cell = line.cells[head]
        if isinstance(cell, Mapping):
            found.append(f"Kolom {head} berisi tanggal. Jadikan selnya teks, lalu tulis ulang.")
        elif cell == 0 and not isinstance(cell, str):
            found.append(f"Kolom {head} berisi 0 atau rumus yang belum dihitung. Tulis hasilnya sebagai teks.")
    if _yes(line.cells[RIGHT]) is None:
        found.append(f"Kolom {RIGHT} berisi “{_shown(line.cells[RIGHT])}”. Tulis ya, atau kosongkan.")
    return found


def _order_faults(told: Told, part: str) -> list[str]:
    before, was_whole = {row.part for row in told.rows}, told.is_whole
    found = []
    if part in ONCE and part in before:
        found = [f"Bagian {part} dari {told.key} sudah ada di atasnya. Hapus salah satunya."]
    elif part == ANSWER and QUESTION not in before:
        told.breaks()
        cure = f"Pindahkan ke bawah baris {QUESTION} yang dijawabnya."
        found = [f"Jawaban ini mendahului soalnya. {cure}"] if was_whole else []  # its line may be one of those
    elif part == MESSAGE and QUESTION in before:
        found = ["Pesan ini berdiri di bawah kuis. Pindahkan ke atas baris Kuis yang pertama."]
    return found


def _beside_faults(part: str, line: Line) -> list[str]:
    if part == ANSWER:
        return []
    found = []
    if cleaned(_shown(line.cells[WHY])):
        found.append(f"{WHY} hanya untuk baris {ANSWER}. Kosongkan sel itu, atau pindahkan isinya.")
    if _yes(line.cells[RIGHT]):
        found.append(f"Kolom {RIGHT} hanya untuk baris {ANSWER}. Kosongkan sel itu.")
    return found


def _text_faults(row: Row) -> list[str]:
    found = []
    if not row.text:
        found.append(
            f"Teks {row.part} kosong. Isi, atau hapus barisnya. Teks yang mulai dengan = atau - butuh sel jenis teks."
        )
    elif _SPLITS.search(row.text):
        found.append("Ada baris --- di dalam sel. Jadikan dua baris Pesan.")
    if row.part == ANSWER and not row.why:
        found.append(f"{WHY} jawaban ini kosong. Tulis mengapa benar atau belum.")
    return found


def _judge_wholes(coming: Coming) -> None:
    """What a lesson cannot be without, told at its first line."""
    for told in coming.lessons.values():
        parts = {row.part for row in told.rows}
        missing = [part for part in (TITLE, MESSAGE, QUESTION) if part not in parts]
        if missing and told.is_whole:
            told.breaks()
            for part in missing:
                sentence = f"{told.key} tidak punya baris {part}. Tambahkan, atau hapus semua barisnya."
                coming.fault(told.lines[0], sentence)


def _read_marks(coming: Coming, index: Table) -> None:
    marks = {
        cleaned(_shown(line.cells[LESSON])).upper(): (line.number, cleaned(_shown(line.cells[MARK])).lower())
        for line in index.lines()
    }
    for told in coming.lessons.values():
        number, mark = marks.get(told.key, (0, ""))
        if _MARK_SHAPE.fullmatch(mark):
            told.mark = mark
            continue
        told.is_sound = False
        what = f"Sidik {told.key} berubah" if number else f"{told.key} tidak ada di lembar ini"
        cure = f"Salin dari lembar kerja semula, atau buat lagi: python -m bot pelajaran keluar BARU.xlsx {told.key}"
        coming.faults.append(Fault(INDEX, number, f"{what}. {cure}"))


def _yes(cell: Any) -> bool | None:
    """None: neither a yes nor a no."""
    word = cleaned(_shown(cell)).lower()
    return True if word in _YES else False if word in _NO else None


def _text(cell: Any, part: str) -> str:
    text = cleaned(_shown(cell))
    return text if part in _LINES else " ".join(text.split())


def _shown(cell: Any) -> str:
    """As the program for tables shows it: 30 and not 30.0."""
    if isinstance(cell, Mapping):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
