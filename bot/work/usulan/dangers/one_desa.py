"""The one desa that hurried words name, whatever stands beside it: "depan sd 12 tuncung", "boiya dusun palli"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import chain, pairwise
from typing import Any

from bot.core.places.chains import Hit, Reading, levels_of
from bot.core.places.gazetteer import BEGUN, DESA, DUSUN, FOLDED, KECAMATAN, gazetteer_of
from bot.core.understanding.where.spots import Spot, values_of
from bot.core.wilayah import lies_in
from bot.work.office import Office

_CLAUSES, _SHORT, _MOST = re.compile(r"[,.!?;\n]+"), 12, 60  # words
_NEAR, _JUST, _LETTERS = 5, 2, 6  # words before a name, and right before it; letters of one that is only begun


def desa_in(office: Office, text: str, *, asked: bool) -> Mapping[str, Any]:
    """Its values by level; empty where none is named, or two may be meant. `asked`: it answers where they are; else it
    stands behind a word for where."""
    parts = [text] if len(text.split()) <= _SHORT else _CLAUSES.split(text)
    heard = [_read(office, part) for part in parts if part.strip()]
    named = list(chain.from_iterable(_named(office, one, asked=asked) for one in heard))
    desa = {hit.entry.code for hit in named if hit.entry.level == DESA}
    within = {hit.entry.code for hit in named if hit.entry.level == KECAMATAN}
    if len(desa) != 1 or any(not lies_in(next(iter(desa)), one) for one in within):
        return {}
    code = next(iter(desa))
    inside = {hit.entry.name for hit in named if hit.entry.level == DUSUN and hit.bound and hit.entry.code == code}
    return values_of(office.catalog.places, Spot(code, next(iter(inside)) if len(inside) == 1 else ""))


def _read(office: Office, text: str) -> Reading:
    world = office.catalog.world
    names, levels = gazetteer_of(world.places, world.spellings), levels_of(world.spellings)
    return Reading(text, names, levels, world.places.kabupaten.name, _MOST)


def _named(office: Office, heard: Reading, *, asked: bool) -> list[Hit]:
    """Of names within names the longest; no desa by its dusun alone; none that leads there, and none that is denied."""
    whole = [one for one in heard.hits if one.score >= FOLDED]
    hits = [one for one in whole if not any(_is_within(one, other) for other in whole)]
    if not any(one.entry.level == DESA for one in hits):
        hits += _called_hamlet(heard, hits) or (_begun(office, heard, hits) if asked else [])
    near, marks = {*_words(office, "di_dekat")}, {*_words(office, "patokan")}
    elsewhere = {*_words(office, "ke_arah"), *_words(office, "ingkar")}
    hits = [
        one for one in hits if not elsewhere.intersection(_before(heard, one, _JUST)) - _beside(heard, one, near, marks)
    ]
    fronts = {at: {*_before(heard, one, _NEAR)} for at, one in enumerate(hits)}  # none: first in its clause
    told = {at for at, one in enumerate(hits) if asked or one.entry.level != DESA or not fronts[at]}
    stands = [one for at, one in enumerate(hits) if at in told or not near.isdisjoint(fronts[at])]
    return list(_without_twins(stands, hits))


def _beside(heard: Reading, hit: Hit, near: AbstractSet[str], marks: AbstractSet[str]) -> AbstractSet[str]:
    """ "Dekat jembatan gantung Tuncung": what stands behind a word for where, and leads nowhere else."""
    before = [*_before(heard, hit, _NEAR)]
    dusun = {one for one, level in heard.levels.level.items() if level == DUSUN}
    return {one for one, front in pairwise(before) if front in dusun or (one in marks and front in near)}


def _words(office: Office, name: str) -> list[str]:
    return office.plain(f"bahaya.kata_{name}").split()


def _before(heard: Reading, hit: Hit, most: int) -> Iterator[str]:
    """In the same clause."""
    for at in range(hit.start - 1, max(-1, hit.start - 1 - most), -1):
        if heard.clauses[at] == heard.clauses[hit.start]:
            yield heard.words[at].text


def _is_within(one: Hit, other: Hit) -> bool:
    return other.start <= one.start and one.end <= other.end and one.end - one.start < other.end - other.start


def _is_at(one: Hit, other: Hit) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _without_twins(hits: Iterable[Hit], named: Iterable[Hit]) -> Iterator[Hit]:
    """A desa, unless its kecamatan or another's dusun is called by the very same words."""
    others = [one for one in named if one.entry.level != DESA]
    for hit in hits:
        twins = [one for one in others if _is_at(one, hit) and one.entry.code != hit.entry.code]
        if hit.bound or hit.entry.level != DESA or not twins:
            yield hit


def _called_hamlet(heard: Reading, named: Iterable[Hit]) -> list[Hit]:
    """ "Lingkungan bangkala", where no dusun is called so."""
    whole = [one for one in heard.hits if one.entry.level == DESA and BEGUN < one.score < FOLDED]
    return [one for one in whole if _is_spelt(heard, one) and not any(_is_at(one, other) for other in named)]


def _is_spelt(heard: Reading, hit: Hit) -> bool:
    said = " ".join(word.text for word in heard.words[hit.start : hit.end])
    return said == hit.entry.name.lower() and heard.levels.level.get(heard.words[hit.start - 1].text) == DUSUN


def _begun(office: Office, heard: Reading, named: Iterable[Hit]) -> list[Hit]:
    """ "Pattondon", where nothing but Pattondon Salu begins so."""
    free = [one for one in heard.hits if one.score == BEGUN and one.letters >= _LETTERS]
    common = office.catalog.world.spellings.places.no_hamlet
    free = [one for one in free if heard.words[one.start].text not in common and not any(_is_at(one, n) for n in named)]
    return [one for one in free if one.entry.level == DESA and sum(_is_at(one, other) for other in free) == 1]
