""" "Cuti sampai tanggal 20", "saya sakit minggu ini": reminders of tasks and lessons rest until that day. Without a day
it is asked for; "cuti minggu depan", "mulai senin" begins later."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.state import State
from bot.core.spelt import either
from bot.core.understanding.spells import Spell, spell_of
from bot.core.understanding.times.days import show_day
from bot.core.understanding.times.moments import speaks_of_time
from bot.store.people import away as gone
from bot.store.people import conversations
from bot.store.tasks.duties import MINE
from bot.work import conversation
from bot.work.access import allowed, command
from bot.work.lessons import rhythm
from bot.work.lessons.page import enrolled
from bot.work.people import first_words
from bot.work.saying.keyboard import keyboard, press
from bot.work.tasks import away, duties, handing, words
from bot.work.unprompted.absent import above, no_work
from bot.work.usulan.dangers.reader_words import is_own_absence
from bot.work.visit import Journey, Visit

_LONGEST = 14  # words; what is longer tells something
_LONGEST_LEAVE = timedelta(days=366)
#: What lasts longer by what is counted is shown first.
_SHOWN_FIRST, _CODE = timedelta(days=31), "%Y%m%d"
_LOOKED_AT, _LISTED = 40, 3
_WORDS = "kata"  # by this name the form keeps how they said it


def is_meant(visit: Visit, heard: Heard) -> bool:
    """Whether somebody says of themselves that they are away: nothing but when stands before it, and behind it."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(command("tugas"), visit.grants):
        return False
    known, (first, _, more) = visit.office.catalog.world.away, heard.text.lower().partition(". ")
    is_handed = not known["titip"].isdisjoint(re.findall(r"\w+", more))  # "sy sakit seminggu. tolong dititip ke bu ani"
    spoken = re.findall(r"\w+", first if is_handed else heard.text.lower())
    is_danger = visit.office.catalog.danger.is_urgent(heard.text) and not is_own_absence(visit.office, heard.text)
    if len(spoken) > _LONGEST or is_danger or says_back(visit, heard.text):
        return False  # "sdh kembali dari cuti" begins none
    if known["bukan"].isdisjoint(spoken) and no_work.is_said(visit, heard.text, partial(spell_in, visit)):
        return True
    start = next((at for at in range(len(spoken)) if _length(spoken[at:], known["kata"])), None)
    if start is None or not known["bukan"].isdisjoint(spoken) or not _is_beside(visit, spoken[:start]):
        return False
    rest = spoken[start + _length(spoken[start:], known["kata"]) :]
    replaced = visit.office.catalog.world.ending["ganti"] | visit.office.catalog.world.ending["diganti"]
    return known["iringan"].issuperset(rest) or not replaced.isdisjoint(rest) or spell_in(visit, heard.text) != Spell()


def _is_beside(visit: Visit, before: Sequence[str]) -> bool:
    """Polite words, and the days for which it is: "minggu depan saya cuti"."""
    known, spellings = visit.office.catalog.world.away["iringan"], visit.office.catalog.world.spellings
    return all(word in known or speaks_of_time(spellings, word) for word in before)


def _length(spoken: Sequence[str], phrases: frozenset[str]) -> int:
    """Of the longest phrase that stands first, in words; 0 where none does."""
    return max((size for size in (1, 2, 3, 4) if " ".join(spoken[:size]) in phrases), default=0)


