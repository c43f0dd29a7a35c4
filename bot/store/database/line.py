"""Connections to PostgreSQL that never wait for ever: a server that says nothing is given up by us, not by hope.

A network can swallow what flows without closing anything. Every wait on such a line ends after `PATIENCE` seconds by
hanging up, which whoever waits sees as a lost connection.
"""

import asyncio
import os
import socket
from contextlib import suppress
from typing import Any

import psycopg
from psycopg import pq

#: Longer than any statement may take (the server ends it itself after eight seconds), shorter than people wait.
PATIENCE = 10.0
#: What the operating systems on both sides watch for: a peer that is gone, and what stays unacknowledged.
NETWORK = {
    "connect_timeout": 5,
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 8000,
}
#: The same on the server's side, so that a machine that vanished does not hold locks there.
OPTIONS = (
    "-c statement_timeout=8000 -c lock_timeout=6000 -c idle_in_transaction_session_timeout=12000 "
    "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=8000"
)
_END_OURS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE pid = ANY(%s) AND application_name = %s AND pid <> pg_backend_pid()"
)


class Line(psycopg.AsyncConnection[Any]):
    """A connection whose every wait has an end."""

    patience = PATIENCE
    board: "Switchboard | None" = None

    async def wait(self, gen: Any, *args: Any, **more: Any) -> Any:
        """As psycopg's own, through which every statement passes."""
        timer = asyncio.get_running_loop().call_later(self.patience, self.hang_up)
        try:
            return await super().wait(gen, *args, **more)
        finally:
            timer.cancel()
            if self.board is not None and self.pgconn.status == pq.ConnStatus.BAD:
                self.board.lost(self)

    async def close(self) -> None:
        if self.board is not None:
            self.board.closed_well(self)
        await super().close()

    def hang_up(self) -> None:
        """Close the way to the server under whoever waits for an answer."""
        if self.board is not None:
            self.board.lost(self)
        with suppress(OSError, psycopg.Error):
            way = socket.socket(fileno=os.dup(self.pgconn.socket))
            with way:
                way.shutdown(socket.SHUT_RDWR)


class Switchboard:
    """All lines of one process to one database. A line that was given up may live on at the server, with its locks:
    the next line that comes through has it ended there."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._is_closed = False
        self._open: dict[Line, int] = {}
        self._abandoned: set[int] = set()

    async def connect(self, *args: Any, **more: Any) -> Line:
        """As `psycopg.AsyncConnection.connect`."""
        if self._is_closed:
            raise psycopg.OperationalError("no more connections: the program is ending")
        line = await Line.connect(*args, **({"options": OPTIONS, "application_name": self.name} | NETWORK | more))
        line.board = self
        self._open[line] = line.info.backend_pid
        if self._abandoned:
            await self._end_abandoned(line)
        return line

    async def _end_abandoned(self, line: Line) -> None:
        ended = list(self._abandoned)
        await line.execute(_END_OURS, (ended, self.name))
        if not line.autocommit:
            await line.commit()
        self._abandoned.difference_update(ended)

    def lost(self, line: Line) -> None:
        """Nobody knows whether the server has noticed."""
        if line in self._open:
            self._abandoned.add(self._open.pop(line))

    def closed_well(self, line: Line) -> None:
        self._open.pop(line, None)

    def hang_up(self) -> None:
        """The program ends now: nobody waits for an answer any more, and nobody asks again."""
        self._is_closed = True
        for line in list(self._open):
            line.hang_up()
