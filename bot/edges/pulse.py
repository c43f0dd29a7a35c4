"""The pulse: every few seconds a process writes down how it is, for the doctor, who is another process. That it can be
written is itself a sign."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import structlog

from bot.edges.health import Alarms
from bot.edges.watch import Watch
from bot.store.database import checkup
from bot.store.database.database import Database, DatabaseTrouble

log = structlog.get_logger()

SECONDS = 5.0


@dataclass(slots=True)
class Pulse:
    """One per process, `me`. `file`: the SQLite file, which may be replaced under a running bot."""

    database: Database
    me: str
    real: Callable[[], float]
    watch: Watch
    alarms: Alarms
    file: Path | None
    _rung: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, stopping: asyncio.Event) -> None:
        """Write every few seconds, and at once when a loop ends or begins again."""
        shown, was = self.watch.changed, _identity(self.file)

        def changed() -> None:
            shown()
            self._rung.set()

        self.watch.changed = changed
        try:
            while not stopping.is_set():
                self._rung.clear()
                if _identity(self.file) != was:
                    self.alarms("database file", "berkas basis data diganti atau dihapus selagi bot berjalan")
                await self.beat()
                await self._wait(stopping)
        finally:
            self.watch.changed = shown

    async def beat(self) -> None:
        """Write once; what hinders it is an alarm until it succeeds."""
        now = self.real()
        rows: list[dict[str, Any]] = [
            {"process": self.me, "name": name, "told_at": now} | asdict(loop) for name, loop in self.watch.loops.items()
        ]
        try:
            async with self.database.write() as connection:
                await checkup.say(connection, self.me, now, json.dumps(self.alarms.raised))
                await checkup.tell(connection, rows)
                await checkup.forget(connection, now)
        except (DatabaseTrouble, OSError) as error:
            log.error("the database cannot be written", error=str(error)[:300])
            self.alarms("database", str(error)[:300])
        else:
            self.alarms("database", None)

    async def _wait(self, stopping: asyncio.Event) -> None:
        waits = [asyncio.ensure_future(one.wait()) for one in (self._rung, stopping)]
        try:
            await asyncio.wait(waits, timeout=SECONDS, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waits:
                one.cancel()


def _identity(file: Path | None) -> tuple[int, int] | None:
    try:
        found = file.stat() if file is not None else None
    except OSError:
        return None
    return None if found is None else (found.st_dev, found.st_ino)
