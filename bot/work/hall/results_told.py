"""A result of a meeting in a sentence: "maiwa 1 disepakati", "maiwa 3 ditolak karena sudah dibangun", "ditolak, sudah
ada"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.forms.writing import key_of
from bot.store.deciding.decisions import NOT_YET, OUTCOMES
from bot.work.visit import Visit

_LONGEST = 24  # words; what is longer tells something
_BESIDE, _VAGUE = "iringan", "belum"  # the second alone says no result of what is not asked about
_NAMES = frozenset({"usulan", "usul", "nomor", "nomer", "no"})
_YEAR = re.compile(r"(?<=\d)/(?:20)?\d\d\b")


@dataclass(frozen=True, slots=True)
class Result:
    """`kecamatan`: the code of the one that is named before the number; `serial`: None where no number is told. `why`:
    in their own words."""

    outcome: str
    why: str = ""
    serial: int | None = None
    kecamatan: str = ""
    named: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it says by itself of which usulan it is."""
        return self.serial is not None and (bool(self.kecamatan) or self.named)


def told_in(visit: Visit, text: str) -> Result | None:
    """None where no result is told, or nobody can tell of which."""
    if "?" in text or len(text.split()) > _LONGEST or visit.office.catalog.danger.is_urgent(text):
        return None
    read = (_read(visit, told, why) for told, why in _parted(visit, _YEAR.sub("", text)))
    return next((result for result in read if result is not None), None)


def _parted(visit: Visit, text: str) -> Iterator[tuple[list[str], str]]:
    """What was decided, and why: the whole, or what stands before and behind "karena", a comma."""
    spoken = text.split()
    yield _keys(spoken), ""
    because = visit.office.catalog.world.reasons["karena"]
    for at, word in enumerate(spoken):
        if key_of(word) in because:
            yield _keys(spoken[:at]), " ".join(spoken[at + 1 :])
        elif word.endswith((",", ":", ";")) and at + 1 < len(spoken) and key_of(spoken[at + 1]) not in because:
            yield _keys(spoken[: at + 1]), " ".join(spoken[at + 1 :])


def _keys(spoken: Sequence[str]) -> list[str]:
    return [word for part in spoken for word in key_of(part).split()]


def _read(visit: Visit, told: Sequence[str], why: str) -> Result | None:
    figures = [at for at, word in enumerate(told) if word.isdecimal()]
    if len(figures) > 1:
        return None
    at = figures[0] if figures else 0
    before, behind = told[:at], told[at + 1 :] if figures else told
    kecamatan, before = _named_before(visit, before)
    rest = [*_without(visit, before), *_without(visit, behind)]
    outcome = visit.office.catalog.world.results.get(" ".join(rest))
    if outcome not in OUTCOMES or (why and outcome != NOT_YET):
        return None
    if rest == [_VAGUE] and figures and not why:
        return None
    serial = int(told[at]) if figures else None
    return Result(outcome, why.strip(" .!"), serial, kecamatan, not _NAMES.isdisjoint(told[:at]))


def _without(visit: Visit, spoken: Sequence[str]) -> list[str]:
    """Without what may stand beside it."""
    world = visit.office.catalog.world
    beside = world.oneself | _NAMES
    return [word for word in spoken if word not in beside and world.results.get(word) != _BESIDE]


def _named_before(visit: Visit, before: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The kecamatan whose name stands last, and what is left; empty where there is none."""
    places = visit.office.catalog.places
    while before and before[-1] in _NAMES:
        before = before[:-1]
    for many in (2, 1):
        name = " ".join(before[-many:]) if len(before) >= many else ""
        if not name or name in visit.office.catalog.world.results:
            continue
        match = places.match(places.children(places.kabupaten.code), name)
        if match.kind in ("exact", "near"):
            return match.items[0].code, before[:-many]
    return "", before
