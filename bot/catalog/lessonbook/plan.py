"""What a workbook would change: decided lesson by lesson, place by place, before anything is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from bot.catalog.lessonbook.coming import Coming, Told, read_book
from bot.catalog.lessonbook.files import LessonFile, Unreadable, opened, paths
from bot.catalog.lessonbook.judging import Wanted, faults_of
from bot.catalog.lessonbook.layout import ANSWER, PICTURE, RIGHT, TEXTS, WHY, YES, Row, keys_of, mark_of, place_of
from bot.catalog.lessonbook.tables import Fault, Sheet
from bot.catalog.lessonbook.versions import with_mark

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
