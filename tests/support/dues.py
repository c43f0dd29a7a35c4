"""What the clock has to look at, as the database holds it."""

from datetime import datetime

from sqlalchemy import bindparam, func, literal, select, union_all

from bot.store.database.database import Connection, Database
from bot.store.tables import (
    conversations,
    grants,
    invitees,
    learners,
    news,
    notices,
    occasions,
    promises,
    tasks,
    usulan,
)

#: What the clock has to look at: rows, the column that is due, and which of them count.
DUE = (
    (tasks.c.id, tasks.c.remind_at, tasks.c.remind_at.is_not(None)),
    (tasks.c.id, tasks.c.climb_at, tasks.c.climb_at.is_not(None)),
    (tasks.c.id, tasks.c.ends_at, tasks.c.ends_at.is_not(None)),
    (notices.c.id, notices.c.due_at, notices.c.outcome.is_(None)),
    (conversations.c.person_id, conversations.c.nudge_at, conversations.c.nudge_at.is_not(None)),
    (grants.c.id, grants.c.settle_at, grants.c.settle_at.is_not(None)),
    (invitees.c.id, invitees.c.rings_at, invitees.c.rings_at.is_not(None)),
    (occasions.c.id, occasions.c.plan_at, occasions.c.plan_at.is_not(None)),
    (occasions.c.id, occasions.c.teach_at, occasions.c.teach_at.is_not(None)),
    (learners.c.id, learners.c.next_at, learners.c.next_at.is_not(None)),
    (occasions.c.id, occasions.c.eve_at, occasions.c.eve_at.is_not(None)),
    (promises.c.id, promises.c.next_at, promises.c.next_at.is_not(None)),
    (usulan.c.id, usulan.c.season_at, usulan.c.season_at.is_not(None)),
    (usulan.c.id, usulan.c.unread_at, usulan.c.unread_at.is_not(None)),
    (news.c.id, news.c.next_at, news.c.next_at.is_not(None)),
    (occasions.c.id, occasions.c.over_at, occasions.c.over_at.is_not(None)),
)
#: Where in DUE these stand.
REMINDERS, NOTICES, MEETINGS, LEARNERS = 0, 3, 8, 9

#: What was due: (number of the column in DUE, row) and when.
Due = dict[tuple[int, int], datetime]


_NEXT = union_all(*[select(func.min(column).label("due")).where(counts) for _, column, counts in DUE])
_NOW = union_all(
    *[
        select(literal(number).label("number"), row.label("row"), column.label("due")).where(
            counts, column <= bindparam("now", type_=column.type)
        )
        for number, (row, column, counts) in enumerate(DUE)
    ]
)


async def next_due(database: Database) -> datetime | None:
    """When the clock has something to do next."""
    async with database.read() as connection:
        found = (await connection.execute(_NEXT)).scalars().all()
    return min((one for one in found if one is not None), default=None)


async def due_now(connection: Connection, now: datetime) -> Due:
    return {(found[0], found[1]): found[2] for found in await connection.execute(_NOW, {"now": now})}
