"""By when something is to be done, as a written text tells it: "kumpulkan usulan paling lambat 12 Januari"."""

import re
from dataclasses import dataclass
from datetime import date

from bot.core.broadcasts.dated import DAY, Dates, Expression, days_of
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.understanding.times.moments import speaks_of_time

_BETWEEN = 25  # characters between the word that says so and its day


@dataclass(frozen=True, slots=True)
class Deadline:
    """`told`: the day as it stands there; `is_before`: the day itself is too late."""

    day: date
    told: Expression
    is_before: bool


def deadline_in(text: str, world: World, today: date) -> Deadline | None:
    """The first; None where no day is told, or only that it is one of the week."""
    spelt = world.spellings
    told = [one for one in Dates(spelt.days, spelt.hours).within(text) if one.sort == DAY and not one.is_ranged]
    before = frozenset(spelt.hours.before)
    for lead in re.finditer(rf"\b(?:{either(world.of_news['tenggat'] | before)})\b", text, re.IGNORECASE):
        behind = (one for one in told if 0 <= one.span[0] - lead.end() <= _BETWEEN)
        for one in behind:
            days = days_of(one.parts, today) if "number" in one.parts else None
            if days and not re.search(r"[.\n;]", text[lead.end() : one.span[0]]):
                return Deadline(days[0], one, lead[0].lower() in before)
    return None


def names_it(text: str, world: World) -> bool:
    """ "Batasnya 15 januari": that it is another day, and nothing besides."""
    known, named = world.of_news, re.compile(rf"\b(?:{either(world.of_news['tenggat'])})\b", re.IGNORECASE)
    beside = known["iringan"] | known["ganti"] | known["jadi"] | known["antara"] | known["keliru"] | known["hari"]
    left = [word for word in map(key_of, named.sub(" ", text).split()) if word not in beside]
    is_day = any(map(str.isdecimal, left)) and all(speaks_of_time(world.spellings, word) for word in left)
    return is_day and "?" not in text and named.search(text) is not None
