"""Guessing addresses that are secrets: whoever is wrong too often is not listened to for a while, and nobody else."""

from collections import deque
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network

from aiohttp import web

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
