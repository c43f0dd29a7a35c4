"""A lease: one holder at a time, on both databases; a dead holder's lease runs out."""

from bot.store.database import facts
from bot.store.database.database import Database


async def _hold(database: Database, me: str, now: float) -> bool:
    async with database.write() as connection:
        return await facts.hold_lease(connection, "poll", me, now, seconds=60.0)


async def test_the_first_to_ask_gets_the_lease(database: Database) -> None:
    assert await _hold(database, "satu", now=100.0)


async def test_nobody_else_gets_it_while_it_lasts(database: Database) -> None:
    await _hold(database, "satu", now=100.0)
    assert not await _hold(database, "dua", now=159.0)


async def test_the_holder_prolongs_it(database: Database) -> None:
    await _hold(database, "satu", now=100.0)
    assert await _hold(database, "satu", now=150.0)
    assert not await _hold(database, "dua", now=205.0)


async def test_a_lease_that_ran_out_goes_to_the_next(database: Database) -> None:
    await _hold(database, "satu", now=100.0)
    assert await _hold(database, "dua", now=161.0)
    assert not await _hold(database, "satu", now=162.0)


async def test_a_released_lease_is_free_at_once(database: Database) -> None:
    await _hold(database, "satu", now=100.0)
    async with database.write() as connection:
        await facts.release_leases(connection, "satu")
    assert await _hold(database, "dua", now=101.0)
