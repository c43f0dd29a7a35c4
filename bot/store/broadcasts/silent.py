"""Who was silent about an announcement: has a copy, and neither confirmed nor wrote about it; they are reminded."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.broadcasts.shapes import GROUP
from bot.store.broadcasts.ledger import IS_NAMED, REMIND, UNANSWERED
from bot.store.people.people import ADDRESSEE, Addressee
from bot.store.tables import deliveries, people

#: How often somebody is reminded at most of what they did not confirm.
_MOST = 2
_d = deliveries.c
#: Whoever has a copy of their own (not who reads it in a group) and has not answered it; and may still be reminded.
_HAVE_IT = (IS_NAMED, _d.outcome == "sent", *UNANSWERED, _d.target > 0, _d.role != GROUP)
SILENT = (*_HAVE_IT, _d.todo.is_(None), _d.reminded < _MOST)


async def listed(connection: AsyncConnection, broadcast_id: int) -> list[Addressee]:
    """Whom a reminder would reach."""
    return await _those(connection, broadcast_id, *SILENT)


async def reminded_enough(connection: AsyncConnection, broadcast_id: int) -> list[Addressee]:
    """Whom no reminder reaches any more, though they have not answered."""
    return await _those(connection, broadcast_id, *_HAVE_IT, _d.reminded >= _MOST)


async def _those(connection: AsyncConnection, broadcast_id: int, *where: ColumnElement[bool]) -> list[Addressee]:
    query = select(*ADDRESSEE).join(deliveries, _d.target == people.c.id)
    rows = await connection.execute(query.where(_d.broadcast_id == broadcast_id, *where).order_by(people.c.name))
    return [Addressee(*row) for row in rows]


async def remind(connection: AsyncConnection, broadcast_id: int, now: datetime, who: Sequence[int] = ()) -> int:
    """Everybody who has it and has not answered, at most twice; or only these of them. Returns how many."""
    which = _d.broadcast_id == broadcast_id, *SILENT, *([_d.target.in_(who)] if who else [])
    return (await connection.execute(update(deliveries).where(*which).values(todo=REMIND, due_at=now))).rowcount
