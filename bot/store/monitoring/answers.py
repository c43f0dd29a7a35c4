"""What those who brought an usulan say of what was made of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import insert_or_ignore
from bot.store.tables import after_answers

FITS, DIFFERS = "sesuai", "beda"
_ADD = insert_or_ignore(after_answers)
_a = after_answers.c


@dataclass(frozen=True, slots=True)
class Answer:
    """`words`: what differs; `spoken`: it was said, and stands among the voices of that usulan."""

    usulan_id: int
    answer: str
    words: str | None
    spoken: bool
    answered_at: datetime


_COLUMNS = tuple(_a[name] for name in Answer.__dataclass_fields__)


async def add(connection: AsyncConnection, photo_id: int, one: Answer) -> bool:
    """False when it was answered before: the first word stands."""
    row = {name: getattr(one, name) for name in Answer.__dataclass_fields__} | {"photo_id": photo_id}
    added = _ADD[connection.dialect.name].returning(_a.usulan_id)
    return (await connection.execute(added, row)).first() is not None


async def is_answered(connection: AsyncConnection, usulan_id: int) -> bool:
    return (await connection.execute(select(_a.usulan_id).where(_a.usulan_id == usulan_id))).first() is not None


async def of_photo(connection: AsyncConnection, photo_id: int) -> list[Answer]:
    """Oldest first."""
    query = select(*_COLUMNS).where(_a.photo_id == photo_id).order_by(_a.answered_at, _a.usulan_id)
    return [Answer(*row) for row in await connection.execute(query)]
