"""Voices of one's own people: which lessons and hard questions are told aloud, and in which tongue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import upsert
from bot.store.tables import recordings

#: In the order in which they are offered; every one has its name in the content.
TONGUES = ("indonesia", "duri", "enrekang", "maiwa")


@dataclass(frozen=True, slots=True)
class Recording:
    subject: str
    tongue: str
    file_id: str
    by: int | None
    at: datetime


_r = recordings.c
_COLUMNS = (_r.subject, _r.tongue, _r.file_id, _r.by, _r.at)
_KEEP = upsert(recordings, ("subject", "tongue"), ("file_id", "by", "at"))


async def keep(connection: AsyncConnection, one: Recording) -> None:
    """In the place of an older one in that tongue."""
    row = {"subject": one.subject, "tongue": one.tongue, "file_id": one.file_id, "by": one.by, "at": one.at}
    await connection.execute(_KEEP[connection.dialect.name], [row])


async def of(connection: AsyncConnection, subject: str) -> list[Recording]:
    found = [Recording(*row) for row in await connection.execute(select(*_COLUMNS).where(_r.subject == subject))]
    return sorted(found, key=lambda one: TONGUES.index(one.tongue))


async def remove(connection: AsyncConnection, subject: str, tongue: str) -> bool:
    gone = delete(recordings).where(_r.subject == subject, _r.tongue == tongue)
    return (await connection.execute(gone)).rowcount == 1


async def counted(connection: AsyncConnection) -> Mapping[str, int]:
    """How many there are of each subject."""
    query = select(_r.subject, func.count()).group_by(_r.subject).order_by(_r.subject)
    return {row[0]: row[1] for row in await connection.execute(query)}
