"""Whoever brought nothing waits for no word: a village in which nobody does is late with none."""

from collections.abc import Iterable

from bot.core.calendar.rules import TOLD
from bot.store.tasks import reminding
from bot.store.tasks.tasks import DONE, NEEDLESS, OPEN, Task
from bot.work.round import Round
from bot.work.tasks.closing import close


async def close_if_told(tour: Round, found: Iterable[Task]) -> set[int]:
    """Before it is said to be due or late: what has nothing left to tell is closed. Returns which."""
    rules = tour.office.catalog.calendar.rules
    open_ones = [one for one in found if one.state == OPEN and one.rule in rules]
    telling = {one.id: one for one in open_ones if rules[one.rule].answers == TOLD}
    over = await reminding.nothing_left(tour.connection, sorted(telling)) if telling else {}
    for task_id, were_told in over.items():
        await close(tour, telling[task_id], DONE if were_told else NEEDLESS, None)
    return set(over)
