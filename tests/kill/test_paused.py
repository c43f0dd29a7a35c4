"""A restored copy that may not yet speak takes nothing either: beside it the original still lives."""

import asyncio

from bot.entry import PAUSED
from bot.store.database import facts
from tests.support.sentences import mentions
from tests.support.town import Town


async def test_a_paused_copy_asks_telegram_for_nothing_until_it_may_go_on(street: Town) -> None:
    async with street.database.write() as connection:
        await facts.write(connection, PAUSED, "2027-01-12 kawan.tar.gz")
    sitti = street.simulator.add_person("Sitti")
    await street.simulator.begin(sitti)
    await street.start()
    await asyncio.sleep(4)
    assert [call.method for call in street.simulator.calls if call.method == "getUpdates"] == []
    assert (await street.rows("SELECT count(*) FROM inbox"))[0][0] == 0
    async with street.database.write() as connection:
        await facts.forget(connection, PAUSED)
    await street.simulator.wait_for(sitti, mentions("izin"), timeout=20)
