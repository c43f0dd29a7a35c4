"""Which announcement somebody speaks of: the one that is named by its words, or stands opened, or the only one."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from bot.core.calendar.places_named import place_named
from bot.core.forms.writing import key_of
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import DONE, PAUSED, RUNNING, SENT_STATES, STOPPED, WAITING, WITHDRAWN, Broadcast
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.broadcasts.under_way.steering import may_steer
from bot.work.saying.keyboard import Key
from bot.work.visit import Visit

#: Whoever names none means what left lately.
_LATELY, _CURRENT = timedelta(hours=24), timedelta(days=7)
_UNDER_WAY = (WAITING, RUNNING, PAUSED)
_OUT = (*_UNDER_WAY, DONE, STOPPED)
_LOOKED_AT = 12
_SHORTEST, _FEWEST = 3, 2  # letters of a word by which one is known; such words, of one of long ago
_ASKING = ("siapa", "belum", "sudah", "iringan", "bersamanya", "mereka", "jawab", "berapa", "telepon", "ingatkan")
WITHDRAWS, UNDOES = "a:tarik_ya:", "a:urung:"
_ASKED = re.compile(r"a:(?:tarik_ya|urung):(\d+)")
_YES = ("tombol_siaran_tarik_ya", "tombol_siaran_urung_ya")
_OPENED = re.compile(r"a:(?!daftar|bahan|hasil|jawab)[a-z_]+:(\d+)(?::.*)?")  # lists bear pages; news offers its result
_SHOWN = re.compile(r"a:(?!daftar|bahan|jawab|balik)[a-z_]+:(\d+)(?::.*)?")


async def those_out(visit: Visit) -> list[Broadcast]:
    """What waits to be sent, is on its way or is out: one's own, and what stands opened; the newest first."""
    opened = await opened_one(visit)
    async with visit.ask() as connection:
        own = await broadcasts.listed(connection, visit.me.id, (), _LOOKED_AT, 0)
        if opened is not None and all(one.id != opened for one in own):
            other = await broadcasts.one(connection, opened)
            own = [other, *own] if other is not None and may_steer(visit, other) else own
    return [one for one in own if one.state in _OUT]


async def taken_back(visit: Visit, text: str) -> list[Broadcast]:
    """Those that are named, of one's own that are withdrawn."""
    own = await visit.look_up(broadcasts.listed, visit.me.id, (), _LOOKED_AT, 0)
    return named(visit, text, [one for one in own if one.state == WITHDRAWN])


async def found(visit: Visit, text: str, there: Sequence[Broadcast], *, is_last: bool = False) -> list[Broadcast]:
    """One where it is clear, several where it has to be asked which. `is_last`: where none is named, the newest."""
    if by_name := named(visit, text, there):
        return by_name
    if (opened := await opened_one(visit)) is not None and any(one.id == opened for one in there):
        return [one for one in there if one.id == opened]
    lately = [one for one in there if one.made_at > visit.now - _LATELY]
    if is_last:
        return lately[:1]
    return [one for one in lately if one.state in _UNDER_WAY] or lately


