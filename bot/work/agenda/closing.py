"""Finishing a task, and what may begin because of it: in one transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.agenda import planning as core
from bot.store.agenda import tasks
from bot.store.agenda.tasks import DONE, NEEDLESS, OPEN, Task
from bot.store.database import Connection
from bot.work.agenda.planning import missing_inputs, timed
from bot.work.office import Office


async def close(
    connection: Connection,
    office: Office,
    task: Task,
    state: str,
    now: datetime,
    by: int | None,
    why: str | None = None,
) -> list[Task]:
    """Finish one task. Returns what may begin now because its input is there."""
    await tasks.close(connection, [task.id], state, now, by, why)
    await tasks.log(connection, [task.id], state, now, by, {"why": why} if why else None)
    await _give_time_to_followers(connection, office, task, now)
    return await begin_waiting(connection, office, task, now) if state in (DONE, NEEDLESS) else []


async def _give_time_to_followers(connection: Connection, office: Office, task: Task, now: datetime) -> None:
    """Who had to wait for this one has their days from now on, and is not late because of it."""
    agenda, today = office.catalog.agenda, office.local(now).date()
    followers = [
        one
        for one in await tasks.of_occasion(connection, task.occasion_id)
        if one.state == OPEN and one.wilayah == task.wilayah and task.rule in agenda.rules[one.rule].after
    ]
    late = [one for one in followers if one.due_on <= today and one.owner_id != task.owner_id]
    due = {one.id: core.starts(one.due_on, today, agenda.workdays, agenda.policy) for one in late}
    await reschedule(connection, office, [replace(one, due_on=due[one.id], rung=0) for one in late], now)


async def begin_waiting(connection: Connection, office: Office, done: Task, now: datetime) -> list[Task]:
    """Start the tasks that waited for this input and for no other, with enough days to do them."""
    agenda = office.catalog.agenda
    rules = [rule.key for rule in agenda.waiting_for([done.rule])]
    waiting = await tasks.waiting_for(connection, rules, done.wilayah) if rules else []
    missing = await missing_inputs(connection, office, {(one.rule, one.wilayah) for one in waiting})
    today = office.local(now).date()
    begun = []
    for one in waiting:
        if not missing[one.rule, one.wilayah]:
            due = core.starts(one.due_on, today, agenda.workdays, agenda.policy)
            begun.append(replace(one, state=OPEN, due_on=due))
    await reschedule(connection, office, begun, now)
    await tasks.log(connection, [one.id for one in begun], "begun", now, None)
    return begun


async def reschedule(connection: Connection, office: Office, changed: Sequence[Task], now: datetime) -> None:
    hours = await tasks.hours_of(connection, [one.owner_id for one in changed if one.owner_id is not None])
    await tasks.replan(connection, [timed(office, one, now, hours) for one in changed])
