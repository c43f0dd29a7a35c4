"""The days that stand written in an announcement, as they are for whoever reads it: "besok" is another day where it
leaves later, or waits for the next morning as its recipients were told enough."""

from datetime import date
from typing import Any

from bot.catalog.markup import visible
from bot.core.broadcasts.dated import past, wrong_weekdays
from bot.core.understanding.times.days import show_day
from bot.store.broadcasts.broadcasts import Broadcast
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying import days_written


def days_told(tour: Round, one: Broadcast, begins: date, arrives: date) -> dict[str, Any]:
    """A date whose weekday is another one; "besok" that is another day when it `begins`, or has its date where it
    `arrives` later; dates that are over by then, of one that is used again."""
    text = visible(f"{one.message.html} {one.message.asked}")
    told = days_written.dates(tour.office).within(text)
    near = near_told(tour.office, one, begins) if arrives != tour.today else []
    return {
        "beda_hari": [{"tulis": told, "benar": day} for told, day in wrong_weekdays(told, text, tour.today)],
        "besok": [{"tulis": told, "hari": show_day(day)} for told, day in near],
        "ganti": arrives != begins,
        "lampau": [text[slice(*each.span)] for each in past(told, arrives, tour.today)],
    }


def near_told(office: Office, one: Broadcast, day: date) -> list[tuple[str, date]]:
    """Each near day as it stands there, and which it is on that `day`."""
    text = visible(f"{one.message.html} {one.message.asked}")
    near = sorted(days_written.near(office, text, day))
    return [(" ".join(text[start:end].split()), meant) for start, end, meant in near]
