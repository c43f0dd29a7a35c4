"""In which months something usually is held, by the calendars that stand side by side."""

from collections.abc import Iterable
from datetime import date

from bot.core.calendar.rules import Usual
from bot.core.understanding.times.days import MONTHS


def usual_months(kind: str, usual: Iterable[Usual]) -> list[str]:
    """Such as ["Juni", "Oktober–Januari"]; empty where nothing is usual."""
    months = {month for each in usual if each.kind == kind for month in _months(each.first[0], each.last[0])}
    begins = [month for month in sorted(months) if (month - 1 or 12) not in months]
    return [_told(month, months) for month in begins]


def _months(first: int, last: int) -> set[int]:
    return set(range(first, last + 1)) if first <= last else {*range(first, 13), *range(1, last + 1)}


def _told(first: int, months: set[int]) -> str:
    last = first
    while last % 12 + 1 in months:
        last = last % 12 + 1
    return MONTHS[first - 1] if first == last else f"{MONTHS[first - 1]}–{MONTHS[last - 1]}"


def is_usual(kind: str, day: date, usual: Iterable[Usual]) -> bool:
    """Whether it usually is held at this time of the year; also where nothing is usual."""
    told, spans = (day.month, day.day), [(each.first, each.last) for each in usual if each.kind == kind]
    return not spans or any(
        first <= told <= last if first <= last else told >= first or told <= last for first, last in spans
    )
