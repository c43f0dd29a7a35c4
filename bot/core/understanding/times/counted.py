"""Which of several days and hours counts, as examples teach, where no word in the lists tells it: "kalau sabtu orang ke
pasar, minggu ada pengantin, paling bagus senin malam"."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from bot.core.days_spelt import DayWords, HourWords
from bot.core.listening.counting import TOKEN
from bot.core.spelt import Spellings, WhichCount
from bot.core.understanding.amounts.numerals import Numerals
from bot.core.understanding.counted import surely

_SORT = "waktu"  # of the examples
_FEWEST = 2


class Counted:
    """Days and hours in one text, by single words: those that name one, and those that stand beside them."""

    def __init__(self, days: DayWords, hours: HourWords, numerals: Numerals, which: WhichCount) -> None:
        named = (days.weekdays, days.months, days.near, hours.parts, hours.prayers)
        self._names = _words(*chain(*(table.values() for table in named)), days.date, hours.clock)
        leads = (days.day, days.week, days.month, hours.before, hours.after, hours.half, days.soon, hours.prayer)
        behind = (days.next, days.following, days.this, days.last, days.ahead, days.year, hours.quarter)
        self._leads = _words(*leads)
        self._weekdays = _words(*days.weekdays.values())
        self._beside = self._names | self._leads | _words(*behind)
        self._numerals, self._which = numerals, which

    def told(self, text: str) -> str:
        """The days and hours that count; empty where that is not sure, or no two are told."""
        tokens = TOKEN.findall(text.lower())
        spans = list(self._spans(tokens))
        kept = surely(self._which(_SORT, tokens, spans)) if len(spans) >= _FEWEST else ()
        return ", ".join(" ".join(tokens[slice(*spans[at])]) for at in kept)

    def _spans(self, tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Words side by side of which one names a day or an hour."""
        start = 0
        for at in range(len(tokens) + 1):
            if at < len(tokens) and (self._belongs(tokens[at]) or (at > start and self._goes_on(tokens, at))):
                continue
            while start < at and not (tokens[start] in self._names | self._leads or self._is_number(tokens[start])):
                start += 1
            if any(token in self._names for token in tokens[start:at]):
                yield start, at
            start = at + 1

    def _goes_on(self, tokens: Sequence[str], at: int) -> bool:
        """ "Selasa, 2 Desember" is one day, though they may not fit each other."""
        behind = tokens[at + 1 : at + 2]
        return (
            tokens[at : at + 1] == [","]
            and tokens[at - 1] in self._weekdays
            and bool(behind)
            and self._is_number(*behind)
        )

    def _belongs(self, token: str) -> bool:
        return token in self._beside or self._is_number(token)

    def _is_number(self, token: str) -> bool:
        return token[0].isdecimal() or bool(self._numerals.atoms_of(token))


def _words(*lists: Spellings | Iterable[str]) -> frozenset[str]:
    return frozenset(word for told in lists for word in told if " " not in word)
