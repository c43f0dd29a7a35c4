"""Who was asked by name to see to a village, by whom and when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.tables import urgings


@dataclass(frozen=True, slots=True)
class Urging:
    """`by`: None for somebody who is known no more."""

    id: int
    wilayah: str
    person_id: int
    by: int | None
    at: datetime


_COLUMNS = (urgings.c.id, urgings.c.wilayah, urgings.c.person_id, urgings.c.by, urgings.c.at)


async def add(connection: AsyncConnection, wilayah: str, person_id: int, by: int, at: datetime) -> Urging:
    one = Urging(new_id(), wilayah, person_id, by, at)
    row = {"id": one.id, "wilayah": wilayah, "person_id": person_id, "by": by, "at": at}
    await connection.execute(urgings.insert(), [row])
    return one


async def last_since(connection: AsyncConnection, wilayah: str, person_id: int, since: datetime) -> Urging | None:
    """The last time that this person was asked about this village since then."""
    same = urgings.c.wilayah == wilayah, urgings.c.person_id == person_id, urgings.c.at >= since
    row = (await connection.execute(select(*_COLUMNS).where(*same).order_by(urgings.c.id.desc()).limit(1))).first()
    return None if row is None else Urging(*row)


async def by_id(connection: AsyncConnection, urging_id: int) -> Urging | None:
    row = (await connection.execute(select(*_COLUMNS).where(urgings.c.id == urging_id))).one_or_none()
    return None if row is None else Urging(*row)
