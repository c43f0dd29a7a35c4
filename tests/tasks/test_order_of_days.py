"""A reminder tells what comes after in the order of its days."""

import re

from sqlalchemy import update

from bot.store.tables import tasks as rows
from tests.support.desk import DUE, Desk, local, task_of


async def test_what_comes_after_is_told_in_the_order_of_its_days(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    planned = await desk.hold()
    await desk.run(update(rows).where(rows.c.remind_at < DUE).values(remind_at=DUE))
    for rule, day in (("D13", 20), ("D07", 4), ("D08", 19), ("D11", 18)):
        await desk.run(update(rows).where(rows.c.id == task_of(planned, rule).id).values(due_on=local(1, day).date()))
    await desk.tick(DUE)
    (message,) = await desk.told(ratna)
    days = [int(day) for day in re.findall(r"\(\w+, ([0-9]+) ", message["text"].partition("Sesudah itu")[2])]
    assert len(days) > 1
    assert days == sorted(days)


async def test_what_is_late_stands_before_what_has_its_day_ahead(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    planned = await desk.hold()
    await desk.run(update(rows).where(rows.c.remind_at < DUE).values(remind_at=DUE))
    mine = [one.rule for one in planned.added if one.owner_id == ratna]
    for at, rule in enumerate(mine[:8]):
        day = local(1, 5 if at == 4 else 8 + at % 4).date()
        await desk.run(update(rows).where(rows.c.id == task_of(planned, rule).id).values(due_on=day, remind_at=DUE))
    await desk.tick(DUE)
    (message,) = await desk.told(ratna)
    days = [int(day) for day in re.findall(r"\(\w+, ([0-9]+) ", message["text"].partition("Sesudah itu")[2])]
    assert days == sorted(days)
    assert 5 in days
    assert max(days) > 7