def spell_in(visit: Visit, text: str) -> Spell:
    """Told last, else in a part of its own: "opname, seminggu sy tidak bisa. tolong …", "besok nda masuk ka"."""
    world = visit.office.catalog.world
    breaks = either(world.in_the_field["saya"] | world.away["tidak"])
    parts = re.split(rf"[.,;]\s+|\b(?:{breaks})\b", text, flags=re.IGNORECASE)
    read = partial(spell_of, world.spellings, today=visit.today, until=world.away["sampai"], since=world.away["mulai"])
    return next((found for part in (text, *parts) if (found := read(part)) != Spell()), Spell())


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether somebody said so. What is counted in months is shown before it counts."""
    if not isinstance(heard, Typed) or not is_meant(visit, heard):
        return False
    spell = spell_in(visit, heard.text)
    if spell.over is None:
        begins = {"mulai": spell.first.isoformat()} if spell.first is not None else {}
        conversation.start(visit, JOURNEY, about={_WORDS: heard.text, **begins})
    elif spell.over - (spell.first or visit.today) > _SHOWN_FIRST and not _names_end(visit, heard.text):
        _show(visit, spell.first, spell.over)
    else:
        await go(visit, spell.over, spell.first, heard.text)
    return True


def _names_end(visit: Visit, text: str) -> bool:
    return not visit.office.catalog.world.away["sampai"].isdisjoint(re.findall(r"\w+", text.lower()))


def _show(visit: Visit, first: date | None, over: date) -> None:
    over = at_most(visit, over, first)
    code = f"{(first or visit.today).strftime(_CODE)}-{over.strftime(_CODE)}"
    yes = (visit.text("tombol_tidak_di_tempat_ya"), press("t", "cuti", code, visit.heard_in))
    other = (visit.text("tombol_tidak_di_tempat_lain"), press("t", "cuti_lain", visit.heard_in))
    begins = show_day(first) if first is not None else ""
    visit.say("tidak_di_tempat_kah", keyboard([yes], [other]), mulai=begins, sampai=show_day(over))


async def agree(visit: Visit, code: str, said_in: int = 0) -> None:
    """*Ya, benar*, under the days that were reckoned. `said_in`: the update that brought their words."""
    try:
        first, over = (datetime.strptime(day, _CODE).replace(tzinfo=UTC).date() for day in code.split("-"))
    except ValueError:
        visit.stale()
        return
    if over <= visit.today:
        visit.stale()
        return
    await go(visit, over, first, await words_of(visit, said_in))


async def ask(visit: Visit, said_in: int = 0) -> None:
    """*Hari lain*."""
    words = await words_of(visit, said_in)
    if said_in and not words:
        visit.stale()
    else:
        conversation.start(visit, JOURNEY, about={_WORDS: words})


async def words_of(visit: Visit, said_in: int) -> str:
    """Empty where they are no more."""
    told = await first_words.told_in(visit, said_in) if said_in else None
    return str((told or {}).get("text", ""))


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    """A weekday that is told is one behind the beginning."""
    told, day = state.about.get("mulai"), date.fromisoformat(state.answers["sampai"].value["day"])
    first = date.fromisoformat(told) if told else None
    while first is not None and day <= first:
        day += timedelta(days=7)
    await go(visit, day, first, state.about.get(_WORDS, ""))


async def go(visit: Visit, day: date, first: date | None = None, text: str = "") -> None:
    """`first`: where it begins later; lessons then wait as tasks do, and rest no sooner. `text`: how they said it."""
    conversations.end(visit.turn, JOURNEY.form)
    day = at_most(visit, day, first)
    first = first if first is not None and visit.today < first < day else None
    learns = await rhythm.rest_along(visit, day) if first is None else await enrolled(visit) is not None
    async with visit.ask() as connection:
        await away.leave(visit.round(connection), visit.me.id, day, first)
        own = await duties.own(connection, visit.office, MINE, visit.me.id, visit.today, _LOOKED_AT)
    before = [one for one in own if one.task.due_on < day and not words.is_over(visit.office, one, visit.today)]
    before = [one for one in before if first is None or one.task.due_on >= first]
    told = [words.line(visit.office, one, visit.today) for one in before[:_LISTED]]
    rows = await handing.keys_for(visit, before[:_LISTED], text)
    back = [(visit.text("tombol_kembali_di_tempat"), "t:kembali")]
    more: dict[str, Any] = {"belajar": learns, "tugas": told, "lain": len(before) - len(told)}
    begins, markup = show_day(first) if first is not None else "", keyboard(*rows, back)
    when = {"mulai": begins, "sampai": show_day(day)}
    told_to = await above.tell(visit, above.own_place(visit), "tidak_di_tempat_kabar", text, **when)
    visit.say("tidak_di_tempat", markup, nama=visit.me.name, siapa=told_to, **when, **more)


def at_most(visit: Visit, day: date, first: date | None = None) -> date:
    """No leave, and nothing that is lent for it, lasts longer than a year."""
    return min(day, max(first or visit.today, visit.today) + _LONGEST_LEAVE)


async def is_back(visit: Visit, heard: Heard) -> bool:
    """ "Sy sudah sembuh, sudah masuk lagi", by whoever is on leave."""
    if not isinstance(heard, Typed) or not says_back(visit, heard.text) or not allowed(command("tugas"), visit.grants):
        return False
    return visit.me.id in await visit.look_up(gone.of_people, [visit.me.id], visit.today)


def says_back(visit: Visit, text: str) -> bool:
    """Nothing but that, and polite words."""
    known, spoken, is_said = visit.office.catalog.world.away, re.findall(r"\w+", text.lower()), False
    if "?" in text or len(spoken) > _LONGEST:
        return False
    while spoken:
        length = _length(spoken, known["kembali"])
        if not length and spoken[0] not in known["di_samping_kembali"]:
            return False
        is_said, spoken = is_said or length > 0, spoken[length or 1 :]
    return is_said


async def come_back(visit: Visit) -> None:
    await rhythm.rest_along(visit, None)
    async with visit.ask() as connection:
        await away.come_back(visit.round(connection), visit.me.id)
    visit.say("kembali_di_tempat", nama=visit.me.name)


JOURNEY = Journey("cuti", finish)
