"""Connections and transactions for SQLite and PostgreSQL."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, exc
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

if TYPE_CHECKING:
    from bot.store.database.line import Switchboard as Lines

#: `secure_delete`: what is erased is overwritten in the file, not only taken off the lists.
_SQLITE_SETTINGS = (
    "busy_timeout=5000",  # first: what follows may have to wait, too
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
)


def _sqlite_engine(url: str, begin: str, pool_size: int, **more: Any) -> AsyncEngine:
    engine = create_async_engine(url, pool_size=pool_size, max_overflow=0, hide_parameters=True, **more)

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        for setting in _SQLITE_SETTINGS:
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


#: What other layers may know of the driver: a connection, any trouble with the database, and the database being away
#: for now.
Connection = AsyncConnection
DatabaseTrouble = exc.SQLAlchemyError
DATABASE_AWAY = (exc.OperationalError, exc.InterfaceError, exc.TimeoutError, OSError)


class Database:
    """One database: `write()` and `read()` open a transaction and end it.

    On SQLite every writing transaction begins IMMEDIATE (the default BEGIN loses updates silently), and all of a
    process pass one lock in order of arrival instead of colliding in the file; reads go through an engine of their own.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = make_url(url).get_backend_name() == "sqlite"
        self.lines: Lines | None = None  # PostgreSQL only
        self._turnstile = asyncio.Lock()
        if self.is_sqlite:
            from bot.store.database import inline

            self._writer = _sqlite_engine(url, "BEGIN IMMEDIATE", pool_size=1, async_creator=inline.opener(url))
            self._reader = _sqlite_engine(url, "BEGIN", pool_size=2)
        else:
            from bot.store.database.line import Switchboard

            self.lines = Switchboard(f"kawan-{secrets.token_hex(6)}")
            self._writer = self._reader = create_async_engine(
                url,
                hide_parameters=True,  # what people said does not belong into a log
                pool_size=6,
                max_overflow=2,
                pool_timeout=5,
                pool_pre_ping=False,
                connect_args={"async_creator_fn": self.lines.connect, "prepare_threshold": 3},
            )

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A writing transaction: committed at the end, rolled back by an exception."""
        if not self.is_sqlite:
            async with self._writer.begin() as connection:
                yield connection
            return
        async with self._turnstile, self._writer.begin() as connection:
            yield connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A consistent look at committed data."""
        async with self._reader.begin() as connection:
            yield connection

    async def wipe(self) -> None:
        """Empty SQLite's log of changes, in which what was erased may still stand. PostgreSQL's vacuum does its own."""
        if not self.is_sqlite:
            return
        async with self._turnstile, self._writer.connect() as connection:
            raw = await connection.get_raw_connection()
            if raw.driver_connection is not None:
                await raw.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def hang_up(self) -> None:
        """Give up on whatever a silent server still owes us: the program is ending. An SQLite file is never silent."""
        if self.lines is not None:
            self.lines.hang_up()

    async def close(self) -> None:
        await self._writer.dispose()
        if self._reader is not self._writer:
            await self._reader.dispose()
