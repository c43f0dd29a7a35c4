"""Working days: Monday to Friday without the national holidays, which come as data every year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Workdays:
    """`holidays`: name by day. `fasts`: first and last day of each Ramadan."""

    holidays: Mapping[date, str] = field(default_factory=dict)
    fasts: tuple[tuple[date, date], ...] = ()

    def is_working(self, day: date) -> bool:
        return day.weekday() < _SATURDAY and day not in self.holidays

    def on_or_before(self, day: date) -> date:
        while not self.is_working(day):
            day -= _DAY
        return day

    def on_or_after(self, day: date) -> date:
        while not self.is_working(day):
            day += _DAY
        return day

    def add(self, day: date, number: int) -> date:
        """`number` working days after `day` (before it, when negative); 0 gives the day itself, or the next working
        day."""
        day = self.on_or_after(day)
        for _ in range(-number):
            day = self.on_or_before(day - _DAY)
        for _ in range(number):
            day = self.on_or_after(day + _DAY)
        return day

    def between(self, first: date, last: date) -> int:
        """Working days after `first` up to and with `last`; 0 when `last` is not later."""
        days = (last - first).days
        return sum(self.is_working(first + timedelta(days=n)) for n in range(1, days + 1))

    def is_fasting(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.fasts)

    def knows(self, year: int) -> bool:
        """Whether the holidays of that year were entered."""
        return any(day.year == year for day in self.holidays)
