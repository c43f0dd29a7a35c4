"""Lists of people to invite that still lie with Telegram."""

from dataclasses import dataclass

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import lists


@dataclass(frozen=True, slots=True)
class Waiting:
    """A list to fetch and read; `tries` counts those that Telegram did not answer well, `starts` those of which no end
    was seen."""

    id: int
    person_id: int
    file_id: str
    tries: int
    starts: int = 0


async def any_due(connection: AsyncConnection, now: float) -> bool:
    """A look without a lock, for most of the time there is nothing."""
    query = select(func.count()).select_from(lists).where(lists.c.outcome.is_(None), lists.c.due_at <= now)
    return bool((await connection.execute(query)).scalar_one())


async def claim(connection: AsyncConnection, now: float, lease: float) -> Waiting | None:
    """The oldest list that is due, counted as begun; nobody else takes it before `now + lease` (real seconds)."""
    query = (
        select(lists.c.id, lists.c.person_id, lists.c.file_id, lists.c.tries, lists.c.starts)
        .where(lists.c.outcome.is_(None), lists.c.due_at <= now)
        .order_by(lists.c.due_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    await connection.execute(
        update(lists).where(lists.c.id == row.id).values(due_at=now + lease, starts=row.starts + 1)
    )
    return Waiting(*row)


async def finish(connection: AsyncConnection, list_id: int, outcome: str, error: str | None = None) -> bool:
    """`read`, `refused` (not a list we can read), `gone` (Telegram has it no more), `parked` (failed three times).
    False when it was finished before: then it must not be answered twice."""
    query = update(lists).where(lists.c.id == list_id, lists.c.outcome.is_(None))
    return (await connection.execute(query.values(outcome=outcome, error=error))).rowcount == 1


async def put_back(connection: AsyncConnection, list_id: int, due_at: float, error: str) -> None:
    """Telegram did not give it: an end that was seen, and counted among the tries."""
    values = {"due_at": due_at, "tries": lists.c.tries + 1, "starts": 0, "error": error}
    await connection.execute(update(lists).where(lists.c.id == list_id).values(**values))


async def let_wait(connection: AsyncConnection, list_id: int, due_at: float, error: str) -> None:
    """It failed by a fault nobody foresaw; what was counted when it was taken stays."""
    await connection.execute(update(lists).where(lists.c.id == list_id).values(due_at=due_at, error=error))


async def give_back(connection: AsyncConnection, list_id: int, due_at: float) -> None:
    """It was taken, and something of everybody's (the disk) failed: as if it had not been taken."""
    untaken = {"due_at": due_at, "starts": lists.c.starts - 1}
    wanted = (lists.c.id == list_id, lists.c.outcome.is_(None), lists.c.starts > 0)
    await connection.execute(update(lists).where(*wanted).values(**untaken))
