"""What somebody wants to set, and what there is to think of before it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.core.calendar.rules import OccasionKind
from bot.core.calendar.usual import is_usual
from bot.core.calendar.warnings import Other, warnings
from bot.core.forms.say import Words
from bot.core.places.spelling import fold
from bot.core.wilayah import DESA, KABUPATEN, KECAMATAN, kecamatan_of, level_of, lies_in
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.work.calendar.permitted import usual_text
from bot.work.office import Office
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.tasks import planning
from bot.work.visit import Visit

_BESIDE = timedelta(hours=1)
_NAMED = 5  # villages in one sentence


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to set; `at`: local time."""

    kind: OccasionKind
    wilayah: str
    at: datetime
    about: str = ""
    place: str = ""


def wish_of(office: Office, answers: Mapping[str, Any]) -> Wish | None:
    """None while not everything is told."""
    when = answers.get("waktu") or answers.get("tanggal")
    kind = office.catalog.calendar.kinds.get((answers.get("macam") or {}).get("value", ""))
    if when is None or kind is None:
        return None
    named = next((answers[level]["code"] for level in (DESA, KECAMATAN) if level in answers), None)
    about, place = ((answers.get(key) or {}).get("text", "") for key in ("nama", "tempat"))
    return Wish(kind, named or office.catalog.places.kabupaten.code, local_time(office, when), about, place)


def local_time(office: Office, when: Mapping[str, str]) -> datetime:
    """An answer of the kind `waktu` as a time; a day alone is its beginning."""
    hour, minute = (int(part) for part in when.get("at", "00.00").split("."))
    return datetime.combine(date.fromisoformat(when["day"]), time(hour, minute), office.zone)


async def findings(visit: Visit, wish: Wish, moved: int | None = None) -> list[Words]:
    """What to think of before this date stands. `moved`: the occasion that would move there."""
    calendar, now = visit.office.catalog.calendar, visit.office.local(visit.now)
    kecamatan = kecamatan_of(wish.wilayah)
    async with visit.ask() as connection:
        around = (wish.at - _BESIDE, wish.at + _BESIDE)
        near = [] if level_of(wish.wilayah) == KABUPATEN else await occasions.between(connection, [kecamatan], *around)
        there = await standing(visit, wish) if moved is None else None
    others = [
        Other(
            occasion_name(visit.office, one), place_name(visit.office, one.wilayah), visit.office.local(one.starts_at)
        )
        for one in near
        if one.id != moved and one != there and (kind := calendar.kinds.get(one.kind)) is not None and not kind.stage
    ]
    found = warnings(wish.kind, wish.at, now, calendar.workdays, others)
    if there is not None:
        found.insert(0, Words("jadwal_awas_sudah_ada", {"hari": date_of(visit.office, there)}))
    if too_late := await _not_before(visit, wish):
        told = {"nama": too_late[:_NAMED], "lagi": max(len(too_late) - _NAMED, 0)}
        found.append(Words("jadwal_awas_belum_didahului", told))
    found += await _comes_too_late(visit, wish)
    if not is_usual(wish.kind.key, wish.at.date(), calendar.usual):
        found.append(Words("jadwal_biasanya", {"bulan": usual_text(visit.office, wish.kind.key)}))
    return found


async def _not_before(visit: Visit, wish: Wish) -> list[str]:
    """The villages whose own meeting comes before this one, and has no day or a later one; by name."""
    kinds = visit.office.catalog.calendar.kinds
    lists = {name for key in wish.kind.after for name in kinds[key].lists}
    if not lists:
        return []
    cycle = visit.office.cycle_of(wish.at)
    known = await visit.ask_once(occasions.of_kinds_in, wish.kind.after, wish.wilayah, cycle)
    day = wish.at.date()
    before = {one.wilayah for one in known if visit.office.local(one.starts_at).date() < day}
    codes = {code for name in lists for code in planning.targets(visit.office, wish.wilayah, name)}
    found = (visit.office.catalog.places.find(code) for code in sorted(codes - before))
    return [place.name for place in found if place is not None]


async def _comes_too_late(visit: Visit, wish: Wish) -> list[Words]:
    """For the meetings to which this one brings something, and which are no later."""
    kinds = [kind.key for kind in visit.office.catalog.calendar.kinds.values() if wish.kind.key in kind.after]
    if not kinds:
        return []
    async with visit.ask() as connection:
        cycle = visit.office.cycle_of(wish.at)
        known = await occasions.of_kinds_in(connection, kinds, kecamatan_of(wish.wilayah), cycle)
    day = wish.at.date()
    too_early = [one for one in known if lies_in(wish.wilayah, one.wilayah)]
    return [
        Words("jadwal_awas_sudah_lebih_dulu", _named(visit, one))
        for one in too_early
        if visit.office.local(one.starts_at).date() <= day
    ]


def _named(visit: Visit, one: Occasion) -> dict[str, str]:
    place, day = place_name(visit.office, one.wilayah), date_of(visit.office, one)
    return {"nama": occasion_name(visit.office, one), "wilayah": place, "hari": day}


async def standing(visit: Visit, wish: Wish) -> Occasion | None:
    """The one that stands in this place in the calendar already, however its name is spelt."""
    cycle = visit.office.cycle_of(wish.at)
    known = await visit.ask_once(occasions.of_kind, wish.kind.key, wish.wilayah, cycle)
    return next((one for one in known if fold(one.about) == fold(wish.about)), None)
