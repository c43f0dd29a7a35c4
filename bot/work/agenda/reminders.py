"""A task whose reminder is due becomes a notice for whoever has to do it; the notice becomes the message of the day."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.agenda.owners import FACILITATORS, Holders, chain, owner_of
from bot.core.hours import quiet_until
from bot.store import notices
from bot.store.agenda import reminding, tasks
from bot.store.agenda.tasks import OPEN, Task
from bot.store.database import Connection
from bot.store.notices import TASKS
from bot.work.agenda.planning import timed
from bot.work.office import Office


async def raise_due(connection: Connection, office: Office, now: datetime, limit: int) -> int:
    """Turn due reminders into notices, and move each to its next day. Returns how many tasks it was about.

    A person's tasks are taken up together, so that they become one message; however many reminders went by while
    nothing ran, each task is raised once.
    """
    if quiet_until(office.local(now)) is not None or not await notices.turn_to_tell(connection):
        return 0
    due = await reminding.due(connection, now, limit)
    if not due:
        return 0
    told = await _whom(connection, office, due, now)
    await notices.raise_for(connection, TASKS, "", dict.fromkeys(sorted(told), now))
    await _move_on(connection, office, due, now)
    return len(due)


async def _whom(connection: Connection, office: Office, due: Sequence[Task], now: datetime) -> set[int]:
    """The owners; of what has none, everybody who could take it."""
    nobodys = [task for task in due if task.owner_id is None and task.state == OPEN]
    told = {task.owner_id for task in due if task.owner_id is not None and task.state == OPEN}
    holders = await holders_of(connection, office, nobodys, now) if nobodys else {}
    for task in nobodys:
        told |= set(candidates(office, task, holders))
    return told


async def holders_of(connection: Connection, office: Office, found: Sequence[Task], now: datetime) -> Holders:
    """Whoever could do one of these, in their wilayah or above it."""
    roles = {role_of(office, task) or FACILITATORS[0] for task in found}
    scopes = {scope for task in found for scope in chain(task.wilayah)}
    return await tasks.holders(connection, sorted({*roles, *FACILITATORS}), sorted(scopes), now)


def candidates(office: Office, task: Task, holders: Holders) -> tuple[int, ...]:
    """To whom a task without an owner is offered."""
    return owner_of(role_of(office, task), task.wilayah, holders).candidates


def role_of(office: Office, task: Task) -> str | None:
    """The doer's role; None for an office without accounts, and for a line that is no longer in the content."""
    agenda = office.catalog.agenda
    rule = agenda.rules.get(task.rule)
    return agenda.role_of(rule) if rule is not None else None


async def _move_on(connection: Connection, office: Office, due: Sequence[Task], now: datetime) -> None:
    """The next reminder of each, at its owner's own hour; none after the last."""
    hours = await tasks.hours_of(connection, sorted({task.owner_id for task in due if task.owner_id is not None}))
    rules = office.catalog.agenda.rules
    when = {task.id: timed(office, task, now, hours).remind_at if task.rule in rules else None for task in due}
    await reminding.move(connection, when)
    await tasks.log(connection, [task.id for task in due if task.state == OPEN], "reminded", now, None)
