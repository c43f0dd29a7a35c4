"""Who lives and who polls is known by connections: one polls at a time, a death shows at once, others are woken."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack

import psycopg

from bot.store.database import bell
from bot.store.database.database import Database
from bot.store.database.presence import ALIVE, Presence, key_of


async def _until(holds: Callable[[], bool], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.02)


async def _appear(stack: AsyncExitStack, url: str, me: str, rung: Callable[[], None] = lambda: None) -> Presence:
    """A process that lives until the end of the test."""
    database, stopping = Database(url), asyncio.Event()
    stack.push_async_callback(database.close)
    presence = Presence(database, me, rung)
    running = asyncio.create_task(presence.run(stopping))
    stack.callback(running.cancel)
    stack.callback(stopping.set)
    await _until(lambda: presence.is_here)
    return presence


async def _die(presence: Presence) -> None:
    """Its connections are cut, as the end of a process cuts them; it does not come back."""
    presence.database.hang_up()
    await _until(lambda: not presence.is_here)


async def test_the_only_process_polls(database_url: str) -> None:
    async with AsyncExitStack() as stack:
        one = await _appear(stack, database_url, "satu")
        await _until(lambda: one.polls)
        assert one.is_here


async def test_of_two_one_polls_and_the_other_follows_within_a_second_of_its_death(postgres_url: str) -> None:
    async with AsyncExitStack() as stack:
        one = await _appear(stack, postgres_url, "satu")
        await _until(lambda: one.polls)
        two = await _appear(stack, postgres_url, "dua")
        await asyncio.sleep(1)
        assert not two.polls
        await _die(one)
        await _until(lambda: two.polls, 1.0)


async def test_another_process_is_woken_by_a_commit_and_oneself_is_not(postgres_url: str) -> None:
    woken, mine = asyncio.Event(), []
    async with AsyncExitStack() as stack:
        await _appear(stack, postgres_url, "other", woken.set)
        me = await _appear(stack, postgres_url, "me", lambda: mine.append(1))
        async with me.database.write() as connection:
            await bell.ring(connection, "me")
        async with asyncio.timeout(3):
            await woken.wait()
        assert mine == []


async def test_a_process_whose_old_connection_lives_on_at_the_server_comes_back(postgres_url: str) -> None:
    async with AsyncExitStack() as stack:
        one = await _appear(stack, postgres_url, "satu")
        lines = one.database.lines
        assert lines is not None
        with psycopg.connect(
            postgres_url.replace("+psycopg", ""), autocommit=True, application_name=lines.name
        ) as ghost:
            (line,) = lines._open
            lines.lost(line)
            lines._abandoned = {ghost.info.backend_pid}
            ghost.execute("SELECT 1")
            line.hang_up()
            await _until(lambda: not one.is_here)
            await _until(lambda: one.is_here)
            try:
                ghost.execute("SELECT 1")
            except psycopg.OperationalError:
                return
        raise AssertionError("the server still holds the old one")


async def test_letters_of_the_dead_are_known_by_their_owner(postgres_url: str) -> None:
    async with AsyncExitStack() as stack:
        one = await _appear(stack, postgres_url, "satu")
        two = await _appear(stack, postgres_url, "dua")
        async with one.database.write() as connection:
            for number, owner in enumerate(("satu", "dua", "mati")):
                await connection.exec_driver_sql(
                    "INSERT INTO outbox (id, chat, priority, method, params, due_at, tries, lease_by, lease_until, "
                    f"uncertain, created_at) VALUES ({number}, 1, 0, 'x', '{{}}', 0, 1, '{owner}', 9e12, false, 0)"
                )
        async with two.database.write() as connection:
            assert await two.gone(connection) == ["mati"]
        await _die(one)
        async with two.database.write() as connection:
            assert sorted(await two.gone(connection)) == ["mati", "satu"]


def test_names_get_numbers_that_the_server_can_lock() -> None:
    assert all(-(2**31) <= key_of(name) < 2**31 for name in ("satu", "dua", "a1b2c3d4e5f6"))
    assert ALIVE < 2**31


async def test_who_is_told_to_leave_goes_at_once_though_nothing_rings(postgres_url: str) -> None:
    database, leaving = Database(postgres_url), asyncio.Event()
    presence = Presence(database, "satu")
    running = asyncio.create_task(presence.run(leaving))
    await _until(lambda: presence.polls)
    leaving.set()
    async with asyncio.timeout(0.5):
        await running
    assert not presence.is_here
    await database.close()
