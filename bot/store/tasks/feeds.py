"""Addresses from which a calendar program fetches somebody's dates. Only a hash is kept: who reads the database learns
no address."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import feeds, occasions, task_events, tasks
from bot.store.tasks.tasks import CANCELLED, COLUMNS, NAMES, UNFINISHED, Task

#: What may give a task another day.
_CHANGES = ("moved", "begun", "taken", "handed", "settled", "again", "reopened", CANCELLED)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def add(connection: AsyncConnection, token: str, person_id: int, now: datetime) -> None:
    """The new address takes the place of those the person had."""
    await revoke(connection, person_id, now)
    await connection.execute(feeds.insert().values(token_hash=_hash(token), person_id=person_id, made_at=now))


async def revoke(connection: AsyncConnection, person_id: int, now: datetime) -> bool:
    """False when there was none in use."""
    used = feeds.c.person_id == person_id, feeds.c.revoked_at.is_(None)
    return bool((await connection.execute(update(feeds).where(*used).values(revoked_at=now))).rowcount)


async def has_one(connection: AsyncConnection, person_id: int, since: datetime) -> bool:
    query = select(feeds.c.token_hash).where(
        feeds.c.person_id == person_id, feeds.c.revoked_at.is_(None), feeds.c.made_at > since
    )
    return (await connection.execute(query)).first() is not None


async def owner(connection: AsyncConnection, token: str, since: datetime) -> int | None:
    """Whose dates are shown at this address; None when it is wrong, revoked, or not made after `since`."""
    query = select(feeds.c.person_id).where(
        feeds.c.token_hash == _hash(token), feeds.c.revoked_at.is_(None), feeds.c.made_at > since
    )
    return (await connection.execute(query)).scalar()


@dataclass(frozen=True, slots=True)
class Dated:
    """A task as a calendar program shows it. `changes`: never less than before, and more whenever its day may have
    changed, it was cancelled or came back, so that the program takes the newer one."""

    task: Task
    changes: int
    changed_at: datetime


async def tasks_of(connection: AsyncConnection, person_id: int, since: date, most: int) -> list[Dated]:
    """What this person has to do from that day on; what was cancelled with its occasion is with it."""
    happened = task_events.c.task_id == tasks.c.id, task_events.c.kind.in_(_CHANGES)
    steps = func.sum(case((task_events.c.kind == CANCELLED, 2), else_=1))
    columns = [select(each).where(*happened).scalar_subquery() for each in (steps, func.max(task_events.c.at))]
    query = (
        select(*COLUMNS, *columns, occasions.c.made_at)
        .join(occasions, occasions.c.id == tasks.c.occasion_id)
        .where(tasks.c.owner_id == person_id, tasks.c.due_on >= since, tasks.c.state.in_((*UNFINISHED, CANCELLED)))
        .order_by(tasks.c.due_on, tasks.c.id)
        .limit(most)
    )
    return [_dated(row) for row in await connection.execute(query)]


def _dated(row: Any) -> Dated:
    """What is cancelled stands one step before the one in which it came back."""
    task = Task(*row[: len(NAMES)])
    steps, changed, made = row[len(NAMES) :]
    return Dated(task, (steps or 0) - (task.state == CANCELLED), changed or made)
