"""When the clock looks at an usulan: working days after it was told, while nobody has read it; and on the first day of
the year for whose plan it was told."""

from datetime import datetime

from bot.core.calendar.years import plan_begins
from bot.core.tasks.ladder import at
from bot.work.office import Office


def looked_at(office: Office, spoken_at: datetime, rung: int = 0) -> datetime | None:
    """`rung`: how often it was named before; None above the last step."""
    policy, workdays = office.catalog.calendar.policy, office.catalog.calendar.workdays
    if rung >= len(policy.unread):
        return None
    day = workdays.add(office.local(spoken_at).date(), policy.unread[rung].days)
    return at(day, policy.hours[0], office.zone)


def plan_begins_at(office: Office, spoken_at: datetime) -> datetime:
    """What the plan does not hold by then is not in it."""
    return at(plan_begins(office.cycle_of(spoken_at)), office.catalog.calendar.policy.hours[0], office.zone)
