"""Updates on their way to the bot: queued, handed out, confirmed, and dropped after a day."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.simulator.clock import Clock
from bot.simulator.feed import Bell
from bot.simulator.protocol import Json
from bot.simulator.refusals import Refusal

KEPT_FOR = 24 * 3600
"""Seconds; Telegram drops what a bot has not fetched within a day."""

CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass
class Queued:
    """One update as the text that will be sent; `passing` ones leave with the next poll, whatever its offset."""

    number: int
    text: str
    queued_at: float
    passing: bool = False
    delivered: bool = False


Writer = Callable[[int], str]


class Updates:
    """The queue of one bot and the one poller it may have."""

    def __init__(self, clock: Clock, tell: Callable[[bool], object], first: int = 700_000_001) -> None:
        """`tell`: hears that the bot has begun to ask, and that it is gone."""
        self._clock = clock
        self._tell = tell
        self._next = first
        self.is_awake = False
        self._queue: deque[Queued] = deque()
        self._arrived = asyncio.Event()
        self.is_polled = False
        self.allowed: frozenset[str] | None = None
        self.webhook = ""
        self.confirmed = 0
        self.expired = 0
        self.confirmations = Bell()

    def __len__(self) -> int:
        return len(self._queue)

    def put(self, kind: str, payload: Json) -> int | None:
        """Queue an update and return its number; None when the bot did not ask for this kind."""
        if not self._wanted(kind):
            return None
        return self._add(lambda number: json.dumps({"update_id": number, kind: payload}))

    def inject(self, update: Json, numbered: bool = True) -> int:
        """Queue any JSON as an update. Its own update_id is kept, even one that was used before."""
        given = update.get("update_id")
        if isinstance(given, int) and given >= self._next:
            self._next = given
        elif given is not None or not numbered:
            return self.inject_raw(json.dumps(update))
        return self._add(lambda number: json.dumps({"update_id": number, **update}))

    def inject_raw(self, text: str) -> int:
        """Queue a piece of text exactly as it is; it is handed out until the poll after it."""
        return self._add(lambda number: text, passing=True)

    async def fetch(self, offset: int | None, limit: int, timeout: float) -> str:
        """The texts of the next updates as one JSON list, waiting up to `timeout` seconds for the first."""
        if self.webhook:
            raise Refusal(409, WEBHOOK_ACTIVE)
        if self.is_polled:
            raise Refusal(409, CONFLICT)
        self.is_polled = True
        self.note_awake(True)
        try:
            self._confirm(offset)
            if not self._queue and timeout > 0:
                await self._wait(timeout)
            return self._hand_out(limit)
        except asyncio.CancelledError:
            self.note_awake(False)
            raise
        finally:
            self.is_polled = False

    def note_awake(self, is_awake: bool) -> None:
        """Said only when it changes."""
        if self.is_awake != is_awake:
            self.is_awake = is_awake
            self._tell(is_awake)

    def forget(self) -> None:
        """Drop everything pending (`drop_pending_updates`)."""
        self._queue.clear()

    def _wanted(self, kind: str) -> bool:
        return self.allowed is None or kind in self.allowed

    def _add(self, write: Writer, passing: bool = False) -> int:
        number = self._next
        self._next += 1
        self._queue.append(Queued(number, write(number), self._clock.timestamp(), passing))
        self._arrived.set()
        return number

    def _confirm(self, offset: int | None) -> None:
        if offset is not None and offset < 0:
            offset = self._queue[max(0, len(self._queue) + offset)].number if self._queue else None
        while self._queue and self._done(self._queue[0], offset or 0):
            self._queue.popleft()
            self.confirmed += 1
        self._drop_old()
        self.confirmations.ring()

    def _done(self, queued: Queued, offset: int) -> bool:
        return queued.number < offset or (queued.passing and queued.delivered)

    def _drop_old(self) -> None:
        oldest = self._clock.timestamp() - KEPT_FOR
        while self._queue and self._queue[0].queued_at < oldest:
            self._queue.popleft()
            self.expired += 1

    async def _wait(self, timeout: float) -> None:
        self._arrived.clear()
        try:
            await asyncio.wait_for(self._arrived.wait(), timeout)
        except TimeoutError:
            return

    def _hand_out(self, limit: int) -> str:
        batch = [queued for _, queued in zip(range(limit), self._queue, strict=False)]
        for queued in batch:
            queued.delivered = True
        return "[" + ",".join(queued.text for queued in batch) + "]"
