"""Whatever is said of an usulan by a number that there is not; and "usulan nomor 3", without its kecamatan: that of
whoever reads in one alone, else which of those with this number is asked."""

import re
from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.core.understanding.times.moments import speaks_of_time
from bot.store.usulan import usulan as numbers
from bot.work.access import allowed, button
from bot.work.calendar.permitted import meetings
from bot.work.calendar.typed import kinds_in
from bot.work.reading import named
from bot.work.usulan import kabar
from bot.work.usulan.kabar import Number
from bot.work.usulan.usulan import with_year
from bot.work.visit import Visit

_LONGEST, _CENTURY = 25, 100  # words; years
_FIGURE, _OF_DAY = re.compile(r"\d+"), re.compile(r"\s*[/:.–-]\s*\d")
_PARTED = re.compile(r"[:;\n]\s*$")


async def take(visit: Visit, heard: Heard) -> bool:
    """One that is there, with anything beside its number, is for those who come behind."""
    if not isinstance(heard, Typed) or not _may_be(visit, heard.text):
        return False
    wanted, alone = named.listed(visit, heard.text), named.of_no_kecamatan(visit, heard.text)
    if not wanted and alone is not None:
        await _show(visit, await _in_each(visit, alone), alone)
        return True
    found = [one for number in wanted if (one := await named.of_number(visit, number)) is not None]
    if found and _is_bare(visit, heard.text):
        await named.show(visit, found)
        return True
    return not found and await is_of_none(visit, heard)


async def is_of_none(visit: Visit, heard: Typed) -> bool:
    """Whether it names an usulan, and there is none of those that it names: then so it is said."""
    wanted = named.listed(visit, heard.text) if _may_be(visit, heard.text) else []
    if not wanted or _counts(visit, heard.text, wanted):
        return False
    if any([bool(await visit.look_up(numbers.of, one.kecamatan, one.serial)) for one in wanted]):
        return False
    visit.say("nomor_tidak_ada", nomor=[_called(visit, one) for one in wanted])
    return True


def _may_be(visit: Visit, text: str) -> bool:
    """A number alone is shown, whoever says it."""
    if not _FIGURE.search(text) or len(text.split()) > _LONGEST or not allowed(button("u"), visit.grants):
        return False
    return kabar.number_in(visit.office, text) is None


async def _show(visit: Visit, found: list[Usulan], serial: int) -> None:
    if found:
        await named.show(visit, found)
    else:
        visit.say("nomor_tidak_ada", nomor=[visit.text("nomor_saja", nomor=serial)])


async def _in_each(visit: Visit, serial: int) -> list[Usulan]:
    """Of every kecamatan in which they read, the newest of that number."""
    each = [await named.of_number(visit, Number(one, serial)) for one in named.kecamatan_read(visit)]
    return [one for one in each if one is not None]


def _is_bare(visit: Visit, text: str) -> bool:
    """ "Usulan nomor 3", with nothing but polite words and what opens it beside; "maiwa 3" is heard before."""
    joins, world = visit.office.catalog.world.numbering, visit.office.catalog.world
    opens = {word for phrase in world.numbered["lihat"] for word in phrase.split()}
    known = joins["nomor"] | joins["usulan"] | world.oneself | world.guests_said["sopan"] | opens
    words = re.findall(r"[^\W\d]+", key_of(text))
    return not joins["usulan"].isdisjoint(words) and known.issuperset(words)


def _called(visit: Visit, one: Number) -> str:
    name = visit.office.spoken_name(one.kecamatan, one.serial)
    return with_year(name, one.year) if one.year else name


def _counts(visit: Visit, text: str, wanted: Sequence[Number]) -> bool:
    """ "Maiwa 3 desember", "maiwa 14 orang", "musrenbang maiwa 14": days and figures are no usulan."""
    world = visit.office.catalog.world
    words, serials = frozenset(re.findall(r"\w+", text.lower())), {one.serial for one in wanted if not one.year}
    if world.numbering["usulan"].isdisjoint(words) and kinds_in(meetings(visit.office, visit.grants), text):
        return True
    if visit.today.year in {one // _CENTURY * _CENTURY + visit.today.year % _CENTURY for one in serials}:
        return True
    for figure in (one for one in _FIGURE.finditer(text) if int(one[0]) in serials):
        behind = next(iter(re.findall(r"^\W*(\w+)", text[figure.end() :].lower())), "")
        is_time = bool(behind) and speaks_of_time(world.spellings, behind)
        if _OF_DAY.match(text[figure.end() :]) or is_time or behind in world.numbering["hitungan"]:
            return True
        if _PARTED.search(text[: figure.start()]):  # "ke fasilitator Maiwa: 3 laptop"
            return True
    return False
