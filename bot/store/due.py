"""What is due, and rows that make trouble when they are."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import (
    after_photos,
    alarms,
    broadcasts,
    clarifications,
    field_checks,
    grants,
    invitees,
    learners,
    news,
    occasions,
    promises,
    tasks,
    usulan,
    usulan_orders,
)

#: Everything in the calendar that is due by a column of its own.
COLUMNS = {
    str(column): column
    for column in (
        alarms.c.next_at,
        grants.c.settle_at,
        occasions.c.plan_at,
        occasions.c.eve_at,
        occasions.c.over_at,
        tasks.c.ends_at,
        tasks.c.remind_at,
        tasks.c.climb_at,
        clarifications.c.next_at,
        field_checks.c.next_at,
        after_photos.c.next_at,
        usulan.c.unread_at,
        promises.c.next_at,
        usulan.c.season_at,
        usulan.c.sift_at,
        news.c.next_at,
        broadcasts.c.next_at,
        usulan_orders.c.next_at,
        invitees.c.rings_at,
        occasions.c.teach_at,
        learners.c.next_at,
    )
}


#: The smallest of each: what an index answers at its end, however the planner guesses how many may be due.
_FIRST = select(
    *(
        select(func.min(column)).where(column.is_not(None)).scalar_subquery().label(name)
        for name, column in COLUMNS.items()
    )
)


async def columns_due(connection: AsyncConnection, now: datetime) -> set[str]:
    """The columns, by their names in `COLUMNS`, by which anything is due."""
    row = (await connection.execute(_FIRST)).one()
    return {name for name, first in zip(COLUMNS, row, strict=True) if first is not None and first <= now}


async def set_aside(connection: AsyncConnection, name: str, now: datetime, until: datetime) -> int | None:
    """Whatever waits longest is looked at again at `until`; returns its id. `name`: a key of `COLUMNS`."""
    column = COLUMNS[name]
    table = column.table
    first = select(table.c.id).where(column <= now).order_by(column, table.c.id).limit(1)
    found = (await connection.execute(first)).scalar()
    if found is not None:
        await connection.execute(update(table).where(table.c.id == found).values({column: until}))
    return found
