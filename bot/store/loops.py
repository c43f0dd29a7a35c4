"""What the loops of all processes tell of themselves, for the doctor, who is a process of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.dialects import upsert
from bot.store.tables import loops

_VALUES = ["began_at", "restarts", "succeeded_at", "failed_at", "error", "is_down", "told_at"]
_TELL = upsert(loops, ["process", "name"], _VALUES)
#: What a process told that was not heard of for so long (s) is of no use to anybody.
_FORGOTTEN_AFTER = 24 * 3600.0


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
    await connection.execute(delete(loops))


async def forget(connection: AsyncConnection, now: float, process: str | None = None) -> None:
    """What processes told that are long gone, and what this one told, which ends. `now`: real seconds."""
    gone = [loops.c.told_at < now - _FORGOTTEN_AFTER]
    await connection.execute(delete(loops).where(or_(*gone, loops.c.process == process)))
