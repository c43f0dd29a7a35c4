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


@cache
def _known(spellings: Vocabulary) -> frozenset[str]:
    days, hours = spellings.days, spellings.hours
    lists: Iterable[Iterable[str]] = chain(
        days.weekdays.values(),
        days.months.values(),
        days.near.values(),
        (days.date, days.day, days.week, days.month, days.year, days.next, days.following, days.this, days.ahead),
        hours.parts.values(),
        hours.prayers.values(),
        (hours.before, hours.after, hours.prayer, hours.clock, hours.half, hours.quarter, hours.past, hours.minute),
    )
    return frozenset(part for words in lists for word in words for part in _PART.findall(word.lower()))
