"""Days and hours as they stand written in a text: "hari rabu, 13 Januari", "besok", "jam 9.30 pagi", each as a whole
with its parts, so that what is put right is the whole of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from bot.core.days_spelt import MONTHS, WEEKDAYS, DayWords, HourWords
from bot.core.spelt import Meanings, either

DAY, HOUR = "day", "hour"
_STEPS = {"besok": (1,), "lusa": (2,), "besok_lusa": (1, 2), "hari_ini": (0,), "kemarin": (-1,)}
_BESIDE = r"(?:[\s,(]|<[^<>]*>)"  # between the parts of one date
_TOUCHES = re.compile(r"\s?[-–/]\s?\w")
_PAST = timedelta(days=60)  # a date without its year is not longer ago
_SPOKEN = {DAY: ("near", "weekday", "number", "month", "year"), HOUR: ("hour", "minute", "part")}


@dataclass(frozen=True, slots=True)
class Expression:
    """`parts`: what it says, each by its meaning; `at`: where each stands, with the words that only introduce it."""

    sort: str
    parts: Mapping[str, str]
    at: Mapping[str, tuple[int, int]]
    span: tuple[int, int]
    is_ranged: bool = False

    def says(self, told: Mapping[str, str]) -> bool:
        return all(self.parts.get(name) == value for name, value in told.items())

    def changed(self, told: Mapping[str, str]) -> "Expression":
        return replace(self, parts={**self.parts, **told})


class Dates:
    """Finds them by the spellings of `content/kata/`."""

    def __init__(self, days: DayWords, hours: HourWords) -> None:
        self._days, self._hours = days, hours

    def within(self, text: str) -> list[Expression]:
        found = [one for sort in (HOUR, DAY) for one in self._found(sort, text)]
        return sorted(found, key=lambda one: one.span)

    def read(self, text: str, sort: str) -> Expression | None:
        """What these words name and nothing else; also a number, a month alone."""
        told = re.sub(r"\s+", " ", text.strip(" .,"))
        if sort == DAY and (month := self._meaning("month", told)) is not None:
            return Expression(DAY, {"month": month}, {"month": (0, len(told))}, (0, len(told)))
        found = self._patterns[sort].fullmatch(told)
        return self._expression(sort, found, told) if found else None

    def _found(self, sort: str, text: str) -> Iterator[Expression]:
        for found in self._patterns[sort].finditer(text):
            one = self._expression(sort, found, text) if found[0] else None
            if one is not None and _is_one(one):
                yield one

    def _expression(self, sort: str, found: re.Match[str], text: str) -> Expression | None:
        at = {name: found.span(name) for name, told in found.groupdict().items() if told}
        parts = {name: self._meaning(name, found[name]) or "" for name in at if name in _SPOKEN[sort]}
        if not parts:
            return None
        first = min(start for start, _ in at.values())
        is_ranged = _TOUCHES.match(text, found.end()) is not None
        return Expression(sort, parts, at, (first, found.end()), is_ranged)

    def _meaning(self, name: str, told: str) -> str | None:
        """One word for all spellings of the same; of a number the number."""
        spelt: dict[str, Meanings] = {
            "near": self._days.near,
            "weekday": self._days.weekdays,
            "month": self._days.months,
            "part": self._hours.parts,
        }
        if name not in spelt:
            return str(int(told)) if told.isdecimal() else None
        folded = re.sub(r"\s+", " ", told.lower())
        return next((meaning for meaning, words in spelt[name].items() if folded in words), None)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        days, hours = self._days, self._hours
        near, weekday, month, part = (
            either(word for words in one.values() for word in words)
            for one in (days.near, days.weekdays, days.months, hours.parts)
        )
        number = r"(?P<number>\d{1,2})(?!\w|[.:/–-]\s?\d)"
        dated = rf"(?:(?P<date>{either(days.date)})(?!\w)\.?\s*)?{number}"
        behind = rf"(?:{_BESIDE}*(?P<month>{month})(?!\w)(?:{_BESIDE}*(?P<year>20\d\d)(?!\w))?)?"
        day = (
            rf"(?<![\w/–-])(?:(?P<near>{near})(?!\w){_BESIDE}*)?(?:(?P<day>{either(days.day)})\s+(?=\w))?"
            rf"(?:(?P<weekday>{weekday})(?!\w))?(?:{_BESIDE}*{dated}{behind})?(?<![\s,(])"
        )
        hour = (
            rf"(?<![\w.:/–-])(?:(?P<clock>{either(hours.clock)})\.?\s*)?(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d\d))?"
            rf"(?!\w|[.:]\d)(?:\s+(?P<part>{part})(?!\w))?"
        )
        return {DAY: re.compile(day, re.IGNORECASE), HOUR: re.compile(hour, re.IGNORECASE)}


def _is_one(one: Expression) -> bool:
    """A number alone is neither a day nor an hour."""
    if one.sort == HOUR:
        return any(name in one.at for name in ("clock", "minute", "part"))
    return set(one.at) != {"number"} and set(one.parts) != set()


# --- whether its parts agree -----------------------------------------------------------------------------------------


def agrees(one: Expression, today: date) -> bool:
    """Whether there is such a day: "kamis 14 januari" is a Thursday."""
    days = days_of(one.parts, today)
    return days is None or any(fits(one, day) for day in days)


def wrong_weekdays(told: Iterable[Expression], text: str, today: date) -> list[tuple[str, str]]:
    """Each date whose weekday is another one, as it stands there, with that weekday: "kamis 15 januari" is a Friday."""
    named = (_by_date(one) for one in told if {"weekday", "number", "month"} <= one.parts.keys())
    found = ((one, days_of(one.parts, today)) for one in named)
    wrong = [(one, days[0]) for one, days in found if days and not fits(one, days[0])]
    return [(" ".join(text[slice(*one.span)].split()), WEEKDAYS[day.weekday()]) for one, day in wrong]


def past(told: Iterable[Expression], day: date, today: date) -> list[Expression]:
    """Each date with its month that is over on that day."""
    dated = (_by_date(one) for one in told if {"number", "month"} <= one.parts.keys())
    return [one for one in dated if (days := days_of(one.parts, today)) and days[0] < day]


def _by_date(one: Expression) -> Expression:
    """Without "besok" before it: that is another day once it is written on another."""
    return replace(one, parts={name: told for name, told in one.parts.items() if name != "near"})


def fits(one: Expression, day: date) -> bool:
    """Whether it may name this day."""
    told = {"weekday": WEEKDAYS[day.weekday()], "number": str(day.day), "month": MONTHS[day.month - 1]}
    return all(told.get(name, value) == value for name, value in one.parts.items())


def only_near(told: Iterable[Expression]) -> list[Expression]:
    """ "Besok" and the like, without the date beside it."""
    return [one for one in told if "near" in one.parts and "number" not in one.parts]


def near_days(one: Expression, today: date) -> list[date]:
    """Those that "besok" means."""
    return [today + timedelta(days=step) for step in _STEPS.get(one.parts.get("near", ""), ())]


def days_of(parts: Mapping[str, str], today: date) -> list[date] | None:
    """None where nothing says which day of which month it is."""
    if "near" in parts:
        return [today + timedelta(days=step) for step in _STEPS[parts["near"]]]
    if "number" not in parts:
        return None
    first = today - _PAST if "month" in parts else today
    ahead = (first + timedelta(days=step) for step in range(3 * 366))
    wanted = {name: parts[name] for name in ("number", "month") if name in parts}
    year = parts.get("year")
    probe = Expression(DAY, wanted, {}, (0, 0))
    found = (day for day in ahead if fits(probe, day) and year in (None, str(day.year)))
    return [day for day in [next(found, None)] if day is not None]
