"""Which processes are alive, and which of them polls: known by their connections, so that a death shows at once.

On PostgreSQL every process keeps one connection of its own. As advisory locks of that session it holds that it is
alive and that it polls, and there it hears when others ring. When the process dies, the server lets go of both within
milliseconds (docs/adr/0014). On SQLite there is only one process: the lock beside the file says so.
"""

import asyncio
import contextlib
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import select, text
from sqlalchemy.engine import make_url

from bot.store.database.bell import CHANNEL
from bot.store.database.database import Connection, Database
from bot.store.tables import outbox

if TYPE_CHECKING:
    from bot.store.database.line import Line, Switchboard

log = structlog.get_logger()

#: The first of the two numbers of our locks; lanes of the inbox are locked by one number, which is another space.
ALIVE, POLLING = 7316001, 7316002
_LOOK, _HEARTBEAT, _AGAIN_AFTER = 0.3, 2.0, 1.0
#: Who lost a connection may be one of many who did: for so long (s) nobody is held to be dead.
_GRACE = 5.0

_WITH_LETTERS = select(outbox.c.lease_by).where(outbox.c.outcome.is_(None), outbox.c.lease_by.is_not(None)).distinct()
_FREE = text("SELECT pg_try_advisory_xact_lock_shared(:kind, :key)")
HELD = text(
    "SELECT count(DISTINCT objid) FROM pg_locks WHERE locktype = 'advisory' AND classid = :kind AND objsubid = 2 "
    "AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def key_of(me: str) -> int:
    """A process's number among the locks: 32 bits with a sign."""
    number = zlib.crc32(me.encode())
    return number - 2**32 if number >= 2**31 else number


@dataclass(slots=True)
class Presence:
    """One per process. `rung`: another process has left something to do."""

    database: Database
    me: str
    rung: Callable[[], None] = lambda: None
    is_here: bool = False
    polls: bool = False
    _judges_from: float = 0.0

    async def run(self, leaving: asyncio.Event) -> None:
        """Be seen until told to leave, then go at once; a lost connection is made again."""
        lines = self.database.lines
        if lines is None:
            self.is_here = self.polls = True
            await leaving.wait()
            return
        here = asyncio.create_task(self._stay(lines))
        told = asyncio.create_task(leaving.wait())
        try:
            await asyncio.wait({here, told}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            here.cancel()
            told.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await here

    async def _stay(self, lines: "Switchboard") -> None:
        import psycopg

        while True:
            try:
                await self._be_here(lines)
            except (psycopg.Error, OSError) as error:
                log.warning("the others do not see this process now", error=str(error)[:300])
                self._judges_from = time.monotonic() + _GRACE
                await asyncio.sleep(_AGAIN_AFTER)

    async def _be_here(self, lines: "Switchboard") -> None:
        address = make_url(self.database.url).set(drivername="postgresql").render_as_string(hide_password=False)
        line = await lines.connect(address, autocommit=True)
        try:
            await line.execute("SELECT pg_advisory_lock(%s, %s)", (ALIVE, key_of(self.me)))
            await line.execute(f"LISTEN {CHANNEL}")
            self.is_here = True
            while True:
                await self._ask_to_poll(line)
                async for notice in line.notifies(timeout=_HEARTBEAT if self.polls else _LOOK):
                    if notice.payload != self.me:
                        self.rung()
        finally:
            self.is_here = self.polls = False
            await line.close()

    async def _ask_to_poll(self, line: "Line") -> None:
        """Who polls asks nothing new: that the answer comes is enough."""
        answer = await line.execute("SELECT %s OR pg_try_advisory_lock(%s, 0)", (self.polls, POLLING))
        row = await answer.fetchone()
        self.polls = bool(row and row[0])

    async def gone(self, connection: Connection) -> list[str]:
        """Processes that died with letters in their hands: nobody holds their lock. The answer holds as long as the
        transaction."""
        if self.database.is_sqlite or time.monotonic() < self._judges_from:
            return []
        holders = [name for name in (await connection.execute(_WITH_LETTERS)).scalars() if name != self.me]
        return [name for name in holders if await _is_free(connection, name)]


async def _is_free(connection: Connection, name: str) -> bool:
    answer: Any = (await connection.execute(_FREE, {"kind": ALIVE, "key": key_of(name)})).scalar()
    return bool(answer)


async def alive(connection: Connection) -> int:
    """How many processes are connected to this PostgreSQL database right now."""
    return int((await connection.execute(HELD, {"kind": ALIVE})).scalar_one())
