"""Dates for calendar programs: whoever holds an address gets what its maker may see at this moment. Whoever guesses
addresses, which are secrets, and is wrong too often is not listened to for a while, and nobody else."""

import asyncio
import hashlib
import re
from collections import deque
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network

from aiohttp import web

from bot.edges.clock import Clock
from bot.reports import make
from bot.store.database.database import Database, DatabaseTrouble
from bot.work.calendar import feeds
from bot.work.office import Office
from bot.work.round import Round

#: So many wrong addresses within so many seconds. A program with an address that was revoked asks a few times a day.
_MOST, GUESSING_SECONDS = 20, 600.0
_MOST_ASKERS = 10_000


def asker(request: web.Request) -> str:
    """Who asks: the other end of the line, or, when that is a web server on this machine, whom it names. Of the newer
    addresses a whole network belongs to one line."""
    told = request.remote or ""
    try:
        if ip_address(told).is_loopback:
            told = request.headers.get("X-Forwarded-For", told).rpartition(",")[2].strip() or told
        found = ip_address(told)
    except ValueError:
        return told[:64]
    return str(found) if found.version == 4 else str(ip_network(f"{found}/64", strict=False))


@dataclass(slots=True)
class Guesses:
    """Wrong addresses by who asked, of the last minutes."""

    _wrong: dict[str, deque[float]] = field(default_factory=dict)

    def wrong(self, whose: str, now: float) -> None:
        if len(self._wrong) > _MOST_ASKERS:
            self._wrong.clear()
        self._wrong.setdefault(whose, deque(maxlen=_MOST)).append(now)

    def are_too_many(self, whose: str, now: float) -> bool:
        times = self._wrong.get(whose)
        return times is not None and len(times) == _MOST and now - times[0] < GUESSING_SECONDS


_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
_FRESH = 15 * 60  # seconds for which a program need not ask again
_AT_ONCE, _WAITING = 2, 20


@dataclass(slots=True)
class Calendars:
    """At most two are made at a time, in a thread, and few wait for it: answering people comes first."""

    database: Database
    office: Office
    clock: Clock
    guesses: Guesses = field(default_factory=Guesses)
    _room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))
    _asking: int = 0

    async def answer(self, request: web.Request) -> web.Response:
        """A wrong, a revoked and an old address are the same: there is nothing."""
        token, whose = request.match_info["token"], asker(request)
        if self.guesses.are_too_many(whose, self.clock.real()):
            raise web.HTTPTooManyRequests(headers={"Retry-After": str(int(GUESSING_SECONDS))})
        if not _TOKEN.fullmatch(token):
            self.guesses.wrong(whose, self.clock.real())
            raise web.HTTPNotFound
        if self._asking >= _WAITING:
            raise web.HTTPServiceUnavailable(headers={"Retry-After": str(_FRESH)})
        self._asking += 1
        try:
            body = await self._made(token)
        except (DatabaseTrouble, OSError):
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "60"}) from None
        finally:
            self._asking -= 1
        if body is None:
            self.guesses.wrong(whose, self.clock.real())
            raise web.HTTPNotFound
        return _response(request, body)

    async def _made(self, token: str) -> bytes | None:
        """Whether there is such an address is quickly told; only what must be made waits for its place."""
        async with self.database.read() as connection:
            if not await feeds.is_known(connection, token, self.clock.now()):
                return None
        async with self._room:
            async with self.database.read() as connection:
                args = await feeds.at_address(Round(connection, self.office, self.clock.now()), token)
            return None if args is None else (await asyncio.to_thread(make, "calendar", args)).content


def _response(request: web.Request, body: bytes) -> web.Response:
    """Nobody between us and the program keeps it; what has not changed is not sent again."""
    tag = hashlib.sha256(body).hexdigest()[:32]
    headers = {"ETag": f'"{tag}"', "Cache-Control": f"private, max-age={_FRESH}", "X-Robots-Tag": "noindex"}
    if any(known.value in (tag, "*") for known in request.if_none_match or ()):
        return web.Response(status=304, headers=headers)
    return web.Response(body=body, content_type="text/calendar", charset="utf-8", headers=headers)
