"""Roles that somebody holds for another until a day: the rows are grants that end by themselves. What begins on a later
day waits as one that is taken away (`TO_BEGIN`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Grant
from bot.store.database.ids import new_id
from bot.store.grants import TO_BEGIN, in_force
from bot.store.roles.handover import Held
from bot.store.tables import grants


@dataclass(frozen=True, slots=True)
class Lent:
    """A row, and who holds it."""

    id: int
    person_id: int


async def give(
    connection: AsyncConnection, person_id: int, what: Sequence[Held], now: datetime, begin: datetime, end: datetime
) -> None:
    """Tasks find their owner when it begins, and when it ends: never later than it ends for whoever lends it."""
    when = {"granted_at": begin, "settle_at": begin, "revoked_at": now if begin > now else None}
    rows = [
        {
            "id": new_id(),
            "person_id": person_id,
            "role": one.role,
            "scope": one.scope,
            "until": min(one.until or end, end),
        }
        | when
        for one in what
        if one.until is None or one.until > begin
    ]
    if rows:
        await connection.execute(grants.insert(), rows)


async def until(connection: AsyncConnection, own: int, what: Sequence[Grant], end: datetime) -> list[Lent]:
    """What others hold, or are to hold, of these until that very hour."""
    same = [and_(grants.c.role == one.role, grants.c.scope == one.scope) for one in what]
    stands = or_(grants.c.revoked_at.is_(None), TO_BEGIN)
    query = select(grants.c.id, grants.c.person_id).where(
        or_(*same), grants.c.person_id != own, grants.c.until == end, stands
    )
    return [Lent(*row) for row in await connection.execute(query)] if same else []


async def to_come(connection: AsyncConnection, person_id: int, now: datetime) -> list[Grant]:
    """What somebody is to hold from a later day on."""
    query = select(grants.c.role, grants.c.scope).where(grants.c.person_id == person_id, TO_BEGIN, grants.c.until > now)
    return [Grant(*row) for row in await connection.execute(query)]


async def forget(connection: AsyncConnection, grant_ids: Sequence[int]) -> None:
    """What has not begun begins no more."""
    await connection.execute(delete(grants).where(grants.c.id.in_(grant_ids), TO_BEGIN))


async def beside(connection: AsyncConnection, own: int, one: Held, now: datetime) -> list[int]:
    """Who else holds this."""
    same = grants.c.role == one.role, grants.c.scope == one.scope
    query = select(grants.c.person_id).where(*same, grants.c.person_id != own, *in_force(now))
    return list(dict.fromkeys((await connection.execute(query)).scalars()))
