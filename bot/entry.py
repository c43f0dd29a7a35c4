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
from bot.edges.clock import Clock
from bot.edges.health import Alarms
from bot.edges.intake import Intake
from bot.edges.pulse import Pulse
from bot.edges.watch import Watch
from bot.edges.wire import Wire
from bot.store.database import checkup, facts, schema
from bot.store.database.database import Database, DatabaseTrouble
from bot.store.database.presence import Presence

PAUSED = facts.PAUSED
#: How long (s) the parts may take to end; who stops us (docker, systemd) kills ten seconds after asking.
LAST_SECONDS = 8.0
#: After so long (s) of these nobody waits for a silent database any more.
_LAST_WORD = 7.5


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
    """All that stands between Telegram and the inbox. `me` names this process to the others."""

    settings: Settings
    database: Database
    wire: Wire
    clock: Clock
    alarms: Alarms
    watch: Watch
    presence: Presence
    intake: Intake
    me: str


def entry_of(settings: Settings) -> Entry:
    database, clock = database_of(settings), Clock(movable=settings.is_loopback)
    me, alarms, watch = secrets.token_hex(6), Alarms(), Watch(clock.real)
    presence = Presence(database, me)
    wire = Wire(settings.bot_api_url, settings.bot_token.get_secret_value())
    watch.changed = lambda: alarms("bagian", ", ".join(sorted(watch.down())) or None)
    intake = Intake(database, wire, presence, clock.real, lambda: None, alarms, watch)
    return Entry(settings, database, wire, clock, alarms, watch, presence, intake, me)


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
        pulse = Pulse(entry.database, entry.me, entry.clock.real, entry.watch, entry.alarms, settings.sqlite_path)
        keep = entry.watch.keep
        leaving = asyncio.Event()  # later than `stopping`: who still has letters in hand must not be held to be dead
        presence = asyncio.create_task(keep("presence", partial(entry.presence.run, leaving), leaving))
        beating = asyncio.create_task(keep("pulse", partial(pulse.run, stopping), stopping))
        polling = asyncio.create_task(keep("intake", partial(entry.intake.run, stopping), stopping))
        hurrying = asyncio.create_task(_hurry(entry.database, stopping))
        try:
            yield entry, polling
        finally:
            stopping.set()
            with contextlib.suppress(TimeoutError, asyncio.CancelledError):
                async with asyncio.timeout(LAST_SECONDS):
                    await asyncio.gather(polling, beating, return_exceptions=True)
                    leaving.set()
                    await presence
            await _say_goodbye(entry)
            hurrying.cancel()


async def _hurry(database: Database, stopping: asyncio.Event) -> None:
    """Whoever still waits for the database shortly before the end is told that it is lost."""
    await stopping.wait()
    await asyncio.sleep(_LAST_WORD)
    database.hang_up()


async def _say_goodbye(entry: Entry) -> None:
    """What is in nobody's hands any more; a database that is away learns it when it looks."""
    with contextlib.suppress(DatabaseTrouble, OSError):
        async with entry.database.write() as connection:
            await checkup.forget(connection, entry.clock.real(), entry.me)


async def _check(database: Database) -> None:
    async with database.read() as connection:
        await schema.require_head(connection)
    if database.is_sqlite:
        async with database.write() as connection:
            await checkup.forget_all(connection)
