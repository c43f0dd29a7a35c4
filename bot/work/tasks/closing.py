"""Finishing a task, and what may begin because of it: in one transaction."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.tasks import planning as core
from bot.store.calendar import occasions
from bot.store.tasks import tasks
from bot.store.tasks.tasks import DONE, NEEDLESS, OPEN, UNFINISHED, Task
from bot.work.round import Round
from bot.work.tasks.following import give_time, reschedule, with_time
from bot.work.tasks.planning import ends, missing_inputs


async def close(tour: Round, task: Task, state: str, by: int | None, why: str | None = None) -> list[Task]:
    """Finish one task, unless it was finished meanwhile. Returns what may begin now because its input is there."""
    await tasks.turn_to_plan(tour.connection)
    current = await tasks.one(tour.connection, task.id)
    if current is None or current.state not in UNFINISHED:
        return []
    await tasks.close(tour.connection, [task.id], state, tour.now, by, why)
    await tasks.log(tour.connection, [task.id], state, tour.now, by, {"why": why} if why else None)
    await give_time(tour, [current])
    return await begin_waiting(tour, task.rule, task.wilayah) if state in (DONE, NEEDLESS) else []


async def reopen(tour: Round, task_id: int, by: int | None) -> bool:
    """Somebody pressed the wrong button: it is to be done after all, and nobody is late because of it. False when it
    cannot be: its time is over, its meeting was cancelled. What began because of it stays begun."""
    await tasks.turn_to_plan(tour.connection)
    task = await tasks.one(tour.connection, task_id)
    if task is None or task.state not in (DONE, NEEDLESS) or task.rule not in tour.office.catalog.calendar.rules:
        return False
    one = await occasions.one(tour.connection, task.occasion_id)
    if one is None or one.cancelled_at is not None:
        return False
    again, rule = replace(task, state=OPEN, rung=0), tour.office.catalog.calendar.rules[task.rule]
    ends_at = ends(tour.office, rule, one.starts_at, again.due_on)
    if not _was_late(tour, task) or ends_at <= tour.now:
        again = with_time(tour.office, again, tour.now)
        ends_at = ends(tour.office, rule, one.starts_at, again.due_on)
    if ends_at <= tour.now:
        return False
    await tasks.set_values(tour.connection, task_id, state=OPEN, closed_at=None, closed_by=None)
    await reschedule(tour, [replace(again, ends_at=ends_at, why=None)])
    await tasks.log(tour.connection, [task_id], "reopened", tour.now, by)
    return True


def _was_late(tour: Round, task: Task) -> bool:
    """Before it was pressed: then it is late as before."""
    return task.closed_at is not None and tour.office.local(task.closed_at).date() > task.due_on


async def begin_waiting(tour: Round, input_rule: str, wilayah: str) -> list[Task]:
    """Start the tasks in this wilayah that waited for this input and for no other."""
    await tasks.turn_to_plan(tour.connection)
    rules = [rule.key for rule in tour.office.catalog.calendar.waiting_for([input_rule])]
    waiting = await tasks.waiting_for(tour.connection, rules, wilayah) if rules else []
    missing = await missing_inputs(
        tour.connection, tour.office, [(one.rule, one.wilayah, cycle) for one, cycle in waiting]
    )
    free = [one for one, cycle in waiting if not missing[one.rule, one.wilayah, cycle]]
    return await begin(tour, free)


async def begin(tour: Round, free: Sequence[Task]) -> list[Task]:
    """What waits for nothing any more begins, with enough days to do it."""
    calendar, today = tour.office.catalog.calendar, tour.today
    begun = [
        replace(one, state=OPEN, due_on=core.starts(one.due_on, today, calendar.workdays, calendar.policy), rung=0)
        for one in free
    ]
    await reschedule(tour, begun)
    await tasks.log(tour.connection, [one.id for one in begun], "begun", tour.now, None)
    return begun
