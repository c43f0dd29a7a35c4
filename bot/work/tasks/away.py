"""Who is on leave is not reminded: what is due of their tasks waits for the day on which they are back. What climbs,
climbs as ever."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from bot.core.tasks.ladder import at, hour_on
from bot.store.people import away
from bot.store.queues.notices import BEGUN, DRAFT, LEARNING, TASKS, Notice
from bot.store.tasks import reminding, tasks
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks.daily import hour_of
from bot.work.tasks.planning import timed

_WAITS = frozenset({TASKS, BEGUN, DRAFT})


async def held_until(tour: Round, due: Sequence[Notice]) -> dict[int, datetime]:
    """By notice: the morning of that day. What they put off to this very hour themselves comes. Of a leave that was
    told beforehand lessons wait, too: those of one that begins at once rest by themselves."""
    return {
        one.id: _morning(tour.office, back, None)
        for one in due
        if (back := one.away(tour.today)) is not None and not one.is_asked_for and _waits(one)
    }


def _waits(one: Notice) -> bool:
    return one.kind in _WAITS or (one.away_from is not None and one.kind in LEARNING)


async def leave(tour: Round, person_id: int, day: date, first: date | None = None) -> None:
    """What would be reminded of before that day is reminded of on it. `first`: where it begins later."""
    await away.set_until(tour.connection, person_id, day, first)
    chosen = (await tasks.hours_of(tour.connection, [person_id])).get(person_id)
    back = _morning(tour.office, day, chosen)
    begins = at(first, time(), tour.office.zone).astimezone(UTC) if first is not None else tour.now
    mine = await reminding.retimed(tour.connection, person_id, begins)
    waiting = (task for task in mine if task.remind_at is not None and task.remind_at < back)
    await reminding.move(tour.connection, dict.fromkeys((task.id for task in waiting), back))


async def come_back(tour: Round, person_id: int) -> None:
    """As if they had never gone."""
    await away.set_until(tour.connection, person_id, None)
    hours = await tasks.hours_of(tour.connection, [person_id])
    mine = await reminding.retimed(tour.connection, person_id, tour.now)
    known = (task for task in mine if task.rule in tour.office.catalog.calendar.rules)
    await reminding.move(
        tour.connection, {task.id: timed(tour.office, task, tour.now, hours).remind_at for task in known}
    )


def _morning(office: Office, day: date, chosen: int | None) -> datetime:
    calendar = office.catalog.calendar
    hour = hour_on(day, hour_of(office, chosen), calendar.policy, calendar.workdays)
    return at(day, hour, office.zone).astimezone(UTC)
