"""What the doctor, who is a process of its own, asks the database beside inbox, outbox and media; and what processes
tell it there of themselves and of their loops."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import upsert
from bot.store.tables import inbox, lists, loops, media, processes

_SAY = upsert(processes, ["name"], ["seen_at", "report"])
#: What a process told that was not heard of for so long (s) is of no use to anybody.
_FORGOTTEN_AFTER = 24 * 3600.0


async def is_whole(connection: AsyncConnection) -> bool:
    """SQLite's own look at its file; PostgreSQL watches over itself."""
    if connection.dialect.name != "sqlite":
        return True
    return (await connection.execute(text("PRAGMA quick_check(1)"))).scalar() == "ok"


async def say(connection: AsyncConnection, me: str, now: float, report: str) -> None:
    """What a process says of itself (`now`: real seconds)."""
    row = {"name": me, "seen_at": now, "report": report}
    await connection.execute(_SAY[connection.dialect.name], row)


async def said(connection: AsyncConnection) -> list[tuple[float, str]]:
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


_VALUES = ["began_at", "restarts", "succeeded_at", "failed_at", "error", "is_down", "told_at"]
_TELL = upsert(loops, ["process", "name"], _VALUES)


@dataclass(frozen=True, slots=True)
class Told:
    """One loop of one process. Times in real seconds; `told_at`: when the process last spoke of it."""

    process: str
    name: str
    began_at: float
    restarts: int
    succeeded_at: float | None
    failed_at: float | None
    error: str | None
    is_down: bool
    told_at: float


async def tell(connection: AsyncConnection, rows: Sequence[dict[str, Any]]) -> None:
    """Write down what one process knows of its loops: rows as `Told` names their columns."""
    if rows:
        await connection.execute(_TELL[connection.dialect.name], list(rows))


async def told(connection: AsyncConnection) -> list[Told]:
    query = select(loops).order_by(loops.c.name, loops.c.process)
    return [Told(**row._mapping) for row in await connection.execute(query)]  # noqa: SLF001  # SQLAlchemy's own name


async def forget_all(connection: AsyncConnection) -> None:
    """No other process can be alive (SQLite): whatever is told is of the dead."""
    await connection.execute(delete(processes))
    await connection.execute(delete(loops))


async def forget(connection: AsyncConnection, now: float, process: str | None = None) -> None:
    """What processes told that are long gone, and what this one told, which ends. `now`: real seconds."""
    before = now - _FORGOTTEN_AFTER
    await connection.execute(delete(processes).where(or_(processes.c.seen_at < before, processes.c.name == process)))
    await connection.execute(delete(loops).where(or_(loops.c.told_at < before, loops.c.process == process)))
