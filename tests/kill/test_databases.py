"""The database crashes, freezes, is locked or full while people write: everybody still gets to their receipt, once."""

import asyncio
import resource
import signal
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import pytest

from bot.config import Settings
from bot.simulator.chats import Person
from bot.store.database.migrate import upgrade
from tests.kill.conftest import MORNING
from tests.kill.ledger import Crime, Script, check_inbox, check_letters, check_numbers, outbox, script
from tests.kill.people import WAYS, asks, live
from tests.support.nursery import Bot, Nursery
from tests.support.postgres import NoPostgres, PostgresServer
from tests.support.sentences import says
from tests.support.town import Town, town

pytestmark = pytest.mark.slow

#: Seconds after the database is back within which somebody must have been answered.
_BACK_WITHIN = 5.0
#: What one process may hold open: eight connections and one that listens; the rest are ours.
_MOST_CONNECTIONS = 9
#: Seconds of CPU that a bot without a database may take in three.
_CALM = 0.7


@pytest.fixture(scope="module")
def fragile_server() -> Iterator[PostgresServer]:
    """A server for these tests only: the others need theirs alive, and recovery is quick where there is little."""
    try:
        server = PostgresServer(upgrade)
    except NoPostgres as error:
        pytest.skip(f"NOT TESTED on PostgreSQL: {error}")
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture
async def fragile_street(fragile_server: PostgresServer, tmp_path: Path) -> AsyncIterator[Town]:
    url = Settings(database_url=fragile_server.new_database()).async_database_url
    async with town(url, tmp_path, started=False) as place:
        await place.simulator.move_clock(to=MORNING)
        yield place


@asynccontextmanager
async def _everybody_writes(street: Town, bots: Nursery, undisturbed: Script) -> AsyncIterator[Bot]:
    """A bot and everybody in the midst of the form; afterwards they finish, and nothing was lost or done twice."""
    bot = await bots.start(street.environment())
    people = [street.simulator.add_person(name) for name in WAYS]
    lives = asyncio.gather(*(live(street.simulator, person, WAYS[person.first_name]) for person in people))
    await street.simulator.wait_for(people[0], asks("kecamatan"), timeout=20, since=0)
    yield bot
    await lives
    await street.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    await check_inbox(street)
    await _check(street, people, undisturbed)
    bot.signal(signal.SIGTERM)
    assert await bot.ended() == 0


async def _check(street: Town, people: list[Person], undisturbed: Script) -> None:
    rows = await outbox(street)
    assert script(people, rows) == undisturbed
    check_letters(street, people, rows, Crime())
    await check_numbers(street, len(people))


async def _until_somebody_is_answered(street: Town) -> float:
    """Seconds until the bot sends the next message."""
    began, before = time.monotonic(), len(street.simulator.calls)
    while not any(call.method == "sendMessage" for call in street.simulator.calls[before:]):
        await asyncio.sleep(0.02)
    return time.monotonic() - began


@pytest.mark.parametrize("how", [signal.SIGQUIT, signal.SIGKILL])
async def test_postgres_crashes_and_comes_back_under_load(
    fragile_street: Town, fragile_server: PostgresServer, bots: Nursery, undisturbed: Script, how: signal.Signals
) -> None:
    async with _everybody_writes(fragile_street, bots, undisturbed):
        await asyncio.to_thread(fragile_server.crash, how, 1.0)
        await fragile_street.database.close()  # the checks' own connections are dead, too
        assert await _until_somebody_is_answered(fragile_street) < _BACK_WITHIN


async def test_a_frozen_postgres_piles_nothing_up(
    fragile_street: Town, fragile_server: PostgresServer, bots: Nursery, undisturbed: Script
) -> None:
    async with _everybody_writes(fragile_street, bots, undisturbed):
        fragile_server.freeze()
        await asyncio.sleep(12)
        fragile_server.thaw()
        assert await _until_somebody_is_answered(fragile_street) < _BACK_WITHIN
        open_now = await fragile_street.rows(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        assert open_now[0][0] <= _MOST_CONNECTIONS


async def test_an_sqlite_file_locked_by_somebody_else_loses_nothing(
    sqlite_street: Town, bots: Nursery, undisturbed: Script
) -> None:
    async with _everybody_writes(sqlite_street, bots, undisturbed):
        await asyncio.to_thread(_lock, sqlite_street.database.url.partition(":///")[2], 8.0)
        assert await _until_somebody_is_answered(sqlite_street) < _BACK_WITHIN


def _lock(path: str, seconds: float) -> None:
    """Hold the file as a backup program would that knows no better."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=30)
    connection.execute("BEGIN EXCLUSIVE")
    time.sleep(seconds)
    connection.execute("ROLLBACK")
    connection.close()


async def test_a_full_disk_confirms_nothing_and_loses_nothing(
    sqlite_street: Town, bots: Nursery, undisturbed: Script
) -> None:
    """No file of the process may grow any more, which is what a full disk looks like from inside."""
    async with _everybody_writes(sqlite_street, bots, undisturbed) as bot:
        simulator, pid = sqlite_street.simulator, bot.process.pid
        assert pid is not None
        limits = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, limits[1]))
        await asyncio.sleep(1)
        confirmed, busy = simulator.updates_confirmed, sum(psutil.Process(pid).cpu_times()[:2])
        ambo = simulator.add_person("Ambo")
        await simulator.begin(ambo)
        await asyncio.sleep(3)
        assert bot.code is None
        assert simulator.updates_confirmed == confirmed
        assert sum(psutil.Process(pid).cpu_times()[:2]) - busy < _CALM, "it tries again and again without a pause"
        resource.prlimit(pid, resource.RLIMIT_FSIZE, limits)
        assert await _until_somebody_is_answered(sqlite_street) < _BACK_WITHIN
        await simulator.wait_for(ambo, says("izin"), timeout=20)
