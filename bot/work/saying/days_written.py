"""Near days that stand written in what is passed on ("besok"), which is another day for whoever reads it later."""

import re
from collections.abc import Iterator
from datetime import date

from bot.core.broadcasts.dated import Dates, near_days, only_near
from bot.core.spelt import either
from bot.core.understanding.times.days import show_day
from bot.work.office import Office

_Near = tuple[int, int, date]


def dates(office: Office) -> Dates:
    spelt = office.catalog.world.spellings
    return Dates(spelt.days, spelt.hours)


def near(office: Office, text: str, day: date) -> Iterator[_Near]:
    """From where to where a near day stands, and which it is on that `day`; "nanti sore" is that day."""
    for one in only_near(dates(office).within(text)):
        if days := near_days(one, day):
            yield *one.span, days[0]
    spelt = office.catalog.world.spellings
    parts = either(word for words in spelt.hours.parts.values() for word in words)
    for found in re.finditer(rf"\b({either(spelt.days.soon)})\s+(?=(?:{parts})\b)", text, re.IGNORECASE):
        yield *found.span(1), day


def dated(office: Office, text: str, day: date) -> str:
    """With the date in place of "besok", as it was meant on that `day`."""
    for start, end, meant in sorted(near(office, text, day), reverse=True):
        text = f"{text[:start]}{show_day(meant)}{text[end:]}"
    return text


def later(office: Office, text: str, written: date, today: date) -> str:
    """As it is to be read `today`: what was written on another day is dated."""
    return text if written == today else dated(office, text, written)
