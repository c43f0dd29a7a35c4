"""Statements about which tasks the office uses."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import upsert
from bot.store.tables import occasions, switches, tasks
from bot.store.tasks.tasks import COLUMNS, UNFINISHED, Task

_SET = upsert(switches, ("rule",), ("used", "by", "at"))


async def set_used(connection: AsyncConnection, rule: str, by: int, at: datetime, *, used: bool) -> None:
    await connection.execute(_SET[connection.dialect.name], {"rule": rule, "used": used, "by": by, "at": at})


async def plan_again(connection: AsyncConnection, kinds: Sequence[str], since: datetime, now: datetime) -> None:
    """Occasions of these kinds that stand look at their tasks again."""
    which = occasions.c.kind.in_(kinds), occasions.c.cancelled_at.is_(None), occasions.c.starts_at >= since
    await connection.execute(update(occasions).where(*which).values(plan_at=now))


async def unfinished(connection: AsyncConnection, rule: str) -> list[Task]:
    query = select(*COLUMNS).where(tasks.c.rule == rule, tasks.c.state.in_(UNFINISHED))
    return [Task(*row) for row in await connection.execute(query.order_by(tasks.c.id).with_for_update())]
