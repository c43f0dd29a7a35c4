"""Who is on leave, and until which day."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import people


async def set_until(connection: AsyncConnection, person_id: int, day: date | None) -> None:
    """None: they are back."""
    await connection.execute(update(people).where(people.c.id == person_id).values(away_until=day))


async def of_people(connection: AsyncConnection, person_ids: Sequence[int], today: date) -> dict[int, date]:
    """The day on which each of those who are away is reminded again."""
    query = select(people.c.id, people.c.away_until).where(people.c.id.in_(person_ids), people.c.away_until > today)
    return {row[0]: row[1] for row in await connection.execute(query)} if person_ids else {}
