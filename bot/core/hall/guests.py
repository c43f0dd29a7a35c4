"""Who is invited to a meeting: groups, whoever is rarely heard, and lists as people type them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from bot.core.forms.writing import clean
from bot.core.hall.guest_lines import bare, is_a_heading, lead_of, parts_of
from bot.core.hall.guest_states import States, narrower
from bot.core.hall.guests_in_line import Telling, lines_of, people_in
from bot.core.hall.polite import Polite
from bot.core.hall.voices import voice_in
from bot.core.spelt import either
from bot.core.vocabulary import ELEMENTS, HINDRANCES, GuestWords

#: Groups ("unsur") in the order in which a list is read; each is named by the sentence `unsur.KEY`.
WOMEN, POOR, DISABLED, OLD, YOUNG, FARMERS, ELDERS, OFFICERS, OTHERS = ELEMENTS
#: What keeps somebody from coming; each is named by the sentence `halangan.KEY`. Anything else is told in own words.
FAR, WORK, CHILD, NO_RIDE, SHY = HINDRANCES
#: Whoever needs to be fetched.
NEED_A_RIDE = frozenset({FAR, NO_RIDE})
LONGEST_NAME, LONGEST_SPEAKS_FOR = 96, 80

#: More words are a sentence, and nobody's name.
_MOST_WORDS = 9  # of a name, its titles not counted: "Drs. H. …, S.Sos., M.A.P."
#: Letters of a group that is told without a comma: "p" is one only behind it.
_SHORTEST_GROUP = 3
#: "Ketua RT 2 Baso": whose number ends, their name begins.
_OF_RT = re.compile(r"^(.*?\bR[TW]\.?\s*\d{1,3}(?:\s*/?\s*R[TW]\.?\s*\d{1,3})?)\s+(\D.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody as typed; `is_woman`: None = nobody said. `hindrances`: keys, or own words. `guessed`: it may be
    what the one before them is."""

    name: str
    element: str = OTHERS
    is_woman: bool | None = None
    speaks_for: str = ""
    hindrances: tuple[str, ...] = ()
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is nobody's name: what stood there, and why it cannot be taken."""

    line: str
    why: Literal["tanpa_nama", "panjang"]


