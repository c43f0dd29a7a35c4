"""Finishing a task, and what may begin because of it: in one transaction."""

from dataclasses import replace
from datetime import datetime

from bot.core.agenda import planning as core
from bot.store.agenda import tasks
from bot.store.agenda.tasks import DONE, NEEDLESS, OPEN, Task
from bot.store.database import Connection
from bot.work.agenda.following import give_time, reschedule
from bot.work.agenda.planning import missing_inputs
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
    await give_time(connection, office, [task], now)
    return await begin_waiting(connection, office, task.rule, task.wilayah, now) if state in (DONE, NEEDLESS) else []


async def begin_waiting(
    connection: Connection, office: Office, input_rule: str, wilayah: str, now: datetime
) -> list[Task]:
    """Start the tasks in this wilayah that waited for this input and for no other, with enough days to do them."""
    agenda = office.catalog.agenda
    rules = [rule.key for rule in agenda.waiting_for([input_rule])]
    waiting = await tasks.waiting_for(connection, rules, wilayah) if rules else []
    missing = await missing_inputs(connection, office, [(one.rule, one.wilayah, when) for one, when in waiting])
    today = office.local(now).date()
    begun = []
    for one, when in waiting:
        if not missing[one.rule, one.wilayah, when]:
            due = core.starts(one.due_on, today, agenda.workdays, agenda.policy)
            begun.append(replace(one, state=OPEN, due_on=due, rung=0))
    await reschedule(connection, office, begun, now)
    await tasks.log(connection, [one.id for one in begun], "begun", now, None)
    return begun
