"""Times of day: "jam 9", "setengah sepuluh", "jam 2 siang", "09.00 WITA", "habis zuhur"."""

import re
from dataclasses import dataclass
from datetime import time

_PARTS = {
    "pagi": "pagi|pgi",
    "siang": "siang|siank",
    "sore": "sore|petang|soree",
    "malam": "malam|mlm|malem",
    "subuh": "subuh|shubuh",
    "dini hari": "dini hari",
}
_OF_DAY = {  # hours by the clock face that each part of the day may have, and what is added to them
    "pagi": {h: h for h in range(1, 12)},
    "subuh": {4: 4, 5: 5},
    "dini hari": {h: h for h in range(1, 5)},
    "siang": {10: 10, 11: 11, 12: 12, 1: 13, 2: 14, 3: 15, 13: 13, 14: 14, 15: 15},
    "sore": {**{h: h + 12 for h in range(2, 7)}, **{h: h for h in range(14, 19)}},
    "malam": {**{h: h + 12 for h in range(6, 12)}, **{h: h for h in range(18, 24)}},
}
_PRAYERS = {
    "zuhur": "dzuhur|zuhur|dhuhur|duhur|dhuzur|lohor|zhuhur|dzuhr|luhur",
    "asar": "ashar|asar|asr|ashr|assar",
    "magrib": "maghrib|magrib|mahgrib|magrip|maghrip",
    "isya": "isya|isa|isak|isyak|isha",
    "jumat": "jumatan|jum'atan|jumat|jum'at",
    "subuh": "subuh|shubuh",
}
_BEFORE = "sebelum|sblm|seblum|menjelang|jelang"
_AFTER = "habis|hbs|abis|ba'da|bada|bakda|ba'dah|setelah|stlh|sesudah|sesuda|selesai|usai|sehabis|lepas|seusai"


def _either(spellings: dict[str, str]) -> str:
    return "|".join(sorted((one for told in spellings.values() for one in told.split("|")), key=len, reverse=True))


_PRAYER = re.compile(
    rf"\b({_BEFORE}|{_AFTER})\s+(?:s[h]?[ao]lat\s+)?({_either(_PRAYERS)})\b(?:\s+(?:berjamaah|jamaah))?"
)
_PART = re.compile(rf"\b(?<!selamat )({_either(_PARTS)})\b(?: hari\b)?")
_CLOCK = r"(\d{1,2})(?:[.:](\d{2}))?"
_OFF = r"(?:\s*(lewat|lebih|kurang|krg)\s*(\d{1,2}|seperempat)(?:\s*(?:menit|mnt)\b)?)?"
_ZONE = r"(?:\s*(wita|wit|wib)\b)?"
_HALF = r"((?:setengah|stengah|stgh|1/2)\s+)?"
_TIMES = (
    re.compile(rf"\b(?:jam|jm|pukul|pkl|pukl|pkul)\s*\.?\s*{_HALF}{_CLOCK}{_OFF}{_ZONE}"),
    re.compile(rf"()\b(\d{{1,2}})[.:](\d{{2}})\b(?!\s*[./]\d)()(){_ZONE}"),
    re.compile(rf"\b((?:setengah|stengah|stgh)\s+){_CLOCK}{_OFF}{_ZONE}"),
    re.compile(rf"()\b(\d{{1,2}})()()()(?=\s*(?:{_either(_PARTS)})\b)()"),
)
_OPEN_END = re.compile(r"\b(?:sampai|sampe|s ?/ ?d|sd|hingga)\s+selesai\b|-\s*selesai\b")


@dataclass(frozen=True, slots=True)
class Hour:
    """When on the day: `at` by the clock (several when the person has to choose), or only a `part` of the day."""

    at: tuple[time, ...] = ()
    part: str = ""


def find_prayer(text: str) -> tuple[Hour | None, str]:
    """ "Habis zuhur" in a lower-case text, and what is left of it. To be looked for before days: "habis jumat"."""
    found = _PRAYER.search(text)
    if not found:
        return None, text
    when = "sebelum" if re.fullmatch(_BEFORE, found[1]) else "habis"
    return Hour(part=f"{when} {_name_of(found[2], _PRAYERS)}"), _cut_out(text, found)


def find_hour(text: str) -> tuple[Hour | None, str] | None:
    """The time of day in a lower-case text and what is left of it; no hour when none is named, None when it makes no
    sense."""
    text = _OPEN_END.sub(" ", text)
    part, rest = _find_part(text)
    for pattern in _TIMES:
        clock = pattern.search(text)
        if clock:
            at = _resolve(clock, part)
            return (Hour(at), _find_part(_cut_out(text, clock))[1]) if at else None
    return (Hour(part=part) if part else None), rest


def _find_part(text: str) -> tuple[str, str]:
    found = _PART.search(text)
    return (_name_of(found[1], _PARTS), _cut_out(text, found)) if found else ("", text)


def _name_of(spelling: str, names: dict[str, str]) -> str:
    return next(name for name, told in names.items() if spelling in told.split("|"))


def _cut_out(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _resolve(clock: re.Match[str], part: str) -> tuple[time, ...]:
    """The times these figures may mean: one by its part of the day, else both halves of it unless only one fits."""
    half, hour, minute, off, by, zone = clock.groups()
    shown = int(hour)
    before = bool(half)
    face = shown - before if shown - before > 0 or not before else 12
    if part:
        hours: tuple[int, ...] = tuple(h for f, h in _OF_DAY[part].items() if f == face)
    elif zone or (len(hour) == 2 and (hour[0] == "0" or shown > 12)) or 9 <= face <= 12 or face == 0:
        hours = (face,)
    else:
        hours = (face, face + 12)
    minutes = 30 if half else int(minute or 0)
    return tuple(_shift(h, minutes, off, by) for h in hours if h < 24 and minutes < 60 and shown < 25)


def _shift(hour: int, minute: int, off: str | None, by: str | None) -> time:
    """ "Jam 9 lewat 15", "jam 9 kurang seperempat"."""
    by_minutes = 0 if not off or not by else 15 if by == "seperempat" else int(by)
    total = hour * 60 + minute + (by_minutes if off in ("lewat", "lebih") else -by_minutes)
    return time(total // 60 % 24, total % 60)
