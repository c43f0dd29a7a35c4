"""A bad network on loopback: a TCP proxy whose weather can change while connections are open."""

import asyncio
import socket
import struct
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

_PIECE = 64 * 1024
_RESET_AT_CLOSE = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class Weather:
    """What the network does to each piece of data from now on; the default is a fine day."""

    delay: float = 0.0
    """Seconds each piece waits, on the way there and on the way back."""
    blackhole: bool = False
    """Nothing passes and nothing is closed: the other side seems to think forever."""
    lose_replies: bool = False
    """Requests arrive and are acted upon; at the first byte of the answer the connection is reset."""
    reply_bytes: int | None = None
    """So many bytes of answers pass on each connection, then it is closed: half a body."""
    drip: int | None = None
    """Answers come in pieces of so many bytes, one each `drip_pause` seconds."""
    drip_pause: float = 0.01


FINE = Weather()


class _Line:
    """One connection through the proxy."""

    def __init__(self, here: asyncio.StreamWriter, there: asyncio.StreamWriter) -> None:
        self.here = here
        self.there = there
        self.passed = 0
        self.is_hushed = False
        self.ways: list[asyncio.Task[None]] = []

    def cut(self) -> None:
        """Reset both ends at once, as a lost network or a killed process does."""
        for end in (self.here, self.there):
            with suppress(OSError):
                end.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE)
            end.transport.abort()
        for way in self.ways:
            way.cancel()

    async def carry(self, *ways: Coroutine[None, None, None]) -> None:
        """Pass on until one side is done, then close both."""
        self.ways = [asyncio.ensure_future(way) for way in ways]
        try:
            await asyncio.wait(self.ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in self.ways:
                way.cancel()
            await asyncio.gather(*self.ways, return_exceptions=True)
            self.here.close()
            self.there.close()


class Proxy:
    """`async with Proxy(port) as proxy:` listens on `proxy.port` and passes everything on to 127.0.0.1:`port`.

    Set `proxy.weather` at any time; `cut()` resets what is open; `refuse()` closes the door, `accept()` opens it again.
    """

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = 0
        self.connections = 0
        self._server: asyncio.Server | None = None
        self._lines: set[_Line] = set()
        self._weather = FINE
        self._open = asyncio.Event()
        self._open.set()

    @property
    def weather(self) -> Weather:
        """The weather now."""
        return self._weather

    @weather.setter
    def weather(self, weather: Weather) -> None:
        self._weather = weather
        if weather.blackhole:
            self._open.clear()
        else:
            self._open.set()

    async def __aenter__(self) -> Self:
        await self.accept()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.refuse()

    async def accept(self) -> None:
        """Listen; after `refuse()` on the same port as before."""
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def refuse(self) -> None:
        """Stop listening, so that new connections are refused, and reset the open ones."""
        if self._server is not None:
            self._server.close()
            self.cut()
            await self._server.wait_closed()
            while self._lines:
                await asyncio.sleep(0)
            self._server = None

    def cut(self) -> None:
        """Reset every open connection; new ones are welcome."""
        for line in self._lines:
            line.cut()

    def hush(self) -> None:
        """Swallow what flows on the open connections from now on, without closing them; new ones are as the weather
        is."""
        for line in self._lines:
            line.is_hushed = True

    async def _carry(self, from_here: asyncio.StreamReader, to_here: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            from_there, to_there = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            to_here.transport.abort()
            return
        line = _Line(to_here, to_there)
        self._lines.add(line)
        try:
            await line.carry(self._pass_requests(from_here, line), self._pass_replies(from_there, line))
        finally:
            self._lines.discard(line)

    async def _pass_requests(self, source: asyncio.StreamReader, line: _Line) -> None:
        with suppress(ConnectionError):
            while piece := await source.read(_PIECE):
                await self._wait_out(line)
                line.there.write(piece)
                await line.there.drain()

    async def _pass_replies(self, source: asyncio.StreamReader, line: _Line) -> None:
        with suppress(ConnectionError):
            while piece := await source.read(self.weather.drip or _PIECE):
                await self._wait_out(line)
                if self.weather.lose_replies:
                    line.cut()
                    return
                left = self.weather.reply_bytes
                if left is not None and line.passed + len(piece) > left:
                    line.here.write(piece[: max(0, left - line.passed)])
                    return  # closed, not reset: what was written still arrives
                await self._hand_over(piece, line)

    async def _wait_out(self, line: _Line) -> None:
        if line.is_hushed:
            await asyncio.Event().wait()
        if self.weather.delay:
            await asyncio.sleep(self.weather.delay)
        await self._open.wait()

    async def _hand_over(self, piece: bytes, line: _Line) -> None:
        line.passed += len(piece)
        line.here.write(piece)
        await line.here.drain()
        if self.weather.drip:
            await asyncio.sleep(self.weather.drip_pause)
