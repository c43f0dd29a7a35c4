"""People with a role in one's own wilayah, as they are named in a sentence: "pak saleh", "bu Ani di Tuncung"."""

import re
from collections.abc import Sequence

from bot.core.calendar.places_named import place_named
from bot.core.places.spelling import fold
from bot.core.wilayah import KABUPATEN, KECAMATAN, lies_in, up_to
from bot.store.people import people
from bot.store.people.people import Holder
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN, ROLES
from bot.work.visit import Visit

_FACILITATORS = (FASILITATOR_DESA, FASILITATOR_KECAMATAN)
_SHORTEST = 3  # letters of a name by which somebody is known


async def found(visit: Visit, text: str, *, upwards: bool = False) -> list[Holder]:
    """Each person once, whoever shares most words with the sentence; of several those in the place that it names.
    `upwards`: also who has a role in the kecamatan or kabupaten around."""
    scopes = sorted({grant.scope for grant in visit.grants})
    spoken = {fold(word) for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)}
    around = {up_to(scope, level) for scope in scopes for level in (KECAMATAN, KABUPATEN)} if upwards else ()
    held = await visit.look_up(people.holders, list(ROLES), sorted(around), visit.now, inside=scopes)
    shared = [(len(spoken & _names(one)), one) for one in held if one.id != visit.me.id]
    best = max((number for number, _ in shared), default=0)
    named = {one.id: one for number, one in shared if best and number == best}
    return _in_place(visit, text, list(named.values()), scopes)


async def in_office(visit: Visit, text: str) -> list[Holder]:
    """Who is facilitator in the very place that the words name."""
    catalog, scopes = visit.office.catalog, sorted({grant.scope for grant in visit.grants})
    places = place_named(text, catalog.places, scopes, catalog.world.spellings.places).places
    held = await visit.look_up(people.holders, _FACILITATORS, [place.code for place in places], visit.now)
    return list({one.id: one for one in held if one.id != visit.me.id}.values())


def is_all_named(visit: Visit, spoken: Sequence[str], named: Sequence[Holder]) -> bool:
    """Whether the words are names of these people and of a place, and no others."""
    catalog, scopes = visit.office.catalog, sorted({grant.scope for grant in visit.grants})
    rest = place_named(" ".join(spoken), catalog.places, scopes, catalog.world.spellings.places).rest
    beside = catalog.world.ending["iringan_ganti"] | {word for one in named for word in _names(one)}
    return bool(spoken) and all(fold(word) in beside or word in beside for word in rest.split())


def _names(one: Holder) -> set[str]:
    return {word for word in fold(one.name).split() if len(word) >= _SHORTEST}


def _in_place(visit: Visit, text: str, named: Sequence[Holder], scopes: Sequence[str]) -> list[Holder]:
    catalog = visit.office.catalog
    told = place_named(text, catalog.places, scopes, catalog.world.spellings.places).places
    there = [one for one in named if any(lies_in(one.scope, place.code) for place in told)]
    return there or list(named)
