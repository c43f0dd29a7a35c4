"""The time in which something feeds one plan, by the kabupaten's own clock."""

from datetime import datetime, time

from bot.core.calendar.years import days_of
from bot.work.office import Office


def span_of(office: Office, cycle: int) -> tuple[datetime, datetime]:
    """From its first moment to the one behind the last."""
    first, end = (datetime.combine(day, time(), office.zone) for day in days_of(cycle))
    return first, end
