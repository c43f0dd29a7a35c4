"""The days that stand written in an announcement, as they are for whoever reads it: "besok" is another day where it
leaves later, or waits for the next morning as its recipients were told enough."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.catalog.markup import visible
from bot.core.broadcasts.dated import Dates, near_days, only_near, past, wrong_weekdays
from bot.core.spelt import either
from bot.core.understanding.times.days import show_day
from bot.store.broadcasts.broadcasts import Broadcast
from bot.work.office import Office
from bot.work.round import Round

_Near = tuple[int, int, date]


def days_told(tour: Round, one: Broadcast, arrives: date) -> dict[str, Any]:
    """A date whose weekday is another one; "besok" that is another day when it `arrives`; dates that are over by then,
    of one that is used again."""
    text = visible(f"{one.message.html} {one.message.asked}")
    told = _dates(tour.office).within(text)
    near = sorted(_near(tour.office, text, arrives)) if arrives != tour.today else []
    return {
        "beda_hari": [{"tulis": told, "benar": day} for told, day in wrong_weekdays(told, text, tour.today)],
        "besok": [{"tulis": " ".join(text[start:end].split()), "hari": show_day(day)} for start, end, day in near],
        "lampau": [text[slice(*each.span)] for each in past(told, arrives, tour.today)],
    }


def dated(office: Office, text: str, today: date) -> str:
    """With the date in place of "besok"."""
    for start, end, day in sorted(_near(office, text, today), reverse=True):
        text = f"{text[:start]}{show_day(day)}{text[end:]}"
    return text


def _near(office: Office, text: str, today: date) -> Iterator[_Near]:
    """From where to where a near day stands, and which it is for whoever reads it `today`; "nanti sore" is that day."""
    for one in only_near(_dates(office).within(text)):
        if days := near_days(one, today):
            yield *one.span, days[0]
    spelt = office.catalog.world.spellings
    parts = either(word for words in spelt.hours.parts.values() for word in words)
    for found in re.finditer(rf"\b({either(spelt.days.soon)})\s+(?=(?:{parts})\b)", text, re.IGNORECASE):
        yield *found.span(1), today


def _dates(office: Office) -> Dates:
    spelt = office.catalog.world.spellings
    return Dates(spelt.days, spelt.hours)
