"""Whoever says on a telephone that lies open at the usulan of somebody else that they want one of their own ("mau usul
sendiri soal kursus jahit", "usulan sy sendiri, bukan punya kak nur")."""

import re
from functools import lru_cache

from bot.core.forms.world import World
from bot.core.spelt import either

_WORD = re.compile(r"\w+")
_CLAUSES = re.compile(r"[.,;!?\n]+(?!\d)")
_EDGES = " ,.;:-"


def of_ones_own(text: str, world: World) -> str | None:
    """What they tell of it, empty where nothing is; None for anything else, as "mau usul sendiri saja, tanpa RT"."""
    words = world.another
    if words["sendiri"].isdisjoint(_WORD.findall(text.lower())):
        return None
    clauses = [one.strip() for one in _CLAUSES.split(text) if one.strip()]
    wishes, owns, denies = _spoken(*(words[sort] for sort in _SORTS), world.oneself)
    if not any(map(wishes.search, clauses)) and not (denies.search(text) and any(map(owns.search, clauses))):
        return None
    left = [_without(one, wishes, owns, denies) for one in clauses]
    behind = next((at for at, one in enumerate(clauses) if wishes.search(one) or owns.search(one)), 0)
    told = ", ".join(one for one in left[behind:] if _tells(one, world) and not _is_of_the_other(one, world))
    return None if words["bukan_hal"].intersection(told.lower().split()[:1]) else told


def _without(clause: str, *told: re.Pattern[str]) -> str:
    for one in told:
        if found := one.search(clause):
            clause = clause[found.end() :]
    return clause.strip(_EDGES)


def _tells(clause: str, world: World) -> bool:
    return not words_around(world).issuperset(_WORD.findall(clause.lower()))


def words_around(world: World) -> frozenset[str]:
    """That only say that there is something."""
    return world.another["iringan"] | world.oneself | world.nodding


def _is_of_the_other(clause: str, world: World) -> bool:
    """ "Usulan airnya kak nur jangan diganggu"."""
    said = set(_WORD.findall(clause.lower()))
    return not said.isdisjoint(world.another["biarkan"]) and not said.isdisjoint(world.another["usul"])


_SORTS = ("mau", "usul", "sendiri", "bukan_punya", "punya_siapa", "soal")


@lru_cache(maxsize=8)
def _spoken(*sorts: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """That one of their own is wanted; that it is their own; that it is not somebody's."""
    mau, usul, own, not_of, whose, of, me = map(either, sorts)
    alone = rf"(?:{usul})\s+(?:(?:{me})\s+)*(?:{own})\b(?:\s+(?:{of})\b)?"
    told = (
        rf"\b(?:{mau})\s+(?:(?:{me})\s+)*{alone}",
        rf"(?<!bukan )\b{alone}",
        rf"\b(?:{not_of})\s+(?:{whose})\b(?:\s+[^\W\d]+)?",
    )
    return tuple(re.compile(one, re.IGNORECASE) for one in told)
