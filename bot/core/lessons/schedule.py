"""When a lesson comes: on the days and at the hour that somebody chose, and never when nobody is written to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.calendar.workdays import Workdays
from bot.core.hours import quiet_until

#: ISO days of the week and the hour of whoever chose none: Tuesday and Thursday in the evening.
DAYS, HOUR = "24", time(20, 0)
#: Hours that may be chosen; none of them is quiet on any day.
HOURS = (time(6, 30), time(10, 0), time(13, 30), time(16, 30), time(20, 0))
#: In Ramadan evenings belong to the prayer: lessons come in the morning.
_FASTING, _NOON = time(7, 30), time(12, 0)
#: A draft touched so long ago is one somebody may be writing; the lesson looks again after a while.
DRAFT_IS_OPEN, _LOOK_AGAIN = timedelta(hours=24), timedelta(hours=1)
#: A rest that nobody asked for: until they open a lesson or write.
UNTIL_HEARD = date(2999, 1, 1)
_FAR = 60  # days in which some day comes that was chosen and is no holiday


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`days`: digits, 1 is Monday. `paused_until`: the first day on which a lesson may come again."""

    days: str = DAYS
    hour: time = HOUR
    paused_until: date | None = None

    def hour_on(self, day: date, workdays: Workdays) -> time:
        return _FASTING if workdays.is_fasting(day) and self.hour >= _NOON else self.hour

    def is_chosen(self, day: date) -> bool:
        return str(day.isoweekday()) in self.days

    def rest_on(self, day: date) -> date | None:
        """The day on which a rest ends that `day` lies in; None when nobody rests."""
        return self.paused_until if self.paused_until is not None and day < self.paused_until else None

    @property
    def sleeps(self) -> bool:
        """Whether lessons rest because none of the last ones was opened."""
        return self.paused_until == UNTIL_HEARD

    def is_open(self, day: date, workdays: Workdays) -> bool:
        """Whether anything may come: no holiday, no pause."""
        return day not in workdays.holidays and self.rest_on(day) is None


def next_slot(after: datetime, rhythm: Rhythm, workdays: Workdays, also: Collection[date] = ()) -> datetime | None:
    """The first moment after `after` (local) at which a lesson may come; `also`: on these days, too. None where no day
    was chosen."""
    day = max(after.date(), rhythm.paused_until or after.date())
    for number in range(_FAR):
        one = day + timedelta(days=number)
        if rhythm.is_open(one, workdays) and (rhythm.is_chosen(one) or one in also):
            slot = datetime.combine(one, rhythm.hour_on(one, workdays), after.tzinfo)
            if slot > after:
                return slot
    return None


def is_time(local: datetime, rhythm: Rhythm, workdays: Workdays) -> bool:
    """Whether today's hour has come, and one may write; whether today is a day for it is another question."""
    today = local.date()
    has_come = local.time() >= rhythm.hour_on(today, workdays)
    return has_come and rhythm.is_open(today, workdays) and quiet_until(local) is None


def after_draft(local: datetime) -> datetime:
    """When to look again whether somebody is still writing."""
    return local + _LOOK_AGAIN
