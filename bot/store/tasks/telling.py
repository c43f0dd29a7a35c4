"""Whether there is anything left to tell of what a meeting decided."""

from collections.abc import Sequence

from sqlalchemy import and_, exists, or_, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN
from bot.store.tables import moves, occasions, tasks, usulan
from bot.store.tables.usulan import IN_PERSON

_u = usulan.c
_BROUGHT = (
    _u.desa == tasks.c.wilayah,
    _u.year == occasions.c.cycle - 1,
    _u.status != WITHDRAWN,
    _u.joined_id.is_(None),
)
_DECIDED = exists().where(moves.c.usulan_id == _u.id, moves.c.at >= occasions.c.starts_at)
_OF = exists().where(*_BROUGHT)
#: What a later meeting decided makes nobody untold of this one.
_HEARD = exists().where(moves.c.usulan_id == _u.id, moves.c.at >= occasions.c.starts_at, moves.c.told_at.is_not(None))
_WAITS = and_(text(f"(usulan.told_at IS NULL AND {IN_PERSON})"), ~_HEARD)
_UNTOLD = exists().where(*_BROUGHT, or_(~_DECIDED, _WAITS))


async def nothing_left(connection: AsyncConnection, task_ids: Sequence[int]) -> dict[int, bool]:
    """Of these tasks those of a village in which nobody waits for a word: nobody brought anything (False), or all who
    did were told what this meeting decided (True)."""
    query = select(tasks.c.id, _OF).join(occasions, occasions.c.id == tasks.c.occasion_id)
    found = await connection.execute(query.where(tasks.c.id.in_(task_ids), ~_UNTOLD))
    return {row[0]: bool(row[1]) for row in found}
