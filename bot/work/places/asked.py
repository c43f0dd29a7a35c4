"""Where an officer asks about: the place that is named, else all of their own; and whether each kecamatan by itself."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.core.calendar.places_named import place_named
from bot.core.wilayah import is_narrower, level_of, lies_in
from bot.work.saying.naming import place_name
from bot.work.visit import Visit


def told_in(visit: Visit, text: str, scopes: Sequence[str]) -> list[str]:
    """Of a kecamatan and a desa with one name the kecamatan is meant, of a desa and the kecamatan around it the desa;
    with those that are joined to it: "malua sama maiwa". None where none of these wilayah is named."""
    catalog, codes = visit.office.catalog, list[str]()
    levels = catalog.world.spellings.places
    for part in _parts(visit, text):
        found = place_named(part, catalog.places, list(scopes), levels)
        begins = [word for word in part.split() if word not in {*levels.kecamatan, *levels.desa}]
        if codes and (not begins or begins[0] in found.rest.split()):
            break  # the name stands in the middle: another sentence
        each = [place.code for place in found.places]
        codes += [code for code in each if not any(is_narrower(code, level_of(other)) for other in each)]
    return [code for code in codes if not any(lies_in(other, code) for other in codes if other != code)]


def _parts(visit: Visit, text: str) -> Iterator[str]:
    """Between commas, and words that join."""
    joins, part = visit.office.catalog.world.of_news["sambung"], list[str]()
    for word in re.findall(r"[^\s,&]+|[,&]", text):
        if word in ",&" or word.lower() in joins:
            yield " ".join(part)
            part = []
        else:
            part.append(word)
    yield " ".join(part)


def inside(visit: Visit, text: str, scopes: Sequence[str]) -> list[str]:
    return told_in(visit, text, scopes) or list(scopes)


def named(visit: Visit, codes: Sequence[str]) -> str:
    return ", ".join(place_name(visit.office, code) for code in codes)


def by_kecamatan(visit: Visit, text: str) -> bool:
    """ "Per kecamatan", "tiap kecamatan"."""
    spoken = re.findall(r"\w+", text.lower())
    each, levels = visit.office.catalog.world.asked_of_work["tiap"], visit.office.catalog.world.spellings.places
    return any(a in each and b in levels.kecamatan for a, b in pairwise(spoken))


def asks_which_kecamatan(visit: Visit, text: str) -> bool:
    """ "Kecamatan mana", "mana kecamatan yang", "kecamatan apa saja"."""
    spoken, world = re.findall(r"\w+", text.lower()), visit.office.catalog.world
    sorts = (world.spellings.places.kecamatan, world.asking_at_last)
    return any(not any({*pair}.isdisjoint(sort) for sort in sorts) for pair in pairwise(spoken))
