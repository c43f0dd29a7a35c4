"""Usulan that nobody has read: when the clock looks at each, and how many wait where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN, Usulan
from bot.core.wilayah import KABUPATEN, KECAMATAN
from bot.store.reading.readings import Sight, visible, waits_for
from bot.store.tables import usulan
from bot.store.tables.columns import Civil
from bot.store.usulan.usulan import as_usulan
from bot.store.within import within

_WAITS = usulan.c.read_at.is_(None), usulan.c.status != WITHDRAWN
_CLIMB = (
    update(usulan)
    .where(usulan.c.id == bindparam("u"))
    .values(unread_at=bindparam("next_at", type_=Civil()), unread_rung=bindparam("rung"))
)


@dataclass(frozen=True, slots=True)
class Unread:
    """One whose time has come; `waits` False when it was read or taken back meanwhile."""

    id: int
    desa: str
    spoken_at: datetime
    reader_id: int | None
    rung: int
    waits: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """What has waited too long for somebody: their own to read, the oldest of them, and of others how many by desa."""

    own: int
    oldest: Usulan | None
    others: Mapping[str, int]


async def due(connection: AsyncConnection, now: datetime, limit: int) -> list[Unread]:
    """The longest waiting first."""
    u = usulan.c
    query = select(u.id, u.desa, u.spoken_at, u.reader_id, u.unread_rung, u.read_at.is_(None), u.status)
    query = query.where(u.unread_at <= now).order_by(u.unread_at, u.id).limit(limit)
    rows = await connection.execute(query.with_for_update(skip_locked=True))
    return [Unread(row[0], row[1], row[2], row[3], row[4], waits=bool(row[5]) and row[6] != WITHDRAWN) for row in rows]


async def climb(connection: AsyncConnection, steps: Sequence[tuple[int, int, datetime | None]]) -> None:
    """(usulan, how often it was named by now, when it is looked at again; None = never)."""
    if steps:
        await connection.execute(_CLIMB, [{"u": one, "rung": rung, "next_at": when} for one, rung, when in steps])


async def waiting(connection: AsyncConnection, who: Sight, rungs: Mapping[str, int]) -> Waiting:
    """`rungs`: how far an usulan has to have climbed to be named to whoever holds a wilayah of this kind."""
    own = visible(who), waits_for(who), *_WAITS, usulan.c.unread_rung > 0
    number = (await connection.execute(select(func.count()).select_from(usulan).where(*own))).scalar_one()
    first = (await connection.execute(select(usulan).where(*own).order_by(usulan.c.id).limit(1))).one_or_none()
    reached = [
        within(who.of_level(level), usulan.c.desa) & (usulan.c.unread_rung >= rungs[level])
        for level in (KECAMATAN, KABUPATEN)
        if level in rungs
    ]
    others_read = case((waits_for(who), 0), else_=1) == 1  # also where nobody was chosen: NULL is neither
    above = visible(who), others_read, *_WAITS, or_(*reached)
    query = select(usulan.c.desa, func.count()).where(*above).group_by(usulan.c.desa)
    others = {row[0]: row[1] for row in await connection.execute(query.order_by(func.count().desc(), usulan.c.desa))}
    return Waiting(number, as_usulan(first) if first is not None else None, others)


async def counts(connection: AsyncConnection, scopes: Sequence[str]) -> dict[str, int]:
    """By desa, how many usulan have waited too long."""
    query = select(usulan.c.desa, func.count()).where(within(scopes, usulan.c.desa), *_WAITS, usulan.c.unread_rung > 0)
    return {row[0]: row[1] for row in await connection.execute(query.group_by(usulan.c.desa))}
