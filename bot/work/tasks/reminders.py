"""A task whose reminder is due becomes a notice for whoever has to do it, and all of a day one message."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.core.hours import quiet_until
from bot.core.tasks.ladder import at, hour_on
from bot.core.tasks.owners import FACILITATORS, Holders, owner_of
from bot.core.tasks.planning import first_day
from bot.core.wilayah import chain
from bot.store.people import people
from bot.store.queues import notices
from bot.store.queues.notices import BEGUN, BY_HAND, TASKS
from bot.store.tasks import reminding, tasks
from bot.store.tasks.reminding import Duty
from bot.store.tasks.tasks import OPEN, Task
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks import choosing, words
from bot.work.tasks.daily import hour_of, tell_in_lists
from bot.work.tasks.following import held_up
from bot.work.tasks.planning import timed
from bot.work.tasks.telling import close_if_told


async def raise_due(tour: Round, limit: int) -> int:
    """Turn due reminders into notices, and move each to its next day. Returns how many tasks it was about.

    A person's tasks are taken up together, so that they become one message; however many reminders went by while
    nothing ran, each task is raised once. What waits for somebody else's task, or comes after a meeting that was not
    held yet, is passed over in silence, unless its owner put it off to this very hour; so is what would have prepared a
    meeting that has been held.
    """
    if quiet_until(tour.office.local(tour.now)) is not None or not await notices.turn_to_tell(tour.connection):
        return 0
    due = await reminding.due(tour.connection, tour.now, limit)
    if not due:
        return 0
    today = tour.today
    early = {one.duty.task.id: one.duty for one in due if not choosing.has_begun(tour.office, one.duty, today)}
    told_all = await close_if_told(tour, [one.duty.task for one in due if one.duty.task.id not in early])
    due = [one for one in due if one.duty.task.id not in told_all]
    alive = [one.duty.task for one in due if not words.is_over(tour.office, one.duty, today)]
    by_hand = {one.duty.task.id for one in due if one.by_hand}
    silent = ({*await held_up(tour.connection, tour.office, alive)} | {*early}) - by_hand
    told = await _whom(tour, [task for task in alive if task.id not in silent])
    wanted = [(person, subject_of(task) + BY_HAND * (task.id in by_hand), tour.now) for person, task in told]
    await notices.raise_all(tour.connection, TASKS, wanted)
    await _move_on(tour, alive, early)
    await reminding.move(
        tour.connection, dict.fromkeys({one.duty.task.id for one in due} - {task.id for task in alive})
    )
    reminded = sorted({task.id for _, task in told})
    await tasks.log(tour.connection, reminded, "reminded", tour.now, None)
    return len(due) + len(told_all)


async def _whom(tour: Round, due: Sequence[Task]) -> list[tuple[int, Task]]:
    """The owners; of what has none, everybody who could take it."""
    due = [task for task in due if task.state == OPEN and words.rule_of(tour.office, task) is not None]
    nobodys = [task for task in due if task.owner_id is None]
    holders = await holders_of(tour, nobodys) if nobodys else {}
    told = [(task.owner_id, task) for task in due if task.owner_id is not None]
    return told + [(person, task) for task in nobodys for person in candidates(tour.office, task, holders)]


def subject_of(task: Task) -> str:
    """What a notice is about: a task with its day, so that a date that moves meanwhile leaves the notice behind."""
    return f"{task.id}:{task.due_on.isoformat()}"


async def holders_of(tour: Round, found: Sequence[Task]) -> Holders:
    """Whoever could do one of these, in their wilayah or above it."""
    roles = {role_of(tour.office, task) or FACILITATORS[0] for task in found}
    scopes = {scope for task in found for scope in chain(task.wilayah)}
    return await people.ids_by_place(tour.connection, sorted({*roles, *FACILITATORS}), sorted(scopes), tour.now)


def candidates(office: Office, task: Task, holders: Holders) -> tuple[int, ...]:
    """To whom a task without an owner is offered."""
    return owner_of(role_of(office, task), task.wilayah, holders).candidates


def role_of(office: Office, task: Task) -> str | None:
    """The doer's role; None for an office without accounts, and for a line that is no longer in the content."""
    rule = words.rule_of(office, task)
    return office.catalog.calendar.role_of(rule) if rule is not None else None


async def _move_on(tour: Round, due: Sequence[Task], early: Mapping[int, Duty]) -> None:
    """The next reminder of each, at its owner's own hour; none after the last. `early`: what cannot be done yet is
    looked at again on the first day on which it can."""
    hours = await tasks.hours_of(tour.connection, sorted({task.owner_id for task in due if task.owner_id is not None}))
    when = {task.id: _next(tour, task, early.get(task.id), hours) for task in due}
    await reminding.move(tour.connection, when)


def _next(tour: Round, task: Task, early: Duty | None, hours: Mapping[int, int]) -> datetime | None:
    rule, calendar = words.rule_of(tour.office, task), tour.office.catalog.calendar
    if rule is None:
        return None
    if early is None:
        return timed(tour.office, task, tour.now, hours).remind_at
    held_on = tour.office.local(early.starts_at).date()
    day = calendar.workdays.on_or_after(first_day(rule, held_on))
    chosen = hours.get(task.owner_id) if task.owner_id is not None else None
    hour = hour_on(day, hour_of(tour.office, chosen), calendar.policy, calendar.workdays)
    return at(day, hour, tour.office.zone)


async def tell_begun(tour: Round, input_rule: str, begun: Sequence[Task]) -> None:
    """Their input is there: the owners learn it with their next list."""
    owners = {task.owner_id for task in begun if task.owner_id is not None}
    await tell_in_lists(tour, BEGUN, input_rule, owners)
