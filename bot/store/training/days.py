"""Days of training: the code on the wall, what is handed out, and when the last test is opened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import insert_or_ignore
from bot.store.database.ids import new_id
from bot.store.tables import training_materials, trainings


@dataclass(frozen=True, slots=True)
class Training:
    """`closing_at`: when whoever came was asked to take the last test; None = not yet."""

    occasion_id: int
    code: str
    closing_at: datetime | None


_t, _m = trainings.c, training_materials.c
_COLUMNS = (_t.occasion_id, _t.code, _t.closing_at)
_PREPARE = insert_or_ignore(trainings)


async def prepare(connection: AsyncConnection, occasion_id: int, code: str, at: datetime) -> None:
    """It has a code from now on; one that it has stays."""
    row = {"occasion_id": occasion_id, "code": code, "made_at": at}
    await connection.execute(_PREPARE[connection.dialect.name], [row])


async def one(connection: AsyncConnection, occasion_id: int) -> Training | None:
    """None as long as nobody prepared it."""
    row = (await connection.execute(select(*_COLUMNS).where(_t.occasion_id == occasion_id))).first()
    return Training(*row) if row else None


async def by_code(connection: AsyncConnection, code: str) -> Training | None:
    row = (await connection.execute(select(*_COLUMNS).where(_t.code == code))).first()
    return Training(*row) if row else None


async def close(connection: AsyncConnection, occasion_id: int, at: datetime) -> bool:
    """True the first time."""
    is_open = update(trainings).where(_t.occasion_id == occasion_id, _t.closing_at.is_(None))
    return (await connection.execute(is_open.values(closing_at=at))).rowcount == 1


async def hand_out(
    connection: AsyncConnection, occasion_id: int, things: Sequence[tuple[str, str]], by: int, at: datetime
) -> None:
    """`things`: (kind, file id)."""
    many = await count_materials(connection, occasion_id)
    rows = [
        {"id": new_id(), "occasion_id": occasion_id, "kind": kind, "file_id": file_id, "position": many + place}
        | {"by": by, "at": at}
        for place, (kind, file_id) in enumerate(things)
    ]
    await connection.execute(training_materials.insert(), rows)


async def materials(connection: AsyncConnection, occasion_id: int) -> list[tuple[str, str]]:
    """(kind, file id) in the order in which they came."""
    query = select(_m.kind, _m.file_id).where(_m.occasion_id == occasion_id)
    return [(row[0], row[1]) for row in await connection.execute(query.order_by(_m.position, _m.id))]


async def count_materials(connection: AsyncConnection, occasion_id: int) -> int:
    query = select(func.count()).where(_m.occasion_id == occasion_id)
    return (await connection.execute(query)).scalar_one()


async def take_back_materials(connection: AsyncConnection, occasion_id: int) -> int:
    """Returns how many there were."""
    return (await connection.execute(delete(training_materials).where(_m.occasion_id == occasion_id))).rowcount
