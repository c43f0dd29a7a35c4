"""An announcement that is ready and not yet on its way gets another hour: by *Ganti jam* or in words ("ganti jam
kirimnya jadi jam 9"); and what has not been sent, asked for in words."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import DRAFT, WAITING, Broadcast
from bot.store.people import conversations
from bot.work import conversation
from bot.work.access import allowed, command
from bot.work.broadcasts import meant, pages, preview, timed, wording
from bot.work.broadcasts.authors import beginning_of
from bot.work.broadcasts.preview import UNDO
from bot.work.broadcasts.steering import to_steer
from bot.work.calendar.wishes import local_time
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Journey, Visit

_LONGEST = 12  # words


async def take(visit: Visit, heard: Heard) -> bool:
    """False where the words say nothing of sending, and where nothing waits for it."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    show = list_named(visit, heard.text) or (pages.show_unsent if asks_for_unsent(visit, heard.text) else None)
    if show is not None:
        await show(visit)
        return True
    if visit.office.catalog.world.sent_at["kirim"].isdisjoint(key_of(heard.text).split()):
        return False
    found = await _meant(visit, heard.text)
    if len(found) != 1:
        if changes := bool(found) and _speaks_of_hour(visit, found[0], heard.text):
            visit.say("siaran_yang_mana", keyboard(*meant.keys(found, "jam")))
        return changes
    one = found[0]
    at = timed.told_in(visit, heard.text, _day(visit, one), sorts=("kirim",))
    if at is not None:
        await _put_at(visit, one.id, at)
    return at is not None


def _speaks_of_hour(visit: Visit, one: Broadcast, text: str) -> bool:
    return timed.told_in(visit, text, _day(visit, one), sorts=("kirim",)) is not None


def list_named(visit: Visit, text: str) -> Callable[[Visit], Awaitable[None]] | None:
    """What shows the list that is named by "lihat siaran", "siaran yang direncanakan", and nothing else: no question of
    a form asks for that."""
    told, spoken = visit.office.catalog.world.sent_at, set(key_of(text).split())
    is_named = spoken <= told["sebut"] | told["buka"] | told["rencana"] | told["bersama"]
    if not is_named or spoken.isdisjoint(told["sebut"]):
        return None
    if not spoken.isdisjoint(told["rencana"]):
        return pages.show_unsent
    return None if spoken.isdisjoint(told["buka"]) else pages.show


def asks_for_unsent(visit: Visit, text: str) -> bool:
    """ "Siaran apa saja yang belum terkirim"."""
    world, said = visit.office.catalog.world, key_of(text)
    spoken = said.split()
    is_named = not world.announcements.isdisjoint(spoken) and len(spoken) <= _LONGEST
    is_unsent = is_named and any(f" {words} " in f" {said} " for words in world.sent_at["belum"])
    return is_unsent and not world.sent_at["tanya"].isdisjoint(spoken)


async def _meant(visit: Visit, text: str) -> list[Broadcast]:
    """The draft that is looked at, else of one's own what waits."""
    opened = await meant.opened_one(visit)
    async with visit.ask() as connection:
        one = await broadcasts.one(connection, opened) if opened is not None else None
    if one is not None and one.author_id == visit.me.id and one.state in {DRAFT, WAITING}:
        return [one]
    waiting = [each for each in await meant.those_out(visit) if each.state == WAITING and each.author_id == visit.me.id]
    return await meant.found(visit, text, waiting) or waiting


def _day(visit: Visit, one: Broadcast) -> date:
    return visit.office.local(one.starts_at or one.next_at or visit.now).date()


async def ask(visit: Visit, broadcast_id: int) -> None:
    """*Ganti jam*."""
    async with visit.ask() as connection:
        one = await _own(visit, await to_steer(visit, connection, broadcast_id, [WAITING]))
    if one is not None:
        conversation.start(visit, JOURNEY, about={"siaran": one.id, "hari": _day(visit, one).isoformat()})


async def _own(visit: Visit, one: Broadcast | None) -> Broadcast | None:
    if one is not None and one.author_id != visit.me.id:
        visit.toast("bukan_wilayah")
        return None
    return one


async def heed(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """An hour alone is one of the day on which it was to be sent."""
    if not isinstance(heard, Typed) or before.answers:
        return False
    at = timed.told_in(visit, heard.text, date.fromisoformat(before.about["hari"]), sorts=())
    if at is None:
        return False
    conversations.end(visit.turn, before.flow)
    await _put_at(visit, before.about["siaran"], at)
    return True


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    await _put_at(visit, state.about["siaran"], local_time(visit.office, record(flow, state)["waktu"]))


async def _put_at(visit: Visit, broadcast_id: int, at: datetime) -> None:
    """Whoever looked at it with its author hears that it leaves at another hour."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [DRAFT, WAITING])
        if one is None or one.author_id != visit.me.id:
            return
        if one.not_after is not None and at >= one.not_after:
            visit.say("siaran_lewat_batasnya", batas=wording.moment(visit.office, one.not_after))
            return
        leaves = {"next_at": max(at, visit.now + UNDO)} if one.state == WAITING else {}
        await broadcasts.change(connection, one.id, starts_at=at, **leaves)
        await broadcasts.note(connection, one.id, "replanned", visit.me.id, visit.now)
    if one.state == DRAFT:
        await preview.show(visit, one.id)
        return
    keys = [(visit.text(f"tombol_siaran_{verb}"), f"a:{verb}:{one.id}") for verb in ("jam", "urung")]
    visit.say("siaran_jam_diganti", keyboard(keys), awal=beginning_of(one), pada=wording.moment(visit.office, at))


JOURNEY = Journey("siaran_jam", finish, heed=heed)
