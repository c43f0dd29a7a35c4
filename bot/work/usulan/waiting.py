"""When the clock looks at an usulan that nobody has read: working days after it was told, by the policy."""

from datetime import datetime

from bot.core.tasks.ladder import at
from bot.work.office import Office


def looked_at(office: Office, spoken_at: datetime, rung: int = 0) -> datetime | None:
    """`rung`: how often it was named before; None above the last step."""
    policy, workdays = office.catalog.calendar.policy, office.catalog.calendar.workdays
    if rung >= len(policy.unread):
        return None
    day = workdays.add(office.local(spoken_at).date(), policy.unread[rung].days)
    return at(day, policy.hours[0], office.zone)