class Guests:
    """Names, groups and hindrances in lists as people type them."""

    def __init__(self, words: GuestWords) -> None:
        self._words = words
        self._element_of = {spelling: key for key, told in words.elements.items() for spelling in told}
        self._hindrance_of = {spelling: key for key, told in words.hindrances.items() for spelling in told}
        self._is_woman = dict.fromkeys(words.female, True) | dict.fromkeys(words.male, False)
        self._addressed = dict.fromkeys(words.woman, True) | dict.fromkeys(words.man, False)
        self._titles, self._clergy = frozenset(words.titles), frozenset(words.clergy)
        self._degrees, self._headings = frozenset(words.degrees), frozenset(words.headings)
        self._speaks_for = re.compile(rf"^(?:{either(words.speaks_for)})\s+(.+)$", re.IGNORECASE)
        self._office = re.compile(rf"^(?:{either(words.offices)})\b", re.IGNORECASE)
        self._holder = re.compile(
            rf"^(.+?)\s+((?:{either((*words.woman, *words.man))})(?:\.\s*|\s+)\w.*)$", re.IGNORECASE
        )
        number = r"(?:(?:seorang|satu|dua|tiga|\d+)\s+)?(?:orang\s+)?"
        self._spouses = dict.fromkeys(words.wife, (words.wife[0], True))
        self._spouses |= dict.fromkeys(words.husband, (words.husband[0], False))
        self._with_spouse = re.compile(
            rf"^(.+?)(?:\s*(?:{either(word for word in words.join if not word.isalpha())})\s*"
            rf"|\s+(?:{either(filter(str.isalpha, words.join))})\s+)({either(self._spouses)})(?!\w)\s*(?![\w\s])(.*)$",
            re.IGNORECASE,
        )
        self._lodges, self._places = frozenset(words.lodges), frozenset(words.places)
        self._join = re.compile(rf"\s+(?:{either(words.join)})\s+", re.IGNORECASE)
        leads = (word for word in words.join if word.isalpha() and word not in self._titles)
        self._lead = re.compile(rf"^(?:{either(leads)})\s+", re.IGNORECASE)
        self._states = States(words, (POOR, DISABLED, OLD), (*self._element_of, *self._hindrance_of, *self._is_woman))
        self._telling = Telling(self._is_addressed, self._is_described, self.gender_in, self._may_be_somebody)
        self._polite = Polite(words)
        self._number_of = re.compile(rf"(?:\d+|dua|tiga)\s*(?:{either(words.head_count)})(?!\w)", re.IGNORECASE)
        self._no_name = re.compile(rf"^{number}(?:{either(words.no_name)})\b", re.IGNORECASE)

    def read_list(self, text: str) -> tuple[list[Guest], list[Refused]]:
        """One person a line, or several that nobody can take for one: a name, then in any order the group, woman or
        man, for whom they speak, what hinders them. A line that only names a group stands for those below it, until
        a gap or the next."""
        guests: list[Guest] = []
        refused: list[Refused] = []
        above: list[str] = []
        begun = False
        leads = lead_of(lines := [*lines_of(clean(text))])
        for at, line in enumerate(lines):
            told = bare(line)
            group = self._group_above(line, told)
            if group is not None or (at < leads and not self._is_addressed(told.rstrip(" :"))):
                above, begun = group or [], False
                continue
            above = [] if begun and not told else above
            for person in people_in(self._polite.without(told), self._join, self._telling):
                read = self.read_people(self._lead.sub("", person.line), above)
                if isinstance(read, list):
                    guests += [replace(one, guessed=person.guessed) for one in read]
                    begun = begun or bool(read)
                else:
                    refused.append(read)
        return guests, refused

    def read_people(self, line: str, above: Sequence[str] = ()) -> list[Guest] | Refused:
        """Whoever stands in a line: one, with "& istri" two, nobody in an empty one. `above`: what the list says of all
        of them."""
        told = self._with_spouse.match(line)
        one = self.read_line(f"{told[1]}{told[3]}" if told else line, above)
        if not isinstance(one, Guest):
            return [] if one is None else one
        if told is None:
            return [one]
        word, is_woman = self._spouses[told[2].lower()]
        name = f"{word.capitalize()} {one.name}"[:LONGEST_NAME]
        return [one, Guest(name, WOMEN if is_woman else OTHERS, is_woman)]

    def _is_addressed(self, part: str) -> bool:
        """ "Ibu Nurhayati", "H. Saleng", "ketua RT 2 Baso"; "Ibu PKK" may be what the one before her is."""
        told = part.partition("(")[0].strip()
        rest = told.partition(" ")[2].lower()
        if not rest or told.lower() in self._element_of or rest in self._element_of:
            return False
        return self.gender_in(told) is not None or self._whom_first([told]) != [told]

    def _is_described(self, part: str) -> bool:
        """ "Aco wakil pemuda"; "tokoh agama" is what somebody is."""
        name, *told = self._apart([part.strip()])
        return bool(told) and name[:1].isupper() and self._is_plain_name(name) and self.element_of(name) is None

    def _may_be_somebody(self, part: str) -> bool:
        """Not where somebody lives, whose wife she is, a degree, what hinders them, or what they are."""
        told = part.partition("(")[0].strip()
        words = told.lower().split()
        beside = not words or words[0].rstrip(".") in self._places or words[0] in self._spouses
        if beside or self._is_degree(told) or not self._hindrance_of.keys().isdisjoint(words):
            return False
        if self._office.match(told) and (len(words) < 2 or not self._element_of.keys().isdisjoint(words[1:])):
            return False
        return self._is_plain_name(told) and not any(letter.isdecimal() for letter in told)

    def _group_above(self, line: str, told: str) -> list[str] | None:
        """What a heading says of those below it: nothing that a list is called; None for a line of its own."""
        name = " ".join(told.rstrip(": ").lower().removeprefix("unsur ").split())
        if not name or not is_a_heading(line):
            return None
        if name in self._element_of or name in self._is_woman:
            return [name]
        return None if self.is_a_name(name) or self._office.match(name) else []

    def read_line(self, line: str, above: Sequence[str] = ()) -> Guest | Refused | None:
        """None for a line without anything in it. `above`: what the list says of all of them."""
        name, *told = self._states.without_tails(self._apart(self._whom_first(parts_of(bare(line)))))
        parts = [part for whole in told for part in self._described(whole)]
        if not name and not any(parts):
            return None
        if not self.is_a_name(name) or self._counts_people(name, parts):
            return Refused(line.strip(), "tanpa_nama")
        while parts and self._is_degree(parts[0]):
            name = f"{name}, {parts.pop(0)}"
        if len(name) > LONGEST_NAME:
            return Refused(line.strip(), "panjang")
        return self._with_parts(name, [*above, *(part for part in parts if part)])

    def _counts_people(self, name: str, parts: Sequence[str]) -> bool:
        """ "Tim Penggerak PKK (3 orang)" and "2 org dari karang taruna" are nobody yet."""
        return self._number_of.match(name) is not None or (
            self.gender_in(name) is None and any(self._number_of.fullmatch(part) for part in parts)
        )

    def _whom_first(self, parts: list[str]) -> list[str]:
        """ "Ketua PKK: Hj. Salmiah" and "Ketua PKK Hj. Salmiah" name her and what she is."""
        if not parts or not self._office.match(parts[0]):
            return parts
        if held := self._holder.match(parts[0]):
            return [held[2], held[1], *parts[1:]]
        if rt := _OF_RT.match(parts[0]):
            return [rt[2], rt[1], *parts[1:]]
        if len(parts) > 1 and self._is_plain_name(parts[1]):
            return [parts[1], parts[0], *parts[2:]]
        return [*self._behind_abbreviation(parts[0]), *parts[1:]]

    def _behind_abbreviation(self, part: str) -> list[str]:
        """ "Ketua BPD Syarif": there no group has a name of its own."""
        words = part.split()
        ends = (at for at in range(2, len(words)) if words[at - 1].isupper() and len(words[at - 1]) >= _SHORTEST_GROUP)
        at = next(ends, len(words))
        office, name = " ".join(words[:at]), " ".join(words[at:])
        return [name, office] if name and self.element_of(office) and self._is_plain_name(name) else [part]

    def _apart(self, parts: list[str]) -> list[str]:
        """ "Ibu Nurmi ketua PKK": what she is stands behind the name. "Nurul Imam" is one."""
        told = parts[0].split() if parts and not self._office.match(parts[0]) else []
        first = 2 if told and self.gender_in(told[0]) is not None else 1
        for at in range(first, len(told)):
            lives = 1 < at < len(told) - 1 and told[at].lower().rstrip(".") in self._places
            if self._is_what_they_are(rest := " ".join(told[at:])) or lives or self._states.begin(rest):
                name = self._states.without_links(" ".join(told[:at]))
                return [*self._apart([name]), rest, *parts[1:]]
        return parts

    def _described(self, part: str) -> list[str]:
        is_whole = part.lower() in self._element_of or self._office.match(part) or self._speaks_for.match(part)
        return [part] if is_whole else self._states.apart(part)

    def _is_what_they_are(self, rest: str) -> bool:
        """An office, of which a single word may be a name; whose wife she is; or a group."""
        if " " in rest and rest.partition(" ")[0].lower() in self._spouses:
            return True
        is_office = self._office.match(rest) is not None
        is_group = self._speaks_for.sub(r"\1", rest).lower() in self._element_of and len(rest) >= _SHORTEST_GROUP
        return (" " in rest or rest.islower()) if is_office else is_group

    def _is_plain_name(self, part: str) -> bool:
        folded = " ".join(part.lower().split())
        known = folded in self._element_of or folded in self._is_woman or folded in self._hindrance_of
        return not known and not self._speaks_for.match(part) and self.is_a_name(part)

    def _is_degree(self, part: str) -> bool:
        return part.lower().replace(".", "").replace(" ", "") in self._degrees

    def is_a_name(self, name: str) -> bool:
        """Whether somebody is called so: "perwakilan ibu-ibu" reaches the same people as ever."""
        is_long = sum("." not in word for word in name.split()) > _MOST_WORDS
        is_none = " ".join(name.lower().split()) in self._headings or is_long or "?" in name
        return not is_none and any(c.isalpha() for c in name) and not self._no_name.match(name)

    def element_of(self, words: str) -> str | None:
        """The group that these words name at their end: "enam keluarga kurang mampu"."""
        told = words.lower().split()
        ends = (" ".join(told[at:]) for at in range(len(told)))
        return next((self._element_of[end] for end in ends if end in self._element_of), None)

    def hindrances_in(self, told: str) -> tuple[list[str], list[str]]:
        """Of what stands in a cell those that are known, and the rest in own words."""
        parts = {part: self._hindrance_of.get(part.lower(), "") for part in parts_of(told) if part}
        return [key for key in parts.values() if key], [part for part, key in parts.items() if not key]

    def gender_in(self, name: str) -> bool | None:
        """What the way somebody is addressed tells, or whose child they are; None when nothing does."""
        told = name.lower().replace(".", " ").replace(",", " ").split()
        if "binti" in told[1:] or "bin" in told[1:]:
            return "binti" in told[1:]
        first = next((word for word in told if word not in self._titles), "")
        return self._addressed.get(first)

    def _group_of_title(self, name: str) -> str:
        """ "Ustadz …": the group that a title tells."""
        told = name.lower().replace(".", " ").split()[:2]
        return ELDERS if self._clergy.intersection(told) else ""

    def group_in(self, part: str) -> str | None:
        """The group in "ketua RT 2", "PKK Boiya", "ketua kelompok tani Sipatuo": of the longest words that name one."""
        told = part.lower().split()
        within = range(len(told)) if self._office.match(part) else range(1)
        found = [(" ".join(told[at:end])) for at in within for end in range(len(told), at, -1) if end < len(told) or at]
        known = [words for words in found if len(words) > 1 and words in self._element_of]
        return self._element_of[max(known, key=len)] if known else None

    def _with_parts(self, name: str, parts: Sequence[str]) -> Guest:
        element, is_woman, speaks_for = "", self.gender_in(name), ""
        hindrances: list[str] = []
        for part in parts:
            folded = " ".join(part.lower().split())
            is_woman = self._is_woman.get(folded, is_woman)
            is_woman = self._spouses.get(folded.partition(" ")[0], ("", is_woman))[1]
            if self._element_of.get(folded):
                element = narrower(element, self._element_of[folded])
                speaks_for = speaks_for or (part if folded in self._lodges or self._office.match(part) else "")
            elif folded in self._is_woman:
                continue
            elif told := self._speaks_for.match(part):
                speaks_for = told[1] if voice_in(told[1], self._words) else part
                element = narrower(element, self._element_of.get(told[1].lower(), ""))
            elif folded in self._hindrance_of or speaks_for:
                hindrances.append(self._hindrance_of.get(folded, part))
            else:
                speaks_for = part
                element = narrower(element, self.group_in(part) or "")
        element = element or self._group_of_title(name)
        if element == WOMEN and is_woman is None:
            is_woman = True
        element = element or (WOMEN if is_woman else OTHERS)
        return Guest(name, element, is_woman, speaks_for[:LONGEST_SPEAKS_FOR], tuple(hindrances))


@lru_cache(maxsize=8)
def guests_of(words: GuestWords) -> Guests:
    """Made once of the same words."""
    return Guests(words)
