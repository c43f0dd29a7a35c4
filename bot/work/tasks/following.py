"""What has to be done first. Nobody is late with what cannot be done before somebody else's task is."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.tasks import planning as core
from bot.store.database.database import Connection
from bot.store.tasks import ladder as stored
from bot.store.tasks import tasks
from bot.store.tasks.reminding import Duty
from bot.store.tasks.tasks import OPEN, Task
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks.planning import after, timed


def waits_for(office: Office, task: Task, other: Task) -> bool:
    """Whether the one, somebody's own, comes after the other, which is another's (in person or behind "pastikan …").

    What somebody only makes sure of waits for nobody: they are never late with it, and it does no harm to ask.
    """
    rule = office.catalog.calendar.rules.get(task.rule)
    is_before = rule is not None and other.rule in rule.after
    beside = (task.occasion_id, task.wilayah) == (other.occasion_id, other.wilayah)
    is_own = other.owner_id is not None and other.owner_id == task.owner_id and not other.on_behalf
    return is_before and beside and not is_own and not task.on_behalf


async def held_up(connection: Connection, office: Office, found: Sequence[Task]) -> dict[int, list[Task]]:
    """By id: those of these tasks that wait for somebody else's, and for which."""
    rules = office.catalog.calendar.rules
    before = sorted({key for task in found if task.rule in rules for key in rules[task.rule].after})
    if not before:
        return {}
    beside: dict[tuple[int, str], list[Task]] = {}
    for other in await stored.open_beside(connection, sorted({task.occasion_id for task in found}), before):
        beside.setdefault((other.occasion_id, other.wilayah), []).append(other)
    held: dict[int, list[Task]] = {}
    for task in found:
        for other in beside.get((task.occasion_id, task.wilayah), ()):
            if waits_for(office, task, other):
                held.setdefault(task.id, []).append(other)
    return held


async def marked(connection: Connection, office: Office, found: Sequence[Duty]) -> list[Duty]:
    """The same, and which of them wait for somebody else's task."""
    held = await held_up(connection, office, [duty.task for duty in found])
    return [replace(duty, held=duty.task.id in held) for duty in found]


async def give_time(tour: Round, ended: Sequence[Task]) -> None:
    """Who had to wait for one of these has their days from now on, and is not late because of it."""
    rules = {one.rule for one in ended}
    after = [rule.key for rule in tour.office.catalog.calendar.rules.values() if rules & set(rule.after)]
    if not after:
        return
    followers = await stored.open_beside(tour.connection, sorted({one.occasion_id for one in ended}), after)
    late = [one for one in followers if one.state == OPEN and any(waits_for(tour.office, one, each) for each in ended)]
    await reschedule(tour, [with_time(tour.office, one, tour.now) for one in late])


def with_time(office: Office, task: Task, now: datetime) -> Task:
    """With a new day, where its own has come or passed before anybody could do it."""
    calendar, today = office.catalog.calendar, office.local(now).date()
    if task.due_on > today or task.state != OPEN:
        return task
    return replace(task, due_on=core.starts(task.due_on, today, calendar.workdays, calendar.policy), rung=0)


async def reschedule(tour: Round, changed: Sequence[Task]) -> None:
    """Store these with the times at which the clock looks at them again; what comes after them moves along."""
    pushed = {task.id: task for task in await _behind(tour.connection, tour.office, changed)}
    await _store(tour, list(({task.id: task for task in changed} | pushed).values()))


async def push_back(tour: Round, before: Sequence[Task]) -> None:
    """These are new, or have new days, which are stored: what comes after them is not due before them."""
    await _store(tour, await _behind(tour.connection, tour.office, before))


async def _store(tour: Round, changed: Sequence[Task]) -> None:
    hours = await tasks.hours_of(tour.connection, [one.owner_id for one in changed if one.owner_id is not None])
    was = await tasks.due_days(tour.connection, [one.id for one in changed])
    await tasks.replan(
        tour.connection, [_until_after(tour.office, timed(tour.office, one, tour.now, hours)) for one in changed]
    )
    for day in sorted(set(was.values())):
        moved = [one.id for one in changed if was.get(one.id) == day != one.due_on]
        await tasks.log(tour.connection, moved, "moved", tour.now, None, {"was": day.isoformat()})


def _until_after(office: Office, task: Task) -> Task:
    """A task with a later day stays in the lists for that day, too."""
    return task if task.ends_at is None else replace(task, ends_at=max(task.ends_at, after(office, task.due_on)))


async def _behind(connection: Connection, office: Office, changed: Sequence[Task]) -> list[Task]:
    """What would be due before something that it comes after, with its new day; be it one of these or not."""
    later = _all_after(office, {one.rule for one in changed})
    if not later:
        return []
    known = {task.id: task for task in changed}
    found = await stored.open_beside(connection, sorted({one.occasion_id for one in changed}), later)
    days = {(one.occasion_id, one.wilayah, one.rule): one.due_on for one in changed}
    pushed = []
    for task in sorted((known.get(one.id, one) for one in found), key=lambda one: later.index(one.rule)):
        rule = office.catalog.calendar.rules[task.rule]
        before = [day for key in rule.after if (day := days.get((task.occasion_id, task.wilayah, key)))]
        if before and max(before) > task.due_on:
            pushed.append(replace(task, due_on=max(before), rung=0))
            days[task.occasion_id, task.wilayah, task.rule] = max(before)
    return pushed


def _all_after(office: Office, first: Collection[str]) -> list[str]:
    """Everything that comes after one of these, at first or second hand, in the order in which it has to be done."""
    found: list[str] = []
    wave = set(first)
    while wave:
        wave = {rule.key for rule in office.catalog.calendar.rules.values() if wave & set(rule.after)}
        found = [*(key for key in found if key not in wave), *sorted(wave)]
    return found
