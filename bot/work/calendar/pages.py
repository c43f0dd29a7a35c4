"""What stands in the calendar of one's wilayah, page by page, and one date on its card."""

from collections.abc import Sequence
from datetime import datetime, time

from bot.core.forms.writing import in_short
from bot.core.records import Grant
from bot.core.understanding.days import show_short
from bot.core.wilayah import DESA, chain, is_wider, lies_in_any
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.work.access import command
from bot.work.calendar.permitted import levels, may_set
from bot.work.calendar.typed import example_place
from bot.work.office import Office
from bot.work.saying.keyboard import LABEL, keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.saying.paging import Page, turning
from bot.work.visit import Visit

_ON_A_PAGE = 5


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
    shown = [one for one in found[:_ON_A_PAGE] if one.kind in visit.office.catalog.calendar.kinds]
    apart = len(own) > 1 or any(is_wider(scope, DESA) for scope in own)
    rows = [[(_label(visit.office, one, apart), f"j:lihat:{one.id}")] for one in shown]
    on = Page(shown, page, _ON_A_PAGE, page * _ON_A_PAGE + len(found))
    labels = ("tombol.sebelumnya", "tombol.lainnya")
    rows.append(turning(visit.office, on, lambda other: f"j:daftar:{other}", labels))
    rows.append(_below(visit.office, visit.grants))
    lines = [_line(visit.office, one) for one in shown]
    name, example = visit.me.name, example_place(visit.office, visit.grants)
    may = bool(levels(visit.office, visit.grants))
    visit.say("jadwal_daftar", keyboard(*rows), nama=name, acara=lines, boleh=may, contoh=example)


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
    async with visit.ask() as connection:
        one = await occasions.one(connection, occasion_id)
    if one is None or not sees(visit.grants, one.wilayah) or one.kind not in visit.office.catalog.calendar.kinds:
        visit.say("jadwal_tidak_ada")
        return
    text, rows = visit.text, []
    if one.cancelled_at is None and may_set(visit.office, visit.grants, one.kind, one.wilayah):
        move, cancel = text("tombol_jadwal_pindah"), text("tombol_jadwal_batal")
        rows = [[(move, f"j:ubah:{one.id}"), (cancel, f"j:batal:{one.id}")]]
    visit.say(
        "jadwal_kartu",
        keyboard(*rows, [(text("tombol_jadwal_semua"), "j:daftar:0")]),
        **_line(visit.office, one),
        tempat=one.place,
        batal=one.cancelled_at is not None,
        alasan=one.cancelled_why or "",
    )


def sees(grants: Sequence[Grant], wilayah: str) -> bool:
    """Whether a wilayah's dates are this person's affair: it lies in theirs, or theirs in it."""
    own, above = scopes_of(grants)
    return wilayah in above or lies_in_any(wilayah, own)
