"""The intake outlives a database that is away, says so while it lasts, and takes the alarm back."""

import asyncio
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

from bot.edges.health import Alarms
from bot.edges.intake import Flood, Intake, arrival_of
from bot.edges.wire import Wire
from bot.simulator.story import PATIENCE
from bot.store.database.database import Database
from bot.store.database.presence import Presence
from bot.store.queues import inbox
from tests.edges.conftest import open_simulator


async def test_the_alarm_of_the_database_ends_with_the_trouble_and_nothing_is_lost(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with AsyncExitStack() as stack:
        simulator = await open_simulator(stack)
        wire = Wire(simulator.url, simulator.stage.token)
        away, here = Database(f"sqlite+aiosqlite:///{tmp_path / 'kosong.db'}"), Database(sqlite_url)
        for thing in (wire, away, here):
            stack.push_async_callback(thing.close)
        alarms, stopping = Alarms(), asyncio.Event()
        presence = Presence(away, "aku")
        intake = Intake(away, wire, presence, time.time, lambda: None, alarms)
        for part in (presence, intake):
            stack.callback(asyncio.create_task(part.run(stopping)).cancel)
        await simulator.begin(simulator.add_person("Sitti"))
        await _until(lambda: "database" in alarms.raised)
        assert (0, 1) == (simulator.updates_confirmed, len(simulator.stage.updates))
        intake.database = here
        await _until(lambda: not alarms.raised)
        await simulator.wait_until_confirmed()
        async with here.read() as connection:
            assert 1 == (await inbox.waiting(connection))[0]


def test_updates_that_belong_to_nobody_do_not_wait_for_each_other() -> None:
    lanes = [arrival_of({"update_id": number, "entah": {}}, Flood()).lane for number in (700, 701)]
    assert 2 == len({*lanes} - {0})
    assert all(lane < -(2**52) for lane in lanes)  # nor for any chat


async def _until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not true():
            await asyncio.sleep(0.02)
