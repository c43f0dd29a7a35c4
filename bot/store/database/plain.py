"""The database for the command line: one plain connection, used from start to end and closed."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic.util import CommandError
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, inspect, text
from sqlalchemy.engine import make_url

#: What `bot.store.migrate` raises for a revision it has no file for.
UnknownRevision = CommandError

#: The log is chosen here, where nobody else has the file open: switching to it does not wait for others.
_SQLITE_SETTINGS = ("busy_timeout=5000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")


def _engine(url: str, sqlite_begin: str, **options: Any) -> Engine:
    logging.getLogger("psycopg").setLevel("ERROR")  # what it warns of comes as an exception, too
    engine = create_engine(url.replace("sqlite+aiosqlite:", "sqlite:"), poolclass=NullPool, **options)
    if engine.dialect.name != "sqlite":
        return engine

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for setting in _SQLITE_SETTINGS:
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(sqlite_begin)

    return engine


@contextmanager
def snapshot(url: str) -> Iterator[Connection]:
    """One consistent look at everything, however long it takes, while others write. `url` in async or plain form."""
    options: dict[str, Any] = {}
    if not url.startswith("sqlite"):
        options = {"isolation_level": "REPEATABLE READ", "connect_args": {"connect_timeout": 5}}
    with _engine(url, "BEGIN", **options).connect() as connection:
        yield connection


@contextmanager
def sole_transaction(url: str) -> Iterator[Connection]:
    """One writing transaction for all that follows; an exception leaves nothing of it."""
    options = {} if url.startswith("sqlite") else {"connect_args": {"connect_timeout": 5}}
    with _engine(url, "BEGIN IMMEDIATE", **options).begin() as connection:
        yield connection


def exists(url: str) -> bool:
    """False for an SQLite file that is not there: to look must not make it."""
    name = make_url(url).database
    return not url.startswith("sqlite") or (name is not None and Path(name).exists())


def revision_of(url: str) -> str | None:
    """The revision of the database at `url`; None also when there is no file yet."""
    if not exists(url):
        return None
    with snapshot(url) as connection:
        return revision(connection)


def is_in_use(url: str) -> bool:
    """Whether some bot is connected. An SQLite file has a lock of its own for that."""
    if url.startswith("sqlite"):
        return False
    from bot.store.database.presence import ALIVE, HELD

    with snapshot(url) as connection:
        return bool(connection.execute(HELD, {"kind": ALIVE}).scalar())


def revision(connection: Connection) -> str | None:
    """The schema's revision, None when there is none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
