"""Backward planning: from the day of an occasion to the day each of its tasks is due."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from bot.core.calendar.rules import FOLLOW_UP, PREPARATION, Policy, TaskRule, on_day
from bot.core.calendar.workdays import Workdays


def plan(
    rules: Iterable[TaskRule],
    held_on: date,
    today: date,
    workdays: Workdays,
    policy: Policy,
    fixed: Mapping[str, date] | None = None,
) -> dict[str, date]:
    """The due day of each task, by key: a working day, not before what it waits for, and never already past.

    `held_on`: the local day of the occasion. `fixed`: due days that do not move any more (done tasks). What would have
    had to come before an occasion that is over is left out. An input that is not there yet is not looked at: see
    `starts`.
    """
    listed = [rule for rule in rules if is_ahead(rule, held_on, today)]
    by_key = {rule.key: rule for rule in listed}
    planned = dict(fixed or {})
    for rule in _in_order(listed):
        if rule.key in planned:
            continue
        due = _wanted(rule, held_on, workdays)
        if due <= today:
            due = _squeezed(rule, held_on, today, workdays, policy)
        before = [planned[key] for key in rule.after if key in planned and key in by_key]
        planned[rule.key] = workdays.on_or_after(max([due, *before]))
    return {rule.key: planned[rule.key] for rule in listed}


def is_ahead(rule: TaskRule, held_on: date, today: date) -> bool:
    """Whether it can still be done: not what would have had to come before an occasion that is over."""
    return held_on >= today or rule.offset >= 0


def is_of_use(rule: TaskRule, held_on: date, today: date, workdays: Workdays) -> bool:
    """Whether it may come into use now: nobody is asked for, and late with, what a meeting that was would have had
    behind it by now."""
    return is_ahead(rule, held_on, today) and (held_on >= today or _wanted(rule, held_on, workdays) >= today)


def is_over(rule: TaskRule, held_on: date, today: date) -> bool:
    """Whether it is of no use any more: what prepared a meeting that is over."""
    return rule.phase == PREPARATION and held_on < today


def can_begin(rule: TaskRule, held_on: date, today: date) -> bool:
    """Whether it can be done by now: what comes after a meeting not before it was held, nor before its own first
    day. What prepares one may be done early."""
    return rule.offset < 0 or first_day(rule, held_on) <= today


def first_day(rule: TaskRule, held_on: date) -> date:
    return held_on + timedelta(days=rule.begins or 0)


def _squeezed(rule: TaskRule, held_on: date, today: date, workdays: Workdays, policy: Policy) -> date:
    """A few days from now; what prepares a meeting not after it, as long as there is a working day until then."""
    due, last = workdays.add(today, policy.squeezed), workdays.on_or_before(held_on)
    return min(due, last) if rule.offset < 0 and last >= today else due


def starts(due: date, today: date, workdays: Workdays, policy: Policy) -> date:
    """The due day of a task that could not begin before today: nobody is late at once because of somebody else."""
    return max(due, workdays.add(today, policy.squeezed))


def ends(rule: TaskRule, held_on: date, policy: Policy) -> date:
    """The day after which an unfinished task leaves the lists by itself."""
    if rule.phase != FOLLOW_UP:
        return held_on + timedelta(days=policy.prepares_for)
    months = held_on.month - 1 + policy.follows_for
    return on_day(held_on.year + months // 12, (months % 12 + 1, min(held_on.day, 28)))


def _wanted(rule: TaskRule, held_on: date, workdays: Workdays) -> date:
    """What the offset says, moved to a working day: earlier before the occasion, later from its day on. What a law
    wants by a day of the year is due on it, or on the working day before; after that day, by the offset."""
    if rule.latest is not None:
        latest = workdays.on_or_before(on_day(held_on.year, rule.latest))
        if latest >= held_on:
            return latest
    if rule.in_workdays:
        return workdays.add(workdays.on_or_before(held_on), rule.offset)
    day = held_on + timedelta(days=rule.offset)
    return workdays.on_or_before(day) if rule.offset < 0 else workdays.on_or_after(day)


def _in_order(rules: list[TaskRule]) -> list[TaskRule]:
    """What others wait for comes first. A circle is refused when the content is read."""
    left, order = {rule.key: rule for rule in rules}, []
    while left:
        free = [rule for rule in left.values() if not any(key in left for key in rule.after)]
        order += free or list(left.values())
        left = {rule.key: rule for rule in left.values() if rule not in order}
    return order
