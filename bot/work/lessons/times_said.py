"""The days and the hour that somebody names for their lessons, and the day until which they rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.core.lessons.schedule import HOURS
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.work.visit import Visit


@dataclass(frozen=True, slots=True)
class Times:
    """`days`, `without`: digits, 1 is Monday, those wanted and those denied. `hour`: the one that may be chosen and is
    nearest to `asked`, the one that was told; None where none was."""

    days: str = ""
    without: str = ""
    hour: time | None = None
    asked: time | None = None

    def __bool__(self) -> bool:
        return bool(self.days or self.without or self.asked)

    def days_from(self, days: str) -> str:
        """Of whoever has these; the last day stays."""
        left = "".join(day for day in self.days or days if day not in self.without)
        return left or days


def times_in(visit: Visit, text: str) -> Times:
    """Sentence by sentence: "jumat yang libur. senin rabu saja", "jam 8 terlalu malam, jam 7 saja"."""
    wanted, denied = "", ""
    hours, refused = list[time](), list[time]()
    for part, denies in _parts(visit, text):
        days = _days_in(visit, part)
        wanted, denied = (wanted, denied + days) if denies else (wanted + days, denied)
        hour = _hour_in(visit, part)
        if hour is not None:
            (refused if denies else hours).append(hour)
    asked = hours[-1] if hours else None
    free = [hour for hour in HOURS if hour not in {_nearest(one, HOURS) for one in refused}] or list(HOURS)
    hour = _nearest(asked, free) if asked is not None else None
    days = "".join(sorted({*wanted} - {*denied}))
    return Times(days, "".join(sorted({*denied})), hour, asked)


def _parts(visit: Visit, text: str) -> Iterator[tuple[str, bool]]:
    """Each with whether it denies what it names. An hour keeps its dot; a bare day behind a comma goes on with what was
    said before."""
    learning = visit.office.catalog.world.learning
    turns, closes = learning["bukan_hari"], learning["libur_hari"]
    begins = "|".join(map(re.escape, sorted(turns | learning["tetapi"], key=len, reverse=True)))
    denied = False
    for part in re.split(rf"[.,;!?](?!\d)|\b(?=(?:{begins})\b)", text.lower()):
        words = re.findall(r"\w+", part)
        spoken = f" {' '.join(words)} "
        goes_on = denied and len(words) == 1
        denied = goes_on or any(f" {phrase} " in spoken for phrase in turns | closes)
        yield part, denied


def _days_in(visit: Visit, text: str) -> str:
    spelt = visit.office.catalog.world.spellings.days.weekdays
    said = set(re.findall(r"\w+", text.lower()))
    return "".join(str(at) for at, words in enumerate(spelt.values(), 1) if said & {*words})


def _hour_in(visit: Visit, text: str) -> time | None:
    found = tongue_of(visit.office.catalog.world.spellings).read_when(text, visit.today)
    whens = (found,) if isinstance(found, Understood) else found.options if isinstance(found, Unsure) else ()
    return next((one.value.at for one in whens if one.value.at is not None), None)


def _nearest(to: time, hours: tuple[time, ...] | list[time]) -> time:
    return min(hours, key=lambda one: abs(_minutes(one) - _minutes(to)))


def _minutes(of: time) -> int:
    return of.hour * 60 + of.minute


def until(visit: Visit, text: str) -> date | None:
    """The day from which lessons come again; it stands at the end of what is said, and "dua minggu" counts from
    today."""
    words = text.split()
    ends = (" ".join(words[at:]) for at in range(len(words)))
    days = (day for end in ends if (day := _day_in(visit, end)) is not None)
    return next((day for day in days if day > visit.today), None) or _next_period(visit, text)


def _next_period(visit: Visit, text: str) -> date | None:
    """ "Sampai minggu depan" is the Monday of it, "sampai bulan depan" its first day: a rest tells its day, and is put
    right with a word."""
    learning, today = visit.office.catalog.world.learning, visit.today
    words = re.findall(r"\w+", text.lower())
    told = f" {' '.join(words)} "
    if any(f" {phrase} " in told for phrase in learning["pekan_depan"]):
        return today + timedelta(days=7 - today.weekday())
    if any(f" {phrase} " in told for phrase in learning["bulan_depan"]):
        return (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    return None


def _day_in(visit: Visit, text: str) -> date | None:
    """Named by itself, or by how far it moves."""
    spellings, today = visit.office.catalog.world.spellings, visit.today
    read = tongue_of(spellings).read_when
    for found in (read(text, today), read(f"{spellings.days.later[0]} {text}", today, old=today)):
        if isinstance(found, Understood) and found.value.day is not None:
            return found.value.day
    return None
