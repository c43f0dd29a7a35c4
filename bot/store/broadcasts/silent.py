"""Who was silent about an announcement: has a copy, and neither confirmed nor wrote about it; they are reminded."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, cast, exists, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.broadcasts.shapes import GROUP
from bot.store.broadcasts.ledger import IS_NAMED, REMIND, UNANSWERED
from bot.store.people.people import ADDRESSEE, Addressee
from bot.store.tables import conversations, deliveries, people

#: How often somebody is reminded at most of what they did not confirm.
_MOST = 2
_d, _c = deliveries.c, conversations.c
#: Words of theirs wait in the question whether they are about it ("siaran_untuk_ini").
_WRITES = exists(
    select(_c.person_id).where(
        _c.person_id == _d.target,
        _c.flow == "siaran_untuk_ini",
        _c.state.contains(literal('"siaran":') + cast(_d.broadcast_id, String) + literal(",")),
    )
)
#: Whoever has a copy of their own (not who reads it in a group), has not answered it, and may still be reminded.
SILENT = (
    IS_NAMED,
    _d.todo.is_(None),
    _d.outcome == "sent",
    *UNANSWERED,
    _d.reminded < _MOST,
    _d.target > 0,
    _d.role != GROUP,
    ~_WRITES,
)


async def listed(connection: AsyncConnection, broadcast_id: int) -> list[Addressee]:
    """Whom a reminder would reach."""
    query = (
        select(*ADDRESSEE).join(deliveries, _d.target == people.c.id).where(_d.broadcast_id == broadcast_id, *SILENT)
    )
    return [Addressee(*row) for row in await connection.execute(query)]


async def remind(connection: AsyncConnection, broadcast_id: int, now: datetime, who: Sequence[int] = ()) -> int:
    """Everybody who has it and has not answered, at most twice; or only these of them. Returns how many."""
    which = _d.broadcast_id == broadcast_id, *SILENT, *([_d.target.in_(who)] if who else [])
    return (await connection.execute(update(deliveries).where(*which).values(todo=REMIND, due_at=now))).rowcount
