"""What a tick costs follows what is due, not what there is: 25,000 and 2,500,000 open tasks on PostgreSQL."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

import psycopg
import pytest

from bot.edges.clock import Clock
from bot.edges.ticker import Ticker
from bot.store.database.database import Database
from bot.store.database.presence import Presence
from bot.work.office import Office
from tests.support.kabupaten import tell
from tests.support.postgres import PostgresServer
from tests.support.town import catalog_of
from tests.support.witness import ZONE

FEW, MANY = 25_000, 2_500_000
#: The first looks do not count: caches are cold, and PostgreSQL settles on its plans only after ten.
WARM, ROUNDS, PERSONS = 12, 24, 25
MOST = 1.5
FIRST_DAY = date(2027, 7, 5)  # a Monday; the holidays of that year do not matter here
_WATCHED = ("tasks", "notices", "outbox", "people", "grants")

_FILL = Path(__file__).with_name("many_tasks.sql")
#: What is due in every round; of ten tasks one climbs and one ends as well.
_AGAIN = """
UPDATE tasks SET state = 'open', due_on = %(day)s, remind_at = %(now)s, rung = 0, closed_at = NULL,
       climb_at = CASE WHEN id %% 10 = 3 THEN %(now)s END, ends_at = CASE WHEN id %% 10 = 7 THEN %(now)s END
WHERE id <= %(persons)s * 2
"""


@dataclass
class Installation:
    """One database, and the ticker that looks at it."""

    url: str
    ticker: Ticker
    seconds: list[float]

    async def look(self, now: datetime, day: date) -> None:
        """The same number of things is due again; time one look at them."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(_AGAIN, {"now": now, "day": day, "persons": PERSONS})
        self.ticker.clock.offset = now - datetime.now(UTC)
        began = time.perf_counter()
        told = await self.ticker.tick()
        self.seconds.append(time.perf_counter() - began)
        assert told == PERSONS

    def scans(self) -> dict[str, int]:
        """How often each table was read from end to end."""
        with psycopg.connect(self.url) as connection:
            rows = connection.execute("SELECT relname, seq_scan FROM pg_stat_user_tables").fetchall()
        return {name: times for name, times in rows if name in _WATCHED}


def _fill(url: str, many: int) -> None:
    """Rows first and indexes afterwards: a fifth of the time."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET synchronous_commit = off")
        query = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexname LIKE 'ix%%'"
        indexes = connection.execute(query, [list(_WATCHED)]).fetchall()
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}".encode())
        for statement in _FILL.read_text().split(";\n"):
            if statement.strip():
                connection.execute(statement.encode(), {"many": many, "persons": PERSONS})
        for _, definition in indexes:
            connection.execute(definition.encode())
        connection.execute("VACUUM ANALYZE")


@asynccontextmanager
async def _installation(server: PostgresServer, many: int) -> AsyncIterator[Installation]:
    url = server.new_database()
    _fill(url, many)
    database = Database(url.replace("postgresql://", "postgresql+psycopg://"))
    office = Office(catalog_of(), "Bappeda Enrekang", ZONE)
    ticker = Ticker(database, office, Clock(movable=False), Presence(database, "jam"), lambda: None)
    try:
        yield Installation(url, ticker, [])
    finally:
        await database.close()
        with psycopg.connect(server.address("postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)".encode())


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_a_tick_costs_what_is_due_and_not_what_there_is(
    postgres_server: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    async with _installation(postgres_server, FEW) as few, _installation(postgres_server, MANY) as many:
        before = many.scans()
        for number in range(ROUNDS):
            day = FIRST_DAY + timedelta(days=number % 5 + number // 5 * 7)
            now = datetime(day.year, day.month, day.day, 7, 30, tzinfo=ZONE)
            for one in (few, many) if number % 2 else (many, few):  # side by side, so that the machine's mood is shared
                await one.look(now, day)
        small, large = median(few.seconds[WARM:]), median(many.seconds[WARM:])
        told = f"{PERSONS} people told, {small * 1000:.1f} ms of {FEW:,} tasks, {large * 1000:.1f} ms of {MANY:,}"
        tell(capsys, f"a tick with {told}: {large / small:.2f}x")
        await many.ticker.database.close()  # only now are its reads counted
        assert many.scans() == before, "a table was read from end to end"
        assert large / small <= MOST
