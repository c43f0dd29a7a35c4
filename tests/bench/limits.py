"""What the stand-in lets through: never more than so many messages in any second, and nothing where it was told to
refuse. It takes note of what arrived when."""

import math
from collections import deque
from dataclasses import dataclass, field

#: The chat of who makes announcements; those above it are their recipients'.
AUTHOR = 7_000_000_000
RECIPIENTS = AUTHOR + 1
EVERYWHERE = 0


@dataclass(slots=True)
class Refusing:
    """From the first message on, for so many `seconds`."""

    seconds: float
    until: float = 0.0

    def left(self, now: float) -> float:
        self.until = self.until or now + self.seconds
        return self.until - now


@dataclass(slots=True)
class Limits:
    """`allowed`: messages in any second, counted as they arrive; 0 = any number. Moments are those of the machine's
    monotonic clock."""

    allowed: int = 0
    refusing: dict[int, Refusing] = field(default_factory=dict)
    arrivals: list[tuple[float, int, int]] = field(default_factory=list)  # (moment, chat, seconds asked for; 0: taken)
    reached: set[int] = field(default_factory=set)
    _recent: deque[float] = field(default_factory=deque)

    def refuse(self, chat: int, seconds: float) -> None:
        """Let nothing through to this chat (or `EVERYWHERE`)."""
        self.refusing[chat] = Refusing(seconds)

    def ask(self, chat: int, now: float) -> int:
        """One message arrives. Returns for how many seconds silence is asked for; 0 when it goes through."""
        asked = math.ceil(max(self._refused(chat, now), self._over(now)))
        self.arrivals.append((now, chat, asked))
        if not asked:
            self._recent.append(now)
            if chat >= RECIPIENTS:
                self.reached.add(chat)
        return asked

    def _refused(self, chat: int, now: float) -> float:
        found = (self.refusing[scope].left(now) for scope in (EVERYWHERE, chat) if scope in self.refusing)
        return max(found, default=0.0)

    def _over(self, now: float) -> float:
        while self._recent and self._recent[0] <= now - 1.0:
            self._recent.popleft()
        return self._recent[0] + 1.0 - now if self.allowed and len(self._recent) >= self.allowed else 0.0
