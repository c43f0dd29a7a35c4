"""The words of one result: the usulan that are named, what was decided, and what may stand beside it."""

from collections.abc import Sequence

from bot.core.forms.writing import key_of
from bot.store.deciding.decisions import OUTCOMES
from bot.work.hall.decided.results_numbers import NAMES
from bot.work.visit import Visit

#: Put off: whether it is a reserve or does not go on is asked.
PUT_OFF = "tunda"
_WHERE_TO, _TOWARDS = "tujuan", "menuju"  # "masuk ke DU-RKP"
_NO = "tidak"
BESIDE, VAGUE = "iringan", "belum"  # the second alone says no result of what is not asked about
_NUMBERED = "nomor"  # before words that are a result only beside a number


def keys_in(spoken: Sequence[str]) -> list[str]:
    return [word for part in spoken for each in part.split(",") for word in key_of(each).split()]


def names_one(visit: Visit, text: str) -> bool:
    """Whether an usulan is named here by its number: a reason with one would be read as why another is refused, and
    nobody counts whoever came so."""
    told = keys_in(text.split())
    numbered = (at for at, word in enumerate(told) if at and word.isdecimal())
    return any(told[at - 1] in NAMES or named_before(visit, told[max(at - 2, 0) : at])[0] for at in numbered)


def is_same_as(visit: Visit, why: str) -> bool:
    """ "Sama dengan maiwa 1": the number is the last word, so no other result hides behind it."""
    told = keys_in(why.split())
    while told and told[-1] in visit.office.catalog.world.oneself:
        told = told[:-1]
    spoken = f" {' '.join(told[:-1])} "
    points = any(f" {phrase} " in spoken for phrase in visit.office.catalog.world.numbering["sama_dengan"])
    return points and told[-1].isdecimal() and not any(map(str.isdecimal, told[:-1]))


def outcome_in(visit: Visit, rest: Sequence[str], *, is_numbered: bool) -> str:
    """Where it is brought to changes nothing of it: "masuk DU-RKP"."""
    results, numbering = visit.office.catalog.world.results, visit.office.catalog.world.numbering
    rest = [_NO if word in numbering["bukan"] - numbering["belum"] else word for word in rest]
    rest = [VAGUE if word in numbering["belum"] else word for word in rest]
    found = ""
    for said in (rest, _without_aim(visit, rest)):
        names = (" ".join(said), " ".join((_NUMBERED, *said)) if is_numbered else "")
        found = found or next((name for each in names if (name := results.get(each, "")) in (*OUTCOMES, PUT_OFF)), "")
    return found


def _without_aim(visit: Visit, rest: Sequence[str]) -> Sequence[str]:
    """Without "ke kabupaten", "RKP desa" behind the rest; the longest name that stands there."""
    results = visit.office.catalog.world.results
    at = next((at for at in range(1, len(rest)) if results.get(" ".join(rest[at:])) == _WHERE_TO), len(rest))
    while at < len(rest) and at > 1 and results.get(rest[at - 1]) == _TOWARDS:
        at -= 1
    return rest[:at]


def without_beside(visit: Visit, spoken: Sequence[str]) -> list[str]:
    """Without what may stand beside it."""
    world = visit.office.catalog.world
    beside = world.oneself | NAMES
    return [word for word in spoken if word not in beside and world.results.get(word) != BESIDE]


def named_before(visit: Visit, before: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The kecamatan whose name stands last, and what is left; empty where there is none."""
    places = visit.office.catalog.places
    while before and before[-1] in NAMES:
        before = before[:-1]
    for many in (2, 1):
        name = " ".join(before[-many:]) if len(before) >= many else ""
        if not name or name in visit.office.catalog.world.results:
            continue
        match = places.match(places.children(places.kabupaten.code), name)
        if match.kind in ("exact", "near"):
            return match.items[0].code, before[:-many]
    return "", before
