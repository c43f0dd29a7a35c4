"""Roles that people hold today."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.functions import coalesce

from bot.core.records import Grant
from bot.store.tables import blocks, grants
from bot.store.tables.columns import Civil


def in_force(now: datetime | Any) -> tuple[Any, ...]:
    """What is asked of a role that is neither taken away nor over. `now`: a time, or a parameter for one."""
    return grants.c.revoked_at.is_(None), or_(grants.c.until.is_(None), grants.c.until > now)


#: What is lent from a later day on is written beforehand as taken away: until that day nobody holds it.
TO_BEGIN = grants.c.granted_at > grants.c.revoked_at
#: All but these.
BEGUN = or_(grants.c.revoked_at.is_(None), ~TO_BEGIN)
#: Whoever's account was cut off holds a place that waits for a successor, and may do nothing.
_CUT_OFF = exists().where(blocks.c.person_id == grants.c.person_id)
_GRANTS = select(grants.c.person_id, grants.c.role, grants.c.scope).where(
    grants.c.person_id.in_(bindparam("people", expanding=True)),
    *in_force(bindparam("now", type_=Civil())),
    ~_CUT_OFF,
)


async def grants_of(
    connection: AsyncConnection, person_ids: Sequence[int], now: datetime
) -> dict[int, tuple[Grant, ...]]:
    """What these persons may do: their grants in force, and none of somebody whose account was cut off."""
    held: dict[int, tuple[Grant, ...]] = {}
    for person_id, role, scope in await connection.execute(_GRANTS, {"people": person_ids, "now": now}):
        held[person_id] = (*held.get(person_id, ()), Grant(role, scope))
    return held


async def over_of(connection: AsyncConnection, person_id: int, now: datetime) -> list[tuple[Grant, datetime]]:
    """What somebody held and holds no more, with its end; the newest first."""
    ended = coalesce(grants.c.revoked_at, grants.c.until)
    query = select(grants.c.role, grants.c.scope, ended).where(grants.c.person_id == person_id, ended <= now, BEGUN)
    found = await connection.execute(query.order_by(ended.desc(), grants.c.scope))
    return [(Grant(role, scope), at) for role, scope, at in found]
