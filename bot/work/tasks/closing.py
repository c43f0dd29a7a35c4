"""Finishing a task, and what may begin because of it: in one transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.tasks import planning as core
from bot.store.calendar import occasions
from bot.store.database.database import Connection
from bot.store.tasks import tasks
from bot.store.tasks.tasks import DONE, NEEDLESS, OPEN, UNFINISHED, Task
from bot.work.office import Office
from bot.work.tasks.following import give_time, reschedule, with_time
from bot.work.tasks.planning import ends, missing_inputs


async def close(
    connection: Connection,
    office: Office,
    task: Task,
    state: str,
    now: datetime,
    by: int | None,
    why: str | None = None,
) -> list[Task]:
    """Finish one task, unless it was finished meanwhile. Returns what may begin now because its input is there."""
    await tasks.turn_to_plan(connection)
    current = await tasks.one(connection, task.id)
    if current is None or current.state not in UNFINISHED:
        return []
    await tasks.close(connection, [task.id], state, now, by, why)
    await tasks.log(connection, [task.id], state, now, by, {"why": why} if why else None)
    await give_time(connection, office, [current], now)
    return await begin_waiting(connection, office, task.rule, task.wilayah, now) if state in (DONE, NEEDLESS) else []


async def reopen(connection: Connection, office: Office, task_id: int, now: datetime, by: int | None) -> bool:
    """Somebody pressed the wrong button: it is to be done after all, and nobody is late because of it. False when it
    cannot be: its time is over, its meeting was cancelled. What began because of it stays begun."""
    await tasks.turn_to_plan(connection)
    task = await tasks.one(connection, task_id)
    if task is None or task.state not in (DONE, NEEDLESS) or task.rule not in office.catalog.agenda.rules:
        return False
    one = await occasions.one(connection, task.occasion_id)
    if one is None or one.cancelled_at is not None:
        return False
    again = with_time(office, replace(task, state=OPEN, rung=0), now)
    ends_at = ends(office, office.catalog.agenda.rules[task.rule], one.starts_at, again.due_on)
    if ends_at <= now:
        return False
    await tasks.set_values(connection, task_id, state=OPEN, closed_at=None, closed_by=None)
    await reschedule(connection, office, [replace(again, ends_at=ends_at, why=None)], now)
    await tasks.log(connection, [task_id], "reopened", now, by)
    return True


async def begin_waiting(
    connection: Connection, office: Office, input_rule: str, wilayah: str, now: datetime
) -> list[Task]:
    """Start the tasks in this wilayah that waited for this input and for no other."""
    await tasks.turn_to_plan(connection)
    rules = [rule.key for rule in office.catalog.agenda.waiting_for([input_rule])]
    waiting = await tasks.waiting_for(connection, rules, wilayah) if rules else []
    missing = await missing_inputs(connection, office, [(one.rule, one.wilayah, cycle) for one, cycle in waiting])
    free = [one for one, cycle in waiting if not missing[one.rule, one.wilayah, cycle]]
    return await begin(connection, office, free, now)


async def begin(connection: Connection, office: Office, free: Sequence[Task], now: datetime) -> list[Task]:
    """What waits for nothing any more begins, with enough days to do it."""
    agenda, today = office.catalog.agenda, office.local(now).date()
    begun = [
        replace(one, state=OPEN, due_on=core.starts(one.due_on, today, agenda.workdays, agenda.policy), rung=0)
        for one in free
    ]
    await reschedule(connection, office, begun, now)
    await tasks.log(connection, [one.id for one in begun], "begun", now, None)
    return begun
