"""A date is set, moved and cancelled: which tasks there are, whose they are, and when they are due."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.store.calendar import occasions
from bot.store.database.database import Connection, Database
from bot.store.database.ids import new_id
from bot.store.tables import grants
from bot.store.tasks import tasks
from bot.store.tasks.tasks import Task
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks import closing, planning
from tests.support.town import catalog_of

PATTONDON_SALU = "73.16.01.2002"
ZONE = ZoneInfo("Asia/Makassar")
NOW = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)  # Monday, 11.00 in Enrekang


@pytest.fixture
async def connection(database_url: str) -> AsyncIterator[Connection]:
    database = Database(database_url)
    async with database.write() as opened:
        yield opened
    await database.close()


def _office() -> Office:
    return Office(catalog_of(), "Bappeda Enrekang", ZONE)


async def _grant(connection: Connection, person: int, role: str, scope: str) -> None:
    row = {"id": new_id(), "person_id": person, "role": role, "scope": scope, "granted_at": NOW}
    await connection.execute(grants.insert(), [row | {"until": None, "revoked_at": None}])


def _held(month: int, day: int, year: int = 2027) -> datetime:
    return datetime(year, month, day, 9, 0, tzinfo=ZONE)


async def _all(connection: Connection, occasion_id: int) -> dict[str, Task]:
    return {task.rule: task for task in await tasks.of_occasion(connection, occasion_id)}


async def _hold(
    connection: Connection, office: Office, when: datetime, kind: str = "musrenbang_desa"
) -> planning.Planned:
    wilayah = PATTONDON_SALU if kind == "musrenbang_desa" else "73.16"
    return await planning.hold(
        Round(connection, office, NOW), planning.new_occasion(office, kind, wilayah, when, NOW, 1)
    )


async def test_a_date_makes_the_tasks_that_are_in_use(connection: Connection) -> None:
    office = _office()
    await _grant(connection, 7, "fasilitator_desa", PATTONDON_SALU)
    planned = await _hold(connection, office, _held(1, 14))
    calendar = office.catalog.calendar
    used = {rule.key for rule in calendar.anchored("musrenbang_desa") if rule.list == "desa"}
    assert {task.rule for task in planned.added} == used >= {"D05", "D11"}
    assert {task.owner_id for task in planned.added} == {7}
    assert all(calendar.workdays.is_working(task.due_on) for task in planned.added)
    invitation = next(task for task in planned.added if task.rule == "D11")
    assert (invitation.due_on, invitation.on_behalf) == (date(2027, 1, 7), True)


async def test_moving_moves_open_tasks_only(connection: Connection) -> None:
    office = _office()
    await _grant(connection, 7, "fasilitator_desa", PATTONDON_SALU)
    planned = await _hold(connection, office, _held(1, 14))
    before = await _all(connection, planned.occasion.id)
    await closing.close(Round(connection, office, NOW), before["D05"], tasks.DONE, 7)
    moved = await planning.move(Round(connection, office, NOW), planned.occasion, _held(1, 25), 7)
    after = await _all(connection, planned.occasion.id)
    assert after["D05"].due_on == before["D05"].due_on
    assert {change.task.rule for change in moved.moved} == set(before) - {"D05"}
    assert after["D11"].due_on == date(2027, 1, 18)
    stored = await occasions.one(connection, planned.occasion.id)
    assert stored is not None
    assert (stored.starts_at, stored.moves) == (_held(1, 25), 1)


async def test_a_task_without_its_input_waits_and_begins_when_it_comes(connection: Connection) -> None:
    office = _office()
    planned = await _hold(connection, office, _held(1, 14))
    assert (await _all(connection, planned.occasion.id))["D21"].state == tasks.WAITING
    stage = await _hold(connection, office, _held(10, 1, 2026), "sipd_buka")
    owed = next(task for task in stage.added if task.rule == "P03")
    begun = await closing.close(Round(connection, office, _held(1, 25)), owed, tasks.DONE, 1)
    assert "D21" in {task.rule for task in begun}
    task = (await _all(connection, planned.occasion.id))["D21"]
    assert (task.state, task.due_on) == (tasks.OPEN, date(2027, 1, 27))


async def test_cancelling_closes_what_is_left_with_the_reason(connection: Connection) -> None:
    office = _office()
    planned = await _hold(connection, office, _held(1, 14))
    cancelled = await planning.cancel(Round(connection, office, NOW), planned.occasion, "Banjir di jalan masuk.", 7)
    assert cancelled is not None
    assert len(cancelled.closed) == len(planned.added)
    found = (await _all(connection, planned.occasion.id)).values()
    assert {(task.state, task.why) for task in found} == {(tasks.CANCELLED, "Banjir di jalan masuk.")}
    assert await planning.cancel(Round(connection, office, NOW), planned.occasion, "Lagi.", 7) is None
