"""Lessons as they would be, judged by the rules of `check`, and what these find told by the lines of the workbook."""

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bot.catalog.catalog import problems
from bot.catalog.curriculum import LESSONS
from bot.catalog.lessonbook.files import LessonFile
from bot.catalog.lessonbook.layout import INDEX, TEXTS, Row, keys_of, place_of, steps_of
from bot.catalog.lessonbook.tables import Fault
from bot.catalog.problem import Problem

#: What to do about what a rule found, by its words; a rule that says it itself is not here.
_CURES = (
    ("kata, paling banyak", "Pendekkan, atau pindahkan sebagian ke pelajaran lain."),
    ("huruf.", "Pendekkan teksnya."),
    ("paling banyak 3", "Hapus satu soal dengan jawabannya."),
    ("paling banyak 10", "Hapus jawaban yang berlebih."),
    ("masih kosong", "Isi selnya, atau hapus barisnya."),
    ("tepat satu jawaban", "Tulis ya di kolom Benar pada satu baris saja."),
    ("sudah ada di atasnya", "Ganti atau hapus salah satunya."),
    ("belum ada pasangannya", "Tulis * sama banyak di depan dan di belakang katanya, atau hapus."),
    ("bukan bahasa Indonesia", "Ganti dengan kata sehari-hari."),
    ("rujukan.toml", "Pakai peraturan yang ada di sana, atau hapus dari teksnya."),
    ("Sama dengan", "Tulis dengan kata-kata lain."),
    ("paling sedikit", "Tambah barisnya."),
    (" pesan; harus", "Gabungkan, pecah, tambah atau hapus baris Pesan."),
    ("bita; tanpa gambar", "Pendekkan pelajarannya."),
)
_SAID_ALREADY = re.compile(r"[;:.] (pakai|ganti|bagi dua|tulis|sebut)\b|harus juga|atau ganti", re.IGNORECASE)
_LENGTH = re.compile(r"Terlalu panjang, paling banyak (\d+) huruf")


class Wanted(NamedTuple):
    """A lesson as it would be. `lines`: of the rows, in the workbook."""

    file: LessonFile
    rows: Sequence[Row]
    lines: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where in the workbook what `check` calls by a key stands."""

    wanted: Wanted

    def of(self, key: str) -> int:
        """The line that fits best; the first of the lesson for what is true of all of it."""
        lines = dict(zip(keys_of(self.wanted.rows), self.wanted.lines, strict=True))
        parts = steps_of(key)
        tries = (".".join(parts[:4]), f"{'.'.join(parts[:2])}.tanya", key)
        return next((lines[one] for one in tries if one in lines), self.wanted.lines[0])


def faults_of(content_dir: Path, kabupaten: str, wanted: Sequence[Wanted]) -> list[Fault]:
    """Everything that would be wrong in these lessons, or in others because of them. Seconds; blocking."""
    by_file = {one.file.name: one for one in wanted}
    found = _problems(content_dir, kabupaten, by_file)
    eased = {name: _eased(one, [each for each in found if each.file == name]) for name, one in by_file.items()}
    if eased != by_file:  # a text that is too long hides what else is wrong in its lesson
        told = {(one.file, _row_of(one.key)) for one in found}
        more = _problems(content_dir, kabupaten, eased)
        found += [one for one in more if (one.file, _row_of(one.key)) not in told]
    return sorted(_told(found, by_file), key=lambda fault: (fault.sheet, fault.row, fault.sentence))


def _problems(content_dir: Path, kabupaten: str, wanted: Mapping[str, Wanted]) -> list[Problem]:
    """What is said of lessons when these are among them, and would not be said without."""
    found = _judged(content_dir, kabupaten, wanted)
    if any(one.file not in wanted for one in found):
        before = set(_judged(content_dir, kabupaten, {}))
        found = [one for one in found if one.file in wanted or one not in before]
    return found


def _judged(content_dir: Path, kabupaten: str, wanted: Mapping[str, Wanted]) -> list[Problem]:
    """The content folder with other texts in some of its files: everything else is a link to what is there."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / LESSONS).mkdir()
        for path in content_dir.resolve().iterdir():
            if path.name != LESSONS:
                (folder / path.name).symlink_to(path)
        for path in (content_dir.resolve() / LESSONS).glob("*.md"):
            if f"{LESSONS}/{path.name}" not in wanted:
                (folder / LESSONS / path.name).symlink_to(path)
        for name, one in wanted.items():
            (folder / name).write_bytes(one.file.written_with(one.rows))
        return [one for one in problems(folder, kabupaten) if one.file.startswith(f"{LESSONS}/")]


def _told(found: Sequence[Problem], wanted: Mapping[str, Wanted]) -> Iterator[Fault]:
    for one in found:
        sentence = f"{one.sentence}{_cure(one.sentence)}"
        if (lesson := wanted.get(one.file)) is None:
            yield Fault(INDEX, 0, f"{one.file}: {sentence}")
            continue
        place = f", {place_of(one.key)}" if one.key else ""
        yield Fault(TEXTS, _Lines(lesson).of(one.key), f"{lesson.file.key}{place}: {sentence}")


def _cure(sentence: str) -> str:
    if _SAID_ALREADY.search(sentence):
        return ""
    return " " + next((cure for words, cure in _CURES if words in sentence), "Betulkan teks di baris ini.")


def _row_of(key: str) -> str:
    return ".".join(steps_of(key)[:4])


def _eased(one: Wanted, found: Sequence[Problem]) -> Wanted:
    """The same lesson with texts cut to what fits, for a second look."""
    cuts = {each.key: int(most[1]) for each in found if (most := _LENGTH.search(each.sentence))}
    pairs = zip(one.rows, keys_of(one.rows), strict=True)
    rows = [_cut(row, cuts.get(key) or cuts.get(f"{key}.teks"), cuts.get(f"{key}.kata")) for row, key in pairs]
    return one._replace(rows=rows)


def _cut(row: Row, text: int | None, why: int | None) -> Row:
    return row._replace(text=row.text[:text], why=row.why[:why])
