"""A day, a time or both: "selasa depan", "14/1/27 jam 9", "besok sore", "habis zuhur". Today is told by the caller."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.core.forms.say import Words
from bot.core.understanding.days import MONTH_WORDS, Named, find_days, show_day
from bot.core.understanding.hours import Hour, find_hour, find_prayer
from bot.core.understanding.numerals import read_numeral
from bot.core.understanding.pieces import LONGEST, cut, prepare
from bot.core.understanding.reading import MOST_OPTIONS
from bot.core.understanding.results import NotUnderstood, Understanding, Understood, Unknown, Unsure

_NO_DATE = re.compile(
    r"\d|\b(?:bukan|bkn|tidak|tdk|ndak|jangan|belum|atau|sampai|hingga|antara|setiap|tiap|kecuali|kalau|batal|sejak|s|kecuali)\b"
)
_LIMITS = re.compile(
    r"\b(?:sebelum|setelah|sesudah|selambat\S*|lambat|cepat|mulai|lewat|lebih|kurang|di atas|di bawah"
    r"|tengah|pertama|kedua|ketiga|keempat|terakhir)\b"
    rf"|\b(?:{MONTH_WORDS})\b"
)
_ABOUT = re.compile(r"\b(?:kurang lebih|lebih kurang|krg lbh|kira kira)\b")
_VAGUE = re.compile(
    r"\b(?:kapan|terserah|secepatnya|segera|nanti|sebentar|depan|awal|akhir|pertengahan|sebulan|bulan|tahun|sekarang|pekan|minggu|malam|lagi)\b"
)
_UNKNOWN = re.compile(
    r"\b(?:(?:tidak|tdk|ndak|belum|blm|kurang|krg|gak|ga|nda)\s+(?:tahu|tau|pasti|jelas|ada|ditentukan)|entah)\b"
)


@dataclass(frozen=True, slots=True)
class When:
    """`at`: by the clock; `part`: only a part of the day was named ("sore", "habis zuhur")."""

    day: date | None = None
    at: time | None = None
    part: str = ""


def read_when(text: str, today: date) -> Understanding[When]:
    """`today`: the date where the person is; a day named without its year or month lies ahead of it."""
    if len(text) > LONGEST:
        return NotUnderstood()
    plain = _ABOUT.sub(" ", _write_plain(text))
    prayer, plain = find_prayer(plain)
    named, plain = find_days(plain, today)
    clock = find_hour(plain)
    if clock is None or any(not each.days for each in named):
        return NotUnderstood()
    hour, rest = (prayer or clock[0]), clock[1]
    if prayer and clock[0] and clock[0].at:
        return NotUnderstood()
    if not named and hour is None:
        return _without_any(rest)
    if _NO_DATE.search(rest):
        return NotUnderstood()
    return _choose(named, hour or Hour(), not (_VAGUE.search(rest) or _LIMITS.search(rest)))


def say_when(when: When) -> Words:
    day = show_day(when.day) if when.day else ""
    return Words(
        "pengertian.waktu", {"hari": day, "jam": when.at.strftime("%H.%M") if when.at else "", "bagian": when.part}
    )


def _write_plain(text: str) -> str:
    """Lower case, numbers in words as figures, dates without gaps."""
    pieces, words, at = cut(prepare(text), fractions=False), [], 0
    while at < len(pieces):
        numeral = read_numeral(pieces, at) if pieces[at].kind == "word" else None
        if numeral and numeral[0].readings and numeral[0].readings[0].denominator == 1:
            words.append(str(numeral[0].readings[0]))
            at = numeral[1]
        else:
            words.append(pieces[at].text)
            at += 1
    joined = re.sub(r"(?<=\d) ([/:-]) (?=\d)", r"\1", " ".join(words))
    return re.sub(r"\b1/2 (?=\d)", "setengah ", joined)


def _without_any(rest: str) -> Understanding[When]:
    if _UNKNOWN.search(rest):
        return Unknown()
    return Unsure(Words("pengertian.kapan")) if _VAGUE.search(rest) else NotUnderstood()


def _choose(named: Sequence[Named], hour: Hour, clear: bool) -> Understanding[When]:
    days, sure = _meet(named)
    times: tuple[time | None, ...] = hour.at or (None,)
    whens = tuple(When(day, at, "" if at else hour.part) for day in days or (None,) for at in times)
    options = tuple(Understood(when, say_when(when)) for when in whens)
    if len(options) == 1 and sure and clear:
        return options[0]
    week = any(not each.sure for each in named)
    why = Words("pengertian.hari_minggu" if week else "pengertian.maksudnya")
    return Unsure(why, options if len(options) <= MOST_OPTIONS else ())


def _meet(named: Sequence[Named]) -> tuple[list[date], bool]:
    """The days on which everything named agrees; a weekday beside a date has to fit it."""
    dates = [each for each in named if each.weekday is None]
    weekdays = {each.weekday for each in named} - {None}
    if not dates:
        days = sorted({day for each in named for day in each.days})
        return days, len(days) <= 1 and all(each.sure for each in named)
    shared = sorted(set(dates[0].days).intersection(*(each.days for each in dates[1:])))
    fitting = [day for day in shared if weekdays <= {day.weekday()}]
    if fitting:
        return fitting, True
    return sorted({day for each in dates for day in each.days}), False
