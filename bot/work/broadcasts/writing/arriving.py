"""The days that stand written in an announcement, as they are for whoever reads it: "besok" is another day where it
leaves later, or waits for the next morning as its recipients were told enough."""

from datetime import date
from typing import Any

from bot.catalog.markup import visible
from bot.core.broadcasts.dated import past, wrong_weekdays
from bot.core.understanding.times.days import show_day
from bot.store.broadcasts.broadcasts import Broadcast
from bot.work.round import Round
from bot.work.saying import days_written


def days_told(tour: Round, one: Broadcast, arrives: date) -> dict[str, Any]:
    """A date whose weekday is another one; "besok" that is another day when it `arrives`; dates that are over by then,
    of one that is used again."""
    text = visible(f"{one.message.html} {one.message.asked}")
    told = days_written.dates(tour.office).within(text)
    near = sorted(days_written.near(tour.office, text, arrives)) if arrives != tour.today else []
    return {
        "beda_hari": [{"tulis": told, "benar": day} for told, day in wrong_weekdays(told, text, tour.today)],
        "besok": [{"tulis": " ".join(text[start:end].split()), "hari": show_day(day)} for start, end, day in near],
        "lampau": [text[slice(*each.span)] for each in past(told, arrives, tour.today)],
    }
