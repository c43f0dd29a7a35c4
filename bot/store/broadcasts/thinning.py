"""The ledger of an announcement that is long over: it names nobody any more, and every figure of a report is what it
was."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.broadcasts.ledger import NUMBER
from bot.store.database.ids import new_id
from bot.store.tables import broadcasts, deliveries
from bot.store.turn import NOWHERE

_d, _b = deliveries.c, broadcasts.c
#: What is counted apart; of `target` whether it is a person or a group.
_ALIKE = (_d.role, _d.place, _d.outcome, _d.uncertain, _d.version, _d.mended, _d.answer, _d.reminded)
_IS_PERSON = case((_d.target > 0, 1), else_=0)
_IS_UNDERSTOOD = case((_d.understood_at.is_not(None), 1), else_=0)
_IS_REPLIED = case((_d.replied_at.is_not(None), 1), else_=0)
_MOST = 10  # announcements at once: each may have had 20,000 recipients


async def thin(connection: AsyncConnection, before: datetime, now: datetime) -> int:
    """Those that ended before, the oldest first. Returns how many."""
    over = (_b.ended_at < before, _b.next_at.is_(None), _b.thinned_at.is_(None))
    found = select(_b.id).where(*over).order_by(_b.ended_at).limit(_MOST).with_for_update(skip_locked=True)
    old = list((await connection.execute(found)).scalars())
    for broadcast_id in old:
        await _thin_one(connection, broadcast_id)
    if old:
        await connection.execute(update(broadcasts).where(_b.id.in_(old)).values(thinned_at=now))
    return len(old)


async def _thin_one(connection: AsyncConnection, broadcast_id: int) -> None:
    mine = _d.broadcast_id == broadcast_id
    by = (_IS_PERSON, _IS_UNDERSTOOD, _IS_REPLIED, *_ALIKE)
    answered = func.max(_d.understood_at), func.max(_d.replied_at)
    counted = select(*by, func.sum(NUMBER), *answered).where(mine).group_by(*by)
    rows = [_row(broadcast_id, row) for row in await connection.execute(counted)]
    await connection.execute(delete(deliveries).where(mine))
    if rows:
        await connection.execute(deliveries.insert(), rows)


def _row(broadcast_id: int, told: Sequence[Any]) -> dict[str, Any]:
    """A number of ours in the place of a person or a group: it leads to nobody."""
    alike = dict(zip((column.name for column in _ALIKE), told[3:-3], strict=True))
    nobody = {"broadcast_id": broadcast_id, "target": new_id() if told[0] else -new_id(), "chat": NOWHERE}
    answered = {"understood_at": told[-2] if told[1] else None, "replied_at": told[-1] if told[2] else None}
    return alike | nobody | answered | {"many": int(told[-3])}
