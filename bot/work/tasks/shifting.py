"""What a move would do to the tasks of a date, told before it is agreed to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.tasks import planning as core
from bot.store.calendar.occasions import Occasion
from bot.store.tasks import tasks
from bot.store.tasks.tasks import Task
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks.planning import due_days, targets


@dataclass(frozen=True, slots=True)
class Shift:
    """How many unfinished tasks get another day, and how many are closed because their meeting would be over."""

    moved: int = 0
    closed: int = 0


async def shift(tour: Round, one: Occasion, to: datetime) -> Shift:
    """As `planning.move` would do it; nothing is written."""
    held_on = tour.office.local(to).date()
    if held_on == tour.office.local(one.starts_at).date():
        return Shift()
    existing = await tasks.of_occasion(tour.connection, one.id)
    due = await _due(tour, replace(one, starts_at=to), [task for task in existing if not _is_open(task)])
    left = [task for task in existing if _is_open(task)]
    late = [task for task in left if _is_over(tour.office, task, held_on, tour.today)]
    moved = [task for task in left if due.get((task.rule, task.wilayah), task.due_on) != task.due_on]
    return Shift(len([task for task in moved if task not in late]), len(late))


def _is_open(task: Task) -> bool:
    return task.state in tasks.UNFINISHED


def _is_over(office: Office, task: Task, held_on: date, today: date) -> bool:
    rules = office.catalog.calendar.rules
    return task.rule in rules and not core.is_ahead(rules[task.rule], held_on, today)


async def _due(tour: Round, moved: Occasion, settled: Sequence[Task]) -> dict[tuple[str, str], date]:
    rules = tour.office.catalog.calendar.anchored(moved.kind, await tasks.switched(tour.connection))
    wanted = {(rule.key, where): rule for rule in rules for where in targets(tour.office, moved.wilayah, rule.list)}
    return due_days(tour.office, moved, wanted, settled, tour.now)
