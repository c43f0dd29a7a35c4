"""Addresses from which a calendar program fetches somebody's dates. Only a hash is kept: who reads the database learns
no address."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.agenda.occasions import last_change
from bot.store.agenda.tasks import CANCELLED, COLUMNS, NAMES, UNFINISHED, Task
from bot.store.tables import feeds, occasions, tasks


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
    """A task as a calendar program shows it: with its occasion, how often that moved, and when it last changed."""

    task: Task
    kind: str
    about: str
    held_in: str
    moves: int
    changed_at: datetime


async def tasks_of(connection: AsyncConnection, person_id: int, since: date, most: int) -> list[Dated]:
    """What this person has to do from that day on; what was cancelled with its occasion is with it."""
    about = occasions.c.kind, occasions.c.about, occasions.c.wilayah, occasions.c.moves, last_change()
    query = (
        select(*COLUMNS, *about, occasions.c.made_at)
        .join(occasions, occasions.c.id == tasks.c.occasion_id)
        .where(tasks.c.owner_id == person_id, tasks.c.due_on >= since, tasks.c.state.in_((*UNFINISHED, CANCELLED)))
        .order_by(tasks.c.due_on, tasks.c.id)
        .limit(most)
    )
    return [_dated(row) for row in await connection.execute(query)]


def _dated(row: Any) -> Dated:
    kind, about, held_in, moves, changed, made = row[len(NAMES) :]
    return Dated(Task(*row[: len(NAMES)]), kind, about, held_in, moves, changed or made)
