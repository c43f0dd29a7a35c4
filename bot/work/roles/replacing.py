"""Somebody with a role is to be replaced, in words: "ganti pak rahman dengan bu nia", "bu nia gantikan pak rahman",
"pak rahman berhenti, diganti bu nia", "pindahkan tugas rahman ke bu nia", "urusan tuncung dipegang bu nia". Who is
meant, and whose name stands for the one who follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.understanding.times.moments import speaks_of_time
from bot.store.people.people import Holder
from bot.work.roles import by_name, inviting
from bot.work.visit import Visit

_NEAR = 2  # words: between "pindahkan" and "tugas"; of what comes instead


@dataclass(frozen=True, slots=True)
class Replaced:
    """`old`: the words that name who is replaced; `new`: the name of the one who follows, empty where none is told.
    `held`: no word for it but who holds the work now, so that nothing but a person or a place may stand beside it."""

    old: Sequence[str]
    new: str
    held: bool = False


def told(visit: Visit, spoken: Sequence[str]) -> Replaced | None:
    """None where nobody is to be replaced. One office in the place of another changes no person."""
    words = visit.office.catalog.world.ending
    named = _passive(visit, spoken) or _active(visit, spoken) or _moved(visit, spoken)
    parts = named or _held(visit, spoken)
    if parts is None or not words["tugas"].isdisjoint(parts[1]) or is_of_meeting(visit, parts[1]):
        return None
    old, new = (bare(visit, part) for part in parts)
    return Replaced(old, name_of(visit, new), held=named is None)


def is_of_meeting(visit: Visit, new: Sequence[str]) -> bool:
    """ "Sy diganti harinya pak": what comes in another's place is a day, an hour or a place, and nobody."""
    return not visit.office.catalog.world.ending["bukan_orang"].isdisjoint(new[:_NEAR])


def bare(visit: Visit, part: Sequence[str]) -> list[str]:
    """Without polite words, and without from when on."""
    beside, spellings = visit.office.catalog.world.ending["iringan_ganti"], visit.office.catalog.world.spellings
    return [word for word in part if word not in beside and not speaks_of_time(spellings, word)]


def name_of(visit: Visit, spoken: Sequence[str]) -> str:
    """The one who follows: they themselves, or whose name this is; empty where it is none."""
    new = " ".join(spoken)
    if is_of_meeting(visit, spoken):
        return ""
    if new in visit.office.catalog.world.ending["diri"]:
        return visit.me.name
    is_name = not inviting.place_in(visit, new)  # "siapa penggantinya di bangkala"
    named = inviting.named_as(visit, new) if is_name else {}
    return str(named.get(inviting.NAME, {}).get("text", ""))


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
    """ "Pindahkan tugas rahman ke bu nia": the role is named before whose it is; in "rahman cuti, pindahkan semua
    tugasnya ke bu nia", "tugas rahman dialihkan ke bu nia" whose it is stands first."""
    words = visit.office.catalog.world.ending
    at = _first(spoken, words["alihkan"])
    cut = _first(spoken[at + 1 :], words["dengan"]) if at is not None else None
    if at is None or cut is None:
        return None
    before, given, new = spoken[:at], spoken[at + 1 : at + 1 + cut], spoken[at + cut + 2 :]
    if words["tugas"].union(words["urusan"]).isdisjoint(given[:_NEAR] if given else before):
        return None
    return (given if bare(visit, given) else before, new)


def _held(visit: Visit, spoken: Sequence[str]) -> tuple[Sequence[str], Sequence[str]] | None:
    """ "Urusan tuncung dipegang bu nia", "bu nia yang pegang tuncung mulai besok"."""
    words = visit.office.catalog.world.ending
    at = _first(spoken, words["pegang"] | words["memegang"])
    if not at:
        return None
    before, behind = spoken[:at], spoken[at + 1 :]
    return (before, behind) if spoken[at] in words["pegang"] else (behind, before)


async def found(visit: Visit, one: Replaced) -> list[Holder]:
    """By their name; where only the office is told, or only the place, who holds it there."""
    text = " ".join(one.old)
    named = await by_name.found(visit, text)
    if one.held and not (one.new and by_name.is_all_named(visit, one.old, named)):
        return []
    return named or (await by_name.in_office(visit, text) if one.held or names_office(visit, one) else [])


def names_office(visit: Visit, one: Replaced) -> bool:
    return not visit.office.catalog.world.ending["tugas"].isdisjoint(one.old)
