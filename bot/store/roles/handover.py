"""Statements by which a successor takes over what somebody had."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.grants import in_force
from bot.store.queues.notices import DRAFT
from bot.store.tables import grants, notices, usulan
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Held:
    """A grant in force, with its row and its end."""

    id: int
    role: str
    scope: str
    until: datetime | None


async def held_by(connection: AsyncConnection, person_id: int, now: datetime) -> list[Held]:
    query = (
        select(grants.c.id, grants.c.role, grants.c.scope, grants.c.until)
        .where(grants.c.person_id == person_id, *in_force(now))
        .order_by(grants.c.id)
    )
    return [Held(*row) for row in await connection.execute(query)]


async def end(connection: AsyncConnection, grant_ids: Sequence[int], now: datetime) -> list[int]:
    """Revoke these grants; returns those that were still in force, since two people may come at once."""
    held = grants.c.id.in_(grant_ids), grants.c.revoked_at.is_(None)
    query = update(grants).where(*held).values(revoked_at=now, settle_at=now)
    return list((await connection.execute(query.returning(grants.c.id))).scalars())


async def move_usulan(connection: AsyncConnection, old: int, new: int, scopes: Sequence[str]) -> list[int]:
    """What somebody was chosen to read, and what they typed for people who are still to be told, becomes the
    successor's. Returns the ids of the latter."""
    chosen = update(usulan).where(usulan.c.reader_id == old, within(scopes, usulan.c.desa)).values(reader_id=new)
    await connection.execute(chosen)
    typed = usulan.c.typed_by == old, usulan.c.told_at.is_(None), within(scopes, usulan.c.desa)
    moved = await connection.execute(update(usulan).where(*typed).values(typed_by=new).returning(usulan.c.id))
    return list(moved.scalars())


async def open_notices(connection: AsyncConnection, person_id: int) -> list[tuple[int, str, str, datetime]]:
    """(id, kind, subject, due) of what waits to be told because of a role; one's own drafts stay one's own."""
    query = select(notices.c.id, notices.c.kind, notices.c.subject, notices.c.due_at).where(
        notices.c.person_id == person_id, notices.c.outcome.is_(None), notices.c.kind != DRAFT
    )
    return [(row[0], row[1], row[2], row[3]) for row in await connection.execute(query)]
