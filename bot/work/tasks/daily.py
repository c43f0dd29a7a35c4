"""The hour at which somebody gets the list of their day: what is no hurry waits for it instead of ringing."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta

from bot.core.tasks.ladder import at, hour_on
from bot.store.queues import notices
from bot.store.tasks import tasks
from bot.work.office import Office
from bot.work.round import Round

#: An hour that has just struck still counts: what climbs at 07.30 stands in the list of 07.30.
_JUST_NOW = timedelta(minutes=30)


def next_list(office: Office, chosen: int | None, now: datetime) -> datetime:
    """When the next daily list comes, on a working day, while people fast in the morning. `chosen`: minutes after
    midnight; None = as the office says."""
    workdays, today = office.catalog.calendar.workdays, office.local(now).date()
    first = _list_on(office, workdays.on_or_after(today), chosen)
    return max(first if first >= now - _JUST_NOW else _list_on(office, workdays.add(today, 1), chosen), now)


def _list_on(office: Office, day: date, chosen: int | None) -> datetime:
    policy, workdays = office.catalog.calendar.policy, office.catalog.calendar.workdays
    hour = policy.hours[0] if chosen is None else time(chosen // 60, chosen % 60)
    return at(day, hour_on(day, hour, policy, workdays), office.zone)


async def tell_in_lists(tour: Round, kind: str, subject: str, people: Iterable[int]) -> None:
    """A notice of this kind for each of these, at the hour of their next list."""
    due = await _next_lists(tour, set(people))
    await notices.raise_for(tour.connection, kind, subject, due)


async def tell_once_in_lists(tour: Round, kind: str, told: Collection[tuple[int, str]]) -> None:
    """(person, subject): the same, but what was told once, or is about to be, is left as it is."""
    due = await _next_lists(tour, {person for person, _ in told})
    await notices.raise_once(
        tour.connection, kind, [(person, subject, due[person]) for person, subject in sorted(told)]
    )


async def _next_lists(tour: Round, people: Collection[int]) -> dict[int, datetime]:
    hours = await tasks.hours_of(tour.connection, sorted(people)) if people else {}
    return {person: next_list(tour.office, hours.get(person), tour.now) for person in sorted(people)}
