"""What became of a date is asked for in words, or it is to be as it was: "siapa yang ubah2 tanggal musrenbang maiwa",
"kembalikan semua ke tanggal semula"."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any

from bot.core.forms.digits import whole
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store.calendar import changes, occasions
from bot.store.calendar.changes import MOVED, Change
from bot.store.calendar.occasions import Occasion
from bot.store.people import people
from bot.work.access import allowed, button
from bot.work.calendar import moved_together, moving, pages, reasons, stated, venues
from bot.work.calendar.permitted import may_set, meetings
from bot.work.calendar.typed import kinds_in, names_of
from bot.work.saying.naming import date_of, occasion_name, place_name, whole_date
from bot.work.visit import Visit

_BEHIND, _AHEAD, _AT_ONCE = timedelta(days=60), timedelta(days=200), timedelta(minutes=10)
_LONGEST, _SHOWN, _LINES = 14, 4, 12  # words; meetings; what happened to each
_FIGURES = 2  # of a day


async def tell(visit: Visit, heard: Heard) -> bool:
    """Of the meetings that are named, else of the one that is looked at, else of what changed last."""
    if not isinstance(heard, Typed) or not asks(visit, heard.text):
        return False
    found = await _meant(visit, heard.text, _BEHIND) or await venues.shown(visit)
    happened = await visit.ask_once(changes.of, [one.id for one in found])
    order = list(dict.fromkeys(change.occasion_id for change in happened))
    is_named = bool(stated.places_in(visit, heard.text))
    by_id = {one.id: one for one in found}
    told = [by_id[number] for number in order][: _SHOWN if is_named else 1]
    shown = [change for change in happened if change.occasion_id in {one.id for one in told}]
    called = await visit.ask_once(people.names, [change.by for change in shown])
    each = [await _lines(visit, one, [it for it in shown if it.occasion_id == one.id], called) for one in told]
    visit.say("jadwal_riwayat", acara=each, lain=len(order) - len(told) if is_named else 0)
    return True


async def _lines(visit: Visit, one: Occasion, happened: Sequence[Change], called: dict[int, str]) -> dict[str, Any]:
    lines = []
    for it in happened[:_LINES]:
        was, to = it.moved if it.kind == MOVED else (None, None)
        why = await visit.ask_once(occasions.why_moved, one.id, to, it.by) if to is not None else it.detail.get("why")
        line = {"apa": it.kind, "oleh": called.get(it.by or 0, ""), "alasan": why or ""}
        line |= {"waktu": f"{visit.office.day(it.at)}, {visit.office.local(it.at):%H.%M}"}
        days = {"dari": was, "ke": to}
        lines.append(line | {key: whole_date(visit.office, one.kind, at) if at else "" for key, at in days.items()})
    names = {"nama": occasion_name(visit.office, one), "wilayah": place_name(visit.office, one.wilayah)}
    return names | {"hari": date_of(visit.office, one), "kejadian": lines}


async def put_back(visit: Visit, heard: Heard) -> bool:
    """Those that are named, else those that they moved last, to the days that they had."""
    day = _day_of(visit, heard.text) if isinstance(heard, Typed) else 0
    if not isinstance(heard, Typed) or not (day or _goes_back(visit, heard.text)):
        return False
    found = {one.id: one for one in await _meant(visit, heard.text, timedelta()) if _may_move(visit, one)}
    moved = await visit.ask_once(changes.of, list(found), (MOVED,))
    last = list({change.occasion_id: change for change in reversed(moved)}.values())
    if not stated.places_in(visit, heard.text):
        own = [change for change in last if change.by == visit.me.id]
        newest = max((change.at for change in own), default=visit.now)
        last = [change for change in own if newest - change.at < _AT_ONCE]
    pairs = [(found[change.occasion_id], visit.office.local(change.moved[0])) for change in last]
    pairs = [(one, to) for one, to in pairs if to > visit.now]
    pairs.sort(key=lambda pair: pair[1])
    if day and (len(pairs) != 1 or pairs[0][1].day != day):
        return False  # that was never its day
    why = reasons.announced_in(visit, heard.text)
    if len(pairs) > 1:
        moved_together.ask(visit, pairs, why)
    elif pairs:
        await (moving.wish(visit, *pairs[0], why) if why else moving.ask_why(visit, *pairs[0]))
    else:
        visit.say("jadwal_tak_ada_semula")
    return True


def _may_move(visit: Visit, one: Occasion) -> bool:
    return may_set(visit.office, visit.grants, one.kind, one.wilayah)


async def _meant(visit: Visit, text: str, behind: timedelta) -> list[Occasion]:
    begins, places = pages.day_begins(visit.office, visit.now), stated.places_in(visit, text)
    scopes = places or sorted({grant.scope for grant in visit.grants})
    known = [kind.key for kind in visit.office.catalog.calendar.kinds.values() if not kind.stage]
    found = await visit.ask_once(occasions.between, scopes, begins - behind, begins + _AHEAD, known)
    kinds = kinds_in(meetings(visit.office, visit.grants), stated.named(visit, text).rest)
    fitting = [one for one in found if one.kind in kinds] or found
    return [one for one in fitting if one.wilayah in places] or fitting


def asks(visit: Visit, text: str) -> bool:
    known, spoken = visit.office.catalog.world.dates_changed, _spoken(visit, text)
    return all(not known[key].isdisjoint(spoken) for key in ("tanya", "ubah")) and _is_of_date(visit, spoken)


def _goes_back(visit: Visit, text: str) -> bool:
    known, spoken = visit.office.catalog.world.dates_changed, _spoken(visit, text)
    goes_back = "?" not in text and all(not known[key].isdisjoint(spoken) for key in ("kembali", "semula"))
    return goes_back and _is_of_date(visit, spoken)


def _day_of(visit: Visit, text: str) -> int:
    """ "Batal, kembalikan lagi ke 4": the day of the month to which it goes back; 0 where none is told."""
    world, spoken = visit.office.catalog.world, _spoken(visit, text)
    if "?" in text or world.dates_changed["kembali"].isdisjoint(spoken):
        return 0
    leads = {*world.spellings.days.date} | world.reasons["ke_hari_lain"]
    told = (whole(word, _FIGURES) for before, word in pairwise(spoken) if before in leads)
    return next((day for day in told if day), 0)


def _spoken(visit: Visit, text: str) -> list[str]:
    """Empty for whoever has nothing to do with dates, and where more is told."""
    spoken = [key_of(word).strip(",.?!") for word in text.split()] if allowed(button("j"), visit.grants) else []
    return spoken if len(spoken) <= _LONGEST else []


def _is_of_date(visit: Visit, spoken: Sequence[str]) -> bool:
    known = visit.office.catalog.world.dates_changed["tanggal"]
    return not (known | names_of(meetings(visit.office, visit.grants))).isdisjoint(spoken)
