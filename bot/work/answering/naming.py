"""Which of their usulan somebody names in the middle of what they say: "yang nomor 2 …", "yang maiwa 1 …"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.forms.writing import clean
from bot.core.records import Usulan
from bot.work.office import Office

_EDGES = " \n\t,.;:-"


@dataclass(frozen=True, slots=True)
class Named:
    """`words`: the rest of what was said; `begins`: they begin with the name, and tell of nothing else."""

    one: Usulan
    words: str
    begins: bool


def may_name(office: Office, text: str) -> bool:
    """Cheaply: whether the number of an usulan may stand there."""
    return _numbers(office).search(text) is not None


def numbers_in(office: Office, text: str) -> list[str]:
    """As they are written."""
    return [match[0] for match in _numbers(office).finditer(text)]


def without_numbers(office: Office, text: str) -> str:
    """The number of an usulan is nothing that is told of it."""
    return _numbers(office).sub(" ", text)


def _numbers(office: Office) -> re.Pattern[str]:
    places, world = office.catalog.places, office.catalog.world
    names = tuple(place.name for place in places.children(places.kabupaten.code))
    units = tuple(word for spelt in world.spellings.units.length.values() for word in spelt)
    return _gate(names, world.numbers, units)


def named_in(office: Office, text: str, mine: Sequence[Usulan]) -> Named | None:
    """The newest of these that is named by its whole number, else by the number alone."""
    text = clean(text)
    for pattern_of in (whole, _number):
        for one in mine:
            found = pattern_of(office, one).search(text)
            if found:
                rest = f"{text[: found.start()]} {text[found.end() :]}"
                return Named(one, clean(rest).strip(_EDGES), bool(found["opener"]) and not found.start())
    return None


def whole(office: Office, one: Usulan) -> re.Pattern[str]:
    """Its name and number as they are said, with what may stand before them."""
    place = office.catalog.places.find(one.kecamatan)
    world = office.catalog.world
    name = re.escape(place.name if place else one.kecamatan)
    number = rf"(?:(?:{_any(world.numbers)})\.?\s*)?"
    opener = rf"(?P<opener>(?:\b(?:{_any(world.sent)})\s+)*)"
    return re.compile(rf"{opener}\b{number}{name}\s*{number}{one.serial}{_its_year(one)}(?![\w/])", re.IGNORECASE)


def bare_serial(office: Office, text: str) -> int | None:
    """ "Kalau yang nomor 3, …": a number at the beginning whose kecamatan goes without saying."""
    world = office.catalog.world
    light = _any({*world.sent, *world.in_the_field["beralih"], *world.in_the_field["iringan"]})
    begins = rf"^\W*(?:(?:{light})\b\W*)*?\b(?:{_any(world.numbers)})\.?\s*(?P<serial>\d{{1,5}})(?![\w/])"
    found = re.match(begins, text, re.IGNORECASE)
    return int(found["serial"]) if found is not None else None


def _its_year(one: Usulan) -> str:
    """ "Maiwa 4/27": of another year it is another usulan."""
    return rf"(?:\s*/\s*(?:20)?{one.year % 100:02d})?"


def _number(office: Office, one: Usulan) -> re.Pattern[str]:
    world = office.catalog.world
    opener = rf"(?P<opener>\b(?:{_any(world.sent)}))"
    return re.compile(
        rf"{opener}\s+(?:{_any(world.numbers)})\.?\s*{one.serial}{_its_year(one)}(?![\w/])", re.IGNORECASE
    )


@lru_cache(maxsize=4)
def _gate(names: tuple[str, ...], numbers: tuple[str, ...], units: tuple[str, ...]) -> re.Pattern[str]:
    """ "Maiwa 2 km" is how far it is."""
    far = rf"(?!\d|\s*(?:{_any(units)})\b)"
    return re.compile(rf"\b(?:{_any((*names, *numbers))})\W*\d+(?:/\d+)?{far}", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
