"""What makes trouble when it is due holds up nobody else, is left alone for an hour, and is said in the log."""

from datetime import timedelta

from sqlalchemy import insert, or_, select, text
from structlog.testing import capture_logs

from bot.store.database.ids import new_id
from bot.store.due import COLUMNS
from bot.store.tables import notices, tasks
from bot.work.due import EACH
from tests.support.desk import DUE, Desk, task_of


def test_everything_that_is_due_can_be_set_aside() -> None:
    assert {each.column for each in EACH} == set(COLUMNS)


async def test_a_task_that_makes_trouble_holds_up_nobody_else(desk: Desk) -> None:
    """Its occasion is of a year in which no day can be computed."""
    ratna, amir = await desk.join("Ratna"), await desk.join("Amir", scope="73.16.01.2003")
    planned = await desk.hold()
    await desk.hold(wilayah="73.16.01.2003")
    broken = task_of(planned, "D05").id
    await desk.run(
        text("UPDATE tasks SET due_on = '9999-12-30', climb_at = remind_at WHERE id = :t").bindparams(t=broken)
    )
    with capture_logs() as logged:
        await desk.tick(DUE)
    assert await desk.told(amir) != []
    assert any(one["event"] == "a row is left alone for an hour" for one in logged)
    async with desk.database.read() as connection:
        left = select(tasks.c.id).where(or_(tasks.c.remind_at <= DUE, tasks.c.climb_at <= DUE))
        assert (await connection.execute(left)).all() == []
    await desk.tick(DUE + timedelta(hours=2))
    assert await desk.told(ratna) != []


async def test_a_notice_that_makes_trouble_holds_up_nobody_else(desk: Desk) -> None:
    ratna, amir = await desk.join("Ratna"), await desk.join("Amir", scope="73.16.01.2003")
    await desk.hold(wilayah="73.16.01.2003")
    await desk.hold()
    row = {"id": new_id(), "person_id": ratna, "kind": "tugas", "subject": "bukan angka", "due_at": DUE}
    await desk.run(insert(notices), [row])
    with capture_logs() as logged:
        assert await desk.tick(DUE) == 2
    assert await desk.told(amir) != []
    assert any(one["event"] == "a notice makes trouble" for one in logged)
    again = await desk.rows("SELECT due_at, outcome FROM notices WHERE subject = 'bukan angka'")
    assert again[0][1] is None
    assert await desk.tick(DUE) == 0
