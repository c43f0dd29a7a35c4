"""Which of somebody's due tasks a message names: the one that can still change something today, and never the same one
a third time running while there is another."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.core.tasks import planning
from bot.core.tasks.ladder import lead_of, reminders
from bot.store.tasks.reminding import Duty
from bot.work.office import Office
from bot.work.tasks import words

#: How often running the same task is named, and how often before its day, before others come first.
_RUNNING, _BEFORE = 2, 2
#: What is on its last day; what was not yet named often enough before it; what is late; everything else.
_LAST_DAY, _AHEAD, _LATE, _KNOWN = range(4)


def choose(found: Sequence[Duty], named: Sequence[int], today: date) -> Duty | None:
    """`named`: the ids of the tasks that were named to this person, the newest last. None where the only one there is
    was named often enough before its last day: on that day, and before it climbs in their name, they are told."""
    weary = named[-1] if len(named) >= _RUNNING and len(set(named[-_RUNNING:])) == 1 else None
    fresh = [duty for duty in found if duty.task.id != weary]
    pressing = [duty for duty in found if duty.task.due_on <= today]
    return next(iter(in_order(fresh or pressing, named, today)), None)


def in_order(found: Iterable[Duty], named: Sequence[int], today: date) -> list[Duty]:
    """The most urgent first; of what is equally urgent, what was named least."""
    return sorted(found, key=lambda duty: _urgency(duty, named.count(duty.task.id), today))


def _urgency(duty: Duty, times: int, today: date) -> tuple[int, int, date, int]:
    task = duty.task
    if task.due_on == today:
        return _LAST_DAY, times, task.due_on, task.id
    if task.due_on < today:
        return _LATE, times, task.due_on, task.id
    return (_AHEAD if times < _BEFORE else _KNOWN), 0, task.due_on, task.id


def is_time(office: Office, duty: Duty, today: date) -> bool:
    """Whether it may be named by now: it can be done, is still of use, and its first reminder has come."""
    rule = words.rule_of(office, duty.task)
    if rule is None or duty.held or not words.is_known(office, duty) or words.is_over(office, duty, today):
        return False
    calendar = office.catalog.calendar
    days = reminders(duty.task.due_on, lead_of(rule, calendar.policy), calendar.policy, calendar.workdays)
    return days[0] <= today and has_begun(office, duty, today)


def has_begun(office: Office, duty: Duty, today: date) -> bool:
    """What comes after a meeting is not asked for before it was held."""
    rule = words.rule_of(office, duty.task)
    return rule is None or planning.can_begin(rule, office.local(duty.starts_at).date(), today)
