"""In which months something usually is held, by the two calendars that stand side by side."""

from collections.abc import Iterable
from datetime import date

from bot.core.agenda.rules import Usual
from bot.core.understanding.days import MONTHS


def usual_months(kind: str, usual: Iterable[Usual]) -> list[str]:
    """Such as ["Juni", "Oktober–Januari"], each once; empty where nothing is usual."""
    spans = [_span(each.first[0], each.last[0]) for each in usual if each.kind == kind]
    return list(dict.fromkeys(spans))


def _span(first: int, last: int) -> str:
    return MONTHS[first - 1] if first == last else f"{MONTHS[first - 1]}–{MONTHS[last - 1]}"


def is_usual(kind: str, day: date, usual: Iterable[Usual]) -> bool:
    """Whether it usually is held at this time of the year; also where nothing is usual."""
    told, spans = (day.month, day.day), [(each.first, each.last) for each in usual if each.kind == kind]
    return not spans or any(
        first <= told <= last if first <= last else told >= first or told <= last for first, last in spans
    )
