"""An installation with very many rows, on PostgreSQL, and the ticker that looks at it."""

import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from bot.edges.clock import Clock
from bot.edges.ticker import Ticker
from bot.store.database.database import Database
from bot.store.database.presence import Presence
from bot.work.office import Office
from tests.support.postgres import PostgresServer
from tests.support.town import catalog_of
from tests.support.witness import ZONE


@dataclass
class Installation:
    """One database, and the ticker that looks at it."""

    url: str
    ticker: Ticker

    def again(self, statement: str, values: Mapping[str, object]) -> None:
        """Let the same things be due once more."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement.encode(), values)

    async def look(self, now: datetime) -> tuple[int, float]:
        """How many were told, and the seconds of one look."""
        self.ticker.clock.offset = now - datetime.now(UTC)
        began = time.perf_counter()
        told = await self.ticker.tick()
        return told, time.perf_counter() - began

    def scans(self, watched: Sequence[str]) -> dict[str, int]:
        """How often each of these tables was read from end to end."""
        with psycopg.connect(self.url) as connection:
            rows = connection.execute("SELECT relname, seq_scan FROM pg_stat_user_tables").fetchall()
        return {name: times for name, times in rows if name in watched}


def fill(url: str, script: Path, values: Mapping[str, object], watched: Sequence[str]) -> None:
    """Rows first and indexes afterwards: a fifth of the time."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET synchronous_commit = off")
        query = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexname LIKE 'ix%%'"
        indexes = connection.execute(query, [list(watched)]).fetchall()
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}".encode())
        for statement in script.read_text().split(";\n"):
            if statement.strip():
                connection.execute(statement.encode(), values)
        for _, definition in indexes:
            connection.execute(definition.encode())
        connection.execute("VACUUM ANALYZE")


@asynccontextmanager
async def installation(
    server: PostgresServer, script: Path, values: Mapping[str, object], watched: Sequence[str]
) -> AsyncIterator[Installation]:
    """Filled by this script; `watched`: the tables that grow."""
    url = server.new_database()
    fill(url, script, values, watched)
    database = Database(url.replace("postgresql://", "postgresql+psycopg://"))
    office = Office(catalog_of(), "Bappeda Enrekang", ZONE)
    ticker = Ticker(database, office, Clock(movable=False), Presence(database, "jam"), lambda: None)
    try:
        yield Installation(url, ticker)
    finally:
        await database.close()
        with psycopg.connect(server.address("postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)".encode())
