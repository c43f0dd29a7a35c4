"""What was done by a telephone that was lost: looked at since a day, and taken back where others relied on it."""

from datetime import date, datetime, time
from typing import Any

from bot.core.flow.interpreter import Flow
from bot.core.forms.state import State
from bot.core.records import Usulan
from bot.core.wilayah import kecamatan_of
from bot.store.database.database import Connection
from bot.store.people import blocking, people, speakers
from bot.store.queues import notices
from bot.store.tasks import deeds as stored
from bot.store.tasks import tasks as stored_tasks
from bot.store.tasks.deeds import CODE, DATE, HALL, TASK_DEED, USULAN, Deed
from bot.store.tasks.tasks import Task
from bot.store.usulan import events, promises
from bot.store.usulan import usulan as usulan_stored
from bot.store.usulan.promises import READ
from bot.work import conversation
from bot.work.access import may_block
from bot.work.codes.handing_out import role_name
from bot.work.saying.keyboard import Key, keyboard
from bot.work.saying.naming import kind_name, place_name, task_title
from bot.work.tasks import closing
from bot.work.tasks.reminders import candidates, holders_of
from bot.work.usulan import promised, reader_choice
from bot.work.usulan.usulan import place, quoted
from bot.work.usulan.waiting import looked_at
from bot.work.visit import Journey, Visit

_SHOWN = 40
_BUTTONS = 12


#: Stages behind which it tells nobody anything that an usulan was read, or was not.
_BEYOND_READING = frozenset({"dibahas", "hasil", "dikerjakan"})


async def _may_look(visit: Visit, connection: Connection, person_id: int | None) -> bool:
    """Only at what was done by an account that is cut off, by whoever might have done that."""
    block = await blocking.block_of(connection, person_id)
    return block is not None and may_block(await blocking.held_then(connection, block), visit.grants)


async def ask_since(visit: Visit, person_id: int) -> None:
    async with visit.ask() as connection:
        if not await _may_look(visit, connection, person_id):
            visit.stale()
            return
    conversation.start(visit, JOURNEY, about={"person": person_id})


async def show(visit: Visit, _flow: Flow, state: State) -> None:
    """Everything that left a trace, the newest first, with what can be taken back."""
    person_id, day = state.about["person"], date.fromisoformat(state.answers["hari"].value["day"])
    since = datetime.combine(day, time(), visit.office.zone)
    async with visit.ask() as connection:
        if not await _may_look(visit, connection, person_id):
            visit.stale()
            return
        name = await people.name_of(connection, person_id)
        found = await stored.since(connection, person_id, since)
        others = await people.names(connection, [one.other for one in found if one.other is not None])
    lines = [_line(visit, one, others) for one in found[:_SHOWN]]
    rows = [[key] for one in found if (key := _key(visit, one, others)) is not None]
    markup = keyboard(*list(dict.fromkeys(map(tuple, rows)))[:_BUTTONS])
    told = {"nama": name, "hari": visit.office.day(since), "jejak": lines, "lebih": max(len(found) - _SHOWN, 0)}
    visit.say("jejak", markup, **told)


def _line(visit: Visit, one: Deed, others: dict[int, str]) -> dict[str, Any]:
    local = visit.office.local(one.at)
    return {
        "jam": f"{local.day}/{local.month} {local:%H.%M}",
        "apa": one.what,
        "hal": one.kind,
        "tempat": place_name(visit.office, one.wilayah),
        "judul": _title(visit, one),
        "siapa": others.get(one.other or 0, ""),
    }


def _title(visit: Visit, one: Deed) -> str:
    """What the row is called."""
    calendar = visit.office.catalog.calendar
    if one.what == TASK_DEED:
        return task_title(visit.office, one.name) if one.name in calendar.rules else one.name
    if one.what in (DATE, HALL):
        return kind_name(visit.office, one.name) if one.name in calendar.kinds else one.name
    if one.what == USULAN:
        return visit.office.spoken_name(kecamatan_of(one.wilayah), int(one.name.rpartition("-")[2]))
    return role_name(visit.office, one.kind) if one.what == CODE else one.name


def _key(visit: Visit, one: Deed, others: dict[int, str]) -> Key | None:
    """What can be done about it, while it stands."""
    if one.what == CODE and one.other in others:
        return visit.text("tombol_jejak_blokir", nama=others[one.other or 0]), f"b:orang:{one.other}"
    verb = {(USULAN, "dibaca"): "baca", (USULAN, "dikabari"): "kabari"}.get((one.what, one.kind), "")
    verb = "tugas" if one.what == TASK_DEED else verb
    if not one.stands or not verb:
        return None
    title = _title(visit, one)
    return visit.text(
        f"tombol_jejak_{verb}", judul=title if len(title) <= 32 else f"{title[:31]}…"
    ), f"b:{verb}:{one.id}"


