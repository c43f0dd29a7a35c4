"""Names of a meeting go a year after it and the numbers stay; whoever made a list may be forgotten without it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.store import tables as t
from bot.store.database.database import Database
from bot.store.database.ids import new_id
from bot.store.people import erasure
from bot.store.people.erasure import Erasure
from bot.work.people import retention
from bot.work.round import Round
from tests.support.desk import Desk

NOW = datetime(2028, 1, 14, 1, 0, tzinfo=UTC)
YEAR = timedelta(days=365)
LEADER = 7


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    yield opened
    await opened.close()


async def _hold(database: Database, held_at: datetime) -> int:
    """A meeting with two guests, a photo of the sheet and numbers."""
    occasion = new_id()
    row = {"id": occasion, "kind": "musdus", "wilayah": "73.16.01.2012", "about": str(occasion), "cycle": 2028}
    guest = {"occasion_id": occasion, "element": "perempuan", "is_woman": True, "made_at": held_at, "made_by": LEADER}
    guest |= {"speaks_for": "ibu-ibu", "hindrance": "jauh", "came": True, "turns": 2}
    guest |= {"rings_at": held_at, "rings_to": LEADER}
    rows: list[tuple[Any, dict[str, Any]]] = [
        (t.occasions, row | {"starts_at": held_at, "made_at": held_at}),
        (t.invitees, guest | {"id": new_id(), "name": "Ibu Sitti", "state": "replaced"}),
        (t.invitees, guest | {"id": new_id(), "name": "Ibu Ani", "state": "confirmed"}),
        (
            t.attendance,
            {"occasion_id": occasion, "women": 2, "men": 1, "file_id": "photo", "at": held_at, "by": LEADER},
        ),
        (
            t.read_backs,
            {
                "occasion_id": occasion,
                "usulan_id": 5,
                "is_right": False,
                "note": "Bukan saya.",
                "by": LEADER,
                "at": held_at,
            },
        ),
    ]
    async with database.write() as connection:
        for table, one in rows:
            await connection.execute(table.insert(), [one])
    return occasion


async def _rows(database: Database, table: Any, *names: str) -> list[tuple[Any, ...]]:
    async with database.read() as connection:
        found = await connection.execute(select(*(table.c[name] for name in names)).order_by(table.c.occasion_id))
        return [tuple(row) for row in found]


async def test_names_and_the_photo_of_the_sheet_go_a_year_after_the_meeting_and_counts_stay(
    database: Database,
) -> None:
    old, young = (
        await _hold(database, NOW - YEAR - timedelta(seconds=1)),
        await _hold(database, NOW - YEAR + timedelta(seconds=1)),
    )
    async with database.write() as connection:
        await retention.let_go(Round(connection, Desk(database).office, NOW, 1_900_000_000.0))
    guests = await _rows(database, t.invitees, "occasion_id", "name", "speaks_for", "hindrance", "element", "turns")
    assert [row[1:] for row in guests if row[0] == old] == [("", "", "", "perempuan", 2)] * 2
    assert {row[1] for row in guests if row[0] == young} == {"Ibu Sitti", "Ibu Ani"}
    sheets = await _rows(database, t.attendance, "occasion_id", "women", "men", "file_id")
    assert sorted(sheets) == sorted([(old, 2, 1, None), (young, 2, 1, "photo")])


async def test_a_list_outlives_whoever_made_it_and_names_nobody_as_its_maker(database: Database) -> None:
    await _hold(database, NOW)
    one = Erasure(LEADER, 70, False, 0, ())
    async with database.write() as connection:
        await erasure.forget(connection, one, [], NOW)
    guests = await _rows(database, t.invitees, "name", "made_by", "rings_to", "rings_at")
    assert guests == [("Ibu Sitti", None, None, None), ("Ibu Ani", None, None, None)]
    assert await _rows(database, t.attendance, "women", "by", "file_id") == [(2, None, None)]
    assert await _rows(database, t.read_backs, "note", "by") == [("Bukan saya.", None)]


async def test_what_was_said_of_an_usulan_goes_with_whoever_brought_it(database: Database) -> None:
    await _hold(database, NOW)
    row = {"id": 5, "code": "ENR-27-MWA-0001", "year": 2027, "kecamatan": "73.16.01", "serial": 1, "answers": "{}"}
    row |= {"desa": "73.16.01.2012", "person_id": 9, "status": "tercatat", "spoken_at": NOW}
    async with database.write() as connection:
        await connection.execute(t.usulan.insert(), [row])
        await erasure.forget(connection, Erasure(9, 90, False, 0, ()), [], NOW)
    assert await _rows(database, t.read_backs, "note", "by", "is_right") == [(None, LEADER, False)]
