"""The inbox: stored once, answered in order, a lane at a time."""

import asyncio

from bot.store.database.database import Database
from bot.store.queues import inbox
from bot.store.queues.inbox import Arrival


async def _store(database: Database, *arrivals: tuple[int, int]) -> None:
    async with database.write() as connection:
        await inbox.store(connection, [Arrival(number, lane, "{}") for number, lane in arrivals], now=100.0)


async def _heads(database: Database, now: float = 100.0) -> list[int]:
    async with database.write() as connection:
        return [head.update_id for head in await inbox.claim(connection, 50, now)]


async def test_an_update_that_comes_twice_is_kept_once(database: Database) -> None:
    await _store(database, (1, 7))
    await _store(database, (1, 7), (2, 8))
    assert await _heads(database) == [1, 2]


async def test_only_the_oldest_update_of_a_chat_is_taken(database: Database) -> None:
    await _store(database, (5, 7), (3, 7), (4, 8))
    assert await _heads(database) == [3, 4]


async def test_a_finished_update_lets_the_next_of_its_chat_through(database: Database) -> None:
    await _store(database, (1, 7), (2, 7))
    async with database.write() as connection:
        await inbox.finish(connection, [1])
    assert await _heads(database) == [2]


async def test_a_failed_update_holds_its_chat_and_no_other(database: Database) -> None:
    await _store(database, (1, 7), (2, 7), (3, 8))
    async with database.write() as connection:
        await inbox.put_back(connection, 1, due_at=110.0, error="boom")
    assert await _heads(database, now=105.0) == [3]
    assert await _heads(database, now=110.0) == [1, 3]


async def test_an_update_set_aside_is_visible_and_frees_its_chat(database: Database) -> None:
    await _store(database, (1, 7), (2, 7))
    async with database.write() as connection:
        await inbox.set_aside(connection, 1, "parked", "boom")
    async with database.read() as connection:
        assert await inbox.trouble(connection) == [(1, "parked", "boom")]
    assert await _heads(database) == [2]


async def test_a_second_process_takes_the_chats_that_the_first_left(postgres_url: str) -> None:
    one, other = Database(postgres_url), Database(postgres_url)
    await _store(one, (1, 7), (2, 8), (3, 9))
    async with one.write() as connection:
        assert [head.update_id for head in await inbox.claim(connection, 1, 100.0)] == [1]
        async with other.write() as elsewhere:
            assert [head.update_id for head in await inbox.claim(elsewhere, 1, 100.0)] == [2]
    await one.close()
    await other.close()


async def test_two_processes_never_hold_the_same_chat(database_url: str) -> None:
    one, other = Database(database_url), Database(database_url)
    await _store(one, (1, 7), (2, 7), (3, 8))
    taken = asyncio.Event()
    theirs: list[int] = []

    async def compete() -> None:
        await taken.wait()
        theirs.extend(await _heads(other))

    competitor = asyncio.create_task(compete())
    async with one.write() as connection:
        mine = [head.update_id for head in await inbox.claim(connection, 50, 100.0)]
        taken.set()
        await asyncio.sleep(0.2)  # the other asks while our transaction is open
        await inbox.finish(connection, mine)
    await competitor
    assert mine == [1, 3]
    assert set(theirs) <= {2}, "what is in our hands, or behind it, is not taken by somebody else"
    await one.close()
    await other.close()
