"""From when and until when something lasts, as people say it: "sampai tanggal 20", "dua minggu", "minggu depan", "mulai
senin", "3 bulan"."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.core.vocabulary import Vocabulary

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_ONE, _YEAR, _LAST = "se", 12, 31  # "sebulan"; months


@dataclass(frozen=True, slots=True)
class Spell:
    """`first`: None = from today. `over`: the first day on which it is over; None where nobody says."""

    first: date | None = None
    over: date | None = None


def spell_of(
    spellings: Vocabulary, text: str, today: date, until: Collection[str], since: Collection[str] = ()
) -> Spell:
    """Behind one of the words `until` stands the day on which it is over, behind one of `since`, or before `until`, the
    day on which it begins. A day alone is one of it, and so is the week or the month that is named; what is counted
    lasts from its first day."""
    words = _with_label(spellings, re.findall(r"[\w'/.-]+", text.lower()), until, since)
    ends = next((at for at, word in enumerate(words) if word.replace("/", "") in until), len(words))
    begins = next((at for at, word in enumerate(words[:ends]) if word in since), None)
    if begins is not None:
        first = _found(spellings, words[begins + 1 : ends], today).first
        return Spell(first, _found(spellings, words[:begins] + words[ends:], first or today, until).over)
    if ends < len(words):
        first = _found(spellings, words[:ends], today).first
        return Spell(first, _found(spellings, words[ends:], first or today, until).over)
    return _found(spellings, words, today)


def _with_label(
    spellings: Vocabulary, words: Sequence[str], until: Collection[str], since: Collection[str]
) -> list[str]:
    """ "Dari 7 sampai 18 desember" is from the date 7: a figure alone right before `until`, where a month ends it;
    "2 sampai 3 hari" counts days."""
    ends = next((at for at, word in enumerate(words) if word.replace("/", "") in until), 0)
    is_figure = ends > 0 and words[ends - 1].isdecimal() and 0 < int(words[ends - 1]) <= _LAST
    is_begun = ends > 1 and words[ends - 2] in since
    months = {name for names in spellings.days.months.values() for name in names}
    behind = words[ends + 1 : ends + 4]
    is_dated = any(one.isdecimal() and (is_begun or two in months) for one, two in pairwise([*behind, ""]))
    if not is_figure or not is_dated or (not is_begun and words[ends - 2] in spellings.days.date):
        return [*words]
    return [*words[: ends - 1], spellings.days.date[0], *words[ends - 1 :]]


def _found(spellings: Vocabulary, words: Sequence[str], today: date, until: Collection[str] = ()) -> Spell:
    for read in (_named_spell, _months, _named_day):
        for at in range(len(words)):
            is_behind = at > 0 and words[at - 1].replace("/", "") in until
            if at and words[at - 1].isdecimal() and not words[at].isdecimal():
                continue  # the unit of a number that says nothing is not one of it: "400 hari"
            spell = read(spellings, words[at:], today, is_behind)
            if spell.over is not None and spell.over > today:
                return Spell(spell.first if spell.first is not None and spell.first > today else None, spell.over)
    return Spell()


def _named_spell(spellings: Vocabulary, words: Sequence[str], today: date, is_behind: bool) -> Spell:
    """A week or a month, this one or the next; the next is over only a whole one later."""
    days = spellings.days
    if len(words) < 2 or words[1] not in {*days.this, *days.next}:
        return Spell()
    is_next = words[1] in days.next
    if words[0] in days.week:
        monday = today - timedelta(days=today.weekday()) + _WEEK
        return Spell(monday, monday + _WEEK) if is_next and not is_behind else Spell(None, monday)
    if words[0] in days.month:
        first = _later(today.replace(day=1), 1)
        return Spell(first, _later(first, 1)) if is_next and not is_behind else Spell(None, first)
    return Spell()


def _months(spellings: Vocabulary, words: Sequence[str], today: date, _is_behind: bool) -> Spell:
    """ "3 bulan", "sebulan", "setahun", and hundreds of days."""
    if len(words) > 1 and words[1] in spellings.days.day and re.fullmatch(r"[1-9]\d\d", words[0]):
        return Spell(None, today + int(words[0]) * _DAY)
    for names, months in ((spellings.days.month, 1), (spellings.days.year, _YEAR)):
        if words[0] in {f"{_ONE}{name}" for name in names}:
            return Spell(None, _later(today, months))
        if len(words) > 1 and words[1] in names and (count := _count(spellings, words[0])):
            return Spell(None, _later(today, count * months))
    return Spell()


def _count(spellings: Vocabulary, word: str) -> int:
    found = tongue_of(spellings).read_number(word)
    is_whole = isinstance(found, Understood) and found.value.denominator == 1 and 0 < found.value <= _YEAR
    return int(found.value) if isinstance(found, Understood) and is_whole else 0


def _later(day: date, months: int) -> date:
    """The same day so many months on; the last one where that month has no such day."""
    years, month = divmod(day.month - 1 + months, _YEAR)
    first = date(day.year + years, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - _DAY
    return min(first + timedelta(days=day.day - 1), last)


def _named_day(spellings: Vocabulary, words: Sequence[str], today: date, is_behind: bool) -> Spell:
    """By itself, or by how far it is from today."""
    read, end = tongue_of(spellings).read_when, " ".join(words)
    found = read(end, today)
    whens = (found,) if isinstance(found, Understood) else found.options if isinstance(found, Unsure) else ()
    ahead = [one.value.day for one in whens if one.value.day is not None and one.value.day >= today]
    if ahead:
        return Spell(None, min(ahead)) if is_behind else Spell(min(ahead), min(ahead) + _DAY)
    found = read(f"{spellings.days.later[0]} {end}", today, old=today)
    return Spell(None, found.value.day) if isinstance(found, Understood) else Spell()
