"""An announcement that is ready and not yet on its way gets another hour: by *Ganti jam* or in words ("ganti jam
kirimnya jadi jam 9"); and what has not been sent, asked for in words."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

from bot.core.broadcasts.said import TIME, Said
from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.understanding.times.moments import speaks_of_day
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import ASKED, DRAFT, WAITING, Broadcast
from bot.store.database.database import Connection
from bot.store.people import conversations
from bot.work import conversation
from bot.work.access import allowed, command
from bot.work.broadcasts import meant, pages
from bot.work.broadcasts.under_way import left_lying, wording
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.broadcasts.under_way.steering import to_steer
from bot.work.broadcasts.writing import hearing, preview, timed
from bot.work.broadcasts.writing.preview import UNDO
from bot.work.calendar.wishes import local_time
from bot.work.saying.keyboard import keyboard, number
from bot.work.visit import Journey, Visit

_LONGEST, _LOOKED_AT = 12, 12  # words; announcements
_A_MINUTE = timedelta(minutes=1)
_ASKS = "a:jam_ya:"
_OPENS = "a:lihat:"
_LAST = 4_000_000_000  # seconds; no announcement is planned for later


async def take(visit: Visit, heard: Heard) -> bool:
    """False where the words say nothing of sending, and where nothing waits for it."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    show = list_named(visit, heard.text) or (pages.show_unsent if asks_for_unsent(visit, heard.text) else None)
    if show is not None:
        await show(visit)
        return True
    return False


def which(visit: Visit, said: Said, text: str, first: Sequence[Broadcast], own: Sequence[Broadcast]) -> list[Broadcast]:
    """Of whom an hour is told: what stands opened (`first`), unless another is named; nothing named tells a meeting's
    hour."""
    world = visit.office.catalog.world
    waiting = [one for one in own if one.state == WAITING]
    spoken = {key_of(word) for word in said.rest.split()}
    left = _beside(visit, spoken)
    by_topic = meant.named(visit, said.rest, [*first, *(one for one in waiting if one not in first)])
    is_known = bool(by_topic) and left <= {word for one in by_topic for word in meant.topic_of(visit, one)}
    if first and (not left or (is_known and first[0] in by_topic)):
        return [*first]
    if is_known:
        return [one for one in by_topic if one.state == WAITING]
    is_named = names_sending(visit, text) and (said.is_sending or not world.announcements.isdisjoint(spoken))
    return waiting if is_named and (not left or not by_topic) else []


def _beside(visit: Visit, spoken: set[str]) -> set[str]:
    """The words by which one is named: "undangan blangko yg mau terkirim itu"."""
    world = visit.office.catalog.world
    waits = {word for phrase in world.sent_at["belum"] for word in phrase.split()}
    idle = world.announcements | world.beside_halting | world.of_news["iringan"] | world.announced["kiriman"] | waits
    return spoken - idle


async def take_named(visit: Visit, heard: Heard) -> bool:
    """ "Pengumuman curio yg mau terkirim senin jamnya jadi jam 9": one that is planned, named by nothing but its words;
    this begins no other one."""
    said = hearing.said(visit, heard.text) if isinstance(heard, Typed) else None
    if said is None or not isinstance(heard, Typed) or said.act != TIME:
        return False
    left = _beside(visit, {key_of(word) for word in said.rest.split()})
    own = await visit.look_up(broadcasts.listed, visit.me.id, (), _LOOKED_AT, 0) if left else []
    there = [one for one in own if one.state == WAITING and one.author_id == visit.me.id]
    found = [one for one in there if meant.has_all(visit, one, left)]
    return len(found) == 1 and await retime(visit, found[0], said, heard.text)


def ask_which(visit: Visit, said: Said, found: Sequence[Broadcast]) -> bool:
    """Of several that are planned; nothing changes by that."""
    is_told = len(found) > 1 and timed.told_in(visit, said.when, _day(visit, found[0]), sorts=()) is not None
    if not is_told or any(one.state != WAITING for one in found):
        return False
    visit.say("siaran_yang_mana", keyboard(*meant.keys(visit, found, "jam")))
    return True


async def retime(visit: Visit, one: Broadcast, said: Said, text: str) -> bool:
    """Where the sending itself is named it changes at once; else the hour is shown, and waits for one yes. The one that
    it has is confirmed."""
    at = timed.told_in(visit, said.when, _day(visit, one), sorts=())
    if at is None:
        return False
    was = one.starts_at or one.next_at
    if was is not None and abs(at - was) < _A_MINUTE:
        visit.say("siaran_jam_sudah", awal=beginning_of(one), pada=wording.moment(visit.office, at))
    elif timed.told_in(visit, text, _day(visit, one), sorts=("kirim",)) is not None:
        await _put_at(visit, one.id, at)
    else:
        _ask_whether(visit, one, at)
    return True


async def is_asked(visit: Visit) -> bool:
    """Whether it stands there that the hour is to be another."""
    return await visit.stands(_ASKS) is not None


def names_sending(visit: Visit, text: str) -> bool:
    """Whether words that tell an hour are of an announcement, or of its sending, and of no lesson."""
    world, spoken = visit.office.catalog.world, set(key_of(text).split())
    told = world.sent_at
    names = told["kirim"] | told["suruh"] | told["sebut"] | world.announcements
    is_theirs = allowed(command("siaran"), visit.grants) and not timed.names_lessons(visit, text)
    return is_theirs and not spoken.isdisjoint(names)


