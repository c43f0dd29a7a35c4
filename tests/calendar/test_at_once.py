"""Two that plan at the same moment, on a database that lets them: the second sees what the first decided."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from sqlalchemy import insert

from bot.store.database.database import Connection, Database
from bot.store.database.ids import new_id
from bot.store.tables import grants
from bot.store.tasks import tasks
from bot.store.tasks.tasks import DONE
from bot.work.round import Round
from bot.work.tasks import closing, owners, planning
from tests.support.desk import DESA, HELD, KECAMATAN, NOW, Desk, local, task_of

KABUPATEN = "73.16"
Act = Callable[[Connection], Awaitable[object]]


@pytest.fixture
async def two(postgres_url: str) -> AsyncIterator[Desk]:
    """SQLite lets one write at a time anyway."""
    database = Database(postgres_url)
    yield Desk(database)
    await database.close()


async def _second_while_first_is_open(desk: Desk, first: Act, second: Act) -> object:
    """The first has done its part and not committed yet when the second begins. Returns what the second found."""

    async def later() -> object:
        async with desk.database.write() as connection:
            return await second(connection)

    async with desk.database.write() as connection:
        await first(connection)
        task = asyncio.create_task(later())
        done, _ = await asyncio.wait([task], timeout=0.3)
        assert not done, "the second did not wait for its turn"
    return await asyncio.wait_for(task, 10)


async def _state(desk: Desk, rule: str) -> tuple[str, int | None, bool]:
    row = (await desk.rows("SELECT state, owner_id, on_behalf FROM tasks WHERE rule = :r", r=rule))[0]
    return row[0], row[1], bool(row[2])


async def test_what_was_finished_in_the_same_moment_is_not_handed_over(two: Desk) -> None:
    ratna, uleng = await two.join("Ratna"), await two.join("Uleng", "delegasi")
    task = task_of(await two.hold(), "D05")
    async with two.database.write() as connection:
        await tasks.set_values(connection, task.id, offered_to=uleng)
    is_theirs = await _second_while_first_is_open(
        two,
        lambda connection: closing.close(Round(connection, two.office, NOW), task, DONE, ratna),
        lambda connection: owners.hand(Round(connection, two.office, NOW), task.id, uleng),
    )
    assert is_theirs is False
    assert await _state(two, "D05") == (DONE, ratna, False)


async def test_a_task_finished_in_the_same_moment_is_not_opened_by_the_one_before_it(two: Desk) -> None:
    """D07 comes after D05: whoever finishes D05 gives time to what follows, but not to what is done."""
    other, ratna = await two.join("Amir", "fasilitator_kecamatan", KECAMATAN), await two.join("Ratna")
    planned = await two.hold()
    first, second = task_of(planned, "D05"), task_of(planned, "D07")
    async with two.database.write() as connection:
        await tasks.set_values(connection, first.id, owner_id=other)
    late = local(1, 13)
    await _second_while_first_is_open(
        two,
        lambda connection: closing.close(Round(connection, two.office, late), second, DONE, ratna),
        lambda connection: closing.close(Round(connection, two.office, late), first, DONE, other),
    )
    assert (await _state(two, "D07"))[0] == (await _state(two, "D05"))[0] == DONE


async def test_an_input_published_while_a_date_is_saved_is_seen(two: Desk) -> None:
    await two.join("Ratna")
    officer = await two.join("Hasnah", "bappeda", KABUPATEN)
    owed = task_of(await two.hold("sipd_buka", KABUPATEN, local(1, 4)), "P03")
    one = planning.new_occasion(two.office, "musrenbang_desa", DESA, HELD, NOW, None)
    await _second_while_first_is_open(
        two,
        lambda connection: closing.close(Round(connection, two.office, NOW), owed, DONE, officer),
        lambda connection: planning.hold(Round(connection, two.office, NOW), one),
    )
    assert (await _state(two, "D21"))[0] == "open"


async def test_a_role_that_begins_while_a_date_is_saved_gets_its_tasks(two: Desk) -> None:
    await two.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    ratna = await two.join("Ratna", "warga")
    one = planning.new_occasion(two.office, "musrenbang_desa", DESA, HELD, NOW, None)
    row = {"id": new_id(), "person_id": ratna, "role": "fasilitator_desa", "scope": DESA, "granted_at": NOW}

    async def saved_before_she_came(connection: Connection) -> None:
        await planning.hold(Round(connection, two.office, NOW), one)
        await two.run(insert(grants), [row | {"settle_at": NOW}])

    async def settled(connection: Connection) -> int:
        await tasks.turn_to_plan(connection)  # as the ticker does
        return await owners.settle_due(Round(connection, two.office, NOW), 10)

    assert await _second_while_first_is_open(two, saved_before_she_came, settled) == 1
    assert await _state(two, "D05") == ("open", ratna, False)
