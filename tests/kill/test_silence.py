"""PostgreSQL says nothing any more and closes nothing: people are answered again soon, watchers are told, the end comes
in time. And after a kill, alone or beside another process, nobody waits for a lease."""

import asyncio
import signal
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot.simulator.chats import Person
from tests.kill.conftest import on_that_morning
from tests.support.nursery import Bot, Nursery
from tests.support.postgres import free_port
from tests.support.proxy import Proxy, Weather
from tests.support.sentences import mentions
from tests.support.town import Town

#: Seconds within which somebody is answered once the server can be reached, and within which watchers are told.
_BACK_WITHIN = 15.0
_GRACE = 10.0
#: Seconds that somebody waits for an answer after a kill, in the median; on a busy machine half as long again as a
#: start takes there.
_AFTER_A_KILL = 3.0


@dataclass
class Far:
    """A bot whose database lies behind a network; the town looks at it directly."""

    street: Town
    line: Proxy
    port: int
    sitti: Person

    def environment(self) -> dict[str, str]:
        url = self.street.settings.database_url
        far = url.replace(f":{urlsplit(url).port}/", f":{self.line.port}/")
        return self.street.environment() | {"DATABASE_URL": far, "WEB_PORT": str(self.port)}

    async def answered(self, patience: float) -> float:
        """Seconds until Sitti's next message is answered."""
        return await ask(self.street, self.sitti, patience)

    async def health(self) -> int:
        """The status of /healthz."""
        url = f"http://127.0.0.1:{self.port}/healthz"
        async with aiohttp.ClientSession() as session, session.get(url) as answer:
            return answer.status

    async def until_health(self, wanted: int, seconds: float) -> float:
        began = time.monotonic()
        while await self.health() != wanted:
            assert time.monotonic() - began < seconds, f"/healthz is not {wanted}"
            await asyncio.sleep(0.2)
        return time.monotonic() - began


async def ask(street: Town, person: Person, patience: float) -> float:
    began, before = time.monotonic(), len(street.simulator.said(person))
    await street.simulator.say(person, "/usulanku")
    async with asyncio.timeout(patience):
        while len(street.simulator.said(person)) == before:
            await asyncio.sleep(0.02)
    return time.monotonic() - began


@pytest.fixture
async def far(postgres_url: str, tmp_path: Path, bots: Nursery) -> AsyncIterator[Far]:
    server = urlsplit(postgres_url).port
    assert server is not None
    async with AsyncExitStack() as stack:
        street = await stack.enter_async_context(on_that_morning(postgres_url, tmp_path))
        line = await stack.enter_async_context(Proxy(server))
        place = Far(street, line, free_port(), street.simulator.add_person("Sitti"))
        await bots.start(place.environment())
        await street.simulator.begin(place.sitti)
        await street.simulator.wait_for(place.sitti, mentions("izin"), timeout=20)
        yield place


async def test_connections_that_die_without_a_word_are_replaced(far: Far) -> None:
    far.line.hush()
    assert await far.answered(_BACK_WITHIN) < _BACK_WITHIN
    await far.until_health(200, 15)


async def test_a_server_that_swallows_everything_is_told_and_comes_back(far: Far) -> None:
    await far.until_health(200, 10)
    far.line.weather = Weather(blackhole=True)
    assert await far.until_health(503, _BACK_WITHIN) < _BACK_WITHIN
    await asyncio.sleep(8)
    far.line.weather = Weather()
    assert await far.answered(_BACK_WITHIN) < _BACK_WITHIN
    await far.until_health(200, 20)


async def test_sigterm_does_not_wait_for_a_silent_database(far: Far, bots: Nursery) -> None:
    far.line.weather = Weather(blackhole=True)
    await asyncio.sleep(1)
    began = time.monotonic()
    bots.bots[-1].signal(signal.SIGTERM)
    assert await bots.bots[-1].ended() == 0
    assert time.monotonic() - began < _GRACE


async def _start(street: Town, bots: Nursery, names: dict[str, Bot]) -> None:
    """Another bot, by the name that it has in the database."""
    bot = await bots.start(street.environment())
    async with asyncio.timeout(20):
        while not (new := {row[0] for row in await street.rows("SELECT name FROM processes")} - names.keys()):
            await asyncio.sleep(0.02)
    names[new.pop()] = bot


async def _kill_who_writes_to(street: Town, sitti: Person, names: dict[str, Bot]) -> None:
    """Telegram keeps silent over a letter to Sitti, and whoever has sent it is killed."""
    street.simulator.add_fault("timeout", method="sendMessage", seconds=30, times=1)
    await street.simulator.say(sitti, "/bantuan")
    async with asyncio.timeout(10):
        while not (found := await street.rows("SELECT lease_by FROM outbox WHERE lease_by IS NOT NULL")):
            await asyncio.sleep(0.02)
    bot = names[found[0][0]]
    bot.signal(signal.SIGKILL)
    await bot.ended()
    street.simulator.clear_faults()  # it may not have come as far as asking


async def _waits(street: Town, bots: Nursery, times: int, *, beside: bool) -> tuple[list[float], float]:
    """How long (s) Sitti waits for her answer after each of so many kills, and how long she may."""
    sitti, names, waits = street.simulator.add_person("Sitti"), dict[str, Bot](), list[float]()
    await street.simulator.begin(sitti)
    began = time.monotonic()
    for _ in range(1 + beside):
        await _start(street, bots, names)
    most = max(_AFTER_A_KILL, 1.5 * (time.monotonic() - began) / (1 + beside))
    await street.simulator.wait_for(sitti, mentions("izin"), timeout=20, since=0)
    for _ in range(times):
        await _kill_who_writes_to(street, sitti, names)
        began = time.monotonic()
        starting = [] if beside else [asyncio.create_task(_start(street, bots, names))]
        said = len(street.simulator.said(sitti))
        await street.simulator.say(sitti, "/usulanku")
        async with asyncio.timeout(70):
            while not any("Belum ada usulan" in text for text in street.simulator.said(sitti)[said:]):
                await asyncio.sleep(0.02)
        waits.append(time.monotonic() - began)
        await (_start(street, bots, names) if beside else asyncio.gather(*starting))
        await asyncio.sleep(1)
    return waits, most


@pytest.mark.alone
@pytest.mark.parametrize("times", [3, pytest.param(10, marks=[pytest.mark.soak, pytest.mark.timeout(300)])])
async def test_after_a_kill_and_a_start_the_next_message_is_answered_at_once(
    street: Town, bots: Nursery, times: int
) -> None:
    waits, most = await _waits(street, bots, times, beside=False)

    assert statistics.median(waits) < most, waits


@pytest.mark.alone
@pytest.mark.parametrize("times", [3, pytest.param(10, marks=[pytest.mark.soak, pytest.mark.timeout(300)])])
async def test_after_a_kill_beside_a_living_process_too(postgres_street: Town, bots: Nursery, times: int) -> None:
    waits, most = await _waits(postgres_street, bots, times, beside=True)

    assert statistics.median(waits) < most, waits
