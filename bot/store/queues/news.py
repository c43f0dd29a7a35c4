"""News for many: one row in the transaction of the act, told by the clock in slices. Whoever was told stands in the row
itself, so that nobody is told twice however often a process dies."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.tables import news


@dataclass(frozen=True, slots=True)
class News:
    """`subject`: the row it is about. `by`: who did it, and needs not be told. `told_up_to`: the last id that was."""

    id: int
    kind: str
    subject: int
    detail: Mapping[str, Any]
    by: int | None
    at: datetime
    told_up_to: int


async def put_out(
    connection: AsyncConnection, kind: str, subject: int, at: datetime, by: int | None, **detail: Any
) -> None:
    """Let everybody concerned know, from the next tick on."""
    told = json.dumps(detail, ensure_ascii=True)
    row = {"id": new_id(), "kind": kind, "subject": subject, "detail": told, "by": by, "at": at}
    await connection.execute(news.insert().values(**row, told_up_to=0, next_at=at))


async def next_due(connection: AsyncConnection, now: datetime) -> News | None:
    """The one that waits longest; of several processes each takes another."""
    query = select(news).where(news.c.next_at <= now).order_by(news.c.next_at, news.c.id).limit(1)
    row = (await connection.execute(query.with_for_update(skip_locked=True))).one_or_none()
    if row is None:
        return None
    return News(row.id, row.kind, row.subject, json.loads(row.detail), row.by, row.at, row.told_up_to)


async def go_on(connection: AsyncConnection, news_id: int, told_up_to: int, now: datetime) -> None:
    """There are more to tell: behind whatever else waits, so that news for many holds up no news for few."""
    told = {"told_up_to": told_up_to, "next_at": now}
    await connection.execute(update(news).where(news.c.id == news_id).values(**told))


async def finish(connection: AsyncConnection, news_id: int) -> None:
    """Everybody was told."""
    await connection.execute(update(news).where(news.c.id == news_id).values(next_at=None))
