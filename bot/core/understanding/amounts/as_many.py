"""Numbers that are said once for both: "40 laki, perempuan jg segitu", "masing-masing 20 laki-laki dan perempuan"; and
two figures that are one guess: "30 40 begitu"."""

import re
from collections.abc import Iterable

from bot.core.people_spelt import PeopleWords
from bot.core.spelt import either
from bot.core.understanding.amounts.pieces import prepare
from bot.core.vocabulary import SharedWords

_NEAR, _TENS = 20, 10  # up to it one more is a guess ("5 6 kk"), as is the next of the tens ("30 40")
_TWO = re.compile(r"(?<![\d.,:/])(\d{1,3}) (\d{1,3})(?![\d.,:/]*\d)(?!\s+\d)")
_LONGEST = 200  # characters


class AsMany:
    def __init__(self, people: PeopleWords, common: SharedWords, spelt: Iterable[str]) -> None:
        men, women = (rf"(?:{either(sex)})(?:nya)?" for sex in (people.male, people.female))
        one = rf"(?:\d+|{either(spelt)})"
        number, each = rf"{one}(?:\s+{one})*", rf"(?:{either(people.each)})"
        both = rf"(?P<one>{men}|{women})\s*(?:,|dan|&|sama|/)?\s*(?P<other>{men}|{women})"
        self._men, self._women, self._number = (_pattern(rf"\b(?:{told})\b") for told in (men, women, number))
        self._alike = _pattern(rf"\b(?P<whose>{men}|{women})\s+(?:{either(people.as_many)})(?!\w)(?!\s*{one}\b)")
        self._before = _pattern(rf"\b{each}\s+(?P<number>{number})\s+(?:orang\s+)?{both}\b")
        self._behind = _pattern(rf"\b{both}\s+{each}\s+(?P<number>{number})\b")
        self._plain = _pattern(rf"(?:\s|,|(?:{either((*common.about, *common.noise))})(?!\w))*")

    def written_out(self, text: str) -> str:
        """The same with each number beside what it counts; as it is where nothing of this is said."""
        if len(text) > _LONGEST:
            return text
        for each in (self._before, self._behind):
            text = each.sub(lambda told: f"{told['one']} {told['number']}, {told['other']} {told['number']}", text)
        found = self._alike.search(text)
        if found and (number := self._of_the_others(text[: found.start()], found["whose"])):
            text = f"{text[: found.start()]}{found['whose']} {number}{text[found.end() :]}"
        return self._as_guess(text)

    def _of_the_others(self, before: str, whose: str) -> str:
        """How many of the others were told right before."""
        others = self._women if self._men.fullmatch(whose) else self._men
        before = prepare(before)  # "laki2"
        told = self._number.findall(before)
        return str(told[-1]) if 0 < len(told) <= 2 and others.search(before) else ""

    def _as_guess(self, text: str) -> str:
        """Only where nothing else may be counted by the first of them: "rt 5 6 kk"."""
        found = _TWO.search(text)
        if found is None or not self._plain.fullmatch(text[: found.start()]):
            return text
        low, high = int(found[1]), int(found[2])
        tens = low and high - low == _TENS and not low % _TENS
        is_guess = (high - low == 1 and high <= _NEAR) or tens
        return f"{text[: found.start()]}{low}-{high}{text[found.end() :]}" if is_guess else text


def _pattern(told: str) -> re.Pattern[str]:
    return re.compile(told, re.IGNORECASE)
