"""Until when something lasts, as people say it at the end of a sentence: "sampai tanggal 20", "dua minggu", "minggu
ini", "besok"."""

import re
from collections.abc import Collection
from datetime import date, timedelta

from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.core.vocabulary import Vocabulary

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def ends_on(spellings: Vocabulary, text: str, today: date, until: Collection[str]) -> date | None:
    """The first day on which it is over; None where no day ahead is named. Behind one of the words `until` stands that
    day itself; a day alone is still within, and so is the week or the month that is named."""
    words = re.findall(r"[\w'/.-]+", text.lower())
    for read in (_spell, _named):
        for at in range(len(words)):
            is_behind = at > 0 and words[at - 1].replace("/", "") in until
            day = read(spellings, words[at:], today, is_behind)
            if day is not None and day > today:
                return day
    return None


def _spell(spellings: Vocabulary, words: list[str], today: date, is_behind: bool) -> date | None:
    """A week or a month, this one or the next; the next is over only a whole one later."""
    days = spellings.days
    if len(words) < 2 or words[1] not in {*days.this, *days.next}:
        return None
    is_next = words[1] in days.next
    if words[0] in days.week:
        monday = today - timedelta(days=today.weekday()) + _WEEK
        return monday if is_behind or not is_next else monday + _WEEK
    if words[0] in days.month:
        first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
        later = (first + timedelta(days=32)).replace(day=1)
        return later if is_next and not is_behind else first
    return None


def _named(spellings: Vocabulary, words: list[str], today: date, is_behind: bool) -> date | None:
    """By itself, or by how far it is from today."""
    read, end = tongue_of(spellings).read_when, " ".join(words)
    found = read(end, today)
    whens = (found,) if isinstance(found, Understood) else found.options if isinstance(found, Unsure) else ()
    ahead = [one.value.day for one in whens if one.value.day is not None and one.value.day >= today]
    if ahead:
        return min(ahead) if is_behind else min(ahead) + _DAY
    found = read(f"{spellings.days.later[0]} {end}", today, old=today)
    return found.value.day if isinstance(found, Understood) else None
