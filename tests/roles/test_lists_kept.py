"""What was read of a list and got no answer goes after three days; what somebody agreed to does not wait that long."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.store import tables as t
from bot.store.database.database import Database
from bot.store.roles import lists

REAL, DAY = 1_795_000_000.0, 86_400.0


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    yield opened
    await opened.close()


def _shown(number: int, age_days: float, **more: Any) -> dict[str, Any]:
    row = {"id": number, "person_id": 1, "file_id": "", "due_at": REAL - age_days * DAY, "tries": 0}
    return row | {"outcome": lists.SHOWN, "found": json.dumps([["Nur"]]), "occasion_id": None, "agreed": False} | more


async def test_names_that_were_shown_and_not_agreed_to_go_with_their_time(database: Database) -> None:
    rows = [_shown(1, 2.9), _shown(2, 3.1), _shown(3, 3.1, outcome=None, agreed=True)]
    async with database.write() as connection:
        await connection.execute(t.lists.insert(), rows)
    async with database.write() as connection:
        assert await lists.drop_old(connection, REAL - 3 * DAY, 100) == 1
    async with database.read() as connection:
        left = (await connection.execute(t.lists.select().order_by(t.lists.c.id))).all()
    assert [(row.outcome, row.found is not None) for row in left] == [("shown", True), ("dropped", False), (None, True)]


async def test_only_whoever_sent_it_agrees_and_only_for_that_meeting(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(t.lists.insert(), [_shown(1, 0.0), _shown(2, 0.0, occasion_id=7)])
    async with database.write() as connection:
        assert not await lists.agree(connection, 1, person_id=2, now=REAL)
        assert await lists.agree(connection, 1, person_id=1, now=REAL)
        assert not await lists.agree(connection, 1, person_id=1, now=REAL)
        assert await lists.close(connection, 2, 1, "read", occasion_id=8) is None
        assert await lists.close(connection, 2, 1, "read", occasion_id=7) == [["Nur"]]
        assert await lists.close(connection, 2, 1, "read", occasion_id=7) is None
