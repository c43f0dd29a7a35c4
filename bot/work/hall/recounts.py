"""What is told of a count that was told before: "perempuannya ternyata 15", "laki-laki jadi 20 baru datang dua orang",
"tambah 2 perempuan"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.core.forms.writing import clean
from bot.core.kinds.number import number_in
from bot.core.spelt import either
from bot.core.vocabulary import GuestWords, PeopleWords

Sex = Literal["women", "men"]
_WORD = r"[^\s,;.]+"
#: "Dua puluh lima" is three words.
_NUMBER = rf"(?P<number>\d+\b|{_WORD}(?: {_WORD}){{0,2}})"


@dataclass(frozen=True, slots=True)
class Change:
    """One of the two numbers: what it is now, or how many are `added` to it."""

    sex: Sex
    number: int
    added: bool


class Recounts:
    """Words beside a number of women or men."""

    def __init__(self, people: PeopleWords, guests: GuestWords) -> None:
        sexes: tuple[tuple[Sex, Iterable[str]], ...] = (("women", people.female), ("men", people.male))
        now, more, person = either(guests.recounted), either(guests.added), either(people.person)
        self._ways: list[tuple[Sex, bool, re.Pattern[str]]] = []
        for sex, spelt in sexes:
            one = rf"(?<!\w)(?:{either(spelt)})(?:2|nya)?(?:nya)?(?!\w)"
            self._ways += [
                (sex, True, re.compile(rf"{one} (?:{more}) {_NUMBER}")),
                (sex, True, re.compile(rf"(?<!\w)(?:{more}) {_NUMBER} (?:(?:{person}) )?{one}")),
                (sex, False, re.compile(rf"{one} (?:(?:{now}) )+{_NUMBER}")),
            ]

    def in_text(self, text: str) -> list[Change]:
        """Each of the two at most once: told twice, differently, it is not known."""
        told = {*self._each(clean(text).lower())}
        return [one for one in told if not any(other.sex == one.sex and other != one for other in told)]

    def _each(self, spoken: str) -> Iterator[Change]:
        for sex, added, way in self._ways:
            for told in way.finditer(spoken):
                number = number_in(told["number"])
                if number is not None:
                    yield Change(sex, number, added)


@lru_cache
def recounts_of(people: PeopleWords, guests: GuestWords) -> Recounts:
    """Made once of the same words."""
    return Recounts(people, guests)
