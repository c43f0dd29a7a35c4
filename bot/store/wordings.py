"""What voices say, typed down: the first wording that is open stands until the speaker has said yes or no to it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import people, wordings


@dataclass(frozen=True, slots=True)
class Wording:
    """`by`: the name of who typed it, empty when they are gone."""

    id: int
    usulan_id: int
    question: str
    text: str
    by: str
    made_by: int | None
    confirmed_at: datetime | None
    refused_at: datetime | None


_QUERY = select(
    wordings.c.id,
    wordings.c.usulan_id,
    wordings.c.question,
    wordings.c.text,
    people.c.name,
    wordings.c.made_by,
    wordings.c.confirmed_at,
    wordings.c.refused_at,
).select_from(wordings.outerjoin(people, people.c.id == wordings.c.made_by))


async def of_usulan(connection: AsyncConnection, usulan_id: int) -> list[Wording]:
    """All that were not refused, in the order in which they were typed."""
    query = _QUERY.where(wordings.c.usulan_id == usulan_id, wordings.c.refused_at.is_(None)).order_by(wordings.c.id)
    return [Wording(row[0], row[1], row[2], row[3], row[4] or "", *row[5:]) for row in await connection.execute(query)]
