"""The bell: another process hears at once that there is work."""

import asyncio

from bot.store.database import bell
from bot.store.database.database import Database


async def test_another_process_is_woken_by_a_commit_and_oneself_is_not(postgres_url: str) -> None:
    database = Database(postgres_url)
    stopping, woken = asyncio.Event(), asyncio.Event()
    mine = 0

    def count() -> None:
        nonlocal mine
        mine += 1

    other = asyncio.create_task(bell.listen(database, "other", woken.set, stopping))
    me = asyncio.create_task(bell.listen(database, "me", count, stopping))
    for _ in range(100):
        async with database.write() as connection:
            await bell.ring(connection, "me")
        if woken.is_set():
            break
        await asyncio.sleep(0.05)
    assert woken.is_set()
    assert mine == 0
    stopping.set()
    await asyncio.wait_for(asyncio.gather(other, me), 10)
    await database.close()
