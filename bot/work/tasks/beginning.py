"""What can be done already though it is not due this week."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.store.database.database import Connection
from bot.store.tasks import ladder as stored
from bot.store.tasks.reminding import Begun, Duty
from bot.store.tasks.tasks import OPEN
from bot.work.office import Office
from bot.work.tasks import words


async def can_begin(connection: Connection, office: Office, found: Sequence[Duty], today: date) -> set[int]:
    """Those of these that are due later than this week and can be done by now: one's own, when nothing comes first that
    is not done."""
    rules = office.catalog.calendar.rules
    begun = [duty for duty in found if _has_begun(office, duty, today)]
    first = sorted({key for duty in begun for key in rules[duty.task.rule].after})
    occasions = sorted({duty.task.occasion_id for duty in begun})
    undone = await stored.open_beside(connection, occasions, first) if first else []
    beside = {(task.occasion_id, task.wilayah, task.rule) for task in undone}
    return {
        duty.task.id
        for duty in begun
        if not any((duty.task.occasion_id, duty.task.wilayah, key) in beside for key in rules[duty.task.rule].after)
    }


def _has_begun(office: Office, duty: Duty, today: date) -> bool:
    rule, task = words.rule_of(office, duty.task), duty.task
    if rule is None or rule.begins is None or task.on_behalf or task.state != OPEN:
        return False
    first = office.local(duty.starts_at).date() + timedelta(days=rule.begins)
    return first <= today and task.due_on > today + words.WEEK


def begun_by(office: Office, today: date) -> list[Begun]:
    """The other way round: when the occasion has to be held, so that a task of these rules can be done by now."""
    by_days: dict[int, list[str]] = {}
    for rule in office.catalog.calendar.rules.values():
        if rule.begins is not None:
            by_days.setdefault(rule.begins, []).append(rule.key)
    return [
        Begun(rules, datetime.combine(today - timedelta(days=days - 1), time(), office.zone))
        for days, rules in sorted(by_days.items())
    ]
