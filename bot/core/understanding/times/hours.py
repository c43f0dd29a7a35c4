"""Times of day: "jam 9", "setengah sepuluh", "jam 2 siang", "09.00 WITA", "habis zuhur"."""

import re
from dataclasses import dataclass, replace
from datetime import time

from bot.core.days_spelt import HourWords
from bot.core.forms.digits import is_digits
from bot.core.spelt import either

_OF_DAY = {  # hours by the clock face that each part of the day may have, and what is added to them
    "pagi": {h: h for h in range(1, 12)},
    "subuh": {4: 4, 5: 5},
    "dini hari": {h: h for h in range(1, 5)},
    "siang": {10: 10, 11: 11, 12: 12, 1: 13, 2: 14, 3: 15, 13: 13, 14: 14, 15: 15},
    "sore": {**{h: h + 12 for h in range(2, 7)}, **{h: h for h in range(14, 19)}},
    "malam": {**{h: h + 12 for h in range(6, 12)}, **{h: h for h in range(18, 24)}},
}
#: Which hours people mean by before and by after a prayer.
_AROUND_PRAYERS = {
    "subuh": ((time(3), time(5)), (time(5), time(8))),
    "zuhur": ((time(8), time(12, 30)), (time(12), time(15))),
    "jumat": ((time(7), time(12, 30)), (time(12, 30), time(16))),
    "asar": ((time(12, 30), time(15, 45)), (time(15), time(18))),
    "magrib": ((time(15, 30), time(18, 15)), (time(18), time(20))),
    "isya": ((time(17, 30), time(19, 30)), (time(19), time(22))),
}
_CLOCK = r"(\d{1,2})(?:[.:](\d{2}))?"
_ZONES = {"wib": 7, "wita": 8, "wit": 9}  # hours ahead of Greenwich
_ZONE = re.compile(r"\b(wita|wit|wib)\b")


@dataclass(frozen=True, slots=True)
class Hour:
    """When on the day: `at` by the clock (several when the person has to choose), or only a `part` of the day.

    `zone`: whose clock was named.
    """

    at: tuple[time, ...] = ()
    part: str = ""
    zone: str = ""


def hours_between(zone: str, local: str) -> int:
    """What has to be added to an hour of this zone; nothing where either is not known."""
    known = zone.lower() in _ZONES and local.lower() in _ZONES
    return _ZONES[local.lower()] - _ZONES[zone.lower()] if known else 0


def beside_prayer(hour: Hour, prayer: Hour) -> Hour | None:
    """ "Jam 2 habis jumatan": the hour that the prayer leaves; None where it leaves none, or more than one."""
    when, _, name = prayer.part.partition(" ")
    first, last = _AROUND_PRAYERS[name][when == "habis"]
    fitting = tuple(at for at in hour.at if first <= at <= last)
    return replace(hour, at=fitting) if len(fitting) == 1 else None


