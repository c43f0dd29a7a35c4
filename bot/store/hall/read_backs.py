"""Usulan that are read back in the hall to those who brought them, who say whether it is right so."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN, Usulan
from bot.store.database.dialects import upsert
from bot.store.reading.readings import Sight, visible
from bot.store.tables import read_backs, usulan
from bot.store.usulan.usulan import as_usulan
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What was said to it; `note`: what has to be corrected."""

    usulan_id: int
    is_right: bool
    note: str | None


_IS_RIGHT = exists().where(read_backs.c.usulan_id == usulan.c.id, read_backs.c.is_right)
_MARK = upsert(read_backs, ("occasion_id", "usulan_id"), ("is_right", "note", "by", "at"))


async def to_read(
    connection: AsyncConnection, who: Sight, wilayah: str, first: datetime, last: datetime
) -> list[Usulan]:
    """What this reader may see of the wilayah, spoken between these two, in the order of the numbers; but for what
    somebody told one reader alone, which is not for a hall."""
    here = within((wilayah,), usulan.c.desa), usulan.c.spoken_at.between(first, last), usulan.c.reader_id.is_(None)
    return await _seen(connection, who, *here)


async def kept_back(
    connection: AsyncConnection, who: Sight, wilayah: str, first: datetime, last: datetime
) -> list[Usulan]:
    """What somebody told one reader alone, as far as this reader may see it: not for a hall."""
    here = within((wilayah,), usulan.c.desa), usulan.c.spoken_at.between(first, last), usulan.c.reader_id.is_not(None)
    return await _seen(connection, who, *here)


async def _seen(connection: AsyncConnection, who: Sight, *which: Any) -> list[Usulan]:
    query = select(usulan).where(visible(who), *which).order_by(usulan.c.desa, usulan.c.id)
    return [as_usulan(row) for row in await connection.execute(query)] if who.scopes else []


async def read_elsewhere(
    connection: AsyncConnection, who: Sight, wilayah: str, first: datetime, last: datetime
) -> list[datetime]:
    """When each was spoken of those that their proposers told to another reader alone: nothing else is known of them
    here."""
    here = within((wilayah,), usulan.c.desa)
    apart = usulan.c.reader_id.is_not(None), usulan.c.status != WITHDRAWN, ~visible(who)
    query = select(usulan.c.spoken_at).where(here, usulan.c.spoken_at.between(first, last), *apart)
    return list((await connection.execute(query)).scalars()) if who.scopes else []


async def of_occasion(connection: AsyncConnection, occasion_id: int) -> dict[int, ReadBack]:
    r = read_backs.c
    query = select(r.usulan_id, r.is_right, r.note).where(r.occasion_id == occasion_id)
    return {row[0]: ReadBack(*row) for row in await connection.execute(query)}


async def mark(connection: AsyncConnection, occasion_id: int, one: ReadBack, at: datetime, by: int | None) -> None:
    """What is right as it was read is the meeting's, and is no more changed by a message; until it is said to be
    wrong."""
    row: dict[str, Any] = {"occasion_id": occasion_id, "usulan_id": one.usulan_id, "is_right": one.is_right}
    await connection.execute(_MARK[connection.dialect.name], [row | {"note": one.note, "by": by, "at": at}])
    here = update(usulan).where(usulan.c.id == one.usulan_id)
    locked = here.where(usulan.c.locked_at.is_(None)).values(locked_at=at)
    await connection.execute(locked if one.is_right else here.where(~_IS_RIGHT).values(locked_at=None))