def current(visit: Visit, text: str, there: Sequence[Broadcast], looked_at: Collection[int]) -> list[Broadcast]:
    """Without those of long ago that are not looked at, unless most of what is said beside asking stands in their text:
    one word of it may be of anything, and a place names none."""
    world, since = visit.office.catalog.world, visit.now - _CURRENT
    asking = (world.of_results[sort] for sort in _ASKING)
    topic = words_in(text).difference(world.beside_halting, world.grasping, world.oneself, *asking)
    least = max(_FEWEST - len(world.announcements & set(key_of(text).split())), len(topic) // 2 + 1)
    return [
        one
        for one in there
        if _leaves(one) > since or one.id in looked_at or len(topic & words_in(one.message.html)) >= least
    ]


def near(visit: Visit, text: str, there: Sequence[Broadcast], opened: int | None) -> list[Broadcast]:
    """Of what may be stopped: of long ago only that which stands opened, or where announcements are spoken of."""
    world, since = visit.office.catalog.world, visit.now - _CURRENT
    is_of_them = holds(key_of(text), {*world.announcements, *world.stopping["tarik_saja"]})
    live = (one.id for one in there if one.state in _UNDER_WAY)
    return [one for one in there if is_of_them or _leaves(one) > since or one.id in {opened, *live}]


def _leaves(one: Broadcast) -> datetime:
    return one.starts_at or one.made_at


def is_of_work(visit: Visit, text: str, there: Sequence[Broadcast]) -> bool:
    """ "Siapa yang belum siap di maiwa": who is ready, or has done their tasks, unless announcements are spoken of or
    one of these has that word itself; who has not got what none of these tells of."""
    catalog, world = visit.office.catalog, visit.office.catalog.world
    known, spoken = world.of_results, {*re.findall(r"[\w-]+", key_of(text))}
    if known["siapa"].isdisjoint(spoken) or not world.announcements.isdisjoint(spoken):
        return False
    told = [words_in(one.message.html) for one in there]
    work = spoken & known["pekerjaan"]
    if work or known["terima"].isdisjoint(spoken):
        return bool(work) and all(work.isdisjoint(words) for words in told)
    rest = place_named(key_of(text), catalog.places, [catalog.places.kabupaten.code], world.spellings.places).rest
    beside = (known[sort] for sort in ("siapa", "belum", "sudah", "iringan", "bersamanya", "mereka", "terima"))
    subject = words_in(rest).difference(*beside, world.oneself, world.spellings.places.kecamatan)
    return bool(subject) and all(subject.isdisjoint(words) for words in told)


async def opened_one(visit: Visit) -> int | None:
    """That whose buttons stand under what was said last."""
    return await _the_one(visit, _OPENED)


async def shown_ones(visit: Visit) -> set[int]:
    """Those of which anything was shown last, also in a list or by its news."""
    return shown_in(data for letter in await visit.letters() for _, data in letter.keys)


def shown_in(buttons: Iterable[str]) -> set[int]:
    """Those that the data of these buttons is of."""
    return {int(match[1]) for data in buttons if (match := _SHOWN.fullmatch(data))}


async def asked_about(visit: Visit) -> int | None:
    """That of which it was asked last whether it is to be taken back: *Batalkan* alone, under what is planned, asks
    nothing."""
    return await _the_one(visit, _ASKED, frozenset(map(visit.text, _YES)))


async def _the_one(visit: Visit, buttons: re.Pattern[str], labels: frozenset[str] = frozenset()) -> int | None:
    keys = (key for letter in await visit.letters() for key in letter.keys)
    data = (data for label, data in keys if not labels or label in labels)
    ids = {int(match[1]) for one in data if (match := buttons.fullmatch(one))}
    return ids.pop() if len(ids) == 1 else None


def named(visit: Visit, text: str, there: Sequence[Broadcast]) -> list[Broadcast]:
    """Those that share most with these words, but for what stands in all of them, and for a reason: "salah kecamatan,
    seharusnya Maiwa" names none, "seharusnya Maiwa bukan Curio" that of Curio, "yang ke camat" that of a camat."""
    world = visit.office.catalog.world
    spoken, *right = _pattern(world.stopping["mestinya"]).split(key_of(text))
    for told in right:
        spoken = " ".join((spoken, *_pattern(world.of_news["menyangkal"]).split(told)[1:]))
    topic = words_in(_pattern(world.halting).sub(" ", spoken)) - world.beside_halting
    told = {one.id: topic_of(visit, one) for one in there}
    common = set[str].intersection(*told.values()) if len(told) > 1 else set[str]()
    parts = spoken.split()
    behind = {word for at, before in enumerate(parts) if before in world.addressing for word in parts[at + 1 : at + 4]}
    got = {
        one.id: words_in(" ".join(visit.text(f"siaran_untuk_{role}") for role in one.audience.roles)) for one in there
    }
    shared = {one: len((topic - common) & words) + len(behind & got[one]) for one, words in told.items()}
    best = max(shared.values(), default=0)
    return [one for one in there if best and shared[one.id] == best]


async def others_named(visit: Visit, text: str, than: int) -> list[Broadcast]:
    """ "Bukan yang itu, yang bedah rumah", of those that are out: one where it is named, several to choose from; empty
    where nothing says so."""
    spoken = re.findall(r"\w+", key_of(text))
    if not spoken or spoken[0] not in visit.office.catalog.world.stopping["yang_lain"]:
        return []
    others = [one for one in await those_out(visit) if one.id != than and one.state in SENT_STATES]
    found = named(visit, text, others)
    points = not {"itu", "ini"}.isdisjoint(spoken)
    return (found or others) if points else found if len(found) == 1 else []


def topic_of(visit: Visit, one: Broadcast) -> set[str]:
    """The words of its text, and the places that it is for; how a file is called that came with it."""
    named = (visit.office.catalog.places.find(code) for code in one.audience.wilayah)
    files = visit.office.catalog.world.announced["kiriman"] if one.message.media is not None else ()
    return words_in(f"{one.message.html} {' '.join(place.name for place in named if place)}").union(files)


def has_all(visit: Visit, one: Broadcast, words: Iterable[str]) -> bool:
    """Whether each of these stands in its text, or is a part of a place that it is for."""
    told = topic_of(visit, one) | set(re.findall(r"\w+", key_of(one.message.html)))
    return told.issuperset(words)


def holds(spoken: str, known: Iterable[str]) -> bool:
    return _pattern(known).search(spoken) is not None


def _pattern(known: Iterable[str]) -> re.Pattern[str]:
    """The longest first: "salah kecamatan" before "salah"."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(one) for one in sorted(known, key=len, reverse=True))})\b")


def words_in(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+|\d+(?:[.:]\d+)?", key_of(text)) if len(word) >= _SHORTEST}


def shared(visit: Visit, told: str, text: str) -> int:
    """How many words of an announcement are said, but for those by which any is called."""
    return len((words_in(told) & words_in(text)) - visit.office.catalog.world.beside_halting)


def keys(visit: Visit, there: Sequence[Broadcast], verb: str) -> list[list[Key]]:
    """To ask which, each by its first words; of two that begin alike also by its day."""
    names = [beginning_of(one) for one in there]
    labels = [
        name if names.count(name) == 1 else f"{visit.office.day(one.made_at)}: {_where(visit, one)} {name}"
        for name, one in zip(names, there, strict=True)
    ]
    return [[(label, f"a:{verb}:{one.id}")] for label, one in zip(labels, there, strict=True)]


def _where(visit: Visit, one: Broadcast) -> str:
    places = (visit.office.catalog.places.find(code) for code in one.audience.wilayah[:1])
    return "".join(place.name for place in places if place is not None)
