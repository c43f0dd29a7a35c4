""" "Selama saya naik haji sampai 30 juni tugas saya dipegang Ambo": who has work here holds theirs until that
day and no longer. Nothing ends for whoever goes; on that day, or when they are back, it is theirs alone."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.places.spelling import fold
from bot.core.records import Grant
from bot.core.tasks.ladder import at
from bot.core.understanding.spells import Spell
from bot.core.understanding.times.days import show_day
from bot.core.understanding.times.moments import speaks_of_time
from bot.store.people import away as gone
from bot.store.people import people
from bot.store.people.people import Holder
from bot.store.roles import handover as stored
from bot.store.roles import lent
from bot.work.access import ROLES, allowed, command
from bot.work.codes.handing_out import role_name, tasks
from bot.work.roles import handover
from bot.work.saying.keyboard import Key, keyboard, press
from bot.work.unprompted.absent import leave, no_work
from bot.work.visit import Visit

_LONGEST, _SHORTEST, _NEAR, _LISTED = 20, 3, 3, 6  # words; letters of a name; words before who holds it; people
_CODE, _OFFICE = "%Y%m%d", " · "
_PASSIVE, _DAY = "di", timedelta(days=1)
_DAYS = (2, 7, 14)  # until when, where nobody told: who holds it tomorrow gives it back the day after


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether somebody else is to hold their work for a time: shown with who, what and until when."""
    spoken = re.findall(r"[\w'-]+", heard.text.lower()) if isinstance(heard, Typed) else []
    if not isinstance(heard, Typed) or not _may_be_held(visit, heard, spoken):
        return False
    found = await _named(visit, spoken)
    if not found and (_asks_to_be_replaced(visit, spoken) or _is_replaced(visit, heard, spoken)):
        return False  # "minta diganti tanggalnya"
    spell = leave.spell_in(visit, heard.text)
    over = _over(visit, spell, heard.text)
    if over is None or over <= visit.today:
        days = [visit.today + timedelta(days=number) for number in _DAYS] if len(found) == 1 else []
        until = [[(_until(visit, found[0], day), _press(visit, found[0], day))] for day in days]
        name = found[0].name if days else ""
        visit.say(
            "pengganti_sampai_kapan", keyboard(*until, [(visit.text("tombol_serahkan_saya"), "s:saya")]), nama=name
        )
        return True
    _show(visit, found, spell, over)
    return True


def _over(visit: Visit, spell: Spell, text: str) -> date | None:
    """The first day on which it is held no more: "sampai kamis" is Thursday, too."""
    told = {word.replace("/", "") for word in re.findall(r"[\w'/-]+", text.lower())}
    includes = not visit.office.catalog.world.away["sampai"].isdisjoint(told)
    over = spell.over + _DAY if spell.over is not None and includes else spell.over
    return leave.at_most(visit, over, spell.first) if over is not None else None


def _show(visit: Visit, found: Sequence[Holder], spell: Spell, over: date) -> None:
    when, first = _when(visit, spell.first, over), spell.first
    rows = [
        [(f"{one.name}{_OFFICE}{role_name(visit.office, one.role, one.scope)}", _press(visit, one, over, first))]
        for one in found
    ]
    if len(found) == 1:
        rows = [[(visit.text("pengganti_tombol_ya", **when), _press(visit, found[0], over, first))]]
    code = f"{(first or visit.today).strftime(_CODE)}-{(spell.over or over).strftime(_CODE)}"
    rest: list[Key] = (
        [(visit.text("pengganti_tombol_cuti"), press("t", "cuti", code, visit.heard_in))] if not found else []
    )
    ends = [(visit.text("pengganti_tombol_seterusnya"), "s:saya")]
    mine = tasks(visit.office, visit.grants)
    told: dict[str, Any] = {"siapa": [_called(visit, one) for one in found], "tugas": mine, **when}
    visit.say("pengganti_kah", keyboard(*rows, rest, ends, [(visit.text("tombol_tidak_jadi"), "o:batal")]), **told)


def _when(visit: Visit, first: date | None, over: date) -> dict[str, str]:
    """As it is told: the last day of it, and its first one where that is later than today."""
    begins = show_day(first) if first is not None and first > visit.today else ""
    return {"mulai": begins, "sampai": show_day(over - _DAY)}


def _until(visit: Visit, one: Holder, day: date) -> str:
    return visit.text("pengganti_tombol_sampai", nama=one.name, **_when(visit, None, day))


def _called(visit: Visit, one: Holder) -> str:
    """With their office, so that nobody of the same name is meant."""
    place = visit.office.catalog.places.scope_name(one.scope)
    return f"{one.name} ({role_name(visit.office, one.role, one.scope)}, {place})"


def _press(visit: Visit, one: Holder, over: date, first: date | None = None) -> str:
    days = [first, over] if first is not None else [over]
    return press("s", "wakil", one.id, "-".join(day.strftime(_CODE) for day in days), visit.heard_in)


