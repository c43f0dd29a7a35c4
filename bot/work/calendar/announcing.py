"""What is said when a date is set, moved or cancelled: one answer to who did it, one message to everybody else it
concerns."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.database.database import Connection
from bot.store.people import people
from bot.store.people.people import Addressee
from bot.store.queues import notices
from bot.store.queues.notices import DATES, Notice
from bot.store.tasks import tasks
from bot.store.tasks.tasks import Task
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from bot.work.office import Office
from bot.work.saying import replies
from bot.work.saying.naming import date_of, occasion_name, place_name, task_title, whole_date
from bot.work.saying.told import Told
from bot.work.tasks.planning import Change, Planned
from bot.work.tasks.words import day
from bot.work.visit import Visit

_LINES = 8
#: Who looks after a wilayah, and is told about its dates.
_FACILITATORS = (FASILITATOR_DESA, FASILITATOR_KECAMATAN)


async def say_set(visit: Visit, connection: Connection, planned: Planned) -> None:
    """The answer to *Simpan*. Others learn of a new date with what else there is to tell them: nothing changes for
    them today."""
    one, added = planned.occasion, sorted(planned.added, key=lambda task: (task.due_on, task.rule))
    first = added[0] if added else None
    visit.say(
        "jadwal_ditetapkan",
        replies.buttons([(visit.text("tombol_jadwal_lihat"), f"j:lihat:{one.id}")]),
        nama=occasion_name(visit.office, one),
        wilayah=place_name(visit.office, one.wilayah),
        hari=date_of(visit.office, one),
        jumlah=len(added),
        tempat=len({task.wilayah for task in added}),
        pertama=task_title(visit.office, first.rule) if first is not None else "",
        kapan=day(first.due_on) if first is not None else "",
        untuk=await _whose(visit, connection, first) if first is not None else "",
        menunggu=sum(task.state == tasks.WAITING for task in added),
    )
    others = await _others(visit, connection, one, added)
    await notices.raise_for(connection, DATES, str(one.id), {person.id: visit.now for person in others})


async def _whose(visit: Visit, connection: Connection, task: Task) -> str:
    """The name of whose the task is; empty for nobody's yet, and for one's own a word that needs no name."""
    if task.owner_id is None:
        return ""
    if task.owner_id == visit.me.id:
        return visit.me.name
    found = await people.reachable(connection, [task.owner_id])
    return found[0].name if found else ""


async def _others(visit: Visit, connection: Connection, one: Occasion, touched: Sequence[Task]) -> list[Addressee]:
    """Everybody concerned but who did it: those whose tasks these are, and the facilitators of the wilayah."""
    looking = await people.ids_with_role(connection, _FACILITATORS, visit.now, [one.wilayah])
    everybody = {*looking, *(task.owner_id for task in touched if task.owner_id is not None)}
    mine = visit.me.id
    return await people.reachable(connection, sorted(everybody - {mine}))


async def about_new_date(connection: Connection, office: Office, notice: Notice, now: datetime) -> Told | None:
    """A date that was set, while it stands and lies ahead; moved since, it is told as it is now."""
    one = await occasions.one(connection, int(notice.subject))
    if one is None or one.cancelled_at is not None or one.kind not in office.catalog.agenda.kinds:
        return None
    if office.local(one.starts_at).date() < office.local(now).date():
        return None
    text = office.catalog.text(
        "jadwal_kabar_baru",
        nama=occasion_name(office, one),
        wilayah=place_name(office, one.wilayah),
        hari=date_of(office, one),
    )
    return Told(text)


async def say_moved(visit: Visit, connection: Connection, planned: Planned, was: datetime) -> None:
    """The answer to who moved it, and exactly one message to each of the others."""
    one, moved = planned.occasion, [change for change in planned.moved if change.task.due_on != change.was]
    told = {
        "nama": occasion_name(visit.office, one),
        "wilayah": place_name(visit.office, one.wilayah),
        "dari": whole_date(visit.office, one.kind, was),
        "ke": date_of(visit.office, one),
    }
    mine = visit.me.id
    own = [change for change in moved if change.task.owner_id == mine] or moved
    markup = replies.buttons([(visit.text("tombol_jadwal_lihat"), f"j:lihat:{one.id}")])
    text = visit.text("jadwal_dipindah", jumlah=len(moved), perubahan=changes(visit.office, own), **told)
    visit.send(text, markup)
    for person in await _others(visit, connection, one, [change.task for change in planned.moved]):
        theirs = [change for change in moved if change.task.owner_id == person.id]
        text = visit.text("jadwal_kabar_pindah", perubahan=changes(visit.office, theirs), **told)
        visit.tell(person.address, person.id, text)


def changes(office: Office, moved: Sequence[Change]) -> Mapping[str, Any]:
    """The tasks that moved, the next one first: as many as can be read, and how many more there are."""
    ordered = sorted(moved, key=lambda change: (change.task.due_on, change.task.rule))
    shown = [
        {"judul": task_title(office, change.task.rule), "dari": day(change.was), "ke": day(change.task.due_on)}
        for change in ordered[:_LINES]
    ]
    return {"tugas": shown, "lagi": max(len(ordered) - _LINES, 0)}


async def say_cancelled(visit: Visit, connection: Connection, planned: Planned, why: str) -> None:
    """The answer to who cancelled it, and exactly one message to each of the others."""
    one, closed = planned.occasion, planned.closed
    told = {
        "nama": occasion_name(visit.office, one),
        "wilayah": place_name(visit.office, one.wilayah),
        "hari": date_of(visit.office, one),
        "alasan": why,
    }
    visit.send(visit.text("jadwal_dibatalkan", jumlah=len(closed), **told))
    for person in await _others(visit, connection, one, closed):
        number = sum(task.owner_id == person.id for task in closed)
        text = visit.text("jadwal_kabar_batal", jumlah=number, **told)
        visit.tell(person.address, person.id, text)
