"""The hour at which somebody gets the list of their day, by their choice: what is no hurry waits for it instead of
ringing."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta

from bot.core.tasks.ladder import at, hour_on
from bot.store.queues import notices
from bot.store.tasks import reminding, tasks
from bot.store.tasks.tasks import Task
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.tasks import words
from bot.work.tasks.planning import timed
from bot.work.visit import Visit

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


async def ask(visit: Visit) -> None:
    """At which hour of the policy the daily list comes."""
    chosen = (await visit.ask_once(tasks.hours_of, [visit.me.id])).get(visit.me.id)
    hours = sorted(visit.office.catalog.calendar.policy.hours)
    keys = [(f"{hour:%H.%M}", f"t:jam:{hour:%H%M}") for hour in hours]
    rows = [keys[:3], keys[3:6], [(visit.text("tombol_tugas_daftar"), "t:daftar:saya:0")]]
    now = hour_of(visit.office, chosen)
    visit.say("tugas_jam", keyboard(*rows), jam=f"{now:%H.%M}")


def hour_of(office: Office, minutes: int | None) -> time:
    return office.catalog.calendar.policy.hours[0] if minutes is None else time(minutes // 60, minutes % 60)


async def choose(visit: Visit, told: str) -> None:
    """Only an hour of the policy; what is still to come moves along, what was put off by hand stays, and so does a day
    whose new hour is over already."""
    hour = next((one for one in visit.office.catalog.calendar.policy.hours if f"{one:%H%M}" == told), None)
    if hour is None:
        visit.stale()
        return
    me, minutes = visit.me.id, hour.hour * 60 + hour.minute
    async with visit.ask() as connection:
        before = await tasks.hours_of(connection, [me])
        await reminding.set_hour(connection, me, minutes)
        mine = await reminding.retimed(connection, me, visit.now)
        moved = {
            task.id: _moved(visit.office, task, visit.now, {me: minutes})
            for task in mine
            if _follows(visit.office, task, visit.now, before)
        }
        await reminding.move(connection, moved)
    visit.say("tugas_jam_dicatat", jam=f"{hour:%H.%M}", puasa=hour >= time(12, 0))


def _follows(office: Office, task: Task, now: datetime, hours: dict[int, int]) -> bool:
    """Whether its reminder comes with the daily list, and was not put off by hand."""
    return _at(office, task, now, hours) == task.remind_at


def _moved(office: Office, task: Task, now: datetime, hours: dict[int, int]) -> datetime | None:
    """On the day on which it comes; where the hour of that day is over, at the old one."""
    new, old = _at(office, task, now, hours), task.remind_at
    is_skipped = old is not None and (new is None or office.local(new).date() > office.local(old).date())
    return old if is_skipped else new


def _at(office: Office, task: Task, now: datetime, hours: dict[int, int]) -> datetime | None:
    return timed(office, task, now, hours).remind_at if words.rule_of(office, task) else task.remind_at
