"""Telling the database how the loops of this process fare, for the doctor, who is another process."""

import asyncio
from dataclasses import asdict, dataclass, field
from typing import Any

import structlog

from bot.edges.watch import Watch
from bot.store.database import loops
from bot.store.database.database import Database, DatabaseTrouble

log = structlog.get_logger()

#: Seconds between two reports; what ends or begins again is told at once.
_EVERY = 5.0


@dataclass(slots=True)
class Teller:
    """One per process, `me`."""

    watch: Watch
    database: Database
    me: str
    _rung: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, stopping: asyncio.Event) -> None:
        shown = self.watch.changed

        def changed() -> None:
            shown()
            self._rung.set()

        self.watch.changed = changed
        try:
            while not stopping.is_set():
                self._rung.clear()
                await self._tell()
                await self._wait(stopping)
        finally:
            self.watch.changed = shown

    async def _tell(self) -> None:
        now = self.watch.real()
        rows: list[dict[str, Any]] = [
            {"process": self.me, "name": name, "told_at": now} | asdict(loop) for name, loop in self.watch.loops.items()
        ]
        try:
            async with self.database.write() as connection:
                await loops.tell(connection, rows)
                await loops.forget(connection, now)
        except (DatabaseTrouble, OSError) as error:
            log.error("how the loops fare cannot be written down", error=str(error)[:300])

    async def _wait(self, stopping: asyncio.Event) -> None:
        waits = [asyncio.ensure_future(one.wait()) for one in (self._rung, stopping)]
        try:
            await asyncio.wait(waits, timeout=_EVERY, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waits:
                one.cancel()
