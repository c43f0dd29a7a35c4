"""The pulse: every few seconds a process writes down how it is, which also shows whether anything can be written."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import structlog

from bot.edges.alarms import Alarms
from bot.edges.health import report_of, written
from bot.edges.stopping import pause
from bot.edges.watch import Watch
from bot.store import checkup
from bot.store.database import Database, DatabaseTrouble

log = structlog.get_logger()

SECONDS = 5.0


@dataclass(slots=True)
class Pulse:
    """One per process. `file`: the SQLite file, which may be replaced under a running bot."""

    database: Database
    me: str
    real: Callable[[], float]
    watch: Watch
    alarms: Alarms
    file: Path | None
    _was: tuple[int, int] | None = None

    async def run(self, stopping: asyncio.Event) -> None:
        self._was = _identity(self.file)
        while not stopping.is_set():
            if self.file is not None and _identity(self.file) != self._was:
                self.alarms("database file", "berkas basis data diganti atau dihapus selagi bot berjalan")
            await self.beat()
            await pause(stopping, SECONDS)

    async def beat(self) -> None:
        """Write once; what hinders it is an alarm until it succeeds."""
        try:
            async with self.database.write() as connection:
                report = written(report_of(self.watch, self.alarms))
                await checkup.say(connection, self.me, self.real(), report)
        except (DatabaseTrouble, OSError) as error:
            log.error("the database cannot be written", error=str(error)[:300])
            self.alarms("database", str(error)[:300])
        else:
            self.alarms("database", None)
            self.watch.succeeded("pulse")


def _identity(file: Path | None) -> tuple[int, int] | None:
    try:
        found = file.stat() if file is not None else None
    except OSError:
        return None
    return None if found is None else (found.st_dev, found.st_ino)