def _ask_whether(visit: Visit, one: Broadcast, at: datetime) -> None:
    yes = (visit.text("tombol_siaran_jam_ya"), f"a:jam_ya:{one.id}:{round(at.timestamp())}")
    no = (visit.text("tombol_siaran_jam_tidak"), f"a:jam_tidak:{one.id}")
    was = wording.moment(visit.office, one.starts_at) if one.starts_at is not None else ""
    told = {"awal": beginning_of(one), "pada": wording.moment(visit.office, at), "tadi": was}
    visit.say("siaran_jam_gantikah", keyboard([yes, no]), **told)


async def put_at(visit: Visit, broadcast_id: int, seconds: int) -> None:
    """*Ya, ganti jamnya*."""
    at = datetime.fromtimestamp(seconds, UTC) if seconds <= _LAST else visit.now
    if at <= visit.now:
        visit.stale()
        return
    await visit.settle(_ASKS)
    await _put_at(visit, broadcast_id, at)


async def send_now(visit: Visit, broadcast_id: int) -> None:
    """What was planned for later leaves in a minute, and can be taken back so long."""
    await _put_at(visit, broadcast_id, visit.now + UNDO)


async def leave(visit: Visit, _broadcast_id: int) -> None:
    """*Tidak*."""
    await visit.settle(_ASKS)
    visit.say("siaran_jam_tetap")


def list_named(visit: Visit, text: str) -> Callable[[Visit], Awaitable[None]] | None:
    """What shows the list that is named by "lihat siaran", "siaran yang direncanakan", and nothing else: no question of
    a form asks for that."""
    told, spoken = visit.office.catalog.world.sent_at, set(key_of(text).split())
    days = {word for word in spoken if speaks_of_day(visit.office.catalog.world.spellings, word)}
    spoken -= days
    is_named = spoken <= told["sebut"] | told["buka"] | told["rencana"] | told["bersama"] | told["tanya"]
    if not is_named or spoken.isdisjoint(told["sebut"]):
        return None
    if days or not spoken.isdisjoint(told["rencana"]):
        return pages.show_unsent
    return None if spoken.isdisjoint(told["buka"]) else pages.show


def asks_for_unsent(visit: Visit, text: str) -> bool:
    """ "Siaran apa saja yang belum terkirim"."""
    world, said = visit.office.catalog.world, key_of(text)
    spoken = said.split()
    is_named = not world.announcements.isdisjoint(spoken) and len(spoken) <= _LONGEST
    is_unsent = is_named and any(f" {words} " in f" {said} " for words in world.sent_at["belum"])
    return is_unsent and not world.sent_at["tanya"].isdisjoint(spoken)


async def numbered(visit: Visit, text: str) -> int | None:
    """Of the list that stands there the one with this number."""
    world, words = visit.office.catalog.world, key_of(text).split()
    behind = (word for before, word in pairwise(words) if before in world.sent_at["nomor"])
    place = next((world.positions[word] for word in behind if word in world.positions), None)
    keys = (key for letter in await visit.letters() for key in letter.keys) if place is not None else ()
    data = next((data for label, data in keys if label.startswith(f"{place}. ") and data.startswith(_OPENS)), "")
    return number(data.removeprefix(_OPENS)) if data else None


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
        visit.toast("siaran_bukan_wilayah")
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
        one = await to_steer(visit, connection, broadcast_id, [DRAFT, ASKED, WAITING])
        if one is None or one.author_id != visit.me.id:
            return
        if one.not_after is not None and at >= one.not_after:
            visit.say("siaran_lewat_batasnya", batas=wording.moment(visit.office, one.not_after))
            return
        dated = await _keep_days(visit, connection, one, at)
        await broadcasts.change(connection, one.id, starts_at=at, **_standing(visit, one, at))
        await broadcasts.note(connection, one.id, "replanned", visit.me.id, visit.now)
    if one.state in {DRAFT, ASKED}:
        await preview.show(visit, one.id)
        return
    keys = [(visit.text(f"tombol_siaran_{verb}"), f"a:{verb}:{one.id}") for verb in ("jam", "urung")]
    told = {"awal": beginning_of(one), "pada": wording.moment(visit.office, at), "tanggal": dated}
    visit.say("siaran_jam_diganti", keyboard(keys), **told)


async def _keep_days(visit: Visit, connection: Connection, one: Broadcast, at: datetime) -> bool:
    """What was agreed to as of one day has its dates where it leaves on another."""
    was = visit.office.local(one.starts_at or one.next_at or visit.now).date()
    found = left_lying.dated(visit.office, one, was)
    if one.state != WAITING or visit.office.local(at).date() == was or found == one:
        return False
    await broadcasts.change(connection, one.id, message=found.message)
    await left_lying.note(visit.round(connection), one, found.message, visit.me.id)
    return True


def _standing(visit: Visit, one: Broadcast, at: datetime) -> dict[str, Any]:
    """What else changes with its hour: nobody agreed to that one, so it is looked at once more, and asked for again."""
    if one.state == ASKED:
        return {"state": DRAFT, "next_at": None}
    return {"next_at": max(at, visit.now + UNDO)} if one.state == WAITING else {}


JOURNEY = Journey("siaran_jam", finish, heed=heed)