# --- taken back ------------------------------------------------------------------------------------------------------


async def unread(visit: Visit, usulan_id: int) -> None:
    """Nobody has read it after all: it waits again, and its proposer hears so. Whoever said that they read it may say
    that they did not."""
    async with visit.ask() as connection:
        found = await usulan_stored.by_id(connection, usulan_id)
        by = found.read_by if found is not None else None
        is_past = found is not None and found.status in _BEYOND_READING
        if found is None or is_past or by is None or (by != visit.me.id and not await _may_look(visit, connection, by)):
            visit.stale()
            return
        await stored.unread(connection, usulan_id, by, looked_at(visit.office, visit.now))
        proposer = await speakers.whom_to_tell(connection, usulan_id)
        if proposer is not None and found.person_id is not None:
            term = promised.term(visit.office, READ, visit.now)  # they hear when it is really read
            await promises.add(connection, READ, found.id, found.desa, found.person_id, visit.now, term)
    events.note(visit.turn, usulan_id, "dibaca_batal")
    told = _told(visit, found)
    if proposer is not None:
        address, name = proposer
        visit.tell(address, found.person_id, visit.text("kabar_dibaca_batal", nama=name, **told))
    for reader in (await reader_choice.readers_of(visit, found.desa)).nearest:
        notices.tell(visit.turn, reader.id, notices.NEW_USULAN)
    visit.say("jejak_baca_ditarik", dikabari=proposer is not None, **told)


def _told(visit: Visit, one: Usulan) -> dict[str, Any]:
    number = visit.office.spoken_number(one)
    return {"nomor": number, "tempat": place(one.answers), "ringkas": quoted(visit.office, one.answers)}


async def untell(visit: Visit, usulan_id: int) -> None:
    """Somebody has to be told in person after all; whoever is to do that hears so."""
    async with visit.ask() as connection:
        found = await usulan_stored.by_id(connection, usulan_id)
        by = await stored.last_by(connection, usulan_id, "dikabari")
        may = found is not None and await _may_look(visit, connection, by)
        if found is None or not may or not await stored.untell(connection, usulan_id):
            visit.stale()
            return
        typist = await people.named(connection, found.typed_by)
    events.note(visit.turn, usulan_id, "dikabari_batal")
    told = _told(visit, found)
    if typist is not None and typist.id != visit.me.id:
        visit.tell(typist.address, typist.id, visit.text("dikabari_batal", nama=typist.name, **told))
    visit.say("jejak_kabari_ditarik", **told)


async def untick(visit: Visit, task_id: int) -> None:
    """It is to be done after all; whoever has it, and whoever began because of it, hears so."""
    async with visit.ask() as connection:
        task = await stored_tasks.one(connection, task_id)
        may = task is not None and await _may_look(visit, connection, task.closed_by)
        if task is None or not may:
            visit.stale()
            return
        if not await closing.reopen(visit.round(connection), task_id, visit.me.id):
            visit.say("tugas_tak_bisa_dibuka")
            return
        if task.owner_id is not None:
            await stored.look_again(connection, task.owner_id, visit.now)
        mine, others = await _concerned(visit, connection, task)
    _tell_reopened(visit, task, mine, milik=True)
    _tell_reopened(visit, task, others, milik=False)
    visit.say("jejak_tugas_ditarik", judul=task_title(visit.office, task.rule))


async def _concerned(
    visit: Visit, connection: Connection, task: Task
) -> tuple[list[people.Addressee], list[people.Addressee]]:
    """Whoever has it now, or may have it when its owner is gone; and whoever began something because of it."""
    rules = [rule.key for rule in visit.office.catalog.calendar.waiting_for([task.rule])]
    begun = await stored.begun_from(connection, rules, task.wilayah)
    owners = await people.reachable(connection, [task.owner_id] if task.owner_id is not None else [])
    if not owners:
        holders = await holders_of(visit.round(connection), [task])
        owners = await people.reachable(connection, candidates(visit.office, task, holders))
    known = {visit.me.id, *(one.id for one in owners)}
    others = await people.reachable(connection, {one.owner_id for one in begun if one.owner_id is not None} - known)
    return [one for one in owners if one.id != visit.me.id], others


def _tell_reopened(visit: Visit, task: Task, told: list[people.Addressee], *, milik: bool) -> None:
    where = {"judul": task_title(visit.office, task.rule), "tempat": place_name(visit.office, task.wilayah)}
    key = {"reply_markup": keyboard([(visit.text("tombol_tugas_lihat"), f"t:lihat:{task.id}")])}
    for one in told:
        text = visit.text("tugas_dibuka_lagi_kabar", nama=one.name, milik=milik, **where)
        visit.tell(one.address, one.id, text, more=key if milik else None)


JOURNEY = Journey("sejak", show)
