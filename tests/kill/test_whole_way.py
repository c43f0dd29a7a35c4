"""A year in which one usulan goes all the way, its people learn and have their tasks: killed again and again, they are
told the same as without."""

import asyncio
import json
import random
import re
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.catalog.rules.tongue import desa_word
from bot.simulator.protocol import Json
from bot.simulator.story import Wanted, Where
from bot.store.database import facts
from bot.store.queues.notices import MONDAY
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks import planning
from tests.deciding.asking import BEGUN
from tests.journeys.whole_way import IN_DESA, IN_KELURAHAN, Place, Way, nothing_is_left, told, walk
from tests.kill.calendar import ZONE, Keeper, Ledger, differences, settle
from tests.kill.ledger import said
from tests.kill.test_kill import POINTS
from tests.reading.conftest import HOPE
from tests.support.client import PATIENCE, Telegram
from tests.support.content import catalog_of
from tests.support.dues import next_due
from tests.support.kabupaten import tell
from tests.support.nursery import Nursery
from tests.support.town import Town, town

pytestmark = [pytest.mark.slow, pytest.mark.soak, pytest.mark.timeout(1800)]

KILLS = 25
#: What is drawn at random: the code on a slip.
_DRAWN = re.compile(r"\b[A-Z0-9]{4} [A-Z0-9]{4}\b")


def _deaths() -> list[str | float]:
    """At named points, and between them after some seconds: one person acts at a time, and an update that is there at
    three deaths would rightly be blamed for them."""
    chance = random.Random(KILLS)
    points = [point for point in POINTS if point != "worker.begun"]
    return [
        chance.uniform(3, 9) if at % 2 else f"{chance.choice(points)}:{chance.randint(1, 3)}" for at in range(KILLS)
    ]


class Hasty(Telegram):
    """People who do not wait for the short answer to a press: a killed bot never gives it."""

    async def answer_to(self, press: str) -> str:
        return ""

    async def wait_for(
        self, chat: Where, wanted: Wanted, timeout: float = 4 * PATIENCE, since: int | None = None
    ) -> Json:
        """Bots come and go meanwhile."""
        return await super().wait_for(chat, wanted, timeout, since)


@asynccontextmanager
async def on_that_day(url: str, folder: Path) -> AsyncIterator[Town]:
    """A town whose bot is not started."""
    async with town(url, folder, started=False, telegram=Hasty) as street:
        await street.simulator.move_clock(to=BEGUN)
        async with street.database.write() as connection:
            await facts.advance(connection, MONDAY, BEGUN.date().isoformat())  # this week's page waits for no one here
        yield street


async def _set_meetings(street: Town, place: Place) -> None:
    """As the office does, once everybody who has tasks is there."""
    office, now = Office(catalog_of(), "Bappeda Enrekang", ZONE), BEGUN.astimezone(UTC)
    async with street.database.write() as connection:
        for kind, code, days in (("tahun_perencanaan", "73.16", -20), (place.meeting, place.code, 13)):
            occasion = planning.new_occasion(office, kind, code, now + timedelta(days=days), now, None)
            await planning.hold(Round(connection, office, now), occasion)


class Year:
    """The clock goes from one due time to the next, up to the day of an act."""

    def __init__(self, street: Town) -> None:
        self.street, self.steps = street, 0

    async def wait(self, day: datetime) -> None:
        clock = self.street.simulator.stage.clock
        while (due := await next_due(self.street.database)) is not None and max(due, clock.now()) < day:
            self.steps += 1
            await self.street.simulator.move_clock(to=max(due, clock.now()) + timedelta(seconds=0.2))
            await settle(self.street)
        await self.street.simulator.move_clock(to=day)
        await settle(self.street)


async def _lived(street: Town, place: Place) -> tuple[Way, Year]:
    way, year = await told(street, place), Year(street)
    await _set_meetings(street, place)
    await settle(street)  # what the clock finds out of an usulan stands in every list from here on
    await walk(way, year.wait)
    await settle(street)
    await nothing_is_left(way)
    return way, year


async def _ledger(way: Way) -> Ledger:
    """Who was told what, and for what was told unasked on which day."""
    names = {one.id: one.first_name for one in (way.rahman, way.amir, way.dian, way.andi)}
    rows = await way.town.rows("SELECT chat, method, params, unasked_on FROM outbox WHERE chat <> 0")
    return Counter(
        (names[chat], str(day), _DRAWN.sub("#", said(method, json.loads(params))))
        for chat, method, params, day in rows
        if method.startswith("send")
    )


async def _without(template: Path, folder: Path) -> Ledger:
    """What is told when nobody kills anybody."""
    file = shutil.copy(template, folder / "quiet.db")
    async with on_that_day(f"sqlite+aiosqlite:///{file}", folder / "quiet") as street:
        await street.start()
        way, _ = await _lived(street, IN_DESA)
        return await _ledger(way)


@asynccontextmanager
async def _dying(street: Town, bots: Nursery, deaths: list[str | float]) -> AsyncIterator[Keeper]:
    """While this lasts there is always a bot, and never for long."""
    keeper = Keeper(street, bots, deaths)

    async def watch() -> None:
        while True:
            await keeper.watch()
            await asyncio.sleep(0.05)

    watching = asyncio.create_task(watch())
    try:
        yield keeper
    finally:
        watching.cancel()


async def test_killed_at_25_moments_of_the_year_everybody_was_told_the_same(
    database_url: str, bots: Nursery, sqlite_template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quiet = await _without(sqlite_template, tmp_path)
    async with on_that_day(database_url, tmp_path) as street:
        async with _dying(street, bots, _deaths()) as keeper:
            way, year = await _lived(street, IN_DESA)
            landed = keeper.crime.kills
        await keeper.finish()
        assert not (found := differences(await _ledger(way), quiet)), found
        tell(capsys, f"{landed} kills in {year.steps} steps, {quiet.total()} letters")


async def test_in_the_year_of_a_kelurahan_no_desa_word_reaches_anyone(
    sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with on_that_day(sqlite_url, tmp_path) as street:
        await street.start()
        way, year = await _lived(street, IN_KELURAHAN)
        texts = [text.replace(HOPE, "") for who in (way.rahman, way.amir) for text in way.texts(who)]
        tell(capsys, f"{len(texts)} letters, {year.steps} steps")
        assert [(word, text) for text in texts if (word := desa_word(text))] == []
