"""The place that a running text tells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.forms.world import World
from bot.core.places.chains import Chain, ties
from bot.core.places.chains import Reading as Heard
from bot.core.places.gazetteer import DESA
from bot.core.spelt import either
from bot.core.understanding.rt_rw import UNTOLD
from bot.core.understanding.where.around_hamlet import heard_in, named_before, named_behind
from bot.core.understanding.where.spots import hamlet, one_more_hamlet, shared, spot_of, values_of

_WORD = re.compile(r"[^\W_]+")
_STORY_WORDS = 600


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a running text: its `values` by level, as the questions keep them. `sure`: there is no other."""

    values: Mapping[str, Any]
    span: tuple[int, int]
    sure: bool


def _is_told(chain: Chain) -> bool:
    """With a level word, or several that lie in one another ("jambu pattondon salu maiwa")."""
    return any(hit.bound for hit in chain.hits) or (chain.exact and len(chain.hits) > 1)


def _holds_dusun(heard: Heard, chain: Chain, world: World) -> bool:
    """ "Di pattondon salu (dusun tonapa)", of which our list has none."""
    behind = rf"\s*\(\s*(?:{either(world.spellings.places.dusun)})\b"
    is_desa = chain.exact and chain.deepest.level == DESA
    return is_desa and re.match(behind, heard.text[heard.span(chain)[1] :], re.IGNORECASE) is not None


def found_in(text: str, world: World) -> Found | None:
    """The place that a story names with its level word; what all likely readings share of it. A desa is sure where a
    dusun of it bears its name, too."""
    heard = heard_in(text, world.places, world.spellings, _STORY_WORDS)
    told = [chain for chain in heard.chains if _is_told(chain) or _holds_dusun(heard, chain, world)]
    likely = ties([chain for chain in told if not chain.beside])
    if likely and (more := one_more_hamlet(heard.chains, likely)):
        values = {**values_of(world.places, spot_of(more[0])), "dusun": hamlet(more[1], False, UNTOLD)}
        return Found(values, heard.span(more[0]), sure=True)
    spot = shared([spot_of(chain) for chain in likely]) if likely else None
    if spot is None:
        return None
    widest = next((chain for chain in likely if spot_of(chain) == spot), likely[0])
    behind = named_behind(heard, widest, world)
    if behind is not None:
        return Found(values_of(world.places, spot_of(behind)), heard.span(widest), sure=True)
    alone = len(likely) == 1 or (spot_of(widest) == spot and all(chain.exact for chain in likely))
    sure = alone and widest.exact and not named_before(heard, widest, world)
    return Found(values_of(world.places, spot), heard.span(widest), sure)


def hamlet_in(text: str, desa: str, world: World) -> dict[str, Any]:
    """ "Di loka 2 dia minta jamban", "santunan: sumur kering", where the desa is known: the one dusun of its list that
    is named so; empty where none is, or several."""
    spoken = _plainly(text)
    fronts = (*world.spellings.places.at, *world.spellings.places.dusun)
    found = [
        name
        for name in world.places.dusun(desa)
        if any(f" {front}{_plainly(name)}" in spoken for front in fronts) or _stands_apart(name, text)
    ]
    return {"name": found[0], "listed": True} if len(found) == 1 else {}


def _stands_apart(name: str, text: str) -> bool:
    """At the head of a line, before a colon or a dash, or by itself at the end of one: "sumur kering (santunan)"."""
    head = rf"^\W*(?:\d+\W+)?{re.escape(name)}\s*(?::|\s[-\u2013\u2014])\s"
    end = rf"(?:[,:(]|\s[-\u2013\u2014])\s*{re.escape(name)}\s*\)?\W*$"
    return re.search(f"{head}|{end}", text, re.IGNORECASE | re.MULTILINE) is not None


def _plainly(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.lower()))} "
