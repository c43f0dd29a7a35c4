"""Usulan that are named, by a number or by who brought them, in the middle of what is said by whoever reads them."""

import re
from collections.abc import Callable, Sequence

from bot.core.forms.writing import in_short
from bot.core.places.spelling import fold
from bot.core.records import WITHDRAWN, Usulan
from bot.core.wilayah import lies_in
from bot.store.reading import readings, searches
from bot.store.usulan import usulan as numbers
from bot.work.access import button
from bot.work.reading import screen
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import kabar
from bot.work.usulan.usulan import quoted
from bot.work.visit import Visit

_MOST, _LOOKED_AT = 10, 300  # usulan of one name, and of those that begin like it
_SHORTEST, _SHOWN = 3, 60  # letters of a name; characters
_PARTS = re.compile(r"[^\W\d_]+|\d{1,5}(?:[/-](?:20)?\d\d)?(?!\d)|,")


def stands(one: Usulan) -> bool:
    return one.status != WITHDRAWN


async def in_words(visit: Visit, text: str) -> list[Usulan]:
    """The newest of each number that is named anywhere; else those of whoever is named behind a word for usulan."""
    numbered = [await of_number(visit, one) for one in listed(visit, text)]
    if numbered:
        return [one for one in numbered if one is not None]
    words = text.split()
    usulan = visit.office.catalog.world.entrusting["usulan"]
    at = next((at for at, word in enumerate(words) if word.lower() in usulan), len(words))
    found_of = await of_person(visit, " ".join(words[at + 1 :]))
    return found_of[0] if found_of is not None else []


def listed(visit: Visit, text: str) -> list[kabar.Number]:
    """Every number of "maiwa 2, 3 sampai 5 dan 29 tahun 27": with the kecamatan before and the year behind."""
    joins, words = visit.office.catalog.world.numbering, _PARTS.findall(text.lower())
    found, of_list, through = list[kabar.Number](), list[kabar.Number](), False
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if word[0].isdecimal() and of_list and before in joins["tahun"]:
            of_list = [one._replace(year=one.year or 2000 + int(word[-2:])) for one in of_list]
        elif word[0].isdecimal() and of_list:
            serial, _, year = re.sub("-", "/", word).partition("/")
            first = of_list[-1].serial + 1 if through else int(serial)
            several = range(first, int(serial) + 1)[:_LOOKED_AT]
            of_list += [
                of_list[0]._replace(serial=one, year=2000 + int(year[-2:]) if year else None) for one in several
            ]
        elif word[0].isdecimal():
            leads = (" ".join([*words[max(at - many, 0) : at], word]) for many in (2, 1))
            one = next(filter(None, (kabar.number_in(visit.office, lead) for lead in leads)), None)
            one = one or _of_own(visit, words[:at], word)
            of_list = [one] if one is not None else []
        elif word not in joins["dan"] | joins["sampai"] | joins["tahun"] | {","}:
            found, of_list = found + of_list, []
        through = word in joins["sampai"]
    return list(dict.fromkeys(found + of_list))


def _of_own(visit: Visit, before: Sequence[str], word: str) -> kabar.Number | None:
    """ "Usulan nomor 3", by whoever reads in one kecamatan alone."""
    own = kecamatan_read(visit) if _is_numbered(visit, before) else []
    return kabar.Number(own[0], int(word)) if len(own) == 1 and word.isdecimal() else None


def _is_numbered(visit: Visit, before: Sequence[str]) -> bool:
    joins = visit.office.catalog.world.numbering
    return len(before) > 1 and before[-1] in joins["nomor"] and not joins["usulan"].isdisjoint(before[-3:-1])


def only_own(visit: Visit, text: str) -> kabar.Number | None:
    """Where nothing is said behind it; also "nomor 3" alone, where what is done tells that it is an usulan."""
    words = _PARTS.findall(text.lower())
    if len(words) > 1 and visit.office.catalog.world.numbering["nomor"].issuperset(words[:-1]):
        words = [*visit.office.catalog.world.numbering["usulan"]][:1] + words
    return _of_own(visit, words[:-1], words[-1]) if words and words[-1][0].isdecimal() else None


