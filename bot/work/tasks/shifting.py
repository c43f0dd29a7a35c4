"""What a move would do to the tasks of a date, told before it is agreed to."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.store.calendar.occasions import Occasion
from bot.store.tasks import tasks
from bot.work.round import Round
from bot.work.tasks import planning


@dataclass(frozen=True, slots=True)
class Shift:
    """How many unfinished tasks get another day, and how many are closed because their meeting would be over."""

    moved: int = 0
    closed: int = 0


async def shift(tour: Round, one: Occasion, to: datetime) -> Shift:
    """As `planning.move` would do it; nothing is written."""
    moved = replace(one, starts_at=to)
    if tour.office.local(to).date() == tour.office.local(one.starts_at).date():
        return Shift()
    existing = await tasks.of_occasion(tour.connection, one.id)
    left = [task for task in existing if task.state in tasks.UNFINISHED]
    settled = [task for task in existing if task not in left]
    due = planning.due_days(tour.office, moved, await planning.wanted_of(tour, moved), settled, tour.now)
    late = planning.too_late(tour, moved, left)
    later = [task for task in left if due.get((task.rule, task.wilayah), task.due_on) != task.due_on]
    return Shift(len([task for task in later if task not in late]), len(late))
