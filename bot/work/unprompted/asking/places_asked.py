"""Where an officer asks about: the place that is named, else all of their own; and whether each kecamatan by itself."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.core.calendar.places_named import place_named
from bot.core.wilayah import is_narrower, level_of
from bot.work.saying.naming import place_name
from bot.work.visit import Visit


def told_in(visit: Visit, text: str, scopes: Sequence[str]) -> list[str]:
    """Of a kecamatan and a desa with one name the kecamatan is meant; none where none of these wilayah is named."""
    catalog = visit.office.catalog
    found = place_named(text, catalog.places, list(scopes), catalog.world.spellings.places).places
    codes = [place.code for place in found]
    return [code for code in codes if not any(is_narrower(code, level_of(other)) for other in codes)]


def inside(visit: Visit, text: str, scopes: Sequence[str]) -> list[str]:
    return told_in(visit, text, scopes) or list(scopes)


def named(visit: Visit, codes: Sequence[str]) -> str:
    return ", ".join(place_name(visit.office, code) for code in codes)


def by_kecamatan(visit: Visit, text: str) -> bool:
    """ "Per kecamatan", "tiap kecamatan"."""
    spoken = re.findall(r"\w+", text.lower())
    each, levels = visit.office.catalog.world.asked_of_work["tiap"], visit.office.catalog.world.spellings.places
    return any(a in each and b in levels.kecamatan for a, b in pairwise(spoken))
