"""What is kept of dates and tasks for a while only: files sent as proof, what was told, addresses of calendars."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.store import tables as t
from bot.store.database.database import Database
from bot.work.office import Office
from bot.work.people import retention
from bot.work.round import Round
from tests.support.town import catalog_of

NOW = datetime(2028, 2, 1, 3, 0, tzinfo=UTC)
YEAR, SECOND = timedelta(days=365), timedelta(seconds=1)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    yield opened
    await opened.close()


async def _put(database: Database, table: Any, *rows: dict[str, Any]) -> None:
    async with database.write() as connection:
        for row in rows:
            await connection.execute(table.insert(), row)


async def _let_go(database: Database) -> None:
    office = Office(catalog_of(), "Bappeda", ZoneInfo("Asia/Makassar"))
    async with database.write() as connection:
        await retention.let_go(Round(connection, office, NOW, 1_795_000_000.0))


async def _rows(database: Database, *columns: Any) -> list[Any]:
    async with database.read() as connection:
        return [tuple(row) for row in await connection.execute(select(*columns).order_by(columns[0]))]


def _proof(number: int, at: datetime, kind: str = "foto") -> dict[str, Any]:
    return {"id": number, "task_id": 7, "kind": kind, "file_id": f"AwAC{number}", "by": 1, "at": at}


async def test_files_that_show_that_a_task_was_done_go_after_a_year(database: Database) -> None:
    """Not a second earlier; that there was a proof, and what was counted, stays."""
    counted = {"id": 3, "task_id": 7, "kind": "hadir", "answers": '{"women": 3, "men": 4}', "at": NOW - YEAR - SECOND}
    await _put(database, t.proofs, _proof(1, NOW - YEAR + SECOND), _proof(2, NOW - YEAR - SECOND, "suara"), counted)
    await _let_go(database)
    p = t.proofs.c
    assert await _rows(database, p.id, p.kind, p.file_id, p.answers) == [
        (1, "foto", "AwAC1", None),
        (2, "suara", None, None),
        (3, "hadir", None, '{"women": 3, "men": 4}'),
    ]


def _notice(number: int, due_at: datetime, outcome: str | None) -> dict[str, Any]:
    row = {"id": number, "person_id": 1, "kind": "tugas", "subject": f"{number}:2027-01-07"}
    return row | {"due_at": due_at, "outcome": outcome}


async def test_what_was_told_is_remembered_for_a_year_and_what_waits_is_never_dropped(database: Database) -> None:
    young, old = NOW - YEAR + SECOND, NOW - YEAR - SECOND
    await _put(database, t.notices, _notice(1, young, "told"), _notice(2, old, "told"), _notice(3, old, "moot"))
    await _put(database, t.notices, _notice(4, old, None))
    await _let_go(database)
    assert await _rows(database, t.notices.c.id) == [(1,), (4,)]


async def test_an_address_of_a_calendar_goes_a_year_after_it_was_taken_back(database: Database) -> None:
    feed = {"person_id": 1, "made_at": NOW - 3 * YEAR}
    ends = {"a": NOW - YEAR + SECOND, "b": NOW - YEAR - SECOND, "c": None}
    await _put(database, t.feeds, *(feed | {"token_hash": name, "revoked_at": end} for name, end in ends.items()))
    await _let_go(database)
    assert await _rows(database, t.feeds.c.token_hash) == [("a",), ("c",)]
