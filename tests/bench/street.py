"""A bot that runs, and thousands for whom an announcement is meant."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from bot.config import Settings
from bot.edges import clock
from bot.edges.clock import Clock
from bot.store.database.database import Database
from tests.bench.crowd import Crowd
from tests.bench.figures import Latency
from tests.bench.limits import AUTHOR, RECIPIENTS
from tests.bench.measure import all_answered, first_poll, latency
from tests.bench.sending import Sending
from tests.bench.subjects import UNLIMITED, Bench, Running, Stuck, Subject, command_of, launched, settings_of
from tests.bench.telegram import StandIn
from tests.broadcasts.sent import announce
from tests.support.many import MORNING, Place, places, settle
from tests.support.villages import KABUPATEN

_GLANCE = 0.1
_SPEAKERS = 20  # who write while an announcement leaves
_ENDS = "SELECT coalesce(outcome, 'open'), count(*) FROM deliveries GROUP BY outcome"


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """The database that a running bot uses, from beside it."""
    database = Database(Settings(database_url=url).async_database_url)
    try:
        yield database
    finally:
        await database.close()


async def _move_in(url: str, people: int) -> int:
    """The author and all recipients, on a morning when one may write unasked. Returns the author's id."""
    async with opened(url) as database:
        async with database.write() as connection:
            await clock.move(connection, MORNING)
        wanted = [Place("Hasnah", "bappeda", KABUPATEN), *places(people)]
        return (await settle(database, wanted, range(AUTHOR, RECIPIENTS + people), MORNING))[0]


@dataclass(slots=True)
class Street:
    """`begun`: when the announcement was due (monotonic seconds); `cpu`: what the bot had used until then."""

    who: str
    telegram: StandIn
    bot: Running
    url: str
    people: int
    author: int
    crowd: Crowd
    begun: float = 0.0
    cpu: float = 0.0

    def announce(self) -> None:
        """To all of them, at once."""
        self.cpu, self.begun = self.bot.cpu(), time.monotonic()
        asyncio.run(self._announce())

    async def _announce(self) -> None:
        async with opened(self.url) as database:
            now = Clock(movable=True)
            async with database.read() as connection:
                await now.refresh(connection)
            await announce(database, self.author, now.now())

    def reached(self) -> int:
        """How many have their copy."""
        return int(self.telegram.state()["reached"])

    def wait(self, copies: int | None = None, seconds: float = 900.0) -> None:
        """Until so many (all) have their copy. Raises Stuck when that takes too long."""
        wanted = self.people if copies is None else copies
        self.until(lambda: self.reached() >= wanted, seconds)

    def until(self, reached: Callable[[], bool], seconds: float = 900.0) -> None:
        """Raises Stuck when that takes too long."""
        over = time.monotonic() + seconds
        while not reached():
            if time.monotonic() > over or not self.bot.alive:
                raise Stuck(f"only {self.reached()} of {self.people} have it")
            time.sleep(_GLANCE)

    def sending(self) -> Sending:
        arrivals = self.telegram.arrivals()
        return Sending(self.who, self.people, arrivals, self.begun, self.bot.cpu() - self.cpu)

    def ends(self) -> dict[str, int]:
        """Of the ledger: how many ended how."""
        return asyncio.run(self._ends())

    async def _ends(self) -> dict[str, int]:
        async with opened(self.url) as database, database.read() as connection:
            return {row[0]: row[1] for row in await connection.execute(text(_ENDS))}

    def write(self, seconds: float, per_second: float) -> Latency:
        """People write evenly for so long; how long their answers took."""
        self.telegram.load(self.crowd.texts(int(seconds * per_second)), per_second)
        return latency(all_answered(self.telegram, self.bot))


def _paced(a_second: int) -> dict[str, str]:
    if not a_second:
        return UNLIMITED
    return UNLIMITED | {"SEND_PER_SECOND": str(a_second), "CHAT_PER_SECOND": "1", "GROUP_PER_MINUTE": "20"}


@contextmanager
def street(
    bench: Bench,
    telegram: StandIn,
    database: str,
    people: int,
    *,
    rtt: float,
    a_second: int = 0,
    speakers: int = _SPEAKERS,
) -> Iterator[Street]:
    """`a_second`: what Telegram allows in any second, and what the bot is told of it; 0 = no limit."""
    home = Path(tempfile.mkdtemp(dir=bench.folder))
    subject = Subject("c", database)
    url = bench.new_database(subject, home)
    author = asyncio.run(_move_in(url, people))
    telegram.reset(rtt, a_second)
    environment = settings_of(telegram.address, url, home) | _paced(a_second)
    command = command_of(bench, subject, telegram.address, 0)
    crowd, who = Crowd(), f"this bot, {database}"
    crowd.people = crowd.people[:speakers]
    with launched(bench, who, command, environment, home) as bot:
        first_poll(telegram, bot)
        telegram.load(crowd.consents())
        all_answered(telegram, bot)
        yield Street(who, telegram, bot, url, people, author, crowd)
