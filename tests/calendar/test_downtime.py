"""Whatever happens to the clock or to the processes, nobody is told anything twice."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.store.database.database import Database
from bot.store.tasks import reminding
from tests.support.desk import DUE, Desk, local, task_of
from tests.support.homes import home
from tests.support.nursery import Nursery
from tests.support.sentences import says


async def _reminded(desk: Desk) -> list[Any]:
    return await desk.rows("SELECT task_id, count(*) FROM task_events WHERE kind = 'reminded' GROUP BY task_id")


async def test_three_days_of_downtime_over_five_slots_are_one_catch_up(desk: Desk) -> None:
    """Five tasks of one person, each with its own time; the process was away from Wednesday to Saturday."""
    ratna = await desk.join("Ratna")
    planned = await desk.hold()
    slots = [local(1, 6, 16), local(1, 7, 7, 30), local(1, 7, 16), local(1, 8, 7, 30), local(1, 8, 16)]
    async with desk.database.write() as connection:
        rules = ("D05", "D07", "D08", "D11", "D13")
        times = {task_of(planned, rule).id: slot for rule, slot in zip(rules, slots, strict=True)}
        await reminding.move(connection, times)
    assert await desk.tick(local(1, 6, 15)) == 0
    assert await desk.tick(local(1, 9, 15)) == 1
    assert len(await desk.told(ratna)) == 1
    assert (await desk.told(ratna))[0]["text"] in says("tugas_ingat", lain="3")
    assert [row[1] for row in await _reminded(desk)] == [1] * 5
    assert await desk.tick(local(1, 9, 15, 1)) == 0
    late = await desk.rows("SELECT count(*) FROM tasks WHERE remind_at <= '2027-01-09 07:00:00'")
    assert late[0][0] == 0


async def test_the_second_reminder_that_was_missed_comes_once_too(desk: Desk) -> None:
    """Away over both reminders of a task: one message, and none left."""
    ratna = await desk.join("Ratna")
    planned = await desk.hold()
    await desk.tick(local(1, 12, 10))
    assert len(await desk.told(ratna)) == 1
    left = await desk.rows("SELECT remind_at FROM tasks WHERE id = :t", t=task_of(planned, "D05").id)
    assert left[0][0] is None


async def test_a_clock_set_back_and_forth_by_a_day_says_nothing_twice(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    await desk.hold()
    for when in (DUE, DUE - timedelta(days=1), DUE, DUE + timedelta(hours=1), DUE - timedelta(days=1), DUE):
        await desk.tick(when)
    assert len(await desk.told(ratna)) == 1
    await desk.tick(DUE + timedelta(days=4))  # the second reminder, two working days after
    assert len(await desk.told(ratna)) == 2
    for when in (DUE, DUE + timedelta(days=4)):
        await desk.tick(when)
    assert len(await desk.told(ratna)) == 2


async def test_three_clocks_at_once_say_it_once(desk: Desk) -> None:
    people = [await desk.join(name, scope=f"73.16.01.20{number:02d}") for number, name in enumerate(_NAMES, start=2)]
    for number in range(len(people)):
        await desk.hold(wilayah=f"73.16.01.20{number + 2:02d}")
    others = [Desk(Database(desk.database.url), desk.office) for _ in range(2)]
    clocks = [desk, *others]
    for moment in range(4):
        await asyncio.gather(*(clock.tick(DUE + timedelta(seconds=moment)) for clock in clocks))
    for clock in others:
        await clock.database.close()
    assert [len(await desk.told(person)) for person in people] == [1] * len(people)
    assert {row[1] for row in await _reminded(desk)} == {1}


_NAMES = ("Ratna", "Amir", "Besse", "Uleng", "Sitti")


async def test_three_processes_remind_once(postgres_url: str, tmp_path: Path, more_bots: Nursery) -> None:
    async with home(postgres_url, tmp_path, local(1, 6, 9)) as at_home:
        people = [await at_home.join(name, scope=f"73.16.01.20{n:02d}") for n, name in enumerate(_NAMES[:3], start=2)]
        for number in range(len(people)):
            await at_home.hold(wilayah=f"73.16.01.20{number + 2:02d}")
        for _ in range(2):
            await more_bots.start(at_home.town.environment())
        await at_home.town.simulator.move_clock(to=DUE)
        for person in people:
            await at_home.hears(person, says("tugas_ingat"))
        await at_home.town.simulator.move_clock(to=DUE + timedelta(minutes=1))
        await at_home.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
        counts = [sum(text in says("tugas_ingat") for text in at_home.town.simulator.said(person)) for person in people]
        assert counts == [1, 1, 1]
        reminded = await at_home.town.rows("SELECT task_id FROM task_events WHERE kind = 'reminded'")
        assert len(reminded) == len({row[0] for row in reminded}) > 0
