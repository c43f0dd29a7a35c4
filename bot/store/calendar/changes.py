"""What became of dates: who set, moved or cancelled each, and when."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.calendar.occasions import COLUMNS, Occasion
from bot.store.tables import occasion_events, occasions

SET, MOVED, CANCELLED, VENUE = "set", "moved", "cancelled", "venue"


@dataclass(frozen=True, slots=True)
class Change:
    """`by`: None for somebody who is known no more, or where a rule did it."""

    occasion_id: int
    at: datetime
    by: int | None
    kind: str
    detail: Mapping[str, str]

    @property
    def moved(self) -> tuple[datetime, datetime]:
        """From when, and where to."""
        return datetime.fromisoformat(self.detail["from"]), datetime.fromisoformat(self.detail["to"])


async def of(
    connection: AsyncConnection, ids: Sequence[int], kinds: Sequence[str] = (SET, MOVED, CANCELLED, VENUE)
) -> list[Change]:
    """The newest first."""
    c = occasion_events.c
    query = select(c.occasion_id, c.at, c.by, c.kind, c.detail).where(c.occasion_id.in_(ids), c.kind.in_(kinds))
    found = await connection.execute(query.order_by(c.at.desc(), c.id.desc()))
    return [Change(*row[:4], json.loads(row[4]) if row[4] else {}) for row in found]


async def cancelled_by(connection: AsyncConnection, person_id: int, since: datetime) -> list[Occasion]:
    """What they cancelled since then, the newest first."""
    c = occasion_events.c
    query = select(*COLUMNS).join(occasion_events, c.occasion_id == occasions.c.id)
    query = query.where(c.by == person_id, c.kind == CANCELLED, c.at >= since, occasions.c.cancelled_at.is_not(None))
    return [Occasion(*row) for row in await connection.execute(query.order_by(c.at.desc(), c.id.desc()))]
