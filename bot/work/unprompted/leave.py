""" "Cuti sampai tanggal 20", "saya sakit minggu ini": reminders of tasks and lessons rest until that day. Without a day
it is asked for."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.understanding.days import show_day
from bot.core.understanding.spells import ends_on
from bot.store.people import conversations
from bot.store.tasks.duties import MINE
from bot.work import conversation
from bot.work.access import allowed, command
from bot.work.lessons import rhythm
from bot.work.saying.keyboard import LABEL, keyboard
from bot.work.tasks import away, duties, words
from bot.work.visit import Journey, Visit

_LONGEST = 14  # words; what is longer tells something
_LONGEST_LEAVE = timedelta(days=366)
_LOOKED_AT, _LISTED = 40, 3


def is_meant(visit: Visit, heard: Heard) -> bool:
    """Whether somebody says of themselves that they are away: nothing else stands before it, and behind it nothing but
    until when."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(command("tugas"), visit.grants):
        return False
    spoken = re.findall(r"\w+", heard.text.lower())
    if len(spoken) > _LONGEST or visit.office.catalog.danger.is_urgent(heard.text):
        return False
    known = visit.office.catalog.world.away
    start = next((at for at in range(len(spoken)) if _length(spoken[at:], known["kata"])), None)
    if start is None or not known["iringan"].issuperset(spoken[:start]):
        return False
    rest = spoken[start + _length(spoken[start:], known["kata"]) :]
    return known["iringan"].issuperset(rest) or _until(visit, heard.text) is not None


def _length(spoken: Sequence[str], phrases: frozenset[str]) -> int:
    """Of the longest phrase that stands first, in words; 0 where none does."""
    return max((size for size in (1, 2, 3) if " ".join(spoken[:size]) in phrases), default=0)


def _until(visit: Visit, text: str) -> date | None:
    world = visit.office.catalog.world
    return ends_on(world.spellings, text, visit.today, world.away["sampai"])


async def take(visit: Visit, heard: Heard) -> bool:
    if not isinstance(heard, Typed) or not is_meant(visit, heard):
        return False
    day = _until(visit, heard.text)
    if day is None:
        conversation.start(visit, JOURNEY)
    else:
        await _go(visit, day)
    return True


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    await _go(visit, date.fromisoformat(state.answers["sampai"].value["day"]))


async def _go(visit: Visit, day: date) -> None:
    conversations.end(visit.turn, JOURNEY.form)
    day = min(day, visit.today + _LONGEST_LEAVE)
    learns = await rhythm.rest_along(visit, day)
    async with visit.ask() as connection:
        await away.leave(visit.round(connection), visit.me.id, day)
        own = await duties.own(connection, visit.office, MINE, visit.me.id, visit.today, _LOOKED_AT)
    before = [one for one in own if one.task.due_on < day and not words.is_over(visit.office, one, visit.today)]
    told = [words.line(visit.office, one, visit.today) for one in before[:_LISTED]]
    rows = [
        [(visit.label(Words("tombol_tugas_serahkan_ini", line))[:LABEL], f"t:serah:{one.task.id}")]
        for one, line in zip(before, told, strict=False)
    ]
    back = [(visit.text("tombol_kembali_di_tempat"), "t:kembali")]
    more = {"belajar": learns, "tugas": told, "lain": len(before) - len(told)}
    visit.say("tidak_di_tempat", keyboard(*rows, back), nama=visit.me.name, sampai=show_day(day), **more)


async def come_back(visit: Visit) -> None:
    await rhythm.rest_along(visit, None)
    async with visit.ask() as connection:
        await away.come_back(visit.round(connection), visit.me.id)
    visit.say("kembali_di_tempat", nama=visit.me.name)


JOURNEY = Journey("cuti", finish)
