"""Usulan that somebody ticked: they are to have the same fate."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import ticks

_t = ticks.c


async def of(connection: AsyncConnection, person_id: int) -> dict[int, int]:
    """By usulan: how often it had been moved when it was ticked."""
    query = select(_t.usulan_id, _t.seen).where(_t.person_id == person_id)
    return {row[0]: row[1] for row in await connection.execute(query)}


async def turn(connection: AsyncConnection, person_id: int, usulan_id: int, seen: int) -> None:
    """On, or off again."""
    mine = delete(ticks).where(_t.person_id == person_id, _t.usulan_id == usulan_id)
    if not (await connection.execute(mine)).rowcount:
        await connection.execute(ticks.insert().values(person_id=person_id, usulan_id=usulan_id, seen=seen))


async def clear(connection: AsyncConnection, person_id: int) -> None:
    await connection.execute(delete(ticks).where(_t.person_id == person_id))
