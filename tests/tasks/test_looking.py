"""Who only looks at the tasks of a meeting waits for nobody who changes them."""

import asyncio
from datetime import timedelta

from sqlalchemy import select

from bot.store.database.database import Database
from bot.store.tables import tasks
from bot.work.round import Round
from bot.work.tasks import shifting
from tests.support.desk import HELD, NOW, Desk


async def test_a_move_is_reckoned_while_somebody_changes_its_tasks(postgres_url: str) -> None:
    database = Database(postgres_url)
    desk = Desk(database)
    try:
        one = (await desk.hold()).occasion
        async with database.write() as changing:
            await changing.execute(select(tasks.c.id).with_for_update())
            async with database.read() as looking, asyncio.timeout(10):
                told = await shifting.shift(Round(looking, desk.office, NOW), one, HELD + timedelta(days=7))
        assert told.moved > 0
    finally:
        await database.close()
