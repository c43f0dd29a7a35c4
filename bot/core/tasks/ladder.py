"""Who is told when a task is due and not done: a pure function of its due day and the policy."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.calendar.rules import Policy, Rung, TaskRule
from bot.core.calendar.workdays import Workdays
from bot.core.hours import quiet_until

_NOON = time(12, 0)


def lead_of(rule: TaskRule, policy: Policy) -> int:
    """Days before its due day on which a task is first reminded of: when it can be begun, where it says so itself."""
    return policy.lead if rule.begins is None else rule.offset - rule.begins


def reminders(due: date, lead: int, policy: Policy, workdays: Workdays) -> list[date]:
    """The days on which the doer is reminded, in order: the first `lead` days before the due day, and before all
    others."""
    days = {workdays.add(due, rung.days) for rung in policy.rungs if rung.reminds}
    early = min((rung.days for rung in policy.rungs if rung.reminds), default=0) - 1
    return sorted({min(workdays.on_or_after(due - timedelta(days=lead)), workdays.add(due, early)), *days})


def climbs(due: date, doer: str | None, policy: Policy, workdays: Workdays) -> list[tuple[date, Rung]]:
    """The days on which it appears in the lists of others, lowest rung first. `doer`: the role whose task it is; it
    climbs only to those above, and not at all where the doer stands at the top."""
    rungs = sorted((rung for rung in policy.rungs if not rung.reminds), key=lambda rung: rung.days)
    above = next((place + 1 for place, rung in enumerate(rungs) if rung.role == doer), 0)
    return [(workdays.add(due, rung.days), rung) for rung in rungs[above:]]


def next_reminder(
    due: date, lead: int, after: datetime, hour: time, policy: Policy, workdays: Workdays, zone: ZoneInfo
) -> datetime | None:
    """The first reminder later than `after`, at the doer's own hour and never in a quiet one; None when there is none
    left."""
    for day in reminders(due, lead, policy, workdays):
        when = at(day, hour_on(day, hour, policy, workdays), zone)
        if when > after:
            return when
    return None


def next_climb(
    due: date, rung: int, doer: str | None, policy: Policy, workdays: Workdays, zone: ZoneInfo
) -> tuple[datetime, Rung] | None:
    """When the `rung`-th climb (0 = none so far) happens; None at the top."""
    steps = climbs(due, doer, policy, workdays)
    if rung >= len(steps):
        return None
    day, step = steps[rung]
    return at(day, policy.hours[0], zone), step


def hour_on(day: date, hour: time, policy: Policy, workdays: Workdays) -> time:
    """While people fast they are told in the morning only."""
    return policy.hours[0] if hour >= _NOON and workdays.is_fasting(day) else hour


def at(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """An instant of the civil clock, after the quiet spell it may fall into."""
    when = datetime.combine(day, hour, zone)
    return quiet_until(when) or when
