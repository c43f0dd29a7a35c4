"""Telephone numbers: of people with a role, who gave them, and of offices."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import old
from bot.store.database.dialects import upsert
from bot.store.grants import in_force
from bot.store.tables import grants, office_phones, phones
from bot.store.within import within

_KEEP = upsert(phones, ("person_id",), ("number", "given_at"))
_KEEP_OFFICE = upsert(office_phones, ("wilayah",), ("number", "given_by", "given_at"))


async def keep(connection: AsyncConnection, person_id: int, number: str, at: datetime) -> None:
    row = {"person_id": person_id, "number": number, "given_at": at}
    await connection.execute(_KEEP[connection.dialect.name], [row])


async def keep_office(connection: AsyncConnection, wilayah: str, number: str, by: int, at: datetime) -> None:
    row = {"wilayah": wilayah, "number": number, "given_by": by, "given_at": at}
    await connection.execute(_KEEP_OFFICE[connection.dialect.name], [row])


async def drop(connection: AsyncConnection, person_id: int) -> None:
    await connection.execute(delete(phones).where(phones.c.person_id == person_id))


async def drop_office(connection: AsyncConnection, wilayah: str) -> None:
    await connection.execute(delete(office_phones).where(office_phones.c.wilayah == wilayah))


async def of(connection: AsyncConnection, people: Collection[int]) -> Mapping[int, str]:
    """Their numbers, by person; without those who gave none."""
    query = select(phones.c.person_id, phones.c.number).where(phones.c.person_id.in_(sorted(people)))
    return {row[0]: row[1] for row in await connection.execute(query)} if people else {}


async def offices(connection: AsyncConnection, scopes: Sequence[str]) -> Mapping[str, str]:
    """Of the offices in these wilayah, by wilayah."""
    query = select(office_phones.c.wilayah, office_phones.c.number).where(within(scopes, office_phones.c.wilayah))
    return {row[0]: row[1] for row in await connection.execute(query)}


async def drop_of_nobody(connection: AsyncConnection, now: datetime, limit: int) -> int:
    """Whoever has no role any more need not be rung: their number goes."""
    needed: Any = exists().where(grants.c.person_id == phones.c.person_id, *in_force(now))
    return await old.drop(connection, phones, limit, ~needed)
