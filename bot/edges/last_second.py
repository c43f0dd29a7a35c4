"""What has arrived in the last second. The budget is kept when letters are claimed; Telegram counts them when they
arrive, and on a busy machine the way from the one to the other takes now more, now less."""

from dataclasses import dataclass, field

#: A second, and a little for what nobody sees of the way there.
_SECOND = 1.005
#: The quickest answer so far is believed a little less with each that is slower.
_FADES = 1.001


@dataclass(slots=True)
class Passing:
    """A letter that left at `left_at` and arrived about `at`; monotonic seconds."""

    left_at: float
    at: float


@dataclass(slots=True)
class LastSecond:
    """No more than `most` in any second; 0: any number. `now` is monotonic seconds."""

    most: int
    _passing: list[Passing] = field(default_factory=list)
    _claimed: int = 0  # not gone yet
    _quickest: float = float("inf")

    def room(self, now: float) -> int:
        """How many letters may be claimed."""
        self._passing = [one for one in self._passing if one.at > now - _SECOND]
        return self.most - len(self._passing) - self._claimed

    def until_room(self, now: float) -> float:
        """Seconds until one more may be."""
        return max(min((one.at for one in self._passing), default=now) + _SECOND - now, 0.001)

    def claim(self, number: int) -> None:
        self._claimed += number

    def stay(self) -> None:
        """A claimed letter does not leave after all."""
        self._claimed -= 1

    def leave(self, now: float) -> Passing:
        """A claimed letter leaves."""
        self._claimed -= 1
        passing = Passing(now, now)
        if self.most:
            self._passing.append(passing)
        return passing

    def answered(self, passing: Passing, now: float) -> None:
        """By as much as its answer took longer than the quickest, it may have arrived later."""
        took = now - passing.left_at
        self._quickest = min(self._quickest * _FADES, took)
        passing.at = now - self._quickest
