"""Of which dangers facilitators were told at once: the rows that remember it."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.queues.notices import DANGER
from bot.store.tables import notices


async def since(
    connection: AsyncConnection, begins: datetime, *, person_id: int | None = None, kind: str = DANGER
) -> dict[str, datetime]:
    """What was told since then as a danger, each once, the newest first; `person_id`: to them, or by them."""
    first = func.min(notices.c.due_at)
    query = select(notices.c.subject, first).where(notices.c.kind == kind, notices.c.due_at >= begins)
    query = query if person_id is None else query.where(notices.c.person_id == person_id)
    rows = await connection.execute(query.group_by(notices.c.subject).order_by(first.desc()))
    return {row[0]: row[1] for row in rows}


async def told_of(connection: AsyncConnection, subject: str, kind: str = DANGER) -> list[int]:
    """Who was told of this danger; by another `kind`, who called."""
    query = select(notices.c.person_id).where(notices.c.kind == kind, notices.c.subject == subject)
    return list((await connection.execute(query)).scalars())
