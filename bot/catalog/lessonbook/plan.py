"""What a workbook would change: decided lesson by lesson, place by place, before anything is written. Lessons as they
would be are judged by the rules of `check`, and what these find is told by the lines of the workbook."""

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from bot.catalog.catalog import problems
from bot.catalog.curriculum import LESSONS
from bot.catalog.lessonbook.coming import Coming, Told, read_book
from bot.catalog.lessonbook.files import LessonFile, Unreadable, opened, paths
from bot.catalog.lessonbook.layout import (
    ANSWER,
    INDEX,
    PICTURE,
    RIGHT,
    TEXTS,
    WHY,
    YES,
    Row,
    keys_of,
    mark_of,
    place_of,
    steps_of,
)
from bot.catalog.lessonbook.tables import Fault, Sheet
from bot.catalog.lessonbook.versions import with_mark
from bot.catalog.problem import Problem

NOTHING = "–"


class Difference(NamedTuple):
    """`line` of the workbook; 0 = it stands there no more. `before`, `after`: NOTHING where there is none."""

    place: str
    line: int
    before: str
    after: str


def differences(before: Sequence[Row], after: Sequence[Row], lines: Sequence[int] = ()) -> list[Difference]:
    """In the order of the lesson. `lines`: of `after`."""
    found: list[Difference] = []
    numbers = list(lines) or [0] * len(after)
    old, new = keys_of(before), keys_of(after)
    for _, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        same = _paired(before[a:b], after[c:d])
        for at in range(same):
            found += _changed(place_of(new[c + at]), numbers[c + at], before[a + at], after[c + at])
        found += [Difference(place_of(old[at]), 0, _whole(before[at]), NOTHING) for at in range(a + same, b)]
        found += [Difference(place_of(new[at]), numbers[at], NOTHING, _whole(after[at])) for at in range(c + same, d)]
    return [one for one in found if one.before != one.after]


def _paired(before: Sequence[Row], after: Sequence[Row]) -> int:
    """How many of them, from the first on, are the same part with another text."""
    pairs = [old.part == new.part for old, new in zip(before, after, strict=False)]
    return pairs.index(False) if False in pairs else len(pairs)


def _changed(place: str, line: int, old: Row, new: Row) -> Iterator[Difference]:
    yield Difference(place, line, old.text, new.text)
    yield Difference(f"{place}, {RIGHT}", line, _right(old), _right(new))
    yield Difference(f"{place}, {WHY}", line, old.why or NOTHING, new.why or NOTHING)


def _whole(row: Row) -> str:
    return f"{row.text} [{_right(row)}] {row.why}" if row.part == ANSWER else row.text


def _right(row: Row) -> str:
    return YES if row.is_right else "bukan"


class Lesson(NamedTuple):
    """A lesson that differs. `theirs`: what somebody else changed meanwhile, where the text before it is kept."""

    file: LessonFile
    told: Told
    differs: Sequence[Difference]
    theirs: Sequence[Difference] = ()

    def written(self) -> bytes:
        return self.file.written_with(self.told.rows)


@dataclass
class Plan:
    """`enter`: goes in. `refused`: changed by two. `newer`: untouched in the workbook, and by now another text."""

    enter: list[Lesson] = field(default_factory=list)
    refused: list[Lesson] = field(default_factory=list)
    newer: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


def lessons_in(content_dir: Path) -> dict[str, LessonFile]:
    """By key; a file that cannot be read is left out, as a learner never sees it."""
    found = {}
    for path in paths(content_dir):
        try:
            file = opened(path)
        except Unreadable:
            continue
        found[file.key] = file
    return found


def plan_of(content_dir: Path, kabupaten: str, sheets: Sequence[Sheet]) -> Plan:
    """Everything that is wrong is in `faults`. Seconds; blocking."""
    files = lessons_in(content_dir)
    coming = read_book(sheets, files.keys())
    plan = Plan(faults=list(coming.faults), beside=coming.beside)
    for told in coming.lessons.values():
        _judge_picture(plan, files[told.key], told)
        _decide(plan, files[told.key], told)
    _judge(plan, content_dir, kabupaten, coming, files)
    plan.faults.sort(key=lambda fault: (fault.sheet, fault.row))
    return plan


def _judge_picture(plan: Plan, file: LessonFile, told: Told) -> None:
    """Words of a picture that does not exist would be read by nobody."""
    places = [line for row, line in zip(told.rows, told.lines, strict=True) if row.part == PICTURE]
    if places and "gambar" not in file.head:
        told.is_sound = False
        sentence = f"{told.key} tidak punya gambar. Hapus baris ini, atau tulis nama gambarnya dulu di {file.name}."
        plan.faults.append(Fault(TEXTS, places[0], sentence))


def _decide(plan: Plan, file: LessonFile, told: Told) -> None:
    now = file.rows()
    if not told.is_sound or told.rows == now:
        return
    differs = differences(now, told.rows, told.lines)
    if told.mark == mark_of(told.rows):
        plan.newer.append(told.key)
    elif told.mark != mark_of(now):
        base = with_mark(file, told.mark)
        plan.refused.append(Lesson(file, told, differs, differences(base.rows(), now) if base else ()))
    elif file.has_comments():
        sentence = f"{told.key}: kepala berkasnya berisi catatan (#) yang akan hilang. Ubah {file.name} langsung."
        plan.faults.append(Fault(TEXTS, told.lines[0], sentence))
    else:
        plan.enter.append(Lesson(file, told, differs))


def _judge(plan: Plan, content_dir: Path, kabupaten: str, coming: Coming, files: Mapping[str, LessonFile]) -> None:
    """Also lessons in which a line could not be read, as far as they go: one reading is enough to mend all."""
    wanted = [Wanted(one.file, one.told.rows, one.told.lines) for one in plan.enter]
    halves = [told for told in coming.lessons.values() if told.is_whole and not told.is_sound]
    wanted += [Wanted(files[told.key], told.rows, told.lines) for told in halves]
    if wanted:
        known = {(fault.sheet, fault.row) for fault in plan.faults}
        found = faults_of(content_dir, kabupaten, wanted)
        plan.faults += [one for one in found if (one.sheet, one.row) not in known]


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
