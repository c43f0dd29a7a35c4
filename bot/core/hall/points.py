"""The programme of a meeting with its minutes: what runs, how long, and what is left until the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zlib import crc32

MOST, LONGEST_MINUTES, LONGEST_TITLE = 20, 240, 80


@dataclass(frozen=True, slots=True)
class Point:
    """`minutes`: what is meant for it."""

    position: int
    title: str
    minutes: int
    began_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def is_running(self) -> bool:
        return self.began_at is not None and self.ended_at is None

    def used(self, now: datetime) -> int:
        """Whole minutes since it began; the clock of a trial may have been put back."""
        if self.began_at is None:
            return 0
        return max(int(((self.ended_at or now) - self.began_at).total_seconds() // 60), 0)


def running(points: Iterable[Point]) -> Point | None:
    return next((point for point in points if point.is_running), None)


def following(points: Iterable[Point]) -> Point | None:
    """What comes next: the first one that has not begun."""
    return next((point for point in points if point.began_at is None), None)


def remaining(points: Iterable[Point], now: datetime) -> timedelta:
    """Minutes until the end when everything that is to come takes as long as was meant; what runs over takes none."""
    minutes = 0
    for point in points:
        if point.began_at is None:
            minutes += point.minutes
        elif point.is_running:
            minutes += max(point.minutes - point.used(now), 0)
    return timedelta(minutes=minutes)


def renumbered(points: Sequence[Point]) -> list[Point]:
    return [replace(point, position=number) for number, point in enumerate(points, 1)]


def moved(points: Sequence[Point], position: int, by: int) -> list[Point]:
    """One place up (-1) or down (1), among those that have not begun; else everything stays."""
    listed = list(points)
    here, there = position - 1, position - 1 + by
    inside = 0 <= here < len(listed) and 0 <= there < len(listed)
    if inside and listed[here].began_at is None and listed[there].began_at is None:
        listed[here], listed[there] = listed[there], listed[here]
    return renumbered(listed)


def mark(points: Iterable[Point]) -> str:
    """Four letters that change with the programme: a button of a programme that is no longer so can be told."""
    return f"{crc32('|'.join(f'{point.title}/{point.minutes}' for point in points).encode()) & 0xFFFF:04x}"
