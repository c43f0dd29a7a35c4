"""Everything that happened, numbered: what the page listens to and what a test waits for."""

import asyncio
from collections import deque
from collections.abc import Iterator

from bot.simulator.protocol import Json

KEPT = 20_000
"""Events kept for a page that was away; one that is further behind reads the whole state again."""


class Bell:
    """Wakes everybody who waits for something, once."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    async def wait(self) -> None:
        woken = asyncio.get_running_loop().create_future()
        self._waiting.add(woken)
        try:
            await woken
        finally:
            self._waiting.discard(woken)

    def ring(self) -> None:
        for woken in self._waiting:
            if not woken.done():
                woken.set_result(None)
        self._waiting.clear()


class Feed:
    """An append-only list of events with a short memory."""

    def __init__(self) -> None:
        self.count = 0
        self.closed = False
        self._events: deque[Json] = deque(maxlen=KEPT)
        self._bell = Bell()

    def publish(self, kind: str, **fields: object) -> int:
        """Number an event and wake whoever waits. Messages are passed by reference and written out when read."""
        self.count += 1
        self._events.append({"n": self.count, "type": kind, **fields})
        self._bell.ring()
        return self.count

    def since(self, seen: int) -> Iterator[Json]:
        """Events after number `seen`; a `reload` when some of them are forgotten already."""
        missed = self.count - seen
        if missed > len(self._events) or seen > self.count:
            yield {"n": self.count, "type": "reload"}
            return
        for index in range(len(self._events) - missed, len(self._events)):
            yield self._events[index]

    async def wait_beyond(self, seen: int) -> None:
        """Return as soon as there is an event after number `seen`, or the feed is closed."""
        if self.count <= seen and not self.closed:
            await self._bell.wait()

    def close(self) -> None:
        self.closed = True
        self._bell.ring()

    def reopen(self) -> None:
        self.closed = False
