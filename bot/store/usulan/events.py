"""What happened to an usulan; only ever added to."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.tables import events
from bot.store.turn import Turn


def note(turn: Turn, usulan_id: int, kind: str, **detail: Any) -> None:
    by = turn.person.id if turn.person is not None else None
    told = json.dumps(detail) if detail else None
    turn.put("event", id=new_id(), usulan_id=usulan_id, at=turn.now, by=by, kind=kind, detail=told)


async def last(connection: AsyncConnection, usulan_id: int, kind: str) -> datetime | None:
    """When this happened to it last; None when it never did."""
    query = select(func.max(events.c.at)).where(events.c.usulan_id == usulan_id, events.c.kind == kind)
    found: datetime | None = (await connection.execute(query)).scalar()
    return found
