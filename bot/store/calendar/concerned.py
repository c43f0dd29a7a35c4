"""Whom a date concerns: those who do the work and those who look after the wilayah."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.grants import in_force
from bot.store.tables import grants, people
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody to write to."""

    id: int
    address: int
    name: str


async def with_role_in(connection: AsyncConnection, roles: Sequence[str], scope: str, now: datetime) -> list[int]:
    """Everybody who has one of these roles in this wilayah or in a part of it."""
    query = select(grants.c.person_id).where(grants.c.role.in_(roles), within([scope], grants.c.scope), *in_force(now))
    return [row[0] for row in await connection.execute(query.distinct().order_by(grants.c.person_id))]


async def reachable(connection: AsyncConnection, person_ids: Sequence[int]) -> list[Told]:
    """Those of them who have not blocked us."""
    query = select(people.c.id, people.c.address, people.c.name).where(
        people.c.id.in_(person_ids), people.c.unreachable_since.is_(None)
    )
    return [Told(*row) for row in await connection.execute(query.order_by(people.c.id))]
