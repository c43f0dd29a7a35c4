"""What something costs, told so that a machine busy with other things changes little: processor time, not the hour."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import psutil

from bot.edges.clock import Clock


class WorkClock(Clock):
    """Civil time that goes on by what this process works: an hour in which the machine did something else is none."""

    def __init__(self) -> None:
        super().__init__(movable=False)
        self._began, self._worked = datetime.now(UTC), time.process_time()

    def now(self) -> datetime:
        return self._began + timedelta(seconds=time.process_time() - self._worked) + self.offset

    def stand(self, at: datetime) -> None:
        """Put it; it goes on from there."""
        self.offset += at - self.now()


@dataclass
class Spent:
    """Seconds of processor time; there at the end."""

    seconds: float = 0.0


@contextmanager
def stopwatch() -> Iterator[Spent]:
    """What this process and those it started, PostgreSQL among them, spend inside."""
    spent, before = Spent(), _used()
    yield spent
    spent.seconds = _used() - before


def _used() -> float:
    used = time.process_time()
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            used += sum(child.cpu_times()[:2])
    return used


#: Seconds a hundred thousand additions took where the bounds of the tests were measured.
_THERE = 0.0035


def allowed(seconds: float) -> float:
    """A bound in seconds of work, measured on the machine of that day, on this one as it is now: slower, not faster."""
    return seconds * max(1.0, min(_seconds(_yardstick, 5) / 5 for _ in range(3)) / _THERE)


def yardsticks(run: Callable[[], object], times: int) -> float:
    """How many of a hundred thousand additions a call costs. Both are measured in turn, for a while each: what slows
    down the one slows down the other, and the best of the rounds had the least of it."""
    return min(_seconds(run, times) / times / _seconds(_yardstick, 2) * 2 for _ in range(15))


def _seconds(run: Callable[[], object], times: int) -> float:
    began = time.process_time()
    for _ in range(times):
        run()
    return time.process_time() - began


def _yardstick() -> int:
    return sum(number for number in range(100_000))
