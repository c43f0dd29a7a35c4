"""A place as it is chosen: from a reading or a button to the values of the three questions, and back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from zlib import crc32

from bot.core.forms.questions import Offer
from bot.core.places.chains import Chain
from bot.core.places.gazetteer import DESA, DUSUN
from bot.core.places.places import Places
from bot.core.places.spelling import fold
from bot.core.understanding.rt_rw import UNTOLD, RtRw
from bot.core.wilayah import KABUPATEN, above, chain, is_narrower, level_of, lies_in, name_of

#: The questions of every form that asks for places, widest first; the catalog allows no other order.
LEVELS = ("kecamatan", "desa", "dusun")
_CODE = re.compile(
    r"@(\d\d\.\d\d\.\d\d(?:\.\d{4})?)(?:/([0-9a-f]{6}))?(?:/([1-9]\d{0,2})?\.([1-9]\d{0,2})?)?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Spot:
    """`code`: of a kecamatan or desa; `dusun`: a listed one in that desa, or none. `told`: RT and RW."""

    code: str
    dusun: str = ""
    told: RtRw = UNTOLD

    @property
    def depth(self) -> int:
        return DUSUN if self.dusun else LEVELS.index(level_of(self.code)) + 1

    def holds(self, other: "Spot") -> bool:
        """Whether the other is this place or lies in it."""
        return lies_in(other.code, self.code) and self.dusun in ("", other.dusun)


def spot_of(found: Chain, told: RtRw = UNTOLD) -> Spot:
    entry = found.deepest
    return Spot(entry.code, entry.name, told) if entry.level == DUSUN else Spot(entry.code, told=told)


def _below(code: str) -> list[str]:
    """The place and what it lies in below the kabupaten, the narrowest first."""
    return [one for one in chain(code) if is_narrower(one, KABUPATEN)]


def shared(spots: Sequence[Spot]) -> Spot | None:
    """The narrowest place that all of them lie in, below the kabupaten."""
    first = spots[0]
    wider = [replace(first, told=UNTOLD), *map(Spot, _below(first.code))]
    return next((spot for spot in wider if all(spot.holds(other) for other in spots)), None)


def values_of(places: Places, spot: Spot) -> dict[str, Any]:
    """What it answers, by question."""
    codes = reversed(_below(spot.code))
    found: dict[str, Any] = {}
    for level, code in zip(LEVELS, codes, strict=False):
        place = places.find(code)
        found[level] = {"code": code, "name": place.name if place else code}
    if spot.dusun:
        found["dusun"] = hamlet(spot.dusun, True, spot.told)
    return found


def hamlet(name: str, listed: bool, told: RtRw) -> dict[str, Any]:
    numbers = {key: number for key, number in (("rt", told.rt), ("rw", told.rw)) if number is not None}
    return {"name": name, "listed": listed, **numbers}


def code_of(spot: Spot) -> str:
    """At most 29 bytes. A dusun by its folded name, so that a changed list never turns one dusun into another."""
    dusun = f"/{_digest(spot.dusun)}" if spot.dusun else ""
    told = f"/{spot.told.rt or ''}.{spot.told.rw or ''}" if spot.told != UNTOLD else ""
    return f"@{spot.code}{dusun}{told}"


def _digest(name: str) -> str:
    return f"{crc32(fold(name).encode()) & 0xFFFFFF:06x}"


def spot_in(places: Places, code: str) -> Spot | None:
    """The place of a button; None for what was never on one, or is no longer so."""
    found = _CODE.fullmatch(code)
    if found is None or places.find(found[1]) is None or not lies_in(found[1], places.kabupaten.code):
        return None
    told = RtRw(*(int(number) if number else None for number in found.group(3, 4)))
    if found[2] is None:
        return Spot(found[1], told=told)
    names = [name for name in places.dusun(found[1]) if _digest(name) == found[2]]
    return Spot(found[1], names[0], told) if len(names) == 1 else None


def offer_of(places: Places, spot: Spot) -> Offer:
    """Smallest first, as people say it: "Tanete, Boiya", "Desa Boiya, Maiwa"."""
    place, outer = places.find(spot.code), places.find(above(spot.code))
    assert place is not None
    if spot.dusun:
        return Offer(code_of(spot), f"{spot.dusun}, {place.name}")
    name = name_of(place.code, place.name)
    return Offer(code_of(spot), f"{name}, {outer.name}" if outer and spot.depth > 1 else name)


def named_around(named: Sequence[Chain], hamlet: Chain) -> list[Chain]:
    """ "Tuncung pak, dusun Buntu Lamba", "Alla desa Taulan": the wilayah that are named before it, or as such, where
    the dusun or desa of that name on our list lies in none of them. Behind it "jalan ke Baraka" leads somewhere."""
    if len(hamlet.hits) > 1:
        return []
    alone = [one for one in named if one.exact and not one.beside and len(one.hits) == 1]
    begins, level = hamlet.hits[0].start, hamlet.deepest.level
    first = 0 if level == DUSUN else begins - 1
    around = [one for one in alone if one.deepest.level < level and (one.bound or first <= one.hits[0].end <= begins)]
    return [] if any(lies_in(hamlet.deepest.code, one.deepest.code) for one in around) else around


def hamlets_elsewhere(named: Sequence[Chain], desa: Chain) -> list[Chain]:
    """ "Desa Tuncung dusun Buntu Lamba", where neither is open: the one of our list lies in yet another desa."""
    bound = [chain for chain in named if chain.exact and chain.bound and chain.deepest.level == DUSUN]
    return [chain for chain in bound if named_around([desa], chain)]


def one_more_hamlet(named: Sequence[Chain], best: Sequence[Chain]) -> tuple[Chain, str] | None:
    """ "Tuncung dusun Lembang", where several desa of our list have a Lembang, but only Tuncung is called Tuncung: that
    desa, and the name of its dusun."""
    bound = [one for one in named if one.exact and one.bound and one.deepest.level == DUSUN]
    around = [one for hamlet in bound for one in named_around(named, hamlet) if _is_next_to(one, hamlet)]
    found = {one.deepest: one for one in around}
    names = {one.deepest.name for one in bound}
    if not len(around) == len(bound) > 1 == len(found) == len(names):
        return None
    is_best = best[0].deepest in {*found, *(one.deepest for one in bound)}
    return (around[0], bound[0].deepest.name) if is_best else None


def _is_next_to(desa: Chain, hamlet: Chain) -> bool:
    """With nothing but the word for a dusun between them: "pasang pipa di dusun Lembang" is no desa Pasang."""
    apart = hamlet.hits[0].start - desa.hits[-1].end
    return desa.deepest.level == DESA and (desa.bound or apart == 1)