class Hours:
    """The time of day named in a text, with the words of hours that people use."""

    def __init__(self, words: HourWords) -> None:
        self._words = words
        self._part_of = {spelling: part for part, told in words.parts.items() for spelling in told}
        self._prayer_of = {spelling: prayer for prayer, told in words.prayers.items() for spelling in told}
        part, prayer, half = either(self._part_of), either(self._prayer_of), either(words.half)
        greeted = "".join(rf"(?<!{re.escape(word)} )" for word in words.greeting)
        when = rf"({either((*words.before, *words.after))})\s+(?:(?:{either(words.prayer)})\s+)?({prayer})"
        self._prayer = re.compile(rf"\b{when}\b(?:\s+(?:{either(words.together)}))?")
        self._part = re.compile(rf"\b{greeted}({part})\b(?: hari\b)?")
        until, end = either(words.until), either(words.end)
        self._open_end = re.compile(rf"\b(?:{until})\s+(?:{end})\b|-\s*(?:{end})\b")
        by = rf"(\d{{1,2}}|{either(words.quarter)})(?:\s*(?:{either(words.minute)})\b)?"
        off = rf"(?:\s*({either((*words.past, *words.short_of))})\s*{by})?"
        self._times = (
            re.compile(rf"\b(?:{either(words.clock)})\s*\.?\s*((?:{half})\s+)?{_CLOCK}{off}"),
            re.compile(r"()\b(\d{1,2})[.:](\d{2})\b(?!\s*[./]\d)()()"),
            re.compile(rf"\b((?:{half})\s+){_CLOCK}{off}"),
            re.compile(rf"()\b(\d{{1,2}})()()()(?=\s*(?:{part})\b)"),
        )
        clock, minutes = rf"(?:{either(words.clock)})\s*\.?\s*(?:(?:{half})\s+)?", r"(?:[.:]\d{2})?"
        first = rf"((?:\b{clock}|(?=\d{{1,2}}[.:]\d\d))(\d{{1,2}}){minutes})(?:\s*({part})\b)?"
        to = rf"\s*(?:\b(?:{until})\b|-)\s*(?:{clock})?(?:(?:{half})\s+)?\d{{1,2}}{minutes}(?![-/.:\d])"
        self._until = re.compile(rf"{first}{to}(?:\s*({part})\b)?")

    def find_prayer(self, text: str) -> tuple[Hour | None, str]:
        """ "Habis zuhur" in a lower-case text, and what is left of it. To be looked for before days: "habis jumat"."""
        found = self._prayer.search(text)
        if not found:
            return None, text
        when = "sebelum" if found[1] in self._words.before else "habis"
        return Hour(part=f"{when} {self._prayer_of[found[2]]}"), _cut_out(text, found)

    def find(self, text: str) -> tuple[Hour | None, str] | None:
        """The time of day in a lower-case text and what is left of it; no hour when none is named, None when it makes
        no sense."""
        zone = _ZONE.search(text)
        if zone:
            text = _cut_out(text, zone)
        text = self._until.sub(self._begin, self._open_end.sub(" ", text))
        part, rest = self._find_part(text)
        for pattern in self._times:
            clock = pattern.search(text)
            if clock:
                at = self._resolve(clock, part)
                return (
                    (Hour(at, zone=zone[1] if zone else ""), self._find_part(_cut_out(text, clock))[1]) if at else None
                )
        return (Hour(part=part) if part else None), rest

    def _begin(self, found: re.Match[str]) -> str:
        """Of "jam 9 sampai 12" the beginning; the part of the day behind the end is meant for both where it fits."""
        shared = found[4] if found[4] and int(found[2]) in _OF_DAY[self._part_of[found[4]]] else ""
        return f"{found[1]} {found[3] or shared}"

    def _find_part(self, text: str) -> tuple[str, str]:
        found = self._part.search(text)
        return (self._part_of[" ".join(found[1].split())], _cut_out(text, found)) if found else ("", text)

    def _resolve(self, clock: re.Match[str], part: str) -> tuple[time, ...]:
        """The times these figures may mean: one by its part of the day, else both halves of it unless only one fits."""
        half, hour, minute, off, by = clock.groups()
        shown = int(hour)
        before = bool(half)
        face = shown - before if shown - before > 0 or not before else 12
        if part:
            hours: tuple[int, ...] = tuple(h for f, h in _OF_DAY[part].items() if f == face)
        elif (len(hour) == 2 and (hour[0] == "0" or shown > 12)) or 9 <= face <= 12 or face == 0:
            hours = (face,)
        else:
            hours = (face, face + 12)
        minutes, shift = 30 if half else int(minute or 0), self._shift(off, by)
        return tuple(_at(h * 60 + minutes + shift) for h in hours if h < 24 and minutes < 60 and shown < 25)

    def _shift(self, off: str | None, by: str | None) -> int:
        """Minutes of "jam 9 lewat 15", "jam 9 kurang seperempat"."""
        minutes = 0 if not off or not by else int(by) if is_digits(by) else 15
        return minutes if off in self._words.past else -minutes


def _cut_out(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _at(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
