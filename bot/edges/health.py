"""Is this process well, and what is wrong right now? By when each loop last did what it is for, and not by whether it
runs: a hung one runs, too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol


class Lived(Protocol):
    """What is known of a loop. Times in real seconds."""

    @property
    def began_at(self) -> float: ...
    @property
    def succeeded_at(self) -> float | None: ...


#: Seconds after which a loop that has not succeeded is held to hang: a long poll may take half a minute, a big file,
#: too.
PATIENCE = {"intake": 70.0, "worker": 10.0, "sender": 10.0, "ticker": 10.0, "fetch": 60.0}


def hanging(loops: Iterable[tuple[str, Lived]], now: float) -> Iterator[tuple[str, float]]:
    """Loops that have not succeeded for too long, and for how long (s)."""
    for name, loop in loops:
        silent = now - max(loop.succeeded_at or 0.0, loop.began_at)
        if silent > PATIENCE.get(name, float("inf")):
            yield name, silent


@dataclass(slots=True)
class Alarms:
    """What is wrong right now, by subject; an empty one is healthy."""

    raised: dict[str, str] = field(default_factory=dict)

    def __call__(self, subject: str, text: str | None) -> None:
        """Raise an alarm, or take it back with None."""
        if text is None:
            self.raised.pop(subject, None)
        else:
            self.raised[subject] = text
