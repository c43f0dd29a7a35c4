"""The two clocks (docs/adr/0003): civil time, which the demo may move, and the machine's own seconds, which nobody
moves."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.store.database import facts
from bot.store.database.database import Connection

OFFSET = "clock_offset"


@dataclass(slots=True)
class Clock:
    """`movable` only where Telegram is a stand-in on this machine; elsewhere civil time is the true time."""

    movable: bool
    offset: timedelta = field(default=timedelta())

    def now(self) -> datetime:
        """Civil time, UTC."""
        return datetime.now(UTC) + self.offset

    def real(self) -> float:
        """Seconds of the machine's clock: leases, retries, pacing."""
        return time.time()

    async def refresh(self, connection: Connection) -> None:
        """Read how far the civil clock was moved."""
        if self.movable:
            self.offset = timedelta(seconds=float(await facts.read(connection, OFFSET) or 0))


async def move(connection: Connection, to: datetime) -> None:
    """Set civil time (the simulator's clock was moved)."""
    await facts.write(connection, OFFSET, str((to - datetime.now(UTC)).total_seconds()))
