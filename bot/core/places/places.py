"""Kabupaten, kecamatan, desa and kelurahan by their official codes; the dusun of a desa by name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from bot.core.places.codes import short_codes
from bot.core.places.spelling import Match, match
from bot.core.wilayah import above, is_kelurahan, name_of

__all__ = ["Match", "Place", "Places", "short_codes", "zone_of"]

_NUMBER = re.compile("[0-9]+")
_WITA = frozenset(["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"])
_WIT_FROM = "81"


@dataclass(frozen=True, slots=True)
class Place:
    """`code`: "73.16" kabupaten, "73.16.01" kecamatan, "73.16.01.2002" desa."""

    code: str
    name: str


class Places:
    """One kabupaten, and the name of its province. Everything below it is looked up, never walked."""

    def __init__(self, rows: Iterable[tuple[str, str]], dusun: Mapping[str, Sequence[str]], province: str = "") -> None:
        self.province = province
        self._places = {code: Place(code, name) for code, name in rows}
        self._children: dict[str, tuple[Place, ...]] = {}
        for place in self._places.values():
            outer = above(place.code)
            self._children[outer] = (*self._children.get(outer, ()), place)
        self._dusun = {code: _in_order(names) for code, names in dusun.items()}
        self.kabupaten = min(self._places.values(), key=lambda place: len(place.code))

    def children(self, code: str) -> tuple[Place, ...]:
        return self._children.get(code, ())

    def find(self, code: str) -> Place | None:
        return self._places.get(code)

    def dusun(self, desa_code: str) -> tuple[str, ...]:
        """Known dusun (desa) or lingkungan (kelurahan), as people look for them; empty where no list is to be had."""
        return self._dusun.get(desa_code, ())

    def with_dusun(self, changed: Mapping[str, Sequence[str]]) -> "Places":
        """The same kabupaten, in which these desa have other dusun."""
        other = copy(self)
        other._dusun = self._dusun | {code: _in_order(names) for code, names in changed.items()}  # noqa: SLF001
        return other

    @staticmethod
    def is_kelurahan(code: str) -> bool:
        return is_kelurahan(code)

    @staticmethod
    def match(candidates: Sequence[Place | str], typed: str) -> Match:
        return match(candidates, typed, lambda item: item.name if isinstance(item, Place) else item)

    def scope_name(self, code: str) -> str:
        """How people call an area: "Kabupaten Enrekang", "Kecamatan Maiwa", "Desa Boiya"; the code if unknown."""
        place = self._places.get(code)
        return code if place is None else name_of(code, place.name)


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    """By their letters, and numbers in them by their size: Bau 1, Bau 2, Bau 10, Buka."""
    return tuple(sorted(names, key=lambda name: _NUMBER.sub(lambda number: number[0].zfill(4), name.casefold())))


def zone_of(province_code: str) -> str:
    """The IANA zone of a province: WIB, WITA or WIT. Also takes longer codes, of which it reads the province."""
    province = province_code[:2]
    if province in _WITA:
        return "Asia/Makassar"
    return "Asia/Jayapura" if province >= _WIT_FROM else "Asia/Jakarta"
