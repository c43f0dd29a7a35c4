"""What somebody asked to do with a date and has not agreed to yet: while it was neither refused nor overtaken."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.calendar.occasions import WISHED, log
from bot.store.tables import occasion_events

#: What was done to it: whatever was asked before that is asked no more.
_DONE = ("moved", "cancelled", "venue")
_LET, _ASKS = "let", ("to", "venue", "let")
_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Wish:
    at: datetime
    detail: Mapping[str, Any]

    @property
    def to(self) -> datetime | None:
        """Where it is to move."""
        return datetime.fromisoformat(self.detail["to"]) if self.detail.get("to") else None

    @property
    def cancels(self) -> bool:
        return "to" in self.detail and not self.detail["to"]

    @property
    def venue(self) -> str:
        return str(self.detail.get("venue", ""))


async def open_wish(connection: AsyncConnection, occasion_id: int, by: int) -> Wish | None:
    """The last that they asked for; None where they let it be, or where it was moved, cancelled or put elsewhere
    since."""
    c = occasion_events.c
    theirs = or_(and_(c.kind == WISHED, c.by == by), c.kind.in_(_DONE))
    query = select(c.kind, c.at, c.detail).where(c.occasion_id == occasion_id, theirs)
    for kind, at, detail in await connection.execute(query.order_by(c.id.desc()).limit(_LOOKED_AT)):
        told = json.loads(detail) if detail else {}
        if kind in _DONE or _LET in told:
            return None
        if any(key in told for key in _ASKS):
            return Wish(at, told)
    return None


async def let_be(connection: AsyncConnection, occasion_id: int, now: datetime, by: int) -> None:
    """They were asked whether it is to be, and said no."""
    await log(connection, occasion_id, WISHED, now, by, {_LET: True})
