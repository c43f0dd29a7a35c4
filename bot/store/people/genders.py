"""Whether a delegate is a woman, as far as they said so themselves."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import old
from bot.store.database.dialects import upsert
from bot.store.grants import in_force
from bot.store.tables import genders, grants

_KEEP = upsert(genders, ("person_id",), ("is_woman", "told_at"))


async def keep(connection: AsyncConnection, person_id: int, at: datetime, *, is_woman: bool) -> None:
    row = {"person_id": person_id, "is_woman": is_woman, "told_at": at}
    await connection.execute(_KEEP[connection.dialect.name], [row])


async def of(connection: AsyncConnection, person_id: int) -> bool | None:
    """None where they never said."""
    query = select(genders.c.is_woman).where(genders.c.person_id == person_id)
    told: bool | None = (await connection.execute(query)).scalar()
    return told


async def drop(connection: AsyncConnection, person_id: int) -> None:
    await connection.execute(delete(genders).where(genders.c.person_id == person_id))


async def drop_of_nobody(connection: AsyncConnection, now: datetime, role: str, limit: int) -> int:
    """Whoever holds this role no more is not written to by it."""
    needed: Any = exists().where(grants.c.person_id == genders.c.person_id, grants.c.role == role, *in_force(now))
    return await old.drop(connection, genders, limit, ~needed)
