"""What those who brought an usulan say of what was made of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
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


async def put(connection: AsyncConnection, photo_id: int, one: Answer) -> bool:
    """What differs may be told in several goes, and may be put right later; False once it fits."""
    row = {name: getattr(one, name) for name in Answer.__dataclass_fields__} | {"photo_id": photo_id}
    added = _ADD[connection.dialect.name].returning(_a.usulan_id)
    return (await connection.execute(added, row)).first() is not None or await _again(connection, one)


async def _again(connection: AsyncConnection, one: Answer) -> bool:
    theirs = (_a.usulan_id == one.usulan_id, _a.answer == DIFFERS)
    before = (await connection.execute(select(_a.words, _a.spoken).where(*theirs).with_for_update())).one_or_none()
    if before is None:
        return False
    words = "\n".join(filter(None, (before.words, one.words))) or None
    now = {"answer": one.answer, "words": words, "spoken": before.spoken or one.spoken}
    await connection.execute(update(after_answers).where(*theirs).values(**now, answered_at=one.answered_at))
    return True


async def fits(connection: AsyncConnection, usulan_id: int) -> bool:
    """Whether they said so: then there is nothing more to say."""
    theirs = (_a.usulan_id == usulan_id, _a.answer == FITS)
    return (await connection.execute(select(_a.usulan_id).where(*theirs))).first() is not None


async def of_photo(connection: AsyncConnection, photo_id: int) -> list[Answer]:
    """Oldest first."""
    query = select(*_COLUMNS).where(_a.photo_id == photo_id).order_by(_a.answered_at, _a.usulan_id)
    return [Answer(*row) for row in await connection.execute(query)]
