"""Usulan that come again in another year."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Usulan
from bot.store.tables import usulan
from bot.store.usulan.usulan import as_usulan

_u = usulan.c
#: More years than that are no news.
_MOST = 8
#: What stays as it was.
_WHOSE = ("person_id", "speaker_id", "typed_by", "agreed", "unnamed", "reader_id")


async def is_brought(connection: AsyncConnection, usulan_id: int) -> bool:
    return (await connection.execute(select(_u.id).where(_u.again_of == usulan_id))).first() is not None


async def whose(connection: AsyncConnection, usulan_id: int) -> dict[str, Any]:
    """Columns that an usulan keeps when it is brought again."""
    row = (await connection.execute(select(*(_u[name] for name in _WHOSE)).where(_u.id == usulan_id))).one()
    return dict(zip(_WHOSE, row, strict=True))


async def earlier(connection: AsyncConnection, usulan_id: int) -> list[Usulan]:
    """What it was in earlier years, newest first."""
    found: list[Usulan] = []
    before = (await connection.execute(select(_u.again_of).where(_u.id == usulan_id))).scalar()
    while before is not None and len(found) < _MOST:
        row = (await connection.execute(select(usulan).where(_u.id == before))).one_or_none()
        if row is None:
            break
        found.append(as_usulan(row))
        before = row.again_of
    return found


async def due(connection: AsyncConnection, now: datetime, most: int) -> list[tuple[Usulan, str | None, int]]:
    """Whose year is over, or whose new season has begun: with its state and how often it has been moved."""
    query = select(usulan).where(_u.season_at <= now).order_by(_u.season_at, _u.id).limit(most)
    rows = await connection.execute(query.with_for_update(skip_locked=True))
    return [(as_usulan(row), row.state, row.moved) for row in rows]


async def let_go(connection: AsyncConnection, usulan_id: int) -> None:
    await connection.execute(update(usulan).where(_u.id == usulan_id).values(season_at=None))


async def bring_in_person(connection: AsyncConnection, usulan_id: int) -> None:
    """There is news, and no telephone for it."""
    await connection.execute(update(usulan).where(_u.id == usulan_id).values(told_at=None))
