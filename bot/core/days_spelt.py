"""How people spell days and hours; the words themselves are in `content/kata/`."""

from dataclasses import dataclass
from typing import Annotated

from bot.core.spelt import Keys, Meanings, Spellings

WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
MONTHS = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)


@dataclass(frozen=True, eq=False, repr=False)
class DayWords:
    """`near`: "besok". `soon` and `this` beside a part of the day mean today. Behind a number of days or weeks `ahead`
    and `ago` count from today, `from_now` also where a date is moved; behind a weekday `last` is the one before.
    `bound`, `about`, `vague`, `stop`, `unknown`, `no`, `know` as in every answer, but of days. "`later` dua hari",
    "`sooner` seminggu" move a date; what is `shifting` moves it either way. Behind `besides` something else begins.
    An hour `whenever` is none."""

    weekdays: Annotated[Meanings, Keys(WEEKDAYS)]
    months: Annotated[Meanings, Keys(MONTHS)]
    near: Annotated[Meanings, Keys(("besok", "lusa", "besok_lusa", "hari_ini", "kemarin"))]
    date: Spellings
    day: Spellings
    week: Spellings
    month: Spellings
    year: Spellings
    next: Spellings
    following: Spellings
    this: Spellings
    last: Spellings
    ahead: Spellings
    from_now: Spellings
    ago: Spellings
    soon: Spellings
    besides: Spellings
    later: Spellings
    sooner: Spellings
    shifting: Spellings
    which: Spellings
    about: Spellings
    bound: Spellings
    vague: Spellings
    stop: Spellings
    unknown: Spellings
    no: Spellings
    know: Spellings
    whenever: Spellings


@dataclass(frozen=True, eq=False, repr=False)
class HourWords:
    """`parts` of the day; before and after which of the `prayers`. "Jam 9 `past` 15", "jam 9 `short_of` 15". Behind
    `greeting` a part of the day tells no time; `until` the `end` neither."""

    parts: Annotated[Meanings, Keys(("pagi", "siang", "sore", "malam", "subuh", "dini hari"))]
    prayers: Annotated[Meanings, Keys(("zuhur", "asar", "magrib", "isya", "jumat", "subuh"))]
    before: Spellings
    after: Spellings
    prayer: Spellings
    together: Spellings
    clock: Spellings
    half: Spellings
    quarter: Spellings
    past: Spellings
    short_of: Spellings
    minute: Spellings
    greeting: Spellings
    until: Spellings
    end: Spellings
