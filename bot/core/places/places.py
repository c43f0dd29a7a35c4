"""Kabupaten, kecamatan, desa and kelurahan by their official codes, a kecamatan also by three letters that can be told
apart aloud; the dusun of a desa by name."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import combinations

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

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(place.name for place in self._places.values())

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


_VOWELS = frozenset("AEIOU")


def short_codes(names: Iterable[str], taken: Collection[str] = ()) -> dict[str, str]:
    """A unique code for every name: Baraka BRK, Maiwa MAI.

    Two codes differ in two letters at least, while that can be had: BNG and BNT sound the same through a bad phone. The
    order of the names does not matter, so the same kabupaten always gets the same codes. `taken` are codes already in
    use beside these names, such as the kabupaten's own.
    """
    everyone = sorted(set(names))
    starts = Counter(_letters(name)[:3] for name in everyone)
    codes: dict[str, str] = {}
    for name in everyone:
        codes[name] = _choose(name, {*codes.values(), *taken}, starts)
    return codes


def _choose(name: str, taken: set[str], starts: Counter[str]) -> str:
    """BAR is nobody's code where there are a Baraka and a Baroko."""
    near = list[str]()
    for code in (c for c in _candidates(name) if starts.get(c, 0) <= 1 and c not in taken):
        if all(_distance(code, other) >= 2 for other in taken):
            return code
        near.append(code)
    return near[0]


def _letters(name: str) -> str:
    return "".join(c for c in name.upper() if c.isascii() and c.isalpha()) or "X"


def _candidates(name: str) -> Iterator[str]:
    """Best first; at the end numbers, so that there is always one left."""
    letters = _letters(name)
    first, rest = letters[0], letters[1:]
    consonants = [c for c in rest if c not in _VOWELS]
    words = [_letters(word) for word in name.split()]
    if len(words) > 1:
        yield from (first + words[1][0] + c for c in words[1][1:] if c not in _VOWELS)
    if len(consonants) >= 2:
        yield first + consonants[0] + consonants[1]
    yield letters[:3].ljust(3, "X")
    yield from (first + a + b for a, b in sorted(combinations(rest, 2), key=lambda pair: pair[0] in _VOWELS))
    yield from (f"{first}{number:02d}" for number in range(1, 100))
    yield from (f"{number:03d}" for number in range(1, 1000))


def _distance(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))
