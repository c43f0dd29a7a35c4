"""What somebody knew before and knows now, as a picture: the five parts of the field, and all of it together."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.lessons.exams import AFTER, PARTS
from bot.store.lessons import exams as stored
from bot.store.lessons.exams import Exam
from bot.work.saying import files
from bot.work.visit import Visit


def first_for(done: Exam, taken: Sequence[Exam]) -> Exam | None:
    """What this test is held against: the first one, on a training day that of the morning; None for a first one."""
    if done.kind != AFTER:
        return None
    same_day = [exam for exam in taken if exam.occasion_id == done.occasion_id]
    return stored.first_of(same_day) or (stored.first_of(taken) if done.occasion_id is None else None)


async def show(visit: Visit, first: Exam, last: Exam) -> None:
    async with visit.ask() as connection:
        before = await stored.by_module(connection, first.id)
        after = await stored.by_module(connection, last.id)
    rows = [_row(visit, number, before, after) for number in range(1, len(PARTS) + 1)]
    total, day = _bars((first.right, first.asked), (last.right, last.asked)), visit.office.day
    args = {
        "title": visit.text("tes_gambar_judul"),
        "note": visit.text("tes_gambar_catatan", dari=day(first.begun_at), sampai=day(visit.now)),
        "total": {"name": visit.text("tes_gambar_semua"), **total},
        "rows": [row for row in rows if row["before"][1] or row["after"][1]],
        "legend": [visit.text("tes_gambar_sebelum"), visit.text("tes_gambar_sesudah")],
        "filename": visit.text("tes_gambar_berkas"),
    }
    files.make(visit, "gain_picture", args, kind="photo")


def _row(visit: Visit, number: int, before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    part = PARTS[number - 1]
    return {"name": visit.text(f"tes_bagian.{number}"), **_bars(_sum(before, part), _sum(after, part))}


def _bars(before: tuple[int, int], after: tuple[int, int]) -> dict[str, Any]:
    return {"before": list(before), "after": list(after)}


def _sum(found: Mapping[str, tuple[int, int]], part: Sequence[str]) -> tuple[int, int]:
    """(right, asked) of a part."""
    pairs = [found.get(module, (0, 0)) for module in part]
    return sum(right for right, _ in pairs), sum(asked for _, asked in pairs)
