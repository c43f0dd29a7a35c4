"""The simulator's civil clock: real time plus an offset, so that a demo can skip to the next day."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Dates of messages and the 24-hour rule read this clock; waiting and pacing read real time."""

    def __init__(self) -> None:
        self.offset = 0.0

    def timestamp(self) -> float:
        """Seconds since 1970, moved."""
        return time.time() + self.offset

    def unix(self) -> int:
        """Whole seconds, as Telegram dates its messages."""
        return int(self.timestamp())

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def move_by(self, seconds: float) -> None:
        self.offset += seconds

    def move_to(self, moment: datetime) -> None:
        """Raises ValueError for a moment without a time zone: it would be read differently on two machines."""
        if moment.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        self.offset += (moment - self.now()) / timedelta(seconds=1)