def _may_be_held(visit: Visit, heard: Typed, spoken: Sequence[str]) -> bool:
    """That one's own work is held by another, while or until."""
    text = heard.text
    if "?" in text or not allowed(command("serahkan"), visit.grants) or not allowed(command("tugas"), visit.grants):
        return False
    world = visit.office.catalog.world
    if _asks_to_be_replaced(visit, spoken) or _is_replaced(visit, heard, spoken):
        return True
    holds, known = world.ending["pegang"] | world.ending["memegang"] | world.ending["alihkan"], world.away
    is_own = not (world.ending["diri"] | known["sementara"]).isdisjoint(spoken)
    held = [word for at, word in enumerate(spoken) if not no_work.is_denied(visit, spoken[:at])]
    if len(spoken) > _LONGEST or holds.isdisjoint(held) or not is_own or _do_it_themselves(visit, spoken):
        return False
    return not known["sementara"].isdisjoint(spoken) or leave.spell_in(visit, text).over is not None


def _asks_to_be_replaced(visit: Visit, spoken: Sequence[str]) -> bool:
    """ "Besok sa tidak masuk, minta digantikan Jumriah": nobody else stands in front, and no office behind."""
    world, known = visit.office.catalog.world, visit.office.catalog.world.away
    at = next((n for n, word in enumerate(spoken) if word in known["digantikan"]), 0)
    front = known["minta"] | known["tidak"] | known["mampu"] | known["kerja"] | known["kantor"] | known["iringan"]
    front |= known["minta_izin"] | known["kata"] | world.ending["diri"]
    is_own = all(word in front or speaks_of_time(world.spellings, word) for word in spoken[:at])
    asks = not known["minta"].isdisjoint(spoken[:at])
    return 0 < at < len(spoken) - 1 <= _LONGEST and is_own and asks and world.ending["tugas"].isdisjoint(spoken[at:])


def _is_replaced(visit: Visit, heard: Typed, spoken: Sequence[str]) -> bool:
    """ "Besok sa tidak masuk. Jumriah yg ganti", "Jumriah yg gantikan sa besok": whoever is away says who does it."""
    world, known = visit.office.catalog.world, visit.office.catalog.world.away
    replacing = known["menggantikan"] | known["digantikan"]
    at = next((n for n, word in enumerate(spoken) if word in replacing), None)
    if at is None or len(spoken) > _LONGEST or not world.ending["tugas"].isdisjoint(spoken[at:]):
        return False
    is_own = spoken[at] in known["menggantikan"] and not (world.ending["diri"] | world.oneself).isdisjoint(
        spoken[at + 1 : at + 2]
    )
    has_day = leave.spell_in(visit, heard.text).over is not None
    if leave.is_meant(visit, heard):  # "umrah dua minggu, tolong Rahmi gantikan" is recorded at once, the tasks offered
        return has_day and known["minta"].isdisjoint(spoken[:at])
    return (is_own and has_day) or leave.is_meant(visit, replace(heard, text=" ".join(spoken[:at])))


def _do_it_themselves(visit: Visit, spoken: Sequence[str]) -> bool:
    """ "Senin baru saya urus", and not "tugas saya dipegang Ambo"."""
    words = visit.office.catalog.world.ending
    own, holds = words["diri"], words["pegang"] | words["memegang"]
    return any(one in own and two in holds and not two.startswith(_PASSIVE) for one, two in pairwise(spoken))


async def _named(visit: Visit, spoken: Sequence[str]) -> list[Holder]:
    """Those who have a role here and whose name stands where whoever holds it is told."""
    world = visit.office.catalog.world
    held, holding = (
        world.ending["pegang"] | world.handing_tasks["ke"] | world.ending["dengan"] | world.away["digantikan"],
        world.ending["memegang"] | world.away["menggantikan"],
    )
    held |= world.away["menggantikan"]
    behind = {word for n, word in enumerate(spoken) if not held.isdisjoint(spoken[max(n - _NEAR, 0) : n])}
    before = {word for n, word in enumerate(spoken) if not holding.isdisjoint(spoken[n + 1 : n + 1 + _NEAR])}
    told = {fold(word) for word in behind | before if len(word) >= _SHORTEST} - {*map(fold, world.noting["sapaan"])}
    everybody = await visit.look_up(
        people.holders, list(ROLES), [], visit.now, inside=[visit.office.catalog.places.kabupaten.code]
    )
    found = {one.id: one for one in everybody if one.id != visit.me.id and told & {*fold(one.name).split()}}
    return list(found.values())[:_LISTED]


