"""Statements about what is to be said of tasks, to whom: reminders that are due, and the day of many people at once."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.agenda.tasks import COLUMNS, Task
from bot.store.columns import Civil
from bot.store.tables import tasks

_MOVE = update(tasks).where(tasks.c.id == bindparam("t")).values(remind_at=bindparam("when", type_=Civil()))


async def due(connection: AsyncConnection, now: datetime, limit: int) -> list[Task]:
    """Tasks whose reminder is due, the longest waiting first; about `limit`, but always everything of an owner."""
    query = select(*COLUMNS).where(tasks.c.remind_at <= now).order_by(tasks.c.remind_at, tasks.c.id)
    query = query.with_for_update(skip_locked=True)
    found = [Task(*row) for row in await connection.execute(query.limit(limit))]
    if len(found) < limit:
        return found
    owners = {task.owner_id for task in found if task.owner_id is not None}
    rest = query.where(tasks.c.owner_id.in_(owners), tasks.c.id.not_in([task.id for task in found]))
    return found + [Task(*row) for row in await connection.execute(rest)]


async def move(connection: AsyncConnection, when: Mapping[int, datetime | None]) -> None:
    """When each of these is reminded of next (by task; None = not any more)."""
    if when:
        await connection.execute(_MOVE, [{"t": task, "when": at} for task, at in when.items()])
