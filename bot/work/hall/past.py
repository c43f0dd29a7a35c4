"""Meetings that are over, of this planning year and of a year back: what they decided, and who came, is corrected and
told long after."""

from datetime import datetime, timedelta

from bot.core.forms.say import Words
from bot.core.understanding.times.days import DAYS, show_short
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.work.access import command
from bot.work.calendar.pages import plan_begins
from bot.work.hall.args import number
from bot.work.hall.meeting import FAMILY, Hall, key_of
from bot.work.office import Office
from bot.work.saying.keyboard import Key
from bot.work.saying.naming import occasion_name, place_name
from bot.work.saying.paging import Page
from bot.work.visit import Visit

_ON_A_PAGE, _PAGES, _A_YEAR = 7, 999, timedelta(days=366)


def scopes_of(visit: Visit) -> list[str]:
    """Where this person leads meetings."""
    return sorted({grant.scope for grant in visit.grants if grant.role in command("rapat").roles})


def kinds_of(office: Office) -> list[str]:
    """What has a hall."""
    return [kind.key for kind in office.catalog.calendar.kinds.values() if not kind.stage]


def begins(visit: Visit) -> datetime:
    """Since when they are within reach: right after a planning year has begun the last one is still spoken of."""
    return min(plan_begins(visit.office, visit.now), visit.now - _A_YEAR)


def row(visit: Visit, one: Occasion) -> list[Key]:
    """A meeting to choose."""
    return [(label(visit, one), f"{FAMILY}:buka:{one.id}")]


def label(visit: Visit, one: Occasion) -> str:
    """ "Kam 14 Jan · …", since a button is short."""
    day = visit.office.local(one.starts_at).date()
    told = {"hari": f"{DAYS[day.weekday()][:3]} {show_short(day)}", "pertemuan": occasion_name(visit.office, one)}
    return visit.label(Words("rapat_tombol_pilih", told | {"wilayah": place_name(visit.office, one.wilayah)}))[:60]


async def last(visit: Visit) -> Occasion | None:
    """The one that was held last."""
    found = await held(visit, 0, 1)
    return found[0] if found else None


async def held(visit: Visit, skip: int, most: int) -> list[Occasion]:
    scopes = scopes_of(visit)
    if not scopes:
        return []
    since, kinds = begins(visit), kinds_of(visit.office)
    return await visit.ask_once(occasions.held, scopes, since, visit.now, skip, most, kinds)


def offer(office: Office, through: Occasion) -> list[Key]:
    """The button to these, carried by any meeting in which this person may act."""
    return [key_of(office, through.id, Words("tombol_jadwal_lewat"), "lewat", 0)]


async def show(hall: Hall, args: list[str]) -> None:
    """Page by page, the last one first."""
    page = min(number(args), _PAGES)
    found = await held(hall.visit, page * _ON_A_PAGE, _ON_A_PAGE + 1)
    on = Page(found[:_ON_A_PAGE], page, _ON_A_PAGE, page * _ON_A_PAGE + len(found))
    rows = [row(hall.visit, one) for one in on.shown]
    hall.show(hall.visit.text("rapat_lewat"), *rows, hall.turning("lewat", on), [hall.back("lain")])
