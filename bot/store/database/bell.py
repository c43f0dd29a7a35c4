"""Waking other processes: on PostgreSQL a commit that leaves work behind notifies (`presence` listens); on SQLite there
is only one process."""

from sqlalchemy import text

from bot.store.database.database import Connection

CHANNEL = "kawan"


async def ring(connection: Connection, me: str) -> None:
    """Tell the other processes, at the commit of this transaction, that there is something to do."""
    if connection.dialect.name != "sqlite":
        await connection.execute(text("SELECT pg_notify(:channel, :me)"), {"channel": CHANNEL, "me": me})