async def agree(visit: Visit, person_id: int, days: str, said_in: int = 0) -> None:
    """*Ya, sampai …*: theirs too from now or from that day on, and no longer; the reminders of whoever goes rest."""
    first, over = _days_in(visit, days)
    over = leave.at_most(visit, over, first)
    person = await visit.ask_once(people.named, person_id)
    if over <= visit.today or person is None or person_id == visit.me.id or not visit.grants:
        visit.stale()
        return
    held = await _lend(visit, person_id, first, over)
    names = {"nama": person.name, "dari": visit.me.name}
    told: dict[str, Any] = {**names, "tugas": tasks(visit.office, visit.grants), **_when(visit, first, over)}
    visit.tell(person.address, person.id, visit.text("pengganti_diminta", **told))
    handover.set_menu(visit, person.address, held)
    visit.take_buttons_away(visit.turn.message)
    visit.say("pengganti_jadi", **told)
    await leave.go(visit, over, first, await leave.words_of(visit, said_in))


def _days_in(visit: Visit, days: str) -> tuple[date | None, date]:
    """The first day, where it is not today, and that on which it is over; today where it cannot be read."""
    try:
        *first, over = (datetime.strptime(day, _CODE).replace(tzinfo=UTC).date() for day in days.split("-"))
    except ValueError:
        return None, visit.today
    return first[0] if first and visit.today < first[0] < over else None, over


async def _lend(visit: Visit, person_id: int, first: date | None, over: date) -> tuple[Grant, ...]:
    """What they hold with it: what is lent from a later day on is written now, and is theirs only then."""
    begin = _end(visit, first) if first is not None else visit.now
    async with visit.ask() as connection:
        held = [Grant(one.role, one.scope) for one in await stored.held_by(connection, person_id, visit.now)]
        known = {*held, *(await lent.to_come(connection, person_id, visit.now))}
        own = await stored.held_by(connection, visit.me.id, visit.now)
        new = [one for one in own if Grant(one.role, one.scope) not in known]
        await lent.give(connection, person_id, new, visit.now, begin, _end(visit, over))
    return (*held, *(Grant(one.role, one.scope) for one in new))


def _end(visit: Visit, over: date) -> datetime:
    return at(over, time(), visit.office.zone).astimezone(UTC)


async def come_back(visit: Visit) -> None:
    """*Saya sudah kembali*, also in words: it is theirs alone again, and whoever held it hears so."""
    until = await visit.ask_once(gone.ends, visit.me.id, visit.today)
    await leave.come_back(visit)
    if until is None:
        return
    async with visit.ask() as connection:
        theirs = await lent.until(connection, visit.me.id, visit.grants, _end(visit, until))
        await lent.forget(connection, [one.id for one in theirs])
        await stored.end(connection, [one.id for one in theirs], visit.now)
    for person_id in dict.fromkeys(one.person_id for one in theirs):
        await _tell_over(visit, person_id)


async def _tell_over(visit: Visit, person_id: int) -> None:
    person = await visit.ask_once(people.named, person_id)
    if person is None:
        return
    left = await visit.ask_once(stored.held_by, person_id, visit.now)
    told = {"nama": person.name, "dari": visit.me.name, "tugas": tasks(visit.office, visit.grants)}
    visit.tell(person.address, person.id, visit.text("pengganti_selesai", **told))
    handover.set_menu(visit, person.address, tuple(Grant(one.role, one.scope) for one in left))


async def take_back(visit: Visit, heard: Heard) -> bool:
    """That a leave is over, by whoever was away."""
    if not await leave.is_back(visit, heard):
        return False
    await come_back(visit)
    return True


async def give_back(visit: Visit, heard: Heard) -> bool:
    """ "Kembalikan tugas maiwa ke pak hasan, beliau sudah pulang", by whoever holds it for a time."""
    if not isinstance(heard, Typed) or "?" in heard.text:
        return False
    world, spoken = visit.office.catalog.world, re.findall(r"[\w'-]+", heard.text.lower())
    work = world.handing_tasks["pekerjaan"] | world.ending["urusan"]
    if world.dates_changed["kembali"].isdisjoint(spoken) or work.isdisjoint(spoken):
        return False
    lending, held = dict[int, None](), list[stored.Held]()
    async with visit.ask() as connection:
        for one in await stored.held_by(connection, visit.me.id, visit.now):
            away = await gone.of_people(
                connection, await lent.beside(connection, visit.me.id, one, visit.now), visit.today
            )
            from_whom = [who for who, day in away.items() if one.until == _end(visit, day)]
            lending |= dict.fromkeys(from_whom)
            held += [one] if from_whom else []
        await stored.end(connection, [one.id for one in held], visit.now)
        owners = [owner for who in lending if (owner := await people.named(connection, who)) is not None]
    given = [Grant(one.role, one.scope) for one in held]
    for owner in owners:
        letter = {"nama": owner.name, "dari": visit.me.name, "tugas": tasks(visit.office, given)}
        visit.tell(owner.address, owner.id, visit.text("pengganti_dikembalikan", **letter))
    if owners:
        visit.say("pengganti_serah_kembali", siapa=[one.name for one in owners], tugas=tasks(visit.office, given))
        left = tuple(grant for grant in visit.grants if grant not in given)
        handover.set_menu(visit, visit.turn.lane, left)
    return bool(owners)