def of_no_kecamatan(visit: Visit, text: str) -> int | None:
    """The number of "usulan nomor 3", wherever it stands."""
    words = _PARTS.findall(text.lower())
    found = (int(word) for at, word in enumerate(words) if word.isdecimal() and _is_numbered(visit, words[:at]))
    return next(found, None)


def kecamatan_read(visit: Visit) -> list[str]:
    """Those in which they may see usulan."""
    scopes, places = sight_of(visit, button("u")).scopes, visit.office.catalog.places
    every = (one.code for one in places.children(places.kabupaten.code))
    return [one for one in every if any(lies_in(scope, one) or lies_in(one, scope) for scope in scopes)]


async def of_number(visit: Visit, number: kabar.Number) -> Usulan | None:
    """The newest of that number that they may see."""
    return next(iter(await all_of_number(visit, number)), None)


async def all_of_number(visit: Visit, number: kabar.Number) -> list[Usulan]:
    """Those of every season, the newest first."""
    who = sight_of(visit, button("u"))
    async with visit.look() as connection:
        same = await numbers.of(connection, number.kecamatan, number.serial)
        wanted = [one for one in same if number.year in (None, one.year)]
        return [one for one in wanted if await readings.one(connection, who, one.id) is not None]


async def of_person(
    visit: Visit, rest: str, fits: Callable[[Usulan], bool] = stands
) -> tuple[list[Usulan], str] | None:
    """Those of whoever is called so, the newest first; and what stands behind the name."""
    words, address = rest.split(), visit.office.catalog.world.oneself
    while words and words[0].lower().strip(",:") in address:
        words = words[1:]
    name = fold(words[0].strip(",:")) if words else ""
    if len(name) < _SHORTEST:
        return None
    async with visit.look() as connection:
        begins = words[0][:_SHORTEST].lower()  # "siti" is Sitti, too
        told = await searches.of_named(connection, sight_of(visit, button("u")), visit.me.id, begins, _LOOKED_AT)
    spoken = [fold(word.strip(",:")) for word in words]
    many = [(_leading(spoken, called), one, called) for one, called in told if fits(one)]
    longest = max((leading for leading, *_ in many), default=0)  # "sitti aminah" is not Sitti
    fitting = [(one, called) for leading, one, called in many if leading == longest > 0]
    known = {fold(part) for _, called in fitting for part in called.split()} | {*visit.office.catalog.world.oneself}
    while words and fold(words[0].strip(",:")) in known:
        words = words[1:]
    behind = " ".join(words)
    return ([], behind) if _names_more(visit, behind) else ([one for one, _ in fitting][:_MOST], behind)


def _leading(spoken: list[str], called: str) -> int:
    """How many words of what is said are this name, from the first on."""
    name = {fold(part) for part in called.split()}
    return next((at for at, word in enumerate(spoken) if word not in name), len(spoken))


def _names_more(visit: Visit, behind: str) -> bool:
    """ "Aminah: …" behind "sitti": somebody else of a longer name."""
    head, colon, _ = behind.partition(":")
    ear = visit.office.catalog.world.ear
    return bool(colon) and ear is not None and any(not ear.knows(word) for word in head.split())


def line(visit: Visit, one: Usulan) -> dict[str, str]:
    """As one of several between which is chosen."""
    return {"nomor": visit.office.spoken_number(one), "isi": in_short(quoted(visit.office, one.answers), _SHOWN)}


async def show(visit: Visit, found: list[Usulan]) -> None:
    """The one, or which of several is meant is asked."""
    if len(found) == 1:
        await screen.show(visit, found[0].id)
        return
    told = [line(visit, one) for one in found]
    each = zip(told, found, strict=True)
    keys = [[(visit.text("tombol_baca", nomor=shown["nomor"]), f"u:lihat:{one.id}")] for shown, one in each]
    visit.say("usulan_mana_dari", keyboard(*keys), usulan=told)
