"""One's dates in one's own calendar program: as a file, or at an address that it fetches them from."""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.records import Grant
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.database.database import Connection
from bot.store.grants import grants_of
from bot.store.hall import hall
from bot.store.tasks import feeds as stored
from bot.store.tasks.feeds import Dated
from bot.store.tasks.tasks import CANCELLED
from bot.work.calendar.pages import scopes_of
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying import files
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import occasion_name, place_name, task_title
from bot.work.visit import Visit

#: What lies back further is in nobody's way any more.
_BACK = timedelta(days=60)
#: More would make a file that telephones refuse.
_MOST = 1500
_OUT_OF_USE = timedelta(days=400)
_HOME = "kawan-musrenbang"
ROUTE = "/kalender/{token}.ics"


async def send(visit: Visit) -> None:
    """The file, and where the web server is reached from outside an address to subscribe to."""
    async with visit.ask() as connection:
        args = await events_for(visit.round(connection), visit.me.id, visit.grants)
        has_one = await stored.has_one(connection, visit.me.id, visit.now - _OUT_OF_USE)
    text = visit.text
    files.make(visit, "calendar", args, text("jadwal_kalender", jumlah=len(args["events"])))
    if visit.office.web_address:
        again = [(text("tombol_kalender_cabut"), "j:cabut")] if has_one else []
        markup = keyboard([(text("tombol_kalender_alamat"), "j:alamat"), *again])
        visit.say("jadwal_langganan", markup, ada=has_one)


async def make_address(visit: Visit) -> None:
    """A new address takes the place of the one before; only here is it ever said."""
    if not visit.office.web_address:
        visit.stale()
        return
    token = secrets.token_urlsafe(24)
    await visit.ask_once(stored.add, token, visit.me.id, visit.now)
    address = f"{visit.office.web_address}{ROUTE.format(token=token)}"
    markup = keyboard([(visit.text("tombol_kalender_cabut"), "j:cabut")])
    visit.say("jadwal_alamat", markup, alamat=address, sampai=visit.office.day(visit.now + _OUT_OF_USE))


async def revoke_address(visit: Visit) -> None:
    had_one = await visit.ask_once(stored.revoke, visit.me.id, visit.now)
    visit.say("jadwal_alamat_dicabut" if had_one else "jadwal_alamat_tidak_ada")


async def is_known(connection: Connection, token: str, now: datetime) -> bool:
    """Whether somebody holds this address at this moment."""
    return await stored.owner(connection, token, now - _OUT_OF_USE) is not None


async def at_address(tour: Round, token: str) -> dict[str, Any] | None:
    """What the report `calendar` is made of for whoever asks with this token, by the roles of its owner at this
    moment; None when it is wrong, revoked or too old."""
    person = await stored.owner(tour.connection, token, tour.now - _OUT_OF_USE)
    if person is None:
        return None
    grants = (await grants_of(tour.connection, [person], tour.now)).get(person, ())
    return await events_for(tour, person, grants)


async def events_for(tour: Round, person: int, grants: tuple[Grant, ...]) -> dict[str, Any]:
    """Everything of one person that has a date. Without a role there is nothing to see."""
    own, above = scopes_of(grants)
    since = tour.now - _BACK
    dates = await occasions.for_calendar(tour.connection, own, above, since, _MOST) if own else []
    minutes = await hall.minutes_of(tour.connection, [one.id for one, _ in dates])
    mine = await stored.tasks_of(tour.connection, person, tour.office.local(since).date(), _MOST) if own else []
    calendar = tour.office.catalog.calendar
    return {
        "filename": tour.office.plain("jadwal_kalender_berkas"),
        "name": tour.office.plain("jadwal_kalender_nama"),
        "zone": tour.office.zone.key,
        "events": [
            *(_date(tour.office, *one, minutes.get(one[0].id)) for one in dates if one[0].kind in calendar.kinds),
            *(_task(tour.office, one) for one in mine if one.task.rule in calendar.rules),
        ],
    }


def _date(office: Office, one: Occasion, changed: datetime, minutes: int | None) -> dict[str, Any]:
    """`minutes`: of the programme that was set; else the usual one."""
    usual = office.catalog.programmes.get(one.kind) or office.catalog.programmes[""]
    is_day = office.catalog.calendar.kinds[one.kind].stage
    starts = office.local(one.starts_at).date().isoformat() if is_day else one.starts_at.astimezone(UTC).isoformat()
    cancelled = one.cancelled_at is not None
    return {
        "uid": f"pertemuan-{one.id}@{_HOME}",
        "sequence": one.moves + cancelled,
        "changed": changed.astimezone(UTC).isoformat(),
        "starts": starts,
        "summary": f"{occasion_name(office, one)}, {place_name(office, one.wilayah)}",
        "minutes": minutes or sum(point.minutes for point in usual),
        "place": one.place,
        "text": one.cancelled_why or "",
        "cancelled": cancelled,
    }


def _task(office: Office, one: Dated) -> dict[str, Any]:
    """A whole day: a task has no hour."""
    title, text = task_title(office, one.task.rule), office.plain(f"tugas.{one.task.rule}")
    where = place_name(office, one.task.wilayah)
    return {
        "uid": f"tugas-{one.task.id}@{_HOME}",
        "sequence": one.changes,
        "changed": one.changed_at.astimezone(UTC).isoformat(),
        "starts": one.task.due_on.isoformat(),
        "summary": office.plain("jadwal_kalender_tugas", judul=title, wilayah=where),
        "place": "",
        "text": text,
        "cancelled": one.task.state == CANCELLED,
    }
