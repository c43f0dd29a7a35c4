"""Somebody without a telephone is asked by whoever sits beside them."""

from datetime import datetime

from bot.core.records import Usulan
from bot.store.database.database import Connection
from bot.store.reading import readings
from bot.store.turn import grants_of
from bot.work.access import button


async def reads(connection: Connection, person_id: int, usulan_id: int, now: datetime) -> bool:
    """Whether somebody may read it today."""
    grants = (await grants_of(connection, [person_id], now)).get(person_id, ())
    who = readings.sight(person_id, grants, button("u").roles, now)
    return await readings.one(connection, who, usulan_id) is not None


async def who_asks(connection: Connection, found: Usulan, asked_by: int | None, now: datetime) -> int | None:
    """Whoever wrote it down for them, while they read there; else whoever wants to know."""
    if found.typed_by is not None and await reads(connection, found.typed_by, found.id, now):
        return found.typed_by
    return asked_by
