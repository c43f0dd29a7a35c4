"""Files of somebody who was forgotten: erased from the disk, then their rows."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import tables as t


async def erased_files(connection: AsyncConnection, limit: int) -> list[tuple[int, str | None]]:
    """(row, path below the media folder) of files that have to go."""
    query = select(t.media.c.id, t.media.c.path).where(t.media.c.outcome == "erased").order_by(t.media.c.id)
    return [(row[0], row[1]) for row in await connection.execute(query.limit(limit))]


async def drop_files(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """The files are gone; so are their rows."""
    await connection.execute(delete(t.media).where(t.media.c.id.in_(ids)))


async def known_files(connection: AsyncConnection, paths: Sequence[str]) -> set[str]:
    """Which of these paths some row names."""
    return set((await connection.execute(select(t.media.c.path).where(t.media.c.path.in_(paths)))).scalars())
