"""Who speaks next: those who are rarely heard first, and nobody waits for ever."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

#: What a turn may last.
LENGTH = timedelta(minutes=3)
#: Who is told later than this that a turn is over has long seen it.
_STALE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who asked to speak: `turns` they had so far, `rare` when a meeting seldom hears somebody like them."""

    id: int
    rare: bool
    turns: int
    asked_at: datetime


def order(askers: Iterable[Asker]) -> list[Asker]:
    """Rarely heard people are one turn ahead of the others: their second comes before an official's first, their third
    does not. Then whoever spoke least, then who asked first."""
    return sorted(askers, key=lambda one: (one.turns - one.rare, not one.rare, one.turns, one.asked_at, one.id))


def left(spoke_at: datetime, now: datetime) -> timedelta:
    """What is left of the turn that began then; less than nothing when it is over. The clock of a trial may go back."""
    return LENGTH - max(now - spoke_at, timedelta())


def is_to_ring(spoke_at: datetime, now: datetime) -> bool:
    """Whether somebody may still want to know that the turn that began then is over: not after a longer downtime."""
    return -left(spoke_at, now) <= _STALE


def share(turns: Iterable[tuple[int, bool]]) -> tuple[int, int, int]:
    """Of (turns, is a woman): all turns, those of women, and their part in percent."""
    known = list(turns)
    total, women = sum(count for count, _ in known), sum(count for count, is_woman in known if is_woman)
    return total, women, round(100 * women / total) if total else 0
