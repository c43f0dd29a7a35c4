"""The ticker: once a second it asks the database what is due. It keeps nothing in mind, so any number may tick."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.edges.clock import Clock
from bot.edges.stopping import unless
from bot.edges.watch import Watch
from bot.failpoint import failpoint
from bot.store.database.database import Database, DatabaseTrouble
from bot.store.database.presence import Presence
from bot.store.queues import outbox
from bot.work import due, notices
from bot.work.office import Office
from bot.work.places import hamlets
from bot.work.round import Round

log = structlog.get_logger()

#: How often the clock looks again at once, while there is more to do than fits into one transaction.
_AT_ONCE = 20


@dataclass(slots=True)
class Ticker:
    """What is due becomes promises, in one transaction with the row that says it was due."""

    database: Database
    office: Office
    clock: Clock
    presence: Presence
    promised: Callable[[], None]
    watch: Watch = field(default_factory=Watch)
    _ended: asyncio.Event = field(default_factory=asyncio.Event)
    _fault: Exception | None = None
    _has_more: bool = False

    async def run(self, stopping: asyncio.Event) -> None:
        """Tick until told to stop. Raises what a tick raised that is neither the database's nor the disk's fault."""
        self._ended.clear()
        self._fault = None
        scheduler = self.start()
        try:
            await unless(stopping, self._ended.wait())
        finally:
            scheduler.shutdown(wait=False)
        if self._fault is not None:
            raise self._fault

    async def tick(self) -> int:
        """One look; returns how many messages were promised."""
        failpoint("loop.ticker")
        async with self.database.read() as connection:
            await self.clock.refresh(connection)
            await hamlets.refresh(connection, self.office)
        async with self.database.write() as connection:
            failpoint("ticker.before")
            tour = Round(connection, self.office, self.clock.now(), self.clock.real())
            any_due = await due.take_up(tour)
            told = await notices.tell_what_is_due(tour)
            gone = await self.presence.gone(connection)
            freed = await outbox.take_over(connection, self.clock.real(), self.presence.me, gone)
            failpoint("ticker.before_commit")
        failpoint("ticker.after_commit")
        self._has_more = bool(tour.left)
        self.watch.succeeded("ticker")
        if told or freed or any_due:
            self.promised()
        return told

    async def _tick_or_log(self) -> None:
        try:
            for _ in range(_AT_ONCE):
                await self.tick()
                if not self._has_more:
                    break
        except (DatabaseTrouble, OSError) as error:
            log.error("a tick failed; the next one looks again", error=str(error)[:300])
        except asyncio.CancelledError:
            log.info("stopped in the middle of a tick; nothing of it was kept")
        except Exception as error:  # noqa: BLE001  # raised again by `run`
            self._fault = error
            self._ended.set()

    def start(self) -> AsyncIOScheduler:
        """APScheduler in memory, one job: a late tick still ticks, several late ones tick once."""
        scheduler = AsyncIOScheduler(job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1})
        scheduler.add_job(self._tick_or_log, "interval", seconds=1)
        scheduler.start()
        return scheduler
