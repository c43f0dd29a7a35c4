"""Who is on leave, from which day and until which."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import people


async def set_until(connection: AsyncConnection, person_id: int, day: date | None, first: date | None = None) -> None:
    """None: they are back. `first`: when it begins; None = at once."""
    away = {"away_from": first, "away_until": day}
    await connection.execute(update(people).where(people.c.id == person_id).values(**away))


async def of_people(connection: AsyncConnection, person_ids: Sequence[int], today: date) -> dict[int, date]:
    """The day on which each of those who are away is reminded again."""
    has_begun = or_(people.c.away_from.is_(None), people.c.away_from <= today)
    query = select(people.c.id, people.c.away_until).where(
        people.c.id.in_(person_ids), people.c.away_until > today, has_begun
    )
    return {row[0]: row[1] for row in await connection.execute(query)} if person_ids else {}


async def ends(connection: AsyncConnection, person_id: int, today: date) -> date | None:
    """The day on which their leave is over, also of one that has not begun."""
    query = select(people.c.away_until).where(people.c.id == person_id, people.c.away_until > today)
    return (await connection.execute(query)).scalar()
