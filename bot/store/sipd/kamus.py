"""The kamus usulan that holds now."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.sipd.kamus import Entry
from bot.store.tables import kamus

_k = kamus.c


async def replace(connection: AsyncConnection, entries: Sequence[Entry], at: datetime) -> None:
    """All of it at once: an entry that the new one does not have is offered no more."""
    await connection.execute(delete(kamus))
    rows = [
        {"position": at_row, "name": one.name, "unit": one.unit, "office": one.office, "price": one.price, "put_at": at}
        for at_row, one in enumerate(entries, 1)
    ]
    await connection.execute(kamus.insert(), rows)


async def all_of_it(connection: AsyncConnection) -> list[Entry]:
    query = select(_k.name, _k.unit, _k.office, _k.price).order_by(_k.position)
    return [Entry(*row) for row in await connection.execute(query)]


async def count(connection: AsyncConnection) -> int:
    return int((await connection.execute(select(func.count()).select_from(kamus))).scalar_one())
