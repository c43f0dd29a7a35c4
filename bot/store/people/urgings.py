"""Who was asked by name to see to a village, by whom and when."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import urgings


@dataclass(frozen=True, slots=True)
class Urging:
    """`by`: None for somebody who is known no more. `words`: what is to be told; empty = what is outstanding there."""

    id: int
    wilayah: str
    person_id: int
    by: int | None
    at: datetime
    words: str


_COLUMNS = (urgings.c.id, urgings.c.wilayah, urgings.c.person_id, urgings.c.by, urgings.c.at, urgings.c.words)


async def add(connection: AsyncConnection, one: Urging) -> Urging:
    await connection.execute(urgings.insert(), [asdict(one)])
    return one


async def last_since(connection: AsyncConnection, wilayah: str, person_id: int, since: datetime) -> Urging | None:
    """The last time that this person was asked about this village since then."""
    same = urgings.c.wilayah == wilayah, urgings.c.person_id == person_id, urgings.c.at >= since
    row = (await connection.execute(select(*_COLUMNS).where(*same).order_by(urgings.c.id.desc()).limit(1))).first()
    return None if row is None else Urging(*row)


async def by_id(connection: AsyncConnection, urging_id: int) -> Urging | None:
    row = (await connection.execute(select(*_COLUMNS).where(urgings.c.id == urging_id))).one_or_none()
    return None if row is None else Urging(*row)
