"""What to think of before a date is set. None of it blocks: whoever sets the date knows the place better."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.core.calendar.rules import OccasionKind
from bot.core.calendar.workdays import Workdays
from bot.core.forms.say import Words
from bot.core.wilayah import DESA

_FRIDAY, _SATURDAY = 4, 5
_PRAYER = (time(11, 30), time(13, 30))
_DAYTIME = (time(6, 0), time(22, 0))
_BESIDE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Other:
    """Another meeting in the same kecamatan: how it is called, where, and its local time."""

    name: str
    wilayah: str
    at: datetime


def warnings(
    kind: OccasionKind, at: datetime, now: datetime, workdays: Workdays, others: Sequence[Other] = ()
) -> list[Words]:
    """Sentences about a meeting at this local time, the gravest first. `now`: local, too."""
    found = [*_about_time(kind, at, now), *_about_day(kind, at, workdays), *_about_others(kind, at, others)]
    return [*found, *_about_invitations(kind, at, now)]


def _about_time(kind: OccasionKind, at: datetime, now: datetime) -> Iterator[Words]:
    if kind.stage:
        return
    hour = at.strftime("%H.%M")
    if at <= now:
        yield Words("jadwal_awas_lewat", {"jam": hour})
    if not _DAYTIME[0] <= at.time() < _DAYTIME[1]:
        yield Words("jadwal_awas_larut", {"jam": hour})
    if at.weekday() == _FRIDAY and _PRAYER[0] <= at.time() < _PRAYER[1]:
        yield Words("jadwal_awas_jumat")


def _about_day(kind: OccasionKind, at: datetime, workdays: Workdays) -> Iterator[Words]:
    day = at.date()
    if day in workdays.holidays:
        yield Words("jadwal_awas_libur", {"nama": workdays.holidays[day]})
    elif day.weekday() >= _SATURDAY and not _among_neighbours(kind):
        yield Words("jadwal_awas_akhir_pekan")
    if not kind.stage and workdays.is_fasting(day):
        yield Words("jadwal_awas_ramadan", {"malam": _among_neighbours(kind)})
    if not workdays.knows(day.year):
        yield Words("jadwal_awas_libur_belum", {"tahun": day.year})


def _among_neighbours(kind: OccasionKind) -> bool:
    """Held where people live, when they are at home: weekends and evenings are its best days."""
    return kind.named and DESA in kind.lists


def _about_others(kind: OccasionKind, at: datetime, others: Sequence[Other]) -> Iterator[Words]:
    """Who is invited to both, and the officers of the kecamatan, cannot be in two places."""
    if kind.stage:
        return
    for other in others:
        if abs(other.at - at) < _BESIDE:
            told = {"nama": other.name, "wilayah": other.wilayah, "jam": other.at.strftime("%H.%M")}
            yield Words("jadwal_awas_bersamaan", told)


def _about_invitations(kind: OccasionKind, at: datetime, now: datetime) -> Iterator[Words]:
    left = (at.date() - now.date()).days
    if 0 <= left < kind.invites:
        yield Words("jadwal_awas_undangan", {"hari": left, "perlu": kind.invites})
