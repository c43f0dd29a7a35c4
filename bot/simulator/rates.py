"""Telegram's sending limits as buckets: so much at once, then a steady drip."""

import math
import time
from dataclasses import dataclass

from bot.simulator.refusals import too_many_requests

GRACE = 0.1
"""Seconds a call may be early: two sends spaced exactly right may arrive closer together than they left."""


@dataclass(frozen=True)
class Rates:
    """Messages let through; 0 means no limit. Real Telegram does not publish its numbers; these are the usual ones."""

    overall_per_second: float = 30.0
    chat_per_second: float = 1.0
    chat_burst: int = 4
    group_per_minute: float = 20.0

    @staticmethod
    def unlimited() -> "Rates":
        return Rates(0.0, 0.0, 0, 0.0)


class Bucket:
    """Holds at most `size` tokens and gains `per_second`; a message takes one."""

    def __init__(self, per_second: float, size: float) -> None:
        self.per_second = per_second
        self.size = size + per_second * GRACE
        self.tokens = self.size
        self.filled_at = time.monotonic()

    def wait(self) -> float:
        """Seconds until a token is there; 0 when one is."""
        now = time.monotonic()
        self.tokens = min(self.size, self.tokens + (now - self.filled_at) * self.per_second)
        self.filled_at = now
        return max(0.0, (1 - self.tokens) / self.per_second)

    def take(self) -> None:
        self.tokens -= 1


class Pacing:
    """The buckets of one bot: one overall, one for each chat, another one for each group."""

    def __init__(self, rates: Rates) -> None:
        self.rates = rates
        self._buckets: dict[tuple[str, int], Bucket] = {}

    def admit(self, chat: int) -> None:
        """Take a token everywhere, or refuse with the longest wait and take none."""
        buckets = self._of(chat)
        wait = max((bucket.wait() for bucket in buckets), default=0.0)
        if wait > 0:
            raise too_many_requests(math.ceil(wait))
        for bucket in buckets:
            bucket.take()

    def _of(self, chat: int) -> list[Bucket]:
        rates = self.rates
        wanted = [("overall", 0, rates.overall_per_second, rates.overall_per_second)]
        wanted.append(("chat", chat, rates.chat_per_second, float(rates.chat_burst)))
        if chat < 0:
            wanted.append(("group", chat, rates.group_per_minute / 60, rates.group_per_minute))
        return [self._bucket(name, key, speed, size) for name, key, speed, size in wanted if speed > 0]

    def _bucket(self, name: str, key: int, per_second: float, size: float) -> Bucket:
        bucket = self._buckets.get((name, key))
        if bucket is None:
            bucket = self._buckets[name, key] = Bucket(per_second, size)
        return bucket
