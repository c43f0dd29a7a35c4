"""How many came, women and men, and how many of them belong to a group: "41 L, 34 P, 6 kurang mampu"."""

import re
from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, not_this
from bot.core.hall.guests import WOMEN, Guests, guests_of
from bot.core.kinds.number import number_in
from bot.core.understanding.counts import People
from bot.core.understanding.results import Understanding, Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.core.vocabulary import ELEMENTS

MOST = 5_000  # more than any hall holds
#: Behind a number nobody is spoken to: "34 ibu, 41 bapak" counts them as "34 ibu-ibu, 41 bapak-bapak" does.
_COUNTED = re.compile(r"(?<=\d)\s*(ibu|bapak)(?=\s*(?:[,;.\n\d]|$))", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;\n]|\bdan\b|\bserta\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Params:
    pass


@dataclass(frozen=True, slots=True)
class Counted:
    """What a sentence tells of those who came; None = not told."""

    women: int | None
    men: int | None
    total: int | None
    elements: dict[str, int]


def read(ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Typed):
        return Refused(not_this(heard))
    told = counted_in(ask, heard.text)
    if told.men is None or told.women is None:
        return Refused(Words("hadir.berapa"))
    return took(told.women, told.men, told.elements)


def counted_in(ask: Ask, text: str) -> Counted:
    """Women, men and groups, as far as they are told."""
    guests = guests_of(ask.world.spellings.guests)
    people: list[str] = []
    elements: dict[str, int] = {}
    for part in filter(str.strip, _BETWEEN.split(clean(text))):
        found = _group_in(guests, part)
        if found is None:
            people.append(part)
        else:
            elements[found[0]] = found[1]
    told = _only(tongue_of(ask.world.spellings).read_people(_COUNTED.sub(r" \1-\1", ", ".join(people))))
    return Counted(*((told.female, told.male, told.total) if told else (None, None, None)), elements)


def _only(counted: Understanding[People]) -> People | None:
    """The one reading: what is kept is shown at once, with a button that takes it back."""
    if isinstance(counted, Unsure) and len(counted.options) == 1:
        return counted.options[0].value
    return counted.value if isinstance(counted, Understood) else None


def _group_in(guests: Guests, part: str) -> tuple[str, int] | None:
    """A group and its number; women and men are counted apart."""
    element, number = guests.element_of(part), number_in(part)
    return None if element in (None, WOMEN) or number is None else (str(element), number)


def took(women: int, men: int, elements: dict[str, int]) -> Reading:
    if women + men > MOST:
        return Refused(Words("hadir.terlalu_banyak", {"batas": MOST}))
    more = next((element for element, number in elements.items() if number > women + men), None)
    if more is not None:
        return Refused(Words("hadir.lebih_dari_semua", {"unsur": Words(f"unsur.{more}"), "semua": women + men}))
    return Took({"women": women, "men": men, "elements": elements})


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and type(value.get("women")) is int and type(value.get("men")) is int


def show(_ask: Ask, value: Any) -> str | Words:
    told = [{"nama": Words(f"unsur.{key}"), "jumlah": value["elements"][key]} for key in ELEMENTS if key in _of(value)]
    return Words("hadir.isi", {"perempuan": value["women"], "laki": value["men"], "unsur": told})


def _of(value: Any) -> dict[str, int]:
    return value.get("elements") or {}
