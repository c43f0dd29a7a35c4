"""Who is to be rung about an announcement ("minta nomornya yang belum paham", "nomor hp aco berapa"), and how many have
it ("berapa yang sudah terima per kecamatan"), asked for in words."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.core.broadcasts.asking import asks
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.kinds.telepon import spelt
from bot.store.broadcasts import broadcasts, receipts
from bot.store.broadcasts.broadcasts import Broadcast
from bot.store.people import phones
from bot.store.people.people import Holder
from bot.work.access import allowed, command
from bot.work.broadcasts import meant
from bot.work.broadcasts.outcome import asked_results, results
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.roles import by_name
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

_LONGEST, _LATELY, _MANY = 12, timedelta(days=7), 5


async def take(visit: Visit, heard: Heard) -> bool:
    """False where neither is asked, or of nothing that was announced."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    spoken = re.findall(r"[\w-]+", key_of(heard.text))
    if not 0 < len(spoken) <= _LONGEST:
        return False
    return await _numbers(visit, heard.text, {*spoken}) or await _counts(visit, heard.text, {*spoken})


async def take_call(visit: Visit, heard: Heard) -> bool:
    """ "Rahmi sdh sy telpon, sdh paham dia": noted of the announcement that is looked at or named, else of the newest
    that they have and had not confirmed."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    world, spoken = visit.office.catalog.world, {*re.findall(r"[\w-]+", key_of(heard.text))}
    known = world.of_results
    if any(words.isdisjoint(spoken) for words in (known["telepon"], known["sudah"], world.grasping)):
        return False
    if asks(heard.text, world) or not (known["siapa"] | known["berapa"] | known["belum"]).isdisjoint(spoken):
        return False
    called = await by_name.found(visit, heard.text)
    there = [one for one in await meant.those_out(visit) if one.state in results.LOOKED_AT] if called else []
    looked_at = await meant.shown_ones(visit) or {await asked_results.last_looked_at(visit) or 0}
    named = meant.named(visit, heard.text, there)
    for one in sorted(there, key=lambda one: (one.id not in looked_at, one not in named)):
        if await _note_call(visit, one, called[:_MANY]):
            return True
    return False


async def _note_call(visit: Visit, one: Broadcast, called: Sequence[Holder]) -> bool:
    names = list[str]()
    async with visit.ask() as connection:
        for person in called:
            theirs = await receipts.of(connection, one.id, person.id)
            if theirs is not None and theirs.understood_at is None:
                await receipts.confirm(connection, one.id, person.id, visit.now)
                await broadcasts.note(connection, one.id, "called", visit.me.id, visit.now, catatan=person.name)
                names.append(person.name)
    if names:
        key = (visit.text("tombol_siaran_hasil"), f"a:hasil:{one.id}")
        visit.say("siaran_dihubungi", keyboard([key]), orang=names, awal=beginning_of(one))
    return bool(names)


async def _numbers(visit: Visit, text: str, spoken: set[str]) -> bool:
    known, world = visit.office.catalog.world.of_results, visit.office.catalog.world
    is_of_work = not known["pekerjaan"].isdisjoint(spoken) and world.announcements.isdisjoint(spoken)
    if known["telepon"].isdisjoint(spoken) or is_of_work:
        return False
    beside = known["telepon"] | known["iringan"] | known["mereka"] | known["belum"] | known["jawab"] | known["siapa"]
    beside |= world.grasping | world.oneself | world.announcements | world.of_news["iringan"] | known["bersamanya"]
    rest = spoken - beside
    if rest:
        return await _of_named(visit, text, rest)
    is_named = not (world.grasping | world.announcements | known["jawab"]).isdisjoint(spoken)
    one = await _meant(visit, text, is_named=is_named)
    if one is not None:
        await results.show_unconfirmed(visit, one.id, 0)
    return one is not None


async def _of_named(visit: Visit, text: str, rest: set[str]) -> bool:
    """Whoever is named by all that is said beside it."""
    found = [one for one in await by_name.found(visit, text) if set(key_of(one.name).split()) & rest]
    names = set[str]().union(*(key_of(one.name).split() for one in found))
    if not found or len(found) > _MANY or not rest <= names:
        return False
    numbers: Mapping[int, str] = await visit.look_up(phones.of, [one.id for one in found])
    told = [{"nama": one.name, "telepon": spelt(numbers[one.id]) if one.id in numbers else ""} for one in found]
    visit.say("siaran_nomor", orang=told)
    return True


async def _counts(visit: Visit, text: str, spoken: set[str]) -> bool:
    known, world = visit.office.catalog.world.of_results, visit.office.catalog.world
    got = world.reaching["sampai"] | world.grasping
    is_of_usulan = not world.sifting["usulan"].isdisjoint(spoken) and world.announcements.isdisjoint(spoken)
    if known["berapa"].isdisjoint(spoken) or got.isdisjoint(spoken) or is_of_usulan:
        return False
    levels = {*world.spellings.places.desa, *world.spellings.places.kecamatan}
    beside = got | known["berapa"] | known["sudah"] | known["iringan"] | known["belum"] | known["bersamanya"] | levels
    one = await _meant(visit, text, is_named=not world.announcements.isdisjoint(spoken))
    topic = meant.topic_of(visit, one) if one is not None else set[str]()
    if one is None or not spoken - beside - world.oneself - world.announcements <= topic:
        return False
    if spoken.isdisjoint(levels):
        await results.show(visit, one.id)
    else:
        await results.show_places(visit, one.id, 0, is_wide=spoken.isdisjoint(world.spellings.places.desa))
    return True


async def _meant(visit: Visit, text: str, *, is_named: bool) -> Broadcast | None:
    """The one that is named; what was shown last, or a little before; else, where announcements are spoken of, the
    newest."""
    there = [one for one in await meant.those_out(visit) if one.state in results.LOOKED_AT]
    shown = await meant.shown_ones(visit)
    there = meant.current(visit, text, there, shown)
    shown = shown or {await asked_results.last_looked_at(visit) or 0}
    named = meant.named(visit, text, there)
    found = [one for one in named or there if one.id in shown] or named
    lately = [one for one in there if one.made_at > visit.now - _LATELY] if is_named else []
    return next(iter(found or lately), None)
