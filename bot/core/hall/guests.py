"""Who is invited to a meeting: groups, whoever is rarely heard, and lists as people type them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.core.forms.writing import clean
from bot.core.spelt import either
from bot.core.vocabulary import ELEMENTS, HINDRANCES, GuestWords

#: Groups ("unsur") in the order in which a list is read; each is named by the sentence `unsur.KEY`.
WOMEN, POOR, DISABLED, OLD, YOUNG, FARMERS, ELDERS, OFFICERS, OTHERS = ELEMENTS
#: Those whom a meeting hears least unless somebody asks them.
RARE = frozenset({WOMEN, POOR, DISABLED, OLD})
#: Without these a list of invitations is not complete: a woman, a poor household.
NEEDED = (WOMEN, POOR)
#: What keeps somebody from coming; each is named by the sentence `halangan.KEY`. Anything else is told in own words.
FAR, WORK, CHILD, NO_RIDE, SHY = HINDRANCES
#: Whoever needs to be fetched.
NEED_A_RIDE = frozenset({FAR, NO_RIDE})
LONGEST_NAME, LONGEST_SPEAKS_FOR = 64, 80

_NUMBERING = re.compile(r"^\s*(?:\d{1,3}\s*[.)]|[-•*])\s*")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody as typed; `is_woman`: None = nobody said. `hindrances`: keys, or own words."""

    name: str
    element: str = OTHERS
    is_woman: bool | None = None
    speaks_for: str = ""
    hindrances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is nobody's name: what stood there, and why it cannot be taken."""

    line: str
    why: Literal["tanpa_nama", "panjang"]


class Guests:
    """Names, groups and hindrances in lists as people type them."""

    def __init__(self, words: GuestWords) -> None:
        self._element_of = {spelling: key for key, told in words.elements.items() for spelling in told}
        self._hindrance_of = {spelling: key for key, told in words.hindrances.items() for spelling in told}
        self._is_woman = dict.fromkeys(words.female, True) | dict.fromkeys(words.male, False)
        self._addressed = dict.fromkeys(words.woman, True) | dict.fromkeys(words.man, False)
        self._speaks_for = re.compile(rf"^(?:{either(words.speaks_for)})\s+(.+)$", re.IGNORECASE)
        number = r"(?:(?:seorang|satu|dua|tiga|\d+)\s+)?(?:orang\s+)?"
        self._no_name = re.compile(rf"^{number}(?:{either(words.no_name)})\b", re.IGNORECASE)

    def read_list(self, text: str) -> tuple[list[Guest], list[Refused]]:
        """One person a line: a name, then in any order the group, woman or man, for whom they speak, what hinders
        them."""
        guests: list[Guest] = []
        refused: list[Refused] = []
        for line in clean(text).splitlines():
            read = self.read_line(line)
            if isinstance(read, Guest):
                guests.append(read)
            elif read is not None:
                refused.append(read)
        return guests, refused

    def read_line(self, line: str) -> Guest | Refused | None:
        """None for a line without anything in it."""
        name, *parts = [part.strip(" .\t") for part in re.split(r"[,;]", _NUMBERING.sub("", line))]
        if not name and not any(parts):
            return None
        if not self.is_a_name(name):
            return Refused(line.strip(), "tanpa_nama")
        if len(name) > LONGEST_NAME:
            return Refused(line.strip(), "panjang")
        return self._with_parts(name, [part for part in parts if part])

    def is_a_name(self, name: str) -> bool:
        """Whether somebody is called so: "perwakilan ibu-ibu" reaches the same people as ever."""
        return any(c.isalpha() for c in name) and not self._no_name.match(name)

    def element_of(self, words: str) -> str | None:
        """The group that these words name at their end: "enam keluarga kurang mampu"."""
        told = words.lower().split()
        ends = (" ".join(told[at:]) for at in range(len(told)))
        return next((self._element_of[end] for end in ends if end in self._element_of), None)

    def gender_in(self, name: str) -> bool | None:
        """What the way somebody is addressed tells; None when it tells nothing."""
        first = name.lower().replace(".", " ").split()[:1]
        return self._addressed.get(first[0]) if first else None

    def _with_parts(self, name: str, parts: Sequence[str]) -> Guest:
        element, is_woman, speaks_for = "", self.gender_in(name), ""
        hindrances: list[str] = []
        for part in parts:
            folded = " ".join(part.lower().split())
            is_woman = self._is_woman.get(folded, is_woman)
            if self._element_of.get(folded):
                element = _narrower(element, self._element_of[folded])
            elif folded in self._is_woman:
                continue
            elif told := self._speaks_for.match(part):
                speaks_for = told[1]
            elif folded in self._hindrance_of or speaks_for:
                hindrances.append(self._hindrance_of.get(folded, part))
            else:
                speaks_for = part
        if element == WOMEN and is_woman is None:
            is_woman = True
        element = element or (WOMEN if is_woman else OTHERS)
        return Guest(name, element, is_woman, speaks_for[:LONGEST_SPEAKS_FOR], tuple(hindrances))


@lru_cache(maxsize=8)
def guests_of(words: GuestWords) -> Guests:
    """Made once of the same words."""
    return Guests(words)


def _narrower(one: str, other: str) -> str:
    """ "Perempuan, kurang mampu" is told as the group that is missing more often; she is counted as a woman anyway."""
    return other if one in ("", WOMEN) or other == POOR else one


def missing(invited: Iterable[tuple[str, bool | None]]) -> list[str]:
    """Which of the needed groups nobody in the list of (group, is a woman) belongs to."""
    known = list(invited)
    there = {element for element, _ in known} | ({WOMEN} if any(is_woman for _, is_woman in known) else set())
    return [element for element in NEEDED if element not in there]


def is_rare(element: str, is_woman: bool | None, hindrances: Sequence[str]) -> bool:
    """Whether a meeting rarely hears somebody like them; a far dusun counts, too."""
    return bool(is_woman) or element in RARE or FAR in hindrances
