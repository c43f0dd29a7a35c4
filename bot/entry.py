"""What takes updates in: the database, the wire and the poller. It loads nothing else, so that the first poll leaves
before handlers, content and Telegram's types are read."""

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.config import Settings
from bot.edges.alarms import Alarms
from bot.edges.clock import Clock
from bot.edges.intake import Intake
from bot.edges.watch import Watch
from bot.edges.wire import Wire
from bot.store.database import facts, loops, schema
from bot.store.database.database import Database

PAUSED = "paused"
#: How long (s) the parts may take to end; who stops us (docker, systemd) kills ten seconds after asking.
LAST_SECONDS = 8.0


class AlreadyRunning(Exception):
    """Another process works with this SQLite file."""


def database_of(settings: Settings) -> Database:
    return Database(settings.async_database_url)


@contextlib.contextmanager
def sole_user_of(url: str) -> Iterator[None]:
    """Hold the lock beside an SQLite file; on PostgreSQL any number of processes may work."""
    path = url.partition(":///")[2]
    if not url.startswith("sqlite") or not path:
        yield
        return
    import fcntl

    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with Path(f"{path}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise AlreadyRunning(path) from error
        yield


@dataclass(slots=True)
class Entry:
    """All that stands between Telegram and the inbox. `me` names this process in leases."""

    settings: Settings
    database: Database
    wire: Wire
    clock: Clock
    alarms: Alarms
    intake: Intake
    me: str
    watch: Watch


def entry_of(settings: Settings) -> Entry:
    database, clock = database_of(settings), Clock(movable=settings.is_loopback)
    me, alarms = secrets.token_hex(6), Alarms()
    wire = Wire(settings.bot_api_url, settings.bot_token.get_secret_value())
    intake = Intake(database, wire, me, clock.real, lambda: None, alarms)
    watch = Watch(clock.real)
    watch.changed = lambda: alarms("bagian", ", ".join(sorted(watch.down())) or None)
    return Entry(settings, database, wire, clock, alarms, intake, me, watch)


@asynccontextmanager
async def opened(settings: Settings, stopping: asyncio.Event) -> AsyncIterator[tuple[Entry, asyncio.Task[None]]]:
    """The entry and its poller, which runs while the caller does the rest. Raises WrongSchema and AlreadyRunning before
    anything is asked."""
    async with AsyncExitStack() as stack:
        stack.enter_context(sole_user_of(settings.async_database_url))
        entry = entry_of(settings)
        stack.push_async_callback(entry.database.close)
        stack.push_async_callback(entry.wire.close)
        await _check(entry.database)
        polling = asyncio.create_task(entry.watch.keep("intake", partial(entry.intake.run, stopping), stopping))
        try:
            yield entry, polling
        finally:
            stopping.set()
            with contextlib.suppress(TimeoutError, asyncio.CancelledError):
                await asyncio.wait_for(asyncio.gather(polling, return_exceptions=True), LAST_SECONDS)
        async with entry.database.write() as connection:
            await facts.release_leases(connection, entry.me)
            await loops.forget(connection, entry.clock.real(), entry.me)


async def _check(database: Database) -> None:
    """The schema fits; and where nobody else can be working, nobody holds a lease."""
    async with database.read() as connection:
        await schema.require_head(connection)
    if database.is_sqlite:
        async with database.write() as connection:
            await facts.forget_leases(connection)
            await loops.forget_all(connection)
