"""Watching over the loops of a process: which runs, which ended and why, and when each last did what it is for.

A loop that ends by a fault is begun again, after a pause that grows; nothing else of the process stops for it.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.edges.stopping import pause

log = structlog.get_logger()

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
#: A loop that ran for so long (s) begins its pauses anew: what ended it is not what ended it before.
_LONG_RUN = 300.0

Run = Callable[[], Awaitable[None]]


@dataclass(slots=True)
class Loop:
    """One loop of this process. Times in real seconds; `failed_at` and `error` tell of the last end by a fault."""

    began_at: float
    restarts: int = 0
    succeeded_at: float | None = None
    failed_at: float | None = None
    error: str | None = None
    is_down: bool = False  # ended, and waits for its next beginning


@dataclass(slots=True)
class Watch:
    """One per process. `changed` is called when a loop ends or begins again."""

    real: Callable[[], float] = time.time
    loops: dict[str, Loop] = field(default_factory=dict)
    first_pause: float = _FIRST_PAUSE
    changed: Callable[[], None] = lambda: None  # replaced by whoever shows it

    def succeeded(self, name: str) -> None:
        """The loop did what it is for: a poll was answered, an item was finished, or there was surely none."""
        self.of(name).succeeded_at = self.real()

    def stumbled(self, name: str, error: BaseException) -> None:
        """One item of the loop failed by a fault; the loop goes on with the next."""
        loop = self.of(name)
        loop.failed_at, loop.error = self.real(), repr(error)[:300]
        self.changed()

    def of(self, name: str) -> Loop:
        found = self.loops.get(name)
        if found is None:
            found = self.loops[name] = Loop(self.real())
        return found

    def down(self) -> dict[str, str]:
        """Loops that have ended and wait for their next beginning, each with its error."""
        return {name: loop.error or "" for name, loop in self.loops.items() if loop.is_down}

    def troubled(self) -> dict[str, dict[str, Any]]:
        """Loops that failed since the start: whether they run again, how often begun anew, when and why, for people."""
        return {
            name: {
                "is_down": loop.is_down,
                "restarts": loop.restarts,
                "failed_seconds_ago": round(self.real() - loop.failed_at, 1),
                "error": (loop.error or "").partition("(")[0],  # what it was about is for the log
            }
            for name, loop in self.loops.items()
            if loop.failed_at is not None
        }

    async def keep(self, name: str, run: Run, stopping: asyncio.Event) -> None:
        """Run a loop until it is time to stop, however often it ends by a fault. Only what ends the whole process
        (a cancellation, an interrupt) ends this."""
        wait = self.first_pause
        while not stopping.is_set():
            self._begins(name)
            try:
                await run()
            except Exception as error:  # noqa: BLE001  # whatever it is, the other loops go on
                self._fell(name, error)
            else:
                if stopping.is_set():
                    return
                self._fell(name, Ended(name))
            if self.real() - self.of(name).began_at > _LONG_RUN:
                wait = self.first_pause
            await pause(stopping, wait)
            wait = min(wait * 2, _LONGEST_PAUSE)

    def _begins(self, name: str) -> None:
        loop = self.of(name)
        loop.began_at = self.real()
        if loop.is_down:
            loop.is_down, loop.restarts = False, loop.restarts + 1
            log.warning("a loop begins again", loop=name, restarts=loop.restarts)
            self.changed()

    def _fell(self, name: str, error: Exception) -> None:
        loop = self.of(name)
        loop.is_down = True
        log.error("a loop ended by a fault", loop=name, exc_info=error)
        self.stumbled(name, error)


class Ended(Exception):
    """A loop came to its end although nobody asked it to stop."""
