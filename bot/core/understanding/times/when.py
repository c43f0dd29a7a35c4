"""A day, a time or both: "selasa depan", "14/1/27 jam 9", "besok sore", "habis zuhur". Today is told by the caller."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from itertools import chain

from bot.core.days_spelt import DayWords, HourWords
from bot.core.forms.say import Words
from bot.core.spelt import WhichCount, either
from bot.core.understanding.amounts.numerals import Numerals
from bot.core.understanding.amounts.pieces import LONGEST, cut, prepare
from bot.core.understanding.amounts.reading import MOST_OPTIONS
from bot.core.understanding.contrasts import holding_in, put_right
from bot.core.understanding.results import NotUnderstood, Understanding, Understood, Unknown, Unsure
from bot.core.understanding.times.counted import Counted
from bot.core.understanding.times.days import Days, Named, show_day
from bot.core.understanding.times.hours import Hour, Hours, beside_prayer, hours_between
from bot.core.vocabulary import SharedWords

_FEWEST_BESIDES = 3  # words; fewer rather belong to the day
_NEAR = 3  # hours; one put right is hardly further from what was said
_TODAY = ("pagi", "siang", "sore", "malam", "subuh")  # "nanti sore" is today; "dini hari nanti" is not


@dataclass(frozen=True, slots=True)
class When:
    """`at`: by the clock; `part`: only a part of the day was named ("sore", "habis zuhur")."""

    day: date | None = None
    at: time | None = None
    part: str = ""


class Whens:
    """Days and hours in one text."""

    def __init__(
        self,
        numerals: Numerals,
        days: DayWords,
        hours: HourWords,
        common: SharedWords,
        which_count: WhichCount | None = None,
    ) -> None:
        parts = tuple(word for part in _TODAY for word in hours.parts[part])
        self._numerals, self._days, self._hours = numerals, Days(days, parts, hours.clock), Hours(hours)
        self._common, self._endings = common, common.endings
        self._known = _single_words(days) | _single_words(hours)
        self._counted = Counted(days, hours, numerals, which_count) if which_count else None
        unknown = rf"(?:{either(days.no)})\s+(?:{either(days.know)})|{either(days.unknown)}"
        self._about, self._unknown = re.compile(rf"\b(?:{either(days.about)})\b"), re.compile(rf"\b(?:{unknown})\b")
        this, week = either(days.this), either(days.week)
        self._this_week = re.compile(rf"\b(?:(?:{this})\s+(?:{week})|(?:{week})\s+(?:{this}))\b")
        taken = rf"^(?:(?!\b(?:{either(common.because)})\b)[^,;.])*\b(?:{either(days.taken)})\b"
        self._no_date = re.compile(rf"\d|\b(?:{either(days.stop)})\b|{taken}")
        named = either(one for told in days.weekdays.values() for one in told)
        self._not_free = re.compile(rf"\b(?:{either(days.no)})\s+(?:{either(days.free)})\b.*\b(?:{named})\b")
        no_hour = rf"(?:{either(days.no)})\s+(?:{either(days.know)})|{either(days.whenever)}"
        self._no_hour = re.compile(rf"\b(?:{either(hours.clock)})(?:nya|x)?\b.*\b(?:{no_hour})\b")
        self._vague = re.compile(rf"\b(?:{either(days.vague)})\b")
        self._asks = re.compile(rf"\b(?:{either(days.vague)})\b[^,.;!\n]*\?")  # "jadinya kapan? belum ada undangan"
        self._limits = re.compile(rf"\b(?:{either(days.bound)}|{self._days.months})\b")
        sure = either((*days.besides, *common.condition))
        begins = rf"{sure}|{either(common.link)}"
        self._cut = re.compile(rf"(?<!\d)[,.;:](?!\d)|(?<=\d)[,;.](?=\s)|[!?()\n]|(?<=[\s,.])(?=(?:{begins})\b)")
        self._begins, self._links = re.compile(rf"(?:{sure})\b"), re.compile(rf"(?:{either(common.link)})\b")
        self._against = re.compile(rf"\b(?:{either((*days.stop, *days.bound))})\b")

    def read(self, text: str, today: date, zone: str = "", old: date | None = None) -> Understanding[When]:
        """`today`: the date where the person is; a day named without its year or month lies ahead of it. `zone`: whose
        clock goes there. `old`: the day that is moved, from which "mundur dua hari" counts."""
        if len(text) > LONGEST:
            return NotUnderstood()
        text = self._days.of_that_week(text.lower(), today)
        parts = put_right(text, self._common)
        if len(parts) > 1 and (righted := self._put_right(parts, today, zone, old)):
            return righted
        found = self._read_whole(text, today, zone, old)
        if isinstance(found, Understood):
            return found
        for way in (self._without_asides, self._what_holds, self._what_is_free):
            rest = way(text, today)
            shorter = self._read_whole(rest, today, zone, old) if rest else found
            if isinstance(shorter, Understood):
                return shorter
        return self._as_counted(text, today, zone, old) or found

    def _as_counted(self, text: str, today: date, zone: str, old: date | None) -> Understanding[When] | None:
        """What counts of several days or hours, as examples teach; an hour without the day that was told is not all."""
        told = self._counted.told(text) if self._counted else ""
        found = self._read_whole(told, today, zone, old) if told else None
        if not isinstance(found, Understood):
            return found if isinstance(found, Unsure) else None
        is_all = found.value.day or not self._days.find(self._write_plain(text), today)[0]
        return found if is_all else None

    def _put_right(self, parts: Sequence[str], today: date, zone: str, old: date | None) -> Understanding[When] | None:
        """ "Besok jam 2 eh jam 3 sore maksudku": what is told last holds, with what it leaves out of that before."""
        read = (self._read_whole(part, today, zone, old) for part in parts)
        before, *behind = [whens for one in read if (whens := _whens(one))] or [()]
        for told in behind:
            before = _righted(before, told)
        return _which(before) if behind else None

    def _what_holds(self, text: str, today: date) -> str:
        """ "Jangan jumat, sabtu saja": without the day that is not meant; empty where no two are told."""
        kept = holding_in(text, lambda clause: self._told(clause, today), self._common)
        return self._without_asides(kept, today) or kept

    def _what_is_free(self, text: str, today: date) -> str:
        """ "Kamis saja, pak camat tidak bisa rabu": without the part that says on which day somebody cannot."""
        parts = [part for part in self._cut.split(text.lower()) if part and part.strip()]
        kept = ", ".join(part for part in parts if not self._not_free.search(part))
        return (self._without_asides(kept, today) or kept) if kept else ""

    def _told(self, clause: str, today: date) -> tuple[Fraction, ...]:
        """One for each day or hour that is named."""
        plain = self._write_plain(clause)
        named, left = self._days.find(plain, today)
        clock = self._hours.find(left)
        hours = int(bool(clock and clock[0]))
        return tuple(map(Fraction, range(len(named) + hours)))

    def _without_asides(self, text: str, today: date) -> str:
        """The parts that name a day or an hour; empty where there is nothing to leave out."""
        parts = [part for part in self._cut.split(text.lower()) if part and part.strip()]
        kept = [part for part in parts if not self._is_aside(part, today)]
        return ", ".join(kept) if 0 < len(kept) < len(parts) else ""

    def _is_aside(self, part: str, today: date) -> bool:
        """It names no day and no hour, and takes none back; behind "kalau", "sebelum" a part of the day is none."""
        plain = self._this_week.sub(" ", self._write_plain(part))  # "ini minggu panen bawang semua"
        prayer, _ = self._hours.find_prayer(plain)
        left = self._without_money(plain)
        if prayer or any(letter.isdecimal() for letter in left) or self._days.find(plain, today)[0]:
            return False
        if left != plain:
            return not self._against.search(plain)
        if self._no_hour.search(plain):
            return True
        clock = self._hours.find(plain)
        words = len(plain.split())
        if self._begins.match(plain):
            return words > 1
        long = words >= _FEWEST_BESIDES and clock is not None and clock[0] is None
        link = self._links.match(plain) is not None
        return (long or (link and words > 1)) and not self._against.search(plain, link and plain.index(" "))

    def _without_money(self, plain: str) -> str:
        """ "Konsumsinya 750 ribu" is no hour."""
        words = plain.split()
        scales = [any(atom.kind == "big" for atom in self._numerals.atoms_of(word)) for word in words]
        money = {at for at, word in enumerate(words[:-1]) if word[:1].isdecimal() and scales[at + 1]}
        return " ".join(word for at, word in enumerate(words) if not {at, at - 1} & money) if money else plain

    def _read_whole(self, text: str, today: date, zone: str, old: date | None) -> Understanding[When]:
        plain = self._about.sub(" ", self._write_plain(text))
        prayer, plain = self._hours.find_prayer(plain)
        moved, plain = self._days.find_shift(plain, old) if old else (None, plain)
        whole = plain
        named, plain = self._days.find(plain, today)
        named = [self._days.turned(each, whole, today, old) for each in named] if old else named
        named = [*([moved] if moved else []), *named]
        clock = self._hours.find(plain)
        missing = next((each.missing for each in named if each.missing), "")
        if missing:
            return Unsure(Words("pengertian.tidak_ada_hari", {"hari": missing}))
        if clock is None or any(not each.days for each in named):
            return NotUnderstood()
        hour, rest = (prayer or clock[0]), clock[1]
        if prayer and clock[0] and clock[0].at:
            hour = beside_prayer(clock[0], prayer)
            if hour is None:
                return NotUnderstood()
        if not named and hour is None:
            return NotUnderstood() if self._asks.search(text) else self._without_any(rest)
        if self._no_date.search(rest):
            return NotUnderstood()
        return _choose(named, hour or Hour(), zone, not (self._vague.search(rest) or self._limits.search(rest)))

    def _write_plain(self, text: str) -> str:
        """Lower case, numbers in words as figures, dates without gaps."""
        pieces, words, at = cut(prepare(text), fractions=False), [], 0
        while at < len(pieces):
            numeral = self._numerals.read(pieces, at) if pieces[at].kind == "word" else None
            if numeral and numeral[0].readings and numeral[0].readings[0].denominator == 1:
                words.append(str(numeral[0].readings[0]))
                at = numeral[1]
            else:
                words.append(self._stem(pieces[at].text))
                at += 1
        joined = re.sub(r"(?<=\d) ([/:-]) (?=\d)", r"\1", " ".join(words))
        return re.sub(r"\b1/2 (?=\d)", "setengah ", joined)

    def _stem(self, word: str) -> str:
        """ "Besokmi" is "besok"; a word that is known is what it is."""
        if word in self._known:
            return word
        stems = (word.removesuffix(ending) for ending in self._endings if word.endswith(ending))
        return next((stem for stem in stems if stem in self._known), word)

    def _without_any(self, rest: str) -> Understanding[When]:
        if self._unknown.search(rest):
            return Unknown()
        return Unsure(Words("pengertian.kapan")) if self._vague.search(rest) else NotUnderstood()


def _single_words(told: DayWords | HourWords) -> frozenset[str]:
    lists = [getattr(told, each.name) for each in fields(told)]
    spelt = [word for one in lists for word in (chain(*one.values()) if isinstance(one, Mapping) else one)]
    return frozenset(word for word in spelt if " " not in word)


def say_when(when: When) -> Words:
    day = show_day(when.day) if when.day else ""
    return Words(
        "pengertian.waktu", {"hari": day, "jam": when.at.strftime("%H.%M") if when.at else "", "bagian": when.part}
    )


def _choose(named: Sequence[Named], hour: Hour, zone: str, clear: bool) -> Understanding[When]:
    days, sure = _meet(named)
    times: tuple[time | None, ...] = hour.at or (None,)
    hours = hours_between(hour.zone, zone)
    whens = tuple(_here(When(day, at, "" if at else hour.part), hours) for day in days or (None,) for at in times)
    week = any(not each.sure for each in named)
    return _which(whens, sure and clear, "pengertian.hari_minggu" if week else "pengertian.maksudnya")


def _which(whens: Sequence[When], sure: bool = True, why: str = "pengertian.maksudnya") -> Understanding[When]:
    options = tuple(Understood(when, say_when(when)) for when in whens)
    if len(options) == 1 and sure:
        return options[0]
    return Unsure(Words(why), options if len(options) <= MOST_OPTIONS else ())


def _whens(found: Understanding[When]) -> tuple[When, ...]:
    options = (found,) if isinstance(found, Understood) else getattr(found, "options", ())
    return tuple(option.value for option in options)


def _righted(before: Sequence[When], told: Sequence[When]) -> tuple[When, ...]:
    """ "Jam 7 malam eh jam 8" is in the evening, too."""
    near = [
        each for each in told if any(one.at and each.at and abs(one.at.hour - each.at.hour) <= _NEAR for one in before)
    ]
    found = [
        When(
            each.day or one.day, each.at or (None if each.part else one.at), each.part or ("" if each.at else one.part)
        )
        for each in near or told
        for one in before
    ]
    return tuple(dict.fromkeys(found))


def _here(when: When, hours: int) -> When:
    """The same moment by the clock of this place, which may be on the day after."""
    if when.at is None or not hours:
        return when
    moment = datetime.combine(when.day or date(2000, 1, 2), when.at) + timedelta(hours=hours)
    return replace(when, day=moment.date() if when.day else None, at=moment.time())


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
