"""A post office to be troubled: the real sender before a simulated Telegram, the machine's clock turned by hand."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.edges.clock import Clock
from bot.edges.health import Alarms
from bot.edges.sender import Sender
from bot.edges.wire import Wire
from bot.simulator import Rates as Limits
from bot.simulator.chats import Chat, Person
from bot.simulator.story import PATIENCE
from bot.store.database.database import Database
from bot.store.queues import outbox
from bot.store.queues.pacing import Rates
from bot.store.tables import outbox as outbox_table
from bot.store.turn import REPLY, outbox_row
from tests.support.proxy import Proxy
from tests.support.simulator import Simulator

UNPACED = Rates(0, 0, 1, 0)


@dataclass(slots=True)
class HastyClock(Clock):
    """The machine's seconds, and as many more as the test does not want to wait."""

    movable: bool = False
    ahead: float = 0.0

    def real(self) -> float:
        return time.time() + self.ahead


@dataclass
class PostOffice:
    """`sender` delivers only when the test calls `deliver()`."""

    simulator: Simulator
    database: Database
    sender: Sender
    clock: HastyClock
    alarms: Alarms
    people: list[Person] = field(default_factory=list)

    def person(self, name: str = "Sitti") -> Person:
        """Somebody the bot may write to."""
        person = self.simulator.add_person(name)
        self.simulator.chat_of(person).started = True
        return person

    async def promise(
        self,
        to: Person | Chat,
        text: str = "Halo",
        priority: int = REPLY,
        method: str = "sendMessage",
        params: dict[str, Any] | None = None,
    ) -> int:
        """A letter in the outbox; returns its row."""
        content = params or {"chat_id": to.id, "text": text, "parse_mode": "HTML"}
        row = outbox_row(method, content, chat=to.id, real=self.clock.real(), priority=priority)
        async with self.database.write() as connection:
            await outbox.promise(connection, [row])
        number: int = row["id"]
        return number

    async def deliver(self, after: float = 0.0) -> None:
        """Turn the clock forward, then send until there is nothing that may leave now."""
        self.clock.ahead += after
        while True:
            wait = await self.sender.cycle()
            if self.sender._tasks:
                await asyncio.wait(self.sender._tasks)
            elif wait and not self.sender.fates:
                return

    def goes_wrong(self, kind: str) -> None:
        """The next call meets this fault; where it would wait for long, the wire gives up before."""
        self.give_up_after(1.0 if kind in ("timeout", "slow") else PATIENCE)
        self.simulator.add_fault(kind, times=1, seconds=1.9)

    def give_up_after(self, seconds: float) -> None:
        """For what stays silent; what answers has its time, however busy the machine is."""
        self.sender.wire.seconds = seconds

    async def fate(self, letter: int) -> tuple[str | None, bool]:
        """(outcome, uncertain) of a letter."""
        row = await self.row(letter)
        return row.outcome, bool(row.uncertain)

    async def row(self, letter: int) -> Any:
        async with self.database.read() as connection:
            return (await connection.execute(outbox_table.select().where(outbox_table.c.id == letter))).one()

    def received(self, by: Person | Chat) -> list[str]:
        return self.simulator.said(by)

    def tries(self, method: str = "sendMessage") -> int:
        """How often Telegram was asked."""
        return sum(call.method == method for call in self.simulator.calls)


Opener = Callable[[str], AsyncIterator[PostOffice]]


async def open_office(
    stack: AsyncExitStack, url: str, *, proxy: Proxy | None = None, simulator: Simulator | None = None
) -> PostOffice:
    """A post office over this database; its wire has patience, unless a test says otherwise."""
    if simulator is None:
        simulator = await open_simulator(stack)
    address = simulator.url if proxy is None else f"http://127.0.0.1:{proxy.port}"
    wire = Wire(address, simulator.stage.token, PATIENCE)
    stack.push_async_callback(wire.close)
    database = Database(url)
    stack.push_async_callback(database.close)
    clock, alarms = HastyClock(), Alarms()
    sender = Sender(database, wire, clock, UNPACED, "penguji", alarms)
    stack.push_async_callback(sender.sandbox.close)
    return PostOffice(simulator, database, sender, clock, alarms)


async def open_simulator(stack: AsyncExitStack) -> Simulator:
    from tests.support import FAKE_TOKEN

    simulator = Simulator(FAKE_TOKEN, rates=Limits.unlimited())
    await simulator.start()
    stack.push_async_callback(simulator.stop)
    return simulator


@pytest.fixture
async def office(sqlite_url: str) -> AsyncIterator[PostOffice]:
    async with AsyncExitStack() as stack:
        yield await open_office(stack, sqlite_url)


@pytest.fixture
async def any_office(database_url: str) -> AsyncIterator[PostOffice]:
    """A post office over each kind of database."""
    async with AsyncExitStack() as stack:
        yield await open_office(stack, database_url)


@dataclass
class FarOffice:
    """A post office whose line to Telegram runs through a network that can fail."""

    office: PostOffice
    line: Proxy


@pytest.fixture
async def far(sqlite_url: str) -> AsyncIterator[FarOffice]:
    async with AsyncExitStack() as stack:
        simulator = await open_simulator(stack)
        line = await stack.enter_async_context(Proxy(int(simulator.url.rpartition(":")[2])))
        yield FarOffice(await open_office(stack, sqlite_url, proxy=line, simulator=simulator), line)
