"""Somebody with a role is to be replaced, in words: "ganti pak rahman dengan bu nia", "bu nia gantikan pak rahman",
"pak rahman berhenti, diganti bu nia", "pindahkan tugas rahman ke bu nia". Who is meant, and whose name stands for the
one who follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.store.people.people import Holder
from bot.work.roles import by_name, inviting
from bot.work.visit import Visit

_NEAR = 2  # words between "pindahkan" and "tugas"


@dataclass(frozen=True, slots=True)
class Replaced:
    """`old`: the words that name who is replaced; `new`: the name of the one who follows, empty where none is told."""

    old: Sequence[str]
    new: str


def told(visit: Visit, spoken: Sequence[str]) -> Replaced | None:
    """None where nobody is to be replaced. One office in the place of another changes no person."""
    words = visit.office.catalog.world.ending
    parts = _passive(visit, spoken) or _active(visit, spoken) or _moved(visit, spoken)
    if parts is None or not words["tugas"].isdisjoint(parts[1]):
        return None
    beside = words["iringan_ganti"]
    old, new = (" ".join(word for word in part if word not in beside) for part in parts)
    is_name = not inviting.place_in(visit, new)  # "siapa penggantinya di bangkala"
    named = inviting.named_as(visit, new) if is_name else {}
    return Replaced(old.split(), str(named.get(inviting.NAME, {}).get("text", "")))


def _first(spoken: Sequence[str], known: frozenset[str]) -> int | None:
    return next((at for at, word in enumerate(spoken) if word in known), None)


def _passive(visit: Visit, spoken: Sequence[str]) -> tuple[Sequence[str], Sequence[str]] | None:
    at = _first(spoken, visit.office.catalog.world.ending["diganti"])
    return (spoken[:at], spoken[at + 1 :]) if at else None


def _active(visit: Visit, spoken: Sequence[str]) -> tuple[Sequence[str], Sequence[str]] | None:
    words = visit.office.catalog.world.ending
    at = _first(spoken, words["ganti"])
    if at is None:
        return None
    behind = spoken[at + 1 :]
    cut = _first(behind, words["dengan"])
    return (behind, spoken[:at]) if cut is None else (behind[:cut], behind[cut + 1 :])


def _moved(visit: Visit, spoken: Sequence[str]) -> tuple[Sequence[str], Sequence[str]] | None:
    """ "Pindahkan tugas rahman ke bu nia": the role is named before whose it is."""
    words = visit.office.catalog.world.ending
    at = _first(spoken, words["alihkan"])
    if at is None or words["tugas"].isdisjoint(spoken[at + 1 : at + 1 + _NEAR]):
        return None
    behind = spoken[at + 1 :]
    cut = _first(behind, words["dengan"])
    return (behind[:cut], behind[cut + 1 :]) if cut else None


async def found(visit: Visit, one: Replaced) -> list[Holder]:
    """By their name; where only the office is told, who holds it in that place."""
    text = " ".join(one.old)
    if named := await by_name.found(visit, text):
        return named
    return await by_name.in_office(visit, text) if names_office(visit, one) else []


def names_office(visit: Visit, one: Replaced) -> bool:
    return not visit.office.catalog.world.ending["tugas"].isdisjoint(one.old)
