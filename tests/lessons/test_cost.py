"""What a tick costs follows what is due, not who is enrolled: 2,000 and 200,000 learners on PostgreSQL."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import psycopg
import pytest

from bot.edges.clock import Clock
from bot.edges.ticker import Ticker
from bot.store.database.database import Database
from bot.store.database.presence import Presence
from bot.work.office import Office
from tests.support.desk import ZONE
from tests.support.kabupaten import tell
from tests.support.postgres import PostgresServer
from tests.support.town import catalog_of

FEW, MANY, DUE = 2_000, 200_000, 1_000
#: The first looks do not count: caches are cold, and PostgreSQL settles on its plans only after some.
WARM, ROUNDS, IDLE = 4, 10, 15
MOST, IDLE_MOST = 1.5, 0.020
FIRST = datetime(2027, 7, 6, 20, 0, tzinfo=ZONE)  # a Tuesday; no holiday for five weeks
_FILL = Path(__file__).with_name("many_learners.sql")


@dataclass
class Installation:
    url: str
    ticker: Ticker
    busy: list[float] = field(default_factory=list)
    idle: list[float] = field(default_factory=list)

    async def look(self, now: datetime) -> None:
        """A thousand are due again: time that look, and some at which nobody is."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute("UPDATE learners SET next_at = %s WHERE id <= %s", [now, DUE])
        self.busy.append(await self._tick(now, DUE))
        for second in range(IDLE):
            self.idle.append(await self._tick(now + timedelta(seconds=second + 1), 0))

    async def _tick(self, now: datetime, told: int) -> float:
        self.ticker.clock.offset = now - datetime.now(UTC)
        began = time.perf_counter()
        assert await self.ticker.tick() == told
        return time.perf_counter() - began


def _fill(url: str, many: int) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET synchronous_commit = off")
        for statement in _FILL.read_text().split(";\n"):
            if statement.strip():
                connection.execute(statement.encode(), {"many": many})
        connection.execute("VACUUM ANALYZE")


@asynccontextmanager
async def _installation(server: PostgresServer, many: int) -> AsyncIterator[Installation]:
    url = server.new_database()
    _fill(url, many)
    database = Database(url.replace("postgresql://", "postgresql+psycopg://"))
    office = Office(catalog_of(), "Bappeda Enrekang", ZONE)
    try:
        yield Installation(url, Ticker(database, office, Clock(movable=False), Presence(database, "jam"), lambda: None))
    finally:
        await database.close()
        with psycopg.connect(server.address("postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)".encode())


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_a_tick_costs_what_is_due_and_not_who_is_enrolled(
    postgres_server: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    async with _installation(postgres_server, FEW) as few, _installation(postgres_server, MANY) as many:
        for number in range(ROUNDS):
            now = FIRST + timedelta(days=number // 2 * 7 + number % 2 * 2)
            for one in (few, many) if number % 2 else (many, few):  # side by side: the machine's mood is shared
                await one.look(now)
        small, large = median(few.busy[WARM:]), median(many.busy[WARM:])
        idle_few, idle = median(few.idle[WARM * IDLE :]), median(many.idle[WARM * IDLE :])
        tell(
            capsys,
            f"a tick with {DUE} due: {small * 1000:.0f} ms of {FEW:,} learners, {large * 1000:.0f} ms of {MANY:,}:"
            f" {large / small:.2f}x; with none due {idle_few * 1000:.1f} and {idle * 1000:.1f} ms,"
            f" at best {min(many.idle) * 1000:.1f} ms",
        )
        assert large / small <= MOST
        assert idle / idle_few <= MOST
        assert min(many.idle) <= IDLE_MOST  # of a look that the machine did not interrupt
