"""What the doctor asks the database, beyond what inbox, outbox and media tell anyway."""

from sqlalchemy import delete, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import upsert
from bot.store.tables import inbox, lists, media, processes

_SAY = upsert(processes, ["name"], ["seen_at", "report"])
_A_DAY = 24 * 3600.0


async def is_whole(connection: AsyncConnection) -> bool:
    """SQLite's own look at its file; PostgreSQL watches over itself."""
    if connection.dialect.name != "sqlite":
        return True
    return (await connection.execute(text("PRAGMA quick_check(1)"))).scalar() == "ok"


async def say(connection: AsyncConnection, me: str, now: float, report: str) -> None:
    """What a process says of itself (`now`: real seconds); of those that have been silent for a day nothing stays."""
    row = {"name": me, "seen_at": now, "report": report}
    await connection.execute(_SAY[connection.dialect.name], row)
    await connection.execute(delete(processes).where(processes.c.seen_at < now - _A_DAY))


async def unsay(connection: AsyncConnection, me: str) -> None:
    await connection.execute(delete(processes).where(processes.c.name == me))


async def forget_all(connection: AsyncConnection) -> None:
    """No other process can be alive (SQLite): whatever is said is of the dead."""
    await connection.execute(delete(processes))


async def told(connection: AsyncConnection) -> list[tuple[float, str]]:
    """What the processes last said, and when; the latest first."""
    query = select(processes.c.seen_at, processes.c.report).order_by(processes.c.seen_at.desc())
    return [(row[0], row[1]) for row in await connection.execute(query)]


async def outcome_of(connection: AsyncConnection, update_id: int) -> str | None:
    """How an update ended; None when it is not there or still waits."""
    return (await connection.execute(select(inbox.c.outcome).where(inbox.c.update_id == update_id))).scalar()


async def files_given_up(connection: AsyncConnection) -> dict[str, int]:
    """How many photos and voices will not be kept: `refused`, `gone` or `parked`."""
    lost = media.c.outcome.in_(("refused", "gone", "parked"))
    query = select(media.c.outcome, func.count()).where(lost).group_by(media.c.outcome)
    return {row[0]: row[1] for row in await connection.execute(query)}


async def lists_set_aside(connection: AsyncConnection) -> int:
    """How many lists of people to invite failed three times by a fault of ours."""
    query = select(func.count()).select_from(lists).where(lists.c.outcome == "parked")
    return (await connection.execute(query)).scalar_one()


async def oldest_file(connection: AsyncConnection) -> tuple[int, int]:
    """How many files are still to be fetched, and the most tries one of them has behind it."""
    query = select(func.count(), func.coalesce(func.max(media.c.tries), 0)).where(media.c.outcome.is_(None))
    row = (await connection.execute(query)).one()
    return row[0], row[1]
