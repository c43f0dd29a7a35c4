"""Days as people name them: "selasa depan", "14/1/27", "besok", "tgl 5 bulan depan", "3 hari lagi".

Each reader gives the days that may be meant: one, several to choose from, or none when there is no such day.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core.days_spelt import MONTHS as MONTH_KEYS
from bot.core.days_spelt import WEEKDAYS, DayWords
from bot.core.forms.digits import is_digits
from bot.core.spelt import Spellings, either
from bot.core.understanding.times.which_days import near_years, real_days, turned_to, weekdays

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_STEPS = {"besok": (1,), "lusa": (2,), "besok_lusa": (1, 2), "hari_ini": (0,), "kemarin": (-1,)}
_NIGHT = "malam|mlm"


@dataclass(frozen=True, slots=True)
class Named:
    """What one expression names. `weekday`: 0 is Monday, when only that was named; `number`: of a day without a month.
    `keep`: what it tells of the hour.

    Not `sure`: it may be no day at all, as "minggu" may be a week. `missing`: the name of a day that does not exist.
    """

    days: tuple[date, ...]
    weekday: int | None = None
    number: int | None = None
    sure: bool = True
    keep: str = ""
    missing: str = ""


def show_day(day: date) -> str:
    """As "Kamis, 14 Januari 2027"."""
    return f"{DAYS[day.weekday()]}, {show_date(day)}"


def show_date(day: date) -> str:
    """As "14 Januari 2027"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def show_short(day: date) -> str:
    """As "14 Jan", for a button."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


Read = Callable[[re.Match[str], date], Named]
Readers = tuple[tuple[re.Pattern[str], Read], ...]


def _day(year: int, month: int, day: int) -> Named:
    """A whole date; of one that no calendar has ("29 Februari 2027") its name."""
    made = real_days(year, month, day)
    real = 1 <= month <= 12 and 1 <= day <= 31 and 2000 <= year < 2100
    return Named(made, missing=f"{day} {MONTHS[month - 1]} {year}" if real and not made else "")


def _full_year(told: str) -> int:
    return int(told) if len(told) == 4 else 2000 + int(told)


def _coming(day: int, month: int, today: date) -> Named:
    """The next time this day of the year comes; when that is far off, the last time may be meant as well."""
    next_time = _day(today.year + ((month, day) < (today.month, today.day)), month, day)
    return next_time if next_time.missing else Named(near_years(day, month, today))


def _in_month(day: int, today: date, ahead: int) -> Named:
    month = today.month - 1 + ahead
    return _day(today.year + month // 12, month % 12 + 1, day)


def _near_months(day: int, today: date, old: date) -> list[date]:
    """The day of this number in the month of the day that is moved, and in those beside it, as far as they come."""
    return [made for ahead in (-1, 0, 1) for made in _in_month(day, old, ahead).days if made >= today]


class Days:
    """The days named in a text, with the words of days and parts of the day that people use."""

    def __init__(self, words: DayWords, parts: Spellings, clock: Spellings) -> None:
        """`parts`: of the day, beside which "nanti" means today, as it does before the `clock`."""
        self._weekday = {spelling: WEEKDAYS.index(day) for day, told in words.weekdays.items() for spelling in told}
        self._month = {
            spelling: MONTH_KEYS.index(month) + 1 for month, told in words.months.items() for spelling in told
        }
        self._near = {spelling: _STEPS[near] for near, told in words.near.items() for spelling in told}
        self._words = words
        self.months = either(self._month)
        self._of_that = re.compile(rf"\b({either(self._weekday)}|besok|lusa)nya\b")
        self._readers = self._compile(words, either(parts), either(clock))
        on = either([told for told in words.ahead if told not in words.from_now])
        span = rf"(?:(\d{{1,2}})\s*|se)({either(words.day)}|{either(words.week)})"
        shifts = either((*words.later, *words.sooner))
        self._shift = re.compile(rf"\b({shifts})\s+(?:(?:jadi|lagi)\s+)?{span}\b(?:\s+lagi\b)?")
        self._further = re.compile(rf"\b()(?:(\d{{1,3}})\s*|se)({either(words.day)}|{either(words.week)})\s+(?:{on})\b")

    def of_that_week(self, text: str, today: date) -> str:
        """ "Jumat 4 desember tidak bisa, sabtunya pi", "tgl 4 ada pesta, besoknya saja": counted from that day."""
        for found in self._of_that.finditer(text):
            named = [each for each in self.find(text[: found.start()], today)[0] if len(each.days) == 1]
            dates = [each for each in named if each.weekday is None] or named
            if dates:
                old, steps = dates[-1].days[0], self._near.get(found[1], (0,))[0]
                ahead = steps or (self._weekday[found[1]] - old.weekday()) % 7 or 7
                day = old + timedelta(days=ahead)
                return f"{text[: found.start()]} {day.isoformat()} {text[found.end() :]}"
        return text

    def find(self, text: str, today: date) -> tuple[list[Named], str]:
        """Every day named in a lower-case text, and what is left of it."""
        found: list[Named] = []
        for pattern, read in self._readers:
            while match := pattern.search(text):
                found.append(read(match, today))
                keep, behind = found[-1].keep, text[match.end() :]  # "malam minggu jam 8 malam"
                text = f"{text[: match.start()]} {'' if keep in behind.split() else keep} {behind}"
        return found, text

    def find_shift(self, text: str, old: date) -> tuple[Named | None, str]:
        """ "Mundur dua hari", "maju seminggu", "2 minggu lagi": counted from the day that is moved; and what is left of
        the text. "2 minggu dari sekarang" is not."""
        found = self._shift.search(text) or self._further.search(text)
        if found is None:
            return None, text
        step = int(found[2] or 1) * (1 if found[3] in self._words.day else 7)
        days = timedelta(days=-step if found[1] in self._words.sooner else step)
        return Named((old + days,)), f"{text[: found.start()]} {text[found.end() :]}"

    def turned(self, named: Named, text: str, today: date, old: date) -> Named:
        """ "Diundur hari sabtu": what is named lies behind the day that is moved, with "dimajukan" before it; a weekday
        is that of another week where it does not. Without either a bare weekday is also that of the week that is
        moved, and a bare number a day of its month."""
        spoken = set(text.split())
        named = self._in_its_week(named, spoken, today, old)
        later = not spoken.isdisjoint(self._words.later) and spoken.isdisjoint(self._words.shifting)
        sooner = not spoken.isdisjoint(self._words.sooner)
        if named.number is not None:
            near = _near_months(named.number, today, old)
            found = turned_to(near, old, later - sooner)
            return replace(named, days=found if later != sooner else found or named.days)
        if later == sooner or not named.days:
            return named
        fitting = tuple(day for day in named.days if (day > old if later else day < old))
        if fitting or named.weekday is None:
            return replace(named, days=fitting or named.days)
        ahead = (named.weekday - old.weekday()) % 7 or 7
        day = old + timedelta(days=ahead if later else ahead - 7 or -7)
        return replace(named, days=(day,)) if day >= today else named

    def _in_its_week(self, named: Named, spoken: set[str], today: date, old: date) -> Named:
        words = self._words
        if named.weekday is not None and not named.sure and not spoken.isdisjoint(words.next):
            return replace(named, days=(*named.days, old + timedelta(days=7)))  # "minggu depan": a week later
        if named.weekday is None or not spoken.isdisjoint((*words.next, *words.following, *words.this, *words.last)):
            return named
        there = old - timedelta(days=old.weekday() - named.weekday)
        days = sorted({*named.days, *((there,) if there >= today else ())} - {old})
        return replace(named, days=tuple(days)) if days else named

    def _compile(self, words: DayWords, part: str, clock: str) -> Readers:
        weekday, next_, this = either(self._weekday), either(words.next), either(words.this)
        day, week, month, year = map(either, (words.day, words.week, words.month, words.year))
        coming = f"{next_}|{either(words.following)}"
        next_week, date_ = rf"(?:{week})\s+(?:{coming})", rf"(?:(?:{either(words.date)})\s*\.?\s*)"
        full_year = rf"(?:(?:{year})?\s*'?(20\d\d|2[5-9]|3\d)\b(?![.:]\d)|(?:{year})\s+({next_}|{this})\b)"
        of_year = rf"(?:\s*(?:{year})\s*(\d{{4}}|{next_}|{this})\b)?"
        of_month = rf"\s*(?:{month})\s*({coming}|{this}|\d{{1,2}})\b{of_year}"
        of_week = rf"\s+(?:(?:{week})\s+(?={this}))?({coming}|{this}|{either(words.last)})\b|\s+({next_week})"
        besok = either(words.near["besok"])
        fill = rf"(?:[\s,]+(?:{either(words.fill)})\b)*"  # "minggu depan saja pak, jumatnya"
        which, back = either(words.which), either((*words.ahead, *words.ago))
        told: tuple[tuple[str, Read], ...] = (
            (r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", _by_iso),
            (rf"{date_}?\b(\d{{1,2}})\s?([/.-])\s?(\d{{1,2}})\s?\2\s?(\d{{4}}|\d{{2}})\b", _by_figures),
            (rf"{date_}?\b(\d{{1,2}})[\s/-]*({self.months})\b\.?(?:[\s/-]*{full_year})?", self._by_month),
            (rf"{date_}?\b(\d{{1,2}})\s?/\s?(\d{{1,2}})\b(?!\s?/)", _by_day_and_month),
            (rf"\b(?:{month})\s*(\d{{1,2}})\s*,?\s*{date_}(\d{{1,2}})\b{of_year}", self._by_month_number),
            (rf"\b(?:(?:{month})\s+)?({self.months})\s*,?\s*{date_}(\d{{1,2}})\b{of_year}", self._by_month_number),
            (rf"{date_}(\d{{1,2}})\b(?![.:]\d)(?:{of_month})?", self._by_number),
            (rf"\b(?:(\d{{1,3}})\s*|se)({day}|{week})\s+(?:(?:{which})\s+)?({back})\b", self._by_distance),
            (rf"\b({weekday})\s+(?:{besok})\b(?!\s+lusa)", self._tomorrow),
            (rf"\b(?:{besok}),?\s+(?:(?:{day})\s+)?({weekday})\b", self._tomorrow),
            (rf"\b({either(self._near)})\b(?:\s+hari)?", self._by_nearness),
            (rf"\b{next_week}{fill}[\s,]+(?:(?:{day})\s+)?({weekday})(?:nya)?\b", self._by_week_and_day),
            (rf"\b(?:(?:{either(words.soon)})\s+({part})|({part})\s+(?:{this}|nanti))\b", _on_today),
            (rf"\b(?:{either(words.soon)})()()\s+(?=(?:{clock})\s*\d)", _on_today),
            (rf"\b(?:{_NIGHT})\s+({weekday})\b(?:\s+(?:{this})\b)?", self._eve),
            (rf"(\b(?:{day})\s+)?\b({weekday})\b(?:{of_week})?(\s+(?:{part})\b)?", self._by_weekday),
            (rf"\b(?:{this})\s+({part})\b()", _on_today),  # "ini malam"; of "senin ini pagi" Monday is taken
        )
        return tuple((re.compile(pattern), read) for pattern, read in told)

    def _by_month(self, found: re.Match[str], today: date) -> Named:
        day, month = int(found[1]), self._month[found[2]]
        if found[3]:
            return _day(_full_year(found[3]), month, day)
        if found[4]:
            return _day(today.year + (found[4] in self._words.next), month, day)
        return _coming(day, month, today)

    def _by_number(self, found: re.Match[str], today: date) -> Named:
        """ "Tgl 5", "tgl 5 bulan depan", "tgl 5 bulan 2"."""
        day, which, year = int(found[1]), found[2], found[3]
        if which and is_digits(which):
            return self._of_month(day, int(which), year, today)
        if which:
            return _in_month(day, today, 0 if which in self._words.this else 1)
        this, following = _in_month(day, today, 0).days, _in_month(day, today, 1).days
        if this and this[0] >= today:
            return Named(this, number=day)
        recent = this and (today - this[0]).days <= 7
        return Named(this + following if recent else following, number=day)

    def _by_month_number(self, found: re.Match[str], today: date) -> Named:
        """ "Bulan 1 tanggal 3 tahun depan", "desember tgl 8"."""
        month = int(found[1]) if is_digits(found[1]) else self._month[found[1]]
        return self._of_month(int(found[2]), month, found[3], today)

    def _of_month(self, day: int, month: int, year: str | None, today: date) -> Named:
        if year is None:
            return _coming(day, month, today)
        return _day(int(year) if is_digits(year) else today.year + (year in self._words.next), month, day)

    def _by_distance(self, found: re.Match[str], today: date) -> Named:
        number = int(found[1]) if found[1] else 1
        back = found[3] in self._words.ago
        days = number * (1 if found[2] in self._words.day else 7)
        return Named(() if days > 3660 else (today + timedelta(days=-days if back else days),))

    def _by_nearness(self, found: re.Match[str], today: date) -> Named:
        return Named(tuple(today + timedelta(days=step) for step in self._near[" ".join(found[1].split())]))

    def _tomorrow(self, found: re.Match[str], today: date) -> Named:
        """ "Kamis besok", "besok kamis": the next Thursday."""
        weekday, tomorrow = self._weekday[found[1]], today + timedelta(days=1)
        return Named((tomorrow + timedelta(days=(weekday - tomorrow.weekday()) % 7),), weekday)

    def _eve(self, found: re.Match[str], today: date) -> Named:
        """ "Malam Jumat" is the evening before Friday to most people, and Friday evening to some; "malam Minggu" is
        Saturday's to all."""
        day = today + timedelta(days=(self._weekday[found[1]] - today.weekday()) % 7 or 7)
        eve = day - timedelta(days=1)
        return Named((eve,) if found[1] in self._words.weekdays["minggu"] else (eve, day), keep="malam")

    def _by_weekday(self, found: re.Match[str], today: date) -> Named:
        """ "Minggu" alone may be a week; "hari minggu" and "minggu pagi" are none."""
        weekday, part = self._weekday[found[2]], found[5] or ""
        sure = bool(found[1] or part) or found[2] not in self._words.week
        days = tuple(weekdays(weekday, self._which(found[3], found[4]), today))
        return Named(days, weekday, sure=sure, keep=part)

    def _which(self, week: str | None, next_week: str | None) -> str:
        if next_week or not week:
            return "next week" if next_week else ""
        return "last" if week in self._words.last else "this" if week in self._words.this else "next"

    def _by_week_and_day(self, found: re.Match[str], today: date) -> Named:
        weekday = self._weekday[found[1]]
        return Named(tuple(weekdays(weekday, "next week", today)), weekday)


def _by_iso(found: re.Match[str], _today: date) -> Named:
    return _day(int(found[1]), int(found[2]), int(found[3]))


def _by_figures(found: re.Match[str], _today: date) -> Named:
    return _day(_full_year(found[4]), int(found[3]), int(found[1]))


def _by_day_and_month(found: re.Match[str], today: date) -> Named:
    return _coming(int(found[1]), int(found[2]), today)


def _on_today(found: re.Match[str], today: date) -> Named:
    """ "Malam ini", "nanti sore", "ini malam"."""
    return Named((today,), keep=found[1] or found[2])
