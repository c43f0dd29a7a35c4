"""One's dates in one's own calendar program: as a file, or at an address that it fetches them from."""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.records import Grant
from bot.core.say import Words
from bot.store.agenda import feeds as stored
from bot.store.agenda import occasions
from bot.store.agenda.feeds import Dated
from bot.store.agenda.occasions import Occasion
from bot.store.agenda.tasks import CANCELLED
from bot.store.database import Connection
from bot.store.turn import Turn, grants_of
from bot.work import replies
from bot.work.agenda.calendar import scopes_of
from bot.work.agenda.naming import occasion_name, place_name, task_title
from bot.work.office import Office

#: What lies back further is in nobody's way any more.
_BACK = timedelta(days=60)
#: More would make a file that telephones refuse.
_MOST = 1500
_OUT_OF_USE = timedelta(days=400)
_HOME = "kawan-musrenbang"
ROUTE = "/kalender/{token}.ics"


async def send(turn: Turn, office: Office) -> None:
    """The file, and where the web server is reached from outside an address to subscribe to."""
    assert turn.person is not None
    async with turn.ask() as connection:
        args = await events_for(connection, office, turn.person.id, turn.grants, turn.now)
        has_one = await stored.has_one(connection, turn.person.id, turn.now - _OUT_OF_USE)
    text = office.catalog.text
    params = {
        "chat_id": turn.lane,
        "document": {"report": "calendar", "args": args},
        "caption": text("jadwal_kalender", jumlah=len(args["events"])),
        "parse_mode": "HTML",
    }
    turn.send("sendDocument", params, chat=turn.lane, person_id=turn.person.id)
    if office.web_address:
        again = [(text("tombol_kalender_cabut"), "j:cabut")] if has_one else []
        markup = replies.buttons([(text("tombol_kalender_alamat"), "j:alamat"), *again])
        replies.say(turn, office, "jadwal_langganan", markup, ada=has_one)


async def make_address(turn: Turn, office: Office) -> None:
    """A new address takes the place of the one before; only here is it ever said."""
    if not office.web_address or turn.person is None:
        replies.toast(turn, office.catalog.text("tombol_lewat"))
        return
    token = secrets.token_urlsafe(24)
    async with turn.ask() as connection:
        await stored.add(connection, token, turn.person.id, turn.now)
    address = f"{office.web_address}{ROUTE.format(token=token)}"
    markup = replies.buttons([(office.catalog.text("tombol_kalender_cabut"), "j:cabut")])
    replies.say(turn, office, "jadwal_alamat", markup, alamat=address, sampai=office.day(turn.now + _OUT_OF_USE))


async def revoke_address(turn: Turn, office: Office) -> None:
    if turn.person is None:
        return
    async with turn.ask() as connection:
        had_one = await stored.revoke(connection, turn.person.id, turn.now)
    replies.say(turn, office, "jadwal_alamat_dicabut" if had_one else "jadwal_alamat_tidak_ada")


async def is_known(connection: Connection, token: str, now: datetime) -> bool:
    """Whether somebody holds this address at this moment."""
    return await stored.owner(connection, token, now - _OUT_OF_USE) is not None


async def at_address(connection: Connection, office: Office, token: str, now: datetime) -> dict[str, Any] | None:
    """What the report `calendar` is made of for whoever asks with this token, by the roles of its owner at this
    moment; None when it is wrong, revoked or too old."""
    person = await stored.owner(connection, token, now - _OUT_OF_USE)
    if person is None:
        return None
    grants = (await grants_of(connection, [person], now)).get(person, ())
    return await events_for(connection, office, person, grants, now)


async def events_for(
    connection: Connection, office: Office, person: int, grants: tuple[Grant, ...], now: datetime
) -> dict[str, Any]:
    """Everything of one person that has a date. Without a role there is nothing to see."""
    own, above = scopes_of(grants)
    since = now - _BACK
    dates = await occasions.for_calendar(connection, own, above, since, _MOST) if own else []
    mine = await stored.tasks_of(connection, person, office.local(since).date(), _MOST) if own else []
    agenda = office.catalog.agenda
    return {
        "filename": office.catalog.label(Words("jadwal_kalender_berkas")),
        "name": office.catalog.label(Words("jadwal_kalender_nama")),
        "zone": office.zone.key,
        "events": [
            *(_date(office, one, changed) for one, changed in dates if one.kind in agenda.kinds),
            *(_task(office, one) for one in mine if one.task.rule in agenda.rules),
        ],
    }


def _date(office: Office, one: Occasion, changed: datetime) -> dict[str, Any]:
    is_day = office.catalog.agenda.kinds[one.kind].stage
    starts = office.local(one.starts_at).date().isoformat() if is_day else one.starts_at.astimezone(UTC).isoformat()
    cancelled = one.cancelled_at is not None
    return {
        "uid": f"pertemuan-{one.id}@{_HOME}",
        "sequence": one.moves + cancelled,
        "changed": changed.astimezone(UTC).isoformat(),
        "starts": starts,
        "summary": f"{occasion_name(office, one)}, {place_name(office, one.wilayah)}",
        "place": one.place,
        "text": one.cancelled_why or "",
        "cancelled": cancelled,
    }


def _task(office: Office, one: Dated) -> dict[str, Any]:
    """A whole day: a task has no hour."""
    title, text = task_title(office, one.task.rule), office.catalog.label(Words(f"tugas.{one.task.rule}"))
    where = place_name(office, one.task.wilayah)
    return {
        "uid": f"tugas-{one.task.id}@{_HOME}",
        "sequence": one.changes,
        "changed": one.changed_at.astimezone(UTC).isoformat(),
        "starts": one.task.due_on.isoformat(),
        "summary": office.catalog.label(Words("jadwal_kalender_tugas", {"judul": title, "wilayah": where})),
        "place": "",
        "text": text,
        "cancelled": one.task.state == CANCELLED,
    }
