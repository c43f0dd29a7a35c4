"""What stands in the calendar of one's wilayah, page by page, and one date on its card."""

from collections.abc import Sequence
from datetime import datetime, time

from bot.core.forms.writing import in_short
from bot.core.records import Grant
from bot.core.understanding.times.days import show_short
from bot.core.wilayah import DESA, chain, is_wider, lies_in_any
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.database.database import Connection
from bot.work.access import button, command, may_act
from bot.work.calendar.permitted import levels, may_set
from bot.work.calendar.typed import example_place
from bot.work.office import Office
from bot.work.saying.keyboard import LABEL, Key, keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.saying.paging import Page, turning
from bot.work.visit import Visit

_ON_A_PAGE = 5
_TURNING = ("tombol.sebelumnya", "tombol.lainnya")
#: The family of buttons of the hall.
_HALL = "h"


def scopes_of(grants: Sequence[Grant]) -> tuple[list[str], list[str]]:
    """(the wilayah whose calendar this person sees, what these lie in)."""
    own = sorted({grant.scope for grant in grants if grant.role in command("jadwal").roles})
    return own, sorted({above for scope in own for above in chain(scope)} - set(own))


def day_begins(office: Office, now: datetime) -> datetime:
    """What was this morning still stands in the list of today."""
    return datetime.combine(office.local(now).date(), time(), office.zone)


async def show(visit: Visit, page: int = 0) -> None:
    """What comes next in one's wilayah, and what may be done about it."""
    own, above = scopes_of(visit.grants)
    async with visit.ask() as connection:
        since = day_begins(visit.office, visit.now)
        found = await occasions.upcoming(connection, own, above, since, page * _ON_A_PAGE, _ON_A_PAGE + 1)
        was = bool(await _held(visit, connection, own, 0, 1))
    shown = [one for one in found[:_ON_A_PAGE] if one.kind in visit.office.catalog.calendar.kinds]
    rows = _rows(visit, own, shown)
    on = Page(shown, page, _ON_A_PAGE, page * _ON_A_PAGE + len(found))
    rows.append(turning(visit.office, on, lambda other: f"j:daftar:{other}", _TURNING))
    rows.append([(visit.text("tombol_jadwal_lewat"), "j:lewat:0")] if was else [])
    rows.append(_below(visit.office, visit.grants))
    lines = [_line(visit.office, one) for one in shown]
    name, example = visit.me.name, example_place(visit.office, visit.grants)
    may = bool(levels(visit.office, visit.grants))
    visit.say("jadwal_daftar", keyboard(*rows), nama=name, acara=lines, boleh=may, contoh=example, lewat=was)


async def show_past(visit: Visit, page: int = 0) -> None:
    """What was held for the plan that is being made now, the last one first."""
    own, _ = scopes_of(visit.grants)
    async with visit.ask() as connection:
        found = await _held(visit, connection, own, page * _ON_A_PAGE, _ON_A_PAGE + 1)
    shown = found[:_ON_A_PAGE]
    on = Page(shown, page, _ON_A_PAGE, page * _ON_A_PAGE + len(found))
    rows = _rows(visit, own, shown)
    rows.append(turning(visit.office, on, lambda other: f"j:lewat:{other}", _TURNING))
    rows.append([(visit.text("tombol_jadwal_semua"), "j:daftar:0")])
    visit.say("jadwal_lewat", keyboard(*rows), acara=[_line(visit.office, one) for one in shown])


async def _held(visit: Visit, connection: Connection, own: Sequence[str], skip: int, most: int) -> list[Occasion]:
    """Of the kinds that the content knows; what was this morning still stands in the list of what comes."""
    since, today = plan_begins(visit.office, visit.now), day_begins(visit.office, visit.now)
    kinds = sorted(visit.office.catalog.calendar.kinds)
    return await occasions.held(connection, own, since, today, skip, most, kinds)


def plan_begins(office: Office, now: datetime) -> datetime:
    """Since when what is held feeds the plan that is being made now."""
    return office.span_of(office.cycle_of(now))[0]


def _rows(visit: Visit, own: Sequence[str], shown: Sequence[Occasion]) -> list[list[Key]]:
    apart = len(own) > 1 or any(is_wider(scope, DESA) for scope in own)
    return [[(_label(visit.office, one, apart), f"j:lihat:{one.id}")] for one in shown]


def _label(office: Office, one: Occasion, apart: bool) -> str:
    """`apart`: with its place first, where meetings of several places stand below each other."""
    day = show_short(office.local(one.starts_at).date())
    place = office.catalog.places.find(one.wilayah)
    where = f"{place.name}: " if apart and place is not None else ""
    return in_short(f"{day} · {where}{occasion_name(office, one)}", LABEL)


def _line(office: Office, one: Occasion) -> dict[str, str]:
    return {
        "nama": occasion_name(office, one),
        "wilayah": place_name(office, one.wilayah),
        "hari": date_of(office, one),
    }


def _below(office: Office, grants: Sequence[Grant]) -> list[tuple[str, str]]:
    text = office.catalog.text
    new = [(text("tombol_jadwal_baru"), "j:baru")] if levels(office, grants) else []
    return [*new, (text("tombol_jadwal_kalender"), "j:kalender")]


async def show_one(visit: Visit, occasion_id: int) -> None:
    """One date, as it stands now; whoever may set it may move and cancel it."""
    one = await visit.ask_once(occasions.one, occasion_id)
    if one is None or not sees(visit.grants, one.wilayah) or one.kind not in visit.office.catalog.calendar.kinds:
        visit.say("jadwal_tidak_ada")
        return
    text, rows = visit.text, []
    if one.cancelled_at is None and may_set(visit.office, visit.grants, one.kind, one.wilayah):
        move, cancel = text("tombol_jadwal_pindah"), text("tombol_jadwal_batal")
        rows = [[(move, f"j:ubah:{one.id}"), (cancel, f"j:batal:{one.id}")]]
        if not visit.office.catalog.calendar.kinds[one.kind].stage:
            rows.append([(text("tombol_jadwal_ganti_tempat"), f"j:ganti:{one.id}")])
    if _is_to_open(visit, one):
        rows.insert(0, [(text("tombol_rapat_buka"), f"{_HALL}:buka:{one.id}")])
    visit.say(
        "jadwal_kartu",
        keyboard(*rows, [(text("tombol_jadwal_semua"), "j:daftar:0")]),
        **_line(visit.office, one),
        tempat=one.place,
        batal=one.cancelled_at is not None,
        alasan=one.cancelled_why or "",
    )


def _is_to_open(visit: Visit, one: Occasion) -> bool:
    """A meeting that was held: its results may have to be corrected, or told."""
    was_held = one.cancelled_at is None and one.starts_at < visit.now
    is_meeting = not visit.office.catalog.calendar.kinds[one.kind].stage
    return was_held and is_meeting and may_act(button(_HALL), visit.grants, one.wilayah)


def sees(grants: Sequence[Grant], wilayah: str) -> bool:
    """Whether a wilayah's dates are this person's affair: it lies in theirs, or theirs in it."""
    own, above = scopes_of(grants)
    return wilayah in above or lies_in_any(wilayah, own)
