"""Upkeep: whoever is to be forgotten and whatever is too old, once a second, never in the way of an answer.

Files go only after the rows that name them: a crash in between leaves a row that still says which file has to go.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import structlog

from bot.edges.clock import Clock
from bot.edges.watch import Watch
from bot.failpoint import failpoint
from bot.store.backup.again import note
from bot.store.database.database import DATABASE_AWAY, Database, DatabaseTrouble
from bot.store.people import erasure, traces
from bot.store.people.erasure import Erasure
from bot.work.office import Office
from bot.work.people import forgetting, retention
from bot.work.round import Round

log = structlog.get_logger()

_AT_ONCE = 20
_FILES_AT_ONCE = 200
#: A file that no row names, and that has lain there for so long (s), is the rest of a crash.
_ORPHAN_AFTER = 3600.0


@dataclass(slots=True)
class Upkeep:
    """One per process. `folder` holds the media; `forgotten` lists, by our own numbers that lead to nobody, who was
    forgotten, so that an old backup does not bring them back (docs/adr/0008)."""

    database: Database
    office: Office
    clock: Clock
    folder: Path
    forgotten: Path
    watch: Watch = field(default_factory=Watch)
    _swept_at: float = 0.0

    async def run(self, stopping: asyncio.Event) -> None:
        """Look every second until told to stop."""
        while not stopping.is_set():
            failpoint("loop.upkeep")
            try:
                await self.look()
            except (DatabaseTrouble, OSError) as error:
                log.error("what should be forgotten is still there; tried again", error=type(error).__name__)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), 1.0)

    async def look(self) -> None:
        """Everything that is due now."""
        async with self.database.read() as connection:
            asked = await erasure.due(connection, _AT_ONCE)
            left = await traces.farewells(connection, _AT_ONCE)
            files = await erasure.erased_files(connection, _FILES_AT_ONCE)
            is_due = await retention.is_due(connection, self.clock.now())
        steps = [partial(self._forget, one) for one in asked] + [partial(self._forget_traces, one) for one in left]
        steps += [partial(self._unlink, files)] if files else []
        for step in steps + ([self._let_go] if is_due else []):
            await self._alone(step)
        if asked or left or files:
            await self.database.wipe()

    async def _alone(self, step: Callable[[], Awaitable[None]]) -> None:
        """A fault of ours over one of them keeps none of the others; the database and the disk are everybody's."""
        try:
            await step()
        except DATABASE_AWAY:
            raise
        except Exception as error:
            log.error("something that should be forgotten is still there", exc_info=error)
            self.watch.stumbled("upkeep", error)

    async def _forget(self, one: Erasure) -> None:
        await asyncio.to_thread(note, self.forgotten, one.person_id, with_words=one.with_words)
        failpoint("upkeep.before_forget")
        async with self.database.write() as connection:
            await forgetting.forget(connection, one, self.clock.now())
        failpoint("upkeep.after_forget")

    async def _forget_traces(self, one: Erasure) -> None:
        async with self.database.read() as connection:
            found = await forgetting.look_for_traces(connection, one, self.clock.real())
        if found is not None:
            async with self.database.write() as connection:
                await forgetting.forget_traces(connection, one, found)

    async def _unlink(self, files: list[tuple[int, str | None]]) -> None:
        for _, path in files:
            if path:
                await asyncio.to_thread((self.folder / path).unlink, missing_ok=True)
        failpoint("upkeep.after_unlink")
        async with self.database.write() as connection:
            await erasure.drop_files(connection, [number for number, _ in files])

    async def _let_go(self) -> None:
        async with self.database.write() as connection:
            await retention.let_go(Round(connection, self.office, self.clock.now(), self.clock.real()))
        if self.clock.real() - self._swept_at > _ORPHAN_AFTER:
            self._swept_at = self.clock.real()
            await self.sweep()

    async def sweep(self) -> None:
        """Files that a crash left between the disk and the database."""
        old = await asyncio.to_thread(_older_files, self.folder, self.clock.real() - _ORPHAN_AFTER)
        for start in range(0, len(old), _FILES_AT_ONCE):
            some = old[start : start + _FILES_AT_ONCE]
            async with self.database.read() as connection:
                known = await erasure.known_files(connection, some)
            for path in set(some) - known:
                await asyncio.to_thread((self.folder / path).unlink, missing_ok=True)


def _older_files(folder: Path, before: float) -> list[str]:
    """Media below the folder (`xx/name`) that were last written before (real seconds)."""
    found = (path for path in folder.glob("[0-9a-f][0-9a-f]/*") if path.suffix in (".jpg", ".ogg"))
    return sorted(path.relative_to(folder).as_posix() for path in found if path.stat().st_mtime < before)
