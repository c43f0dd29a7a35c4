"""An aiosqlite connection that does quick statements at once and only what may wait in its thread (docs/adr/0009).

Handing a statement to a thread and back costs ten times what SQLite itself needs for it. What waits, for the lock or
for the disk, still goes there, so the program never stands still.
"""

import sqlite3
from collections.abc import Callable
from typing import Any

import aiosqlite
from sqlalchemy.engine import make_url

#: What waits for another process's lock or for the disk.
_WAITING_CALLS = frozenset({"commit", "close"})
_WAITING_STATEMENTS = ("BEGIN IMMEDIATE", "PRAGMA", "VACUUM")


class InlineConnection(aiosqlite.Connection):
    """The thread and the caller take turns, never both at once: whoever asked the thread waits for its answer."""

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if not self._running or not self._connection:
            raise ValueError("Connection closed")
        waits = fn.__name__ in _WAITING_CALLS or (
            bool(args) and isinstance(args[0], str) and args[0].startswith(_WAITING_STATEMENTS)
        )
        if not waits:
            return fn(*args, **kwargs)
        return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]  # so it is in aiosqlite


def opener(url: str) -> Callable[[], Any]:
    """What SQLAlchemy calls to open such a connection to the file that `url` names."""
    path = make_url(url).database or ""

    async def open_connection() -> InlineConnection:
        connection = InlineConnection(lambda: sqlite3.connect(path, check_same_thread=False), 64)
        connection._thread.daemon = True  # noqa: SLF001  # as SQLAlchemy does: a process that ends does not wait for it
        await connection
        return connection

    return open_connection
