"""Statements about whose tasks are: what has to be looked at again when a role begins or ends, and who takes over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.grants import TO_BEGIN
from bot.store.tables import grants, tasks
from bot.store.tables.columns import Civil
from bot.store.tasks.tasks import COLUMNS, UNFINISHED, Task
from bot.store.within import within

_SETTLED = update(grants).where(grants.c.id == bindparam("g")).values(settle_at=bindparam("next_at", type_=Civil()))


@dataclass(frozen=True, slots=True)
class Changed:
    """A role that began or ended."""

    id: int
    person_id: int
    scope: str
    until: datetime | None
    revoked_at: datetime | None
    granted_at: datetime


async def begin(connection: AsyncConnection, grant_id: int) -> None:
    """What was lent from this day on is theirs now."""
    await connection.execute(update(grants).where(grants.c.id == grant_id, TO_BEGIN).values(revoked_at=None))


async def changed(connection: AsyncConnection, now: datetime, limit: int) -> list[Changed]:
    """Roles because of which tasks look for their owner again, the longest waiting first."""
    query = (
        select(
            grants.c.id,
            grants.c.person_id,
            grants.c.scope,
            grants.c.until,
            grants.c.revoked_at,
            grants.c.granted_at,
        )
        .where(grants.c.settle_at <= now)
        .order_by(grants.c.settle_at, grants.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [Changed(*row) for row in await connection.execute(query)]


async def settled(connection: AsyncConnection, next_at: Mapping[int, datetime | None]) -> None:
    """When each of these is looked at again (by grant; None = never)."""
    if next_at:
        await connection.execute(_SETTLED, [{"g": grant, "next_at": when} for grant, when in next_at.items()])


async def touched(connection: AsyncConnection, person_id: int, scope: str) -> list[Task]:
    """Unfinished tasks whose owner may be another one because of a role of this person in this wilayah: their own, and
    there those of nobody and those of which somebody only makes sure."""
    free = within([scope], tasks.c.wilayah) & or_(tasks.c.owner_id.is_(None), tasks.c.on_behalf)
    query = select(*COLUMNS).where(tasks.c.state.in_(UNFINISHED), or_(tasks.c.owner_id == person_id, free))
    return [Task(*row) for row in await connection.execute(query.order_by(tasks.c.id).with_for_update())]


async def of_person(connection: AsyncConnection, person_id: int, scopes: Sequence[str]) -> list[Task]:
    """Somebody's own unfinished tasks in these wilayah."""
    query = select(*COLUMNS).where(
        tasks.c.owner_id == person_id, tasks.c.state.in_(UNFINISHED), within(scopes, tasks.c.wilayah)
    )
    return [Task(*row) for row in await connection.execute(query.order_by(tasks.c.id).with_for_update())]
