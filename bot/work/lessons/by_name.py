"""What belongs to lessons, asked for by its name inside a sentence: a test, how far one is, lessons without pictures, a
lesson once more, the practice of leading."""

from collections.abc import Sequence

from bot.core.lessons.exams import AFTER, BEFORE
from bot.core.lessons.finding import names_title
from bot.work.access import EXAMINED, allowed, button
from bot.work.lessons import exams
from bot.work.lessons.reading import readable, standing
from bot.work.visit import Visit

_LONGEST, _NAMED = 10, 0.5  # words; how much of its title names a lesson


async def asked_for(visit: Visit, words: Sequence[str]) -> str | None:
    """The data of the button; None where nothing of it is named."""
    if not 0 < len(words) <= _LONGEST or not allowed(button("x"), visit.grants):
        return None
    learning, told = visit.office.catalog.world.learning, " ".join(words)
    for name, data in (("hemat", "x:hemat"), ("gambar_lagi", "x:boros"), ("latihan_memandu", "x:latihan")):
        if any(f" {phrase} " in f" {told} " for phrase in learning[name]):
            return data
    for name, data in (("kemajuanku", "x:awal"), ("kartu", "x:ulang")):
        if told in learning[name]:
            return data
    return await _test(visit, words) or await _again(visit, words)


async def _test(visit: Visit, words: Sequence[str]) -> str | None:
    """ "Mauka kerja tes awal": with nothing but polite words around it. One that is not open, or was taken, stands on
    the page of the certificate."""
    beside = visit.office.catalog.world.learning["iringan_tes"]
    named = [kind for kind in (BEFORE, AFTER) if f" tes {kind} " in f" {' '.join(words)} "]
    examined = any(grant.role in EXAMINED for grant in visit.grants)
    is_alone = {*words} <= beside | {"tes", BEFORE, AFTER}
    if len(named) != 1 or not examined or not is_alone:
        return None
    taken = await exams.taken_by(visit)
    may = taken.may_begin_first() if named[0] == BEFORE else taken.may_begin_last()
    return f"x:tes:{named[0]}" if may or taken.open_one(named[0]) is not None else "x:sertifikat"


async def _again(visit: Visit, words: Sequence[str]) -> str | None:
    """ "Ulangi L40", "mauka ulang pelajaran dibacakan kembali", "ulangi pelajaran kemarin"."""
    learning = visit.office.catalog.world.learning
    if learning["mengulang"].isdisjoint(words):
        return None
    lessons = visit.office.catalog.curriculum.lessons
    key = next((word.upper() for word in words if word.upper() in lessons), None)
    if key is None and not {"pelajaran", "pelajarannya", "materi"}.isdisjoint(words):
        best = max(lessons.values(), key=lambda one: names_title(one.title, " ".join(words)), default=None)
        if best is not None and names_title(best.title, " ".join(words)) >= _NAMED:
            key = best.key
        elif not learning["yang_lalu"].isdisjoint(words):
            key = await _opened_last(visit)
    return f"x:baca:{key}:1" if key is not None and readable(visit, key) is not None else None


async def _opened_last(visit: Visit) -> str | None:
    stands = await standing(visit)
    opened = [(one.opened_at, key) for key, one in stands.seen.items() if one.opened_at is not None] if stands else []
    return max(opened)[1] if opened else None
