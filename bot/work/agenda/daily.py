"""The hour at which somebody gets the list of their day: what is no hurry waits for it instead of ringing."""

from collections.abc import Collection, Iterable
from datetime import datetime, time, timedelta

from bot.core.agenda.ladder import at
from bot.store import notices
from bot.store.agenda import tasks
from bot.store.database import Connection
from bot.work.office import Office

#: An hour that has just struck still counts: what climbs at 07.30 stands in the list of 07.30.
_JUST_NOW = timedelta(minutes=30)


def next_list(office: Office, chosen: int | None, now: datetime) -> datetime:
    """When the next daily list comes, on a working day. `chosen`: minutes after midnight; None = as the office says."""
    agenda = office.catalog.agenda
    hour = agenda.policy.hours[0] if chosen is None else time(chosen // 60, chosen % 60)
    today = office.local(now).date()
    day = agenda.workdays.on_or_after(today)
    if at(day, hour, office.zone) < now - _JUST_NOW:
        day = agenda.workdays.add(today, 1)
    return max(at(day, hour, office.zone), now)


async def tell_in_lists(
    connection: Connection, office: Office, kind: str, subject: str, people: Iterable[int], now: datetime
) -> None:
    """A notice of this kind for each of these, at the hour of their next list."""
    due = await _next_lists(connection, office, set(people), now)
    await notices.raise_for(connection, kind, subject, due)


async def tell_once_in_lists(
    connection: Connection, office: Office, kind: str, told: Collection[tuple[int, str]], now: datetime
) -> None:
    """(person, subject): the same, but what was told once, or is about to be, is left as it is."""
    due = await _next_lists(connection, office, {person for person, _ in told}, now)
    await notices.raise_once(connection, kind, [(person, subject, due[person]) for person, subject in sorted(told)])


async def _next_lists(
    connection: Connection, office: Office, people: Collection[int], now: datetime
) -> dict[int, datetime]:
    hours = await tasks.hours_of(connection, sorted(people)) if people else {}
    return {person: next_list(office, hours.get(person), now) for person in sorted(people)}
