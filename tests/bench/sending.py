"""What the stand-in saw of one announcement, as figures."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.core.broadcasts.pace import seconds_for
from tests.bench.limits import RECIPIENTS
from tests.bench.telegram import Arrival


@dataclass(frozen=True)
class Sending:
    """`who` sent to `people`; `arrivals` of everything, in order; `begun`: when it was due (monotonic seconds);
    `cpu`: seconds of processor time of who sent."""

    who: str
    people: int
    arrivals: Sequence[Arrival]
    begun: float
    cpu: float

    @cached_property
    def copies(self) -> list[float]:
        """When each copy arrived."""
        return [one.at for one in self.arrivals if one.chat >= RECIPIENTS and not one.asked]

    @property
    def refused(self) -> list[Arrival]:
        return [one for one in self.arrivals if one.asked]

    @property
    def twice(self) -> int:
        """Copies that somebody had already."""
        return len(self.copies) - len({one.chat for one in self.arrivals if one.chat >= RECIPIENTS and not one.asked})

    @property
    def lead(self) -> float:
        """Seconds until the first copy."""
        return self.copies[0] - self.begun

    @property
    def rate(self) -> float:
        """Copies a second, from the first to the last."""
        return (len(self.copies) - 1) / (self.copies[-1] - self.copies[0])

    @property
    def cpu_each(self) -> float:
        """Processor milliseconds a copy."""
        return self.cpu / len(self.copies) * 1000

    def most_in_a_second(self) -> int:
        """Of everything that went through, wherever the second begins."""
        moments = [one.at for one in self.arrivals if not one.asked]
        return max(bisect_left(moments, at + 1.0) - index for index, at in enumerate(moments))

    def estimate_off(self, a_second: float, part: float = 0.0) -> float:
        """By which share the estimate was too long (below 0: too short), when this part had arrived."""
        done = int(len(self.copies) * part)
        return seconds_for(len(self.copies) - done, a_second) / (self.copies[-1] - self.copies[done]) - 1
