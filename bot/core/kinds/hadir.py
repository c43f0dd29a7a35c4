"""How many came, women and men, and how many of them belong to a group: "41 L, 34 P, 6 kurang mampu"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, not_this
from bot.core.hall.guests import WOMEN, guests_of
from bot.core.kinds.number import number_in
from bot.core.people_spelt import PeopleWords
from bot.core.spelt import either
from bot.core.understanding.amounts.counts import People
from bot.core.understanding.results import Understanding, Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.core.vocabulary import ELEMENTS, GuestWords

#: Beside the numbers, where all were counted and one of the two: the other is what is left.
BY_TOTAL = "by_total"
MOST = 5_000  # more than any hall holds
#: Behind a number nobody is spoken to: "34 ibu, 41 bapak2" counts them as "34 ibu-ibu, 41 bapak-bapak" does.
_COUNTED = re.compile(r"(?<=\d)\s*(ibu|bapak)2?(?=\s*(?:[,;.\n\d]|$))", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\S)\d+(?!\S)")
_LAST_NUMBER = re.compile(r"\s+\d+$")
_BEFORE_NUMBERS = re.compile(r"\s+(?=\d+(?!\S))")
_BETWEEN = re.compile(r"[,;\n]|\bdan\b|\bserta\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a sentence tells of those who came; None = not told. `unread`: its parts with a number that say nothing to
    us."""

    women: int | None
    men: int | None
    total: int | None
    elements: dict[str, int]
    unread: tuple[str, ...] = ()


def read(ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Typed):
        return Refused(not_this(heard))
    told = counted_in(ask, heard.text)
    if told.men is None or told.women is None:
        return Refused(Words("hadir.berapa"))
    reading = took(told.women, told.men, told.elements, told.unread)
    is_rest = isinstance(reading, Took) and told.total is not None and not _tells_both(ask, heard.text)
    return (
        replace(reading, value={**reading.value, BY_TOTAL: True}) if is_rest and isinstance(reading, Took) else reading
    )


def _tells_both(ask: Ask, text: str) -> bool:
    return sum(_tells_of_sex(ask, part) for part in _parts(ask, text)) > 1


def counted_in(ask: Ask, text: str) -> Counted:
    """Women, men and groups, as far as they are told."""
    people: list[str] = []
    elements: dict[str, int] = {}
    for part in _parts(ask, text):
        found = _group_in(ask.world.spellings.guests, part)
        if found is not None:
            elements[found[0]] = found[1]
        elif not tells_wanting(ask, part):
            people.append(part)
    told, unread = _read(ask, people)
    return Counted(*((told.female, told.male, told.total) if told else (None, None, None)), elements, unread)


def tells_wanting(ask: Ask, text: str) -> bool:
    """ "Laki-laki kurang satu": no count, and whether one more or one less is not said."""
    told = _wanting(ask.world.spellings.guests).finditer(clean(text))
    return any(number_in(one["number"]) is not None for one in told)


@lru_cache
def _wanting(words: GuestWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(words.wanting)})\s+(?P<number>\w+)", re.IGNORECASE)


def _read(ask: Ask, parts: Sequence[str]) -> tuple[People | None, tuple[str, ...]]:
    """What all of them tell, else what those do that tell of women or men; and the others, which tell nothing."""
    whole = _people(ask, parts)
    strange = [part for part in parts if not _is_counted(part, whole) and not _tells_of_sex(ask, part)]
    if not strange:
        return whole, ()
    told = _people(ask, [part for part in parts if part not in strange])
    if told is None or told.female is None or told.male is None:
        return whole, ()
    return told, tuple(part for part in strange if not _is_counted(part, told))


def _parts(ask: Ask, text: str) -> list[str]:
    """Each with one number, also where no comma stands: "3 disabilitas 6 keluarga miskin", "disabilitas 3 miskin 6"."""
    parts = (part.strip() for part in _BETWEEN.split(clean(text)))
    return [one for part in parts for one in _apart(ask, part) if one]


def _apart(ask: Ask, part: str) -> list[str]:
    """The digit of "laki2" is no number of its own; the people behind a number belong to it: "laki2 20 orang"."""
    numbers = list(_NUMBER.finditer(part))
    if len(numbers) < 2:
        return [part]
    first = part[: numbers[0].end()]
    names_first = numbers[0].start() > 0 and (numbers[-1].end() == len(part) or _names(ask, first))
    return (
        _behind_numbers(ask.world.spellings.people).sub(r"\g<0>\n", part).split("\n")
        if names_first
        else _BEFORE_NUMBERS.split(part)
    )


def _names(ask: Ask, part: str) -> bool:
    return _tells_of_sex(ask, part) or _group_in(ask.world.spellings.guests, part) is not None


@lru_cache
def _behind_numbers(words: PeopleWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)\d+(?:\s+(?:{either(words.person)})(?!\S))?", re.IGNORECASE)


def _people(ask: Ask, parts: Sequence[str]) -> People | None:
    return _only(tongue_of(ask.world.spellings).read_people(_COUNTED.sub(r" \1-\1", ", ".join(parts))))


def _tells_of_sex(ask: Ask, part: str) -> bool:
    told = _people(ask, [part])
    return told is not None and not (told.female is None and told.male is None)


def _is_counted(part: str, told: People | None) -> bool:
    """Whether its number stands in what was read; without one there is nothing to read."""
    number = number_in(part)
    return number is None or (told is not None and number in (told.female, told.male, told.total))


def _only(counted: Understanding[People]) -> People | None:
    """The one reading: what is kept is shown at once, with a button that takes it back."""
    if isinstance(counted, Unsure) and len(counted.options) == 1:
        return counted.options[0].value
    return counted.value if isinstance(counted, Understood) else None


def _group_in(words: GuestWords, part: str) -> tuple[str, int] | None:
    """A group and its number ("difabelnya ternyata 3 orang", "3 dgn Ambe Doi"); women and men are counted apart."""
    told, number = _without_nods(words).sub("", _LAST_NUMBER.sub("", part)), number_in(part)
    element = guests_of(words).element_of(told)
    return None if element in (None, WOMEN) or number is None else (str(element), number)


@lru_cache
def _without_nods(words: GuestWords) -> re.Pattern[str]:
    """Of a group what hangs on it or stands behind it, with its number, how many these are and who is among them."""
    said = rf"(?:{either((*words.recounted, *words.head_count, *words.nods))})"
    return re.compile(
        rf"(?<=\w{{3}})(?:nya)?(?:\s+{said})*(?:\s+\d+(?:\s+{said})*(?:\s+(?:{either(words.join)})\s.+)?)?$",
        re.IGNORECASE,
    )


def took(women: int, men: int, elements: dict[str, int], unread: Sequence[str] = ()) -> Reading:
    if women + men > MOST:
        return Refused(Words("hadir.terlalu_banyak", {"batas": MOST}))
    more = next((element for element, number in elements.items() if number > women + men), None)
    if more is not None:
        return Refused(Words("hadir.lebih_dari_semua", {"unsur": Words(f"unsur.{more}"), "semua": women + men}))
    more_told = {"unread": list(unread)} if unread else {}
    return Took({"women": women, "men": men, "elements": elements} | more_told)


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and type(value.get("women")) is int and type(value.get("men")) is int


def show(_ask: Ask, value: Any) -> str | Words:
    told = [{"nama": Words(f"unsur.{key}"), "jumlah": value["elements"][key]} for key in ELEMENTS if key in _of(value)]
    return Words("hadir.isi", {"perempuan": value["women"], "laki": value["men"], "unsur": told})


def _of(value: Any) -> dict[str, int]:
    return value.get("elements") or {}
