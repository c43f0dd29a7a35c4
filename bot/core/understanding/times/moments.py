"""Words by which people name a day or an hour, whatever stands beside them."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain

from bot.core.vocabulary import Vocabulary

_PART = re.compile(r"\w+")


def speaks_of_time(spellings: Vocabulary, text: str) -> bool:
    """Whether it holds nothing but such words and figures; of an empty text it is said, too."""
    return _known(spellings).issuperset(part for part in _PART.findall(text.lower()) if not part.isdecimal())


def speaks_of_day(spellings: Vocabulary, text: str) -> bool:
    """The same of words of a day alone."""
    return _of_days(spellings).issuperset(part for part in _PART.findall(text.lower()) if not part.isdecimal())


def speaks_of_hour(spellings: Vocabulary, text: str) -> bool:
    """The same of words of an hour alone."""
    return _of_hours(spellings).issuperset(part for part in _PART.findall(text.lower()) if not part.isdecimal())


@cache
def _known(spellings: Vocabulary) -> frozenset[str]:
    return _of_days(spellings) | _of_hours(spellings)


@cache
def _of_days(spellings: Vocabulary) -> frozenset[str]:
    days = spellings.days
    near = (days.weekdays.values(), days.months.values(), days.near.values())
    more = (days.date, days.day, days.week, days.month, days.year, days.next, days.following, days.this, days.ahead)
    return _parts(chain(*near, more))


@cache
def _of_hours(spellings: Vocabulary) -> frozenset[str]:
    hours = spellings.hours
    more = (hours.before, hours.after, hours.prayer, hours.clock, hours.half, hours.quarter, hours.past, hours.minute)
    return _parts(chain(hours.parts.values(), hours.prayers.values(), more))


def _parts(lists: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(part for words in lists for word in words for part in _PART.findall(word.lower()))
