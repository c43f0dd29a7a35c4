"""Waking other processes: on PostgreSQL a commit that leaves work behind notifies; on SQLite there is only one
process."""

import asyncio
from collections.abc import Callable

from sqlalchemy import text
from sqlalchemy.engine import make_url

from bot.store.database.database import Connection, Database

_CHANNEL = "kawan"
_AGAIN_AFTER = 2.0


async def ring(connection: Connection, me: str) -> None:
    """Tell the other processes, at the commit of this transaction, that there is something to do."""
    if connection.dialect.name != "sqlite":
        await connection.execute(text("SELECT pg_notify(:channel, :me)"), {"channel": _CHANNEL, "me": me})


async def listen(database: Database, me: str, rung: Callable[[], None], stopping: asyncio.Event) -> None:
    """Call `rung` whenever another process rings, until told to stop. A lost connection is made again; polling goes
    on meanwhile."""
    if database.is_sqlite:
        return
    import psycopg

    address = make_url(database.url).set(drivername="postgresql").render_as_string(hide_password=False)
    while not stopping.is_set():
        try:
            async with await psycopg.AsyncConnection.connect(address, autocommit=True, connect_timeout=5) as connection:
                await connection.execute(f"LISTEN {_CHANNEL}")
                while not stopping.is_set():
                    async for notice in connection.notifies(timeout=_AGAIN_AFTER):
                        if notice.payload != me:
                            rung()
        except (psycopg.Error, OSError):
            await asyncio.sleep(_AGAIN_AFTER)
