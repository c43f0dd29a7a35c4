"""A simulator without limits, an unchanged python-telegram-bot, and bare HTTP for what that one would not send."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import pytest
from telegram import Bot, Update

from bot.simulator import Rates
from bot.simulator.chats import Person
from bot.simulator.story import PATIENCE
from tests.support.simulator import Simulator

Json = dict[str, Any]


class Api:
    """Calls the Bot API with bare HTTP and gives back status and answer."""

    def __init__(self, session: aiohttp.ClientSession, sim: Simulator) -> None:
        self.session = session
        self.sim = sim

    async def __call__(self, method: str, **params: Any) -> tuple[int, Json]:
        return await self.call_with_token(self.sim.stage.token, method, **params)

    async def call_with_token(self, token: str, method: str, **params: Any) -> tuple[int, Json]:
        async with self.session.post(f"{self.sim.url}/bot{token}/{method}", json=params) as response:
            answer: Json = await response.json()
            return response.status, answer

    async def page(self, verb: str, path: str, **body: Any) -> tuple[int, Json]:
        """A request of the chat page, `path` below /sim/."""
        async with self.session.request(verb, f"{self.sim.url}/sim/{path}", json=body or None) as response:
            answer: Json = await response.json()
            return response.status, answer


@pytest.fixture
async def sim(fake_token: str) -> AsyncIterator[Simulator]:
    simulator = Simulator(fake_token, rates=Rates.unlimited())
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.fixture
async def bot(sim: Simulator) -> AsyncIterator[Bot]:
    """The client every bot uses, pointed at the simulator and otherwise as it comes."""
    client = Bot(sim.stage.token, base_url=f"{sim.url}/bot", base_file_url=f"{sim.url}/file/bot")
    async with client:
        yield client


@pytest.fixture
async def api(sim: Simulator) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as session:
        yield Api(session, sim)


@pytest.fixture
async def sitti(sim: Simulator) -> Person:
    """A person who has pressed Mulai; that update is out of the way."""
    person = sim.add_person("Sitti", "Aminah", "sitti_baraka")
    await sim.begin(person)
    sim.stage.updates.forget()
    return person


async def until(condition: Callable[[], bool]) -> None:
    """Look again and again; TimeoutError when it takes too long."""
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.01)


class Poller:
    """Fetches updates and confirms them, as a bot does."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.offset: int | None = None

    async def updates(self) -> list[Update]:
        found = await self.bot.get_updates(offset=self.offset, timeout=0)
        if found:
            self.offset = found[-1].update_id + 1
        return list(found)

    async def newest(self) -> Update:
        return (await self.updates())[-1]


@pytest.fixture
def poller(bot: Bot) -> Poller:
    return Poller(bot)
