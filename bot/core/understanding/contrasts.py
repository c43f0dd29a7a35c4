"""Which of several values is the answer, whatever is asked: not the one that is denied ("18 meter, bukan 80"), nor what
was once ("dulu 20, sekarang 16"), nor what is so all the same ("Maiwa, biarpun KTP Sidrap"), nor the whole where only a
part of it is meant ("2 km, tapi yang rusak cuma 350 meter").

A text is cut into clauses; each reader tells which values stand in one, and reads what is left.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from bot.core.spelt import Spellings
from bot.core.vocabulary import SharedWords

Clause = tuple[int, int]  # from which word to which
_WORD = re.compile(r"\d[\d.,:/]*\d|[^\s.,;:!?()…]+|[.,;:!?()…\n]")
Values = Sequence[Fraction]
_MARKS = frozenset(",;:.!?()\n…")
_LEAST = 2  # clauses that make a contrast


@dataclass(frozen=True, slots=True)
class _Words:
    """The phrases of each sort, by their first word."""

    sorts: dict[str, dict[str, tuple[tuple[str, ...], ...]]]

    def at(self, said: Sequence[str], at: int, *sorts: str) -> int:
        """How many words of a phrase of these sorts stand here."""
        phrases = (phrase for sort in sorts for phrase in self.sorts[sort].get(said[at], ()))
        return max((len(one) for one in phrases if tuple(said[at : at + len(one)]) == one), default=0)

    def among(self, said: Sequence[str], clause: Clause, *sorts: str) -> bool:
        return any(self.at(said, at, *sorts) for at in range(*clause))


@lru_cache(maxsize=8)
def _words_of(common: SharedWords) -> _Words:
    told = {**common.contrasts, "yang": common.which}
    told |= {"dulu": (*common.once, *told["katanya"]), "kini": (*common.now, *told["nyatanya"])}
    return _Words({sort: _by_first(phrases) for sort, phrases in told.items()})


def _by_first(phrases: Spellings) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def holding(
    said: Sequence[str], values: Callable[[Clause], Values], common: SharedWords, beside: Spellings = ()
) -> list[list[int]]:
    """The words of what holds, by clauses; empty where no two values are told, or not which of them it is. `values`:
    what a clause tells of what is asked; `beside`: words by which it only tells where something else is."""
    words = _words_of(common)
    clauses = list(_clauses(said, words))
    if len(clauses) < _LEAST:
        return []
    told = {clause: values(clause) for clause in clauses}
    of_others = (clause for clause in clauses[1:] if told[clause] and not set(beside).isdisjoint(said[slice(*clause)]))
    dropped = {*of_others, *_beside_the_point(said, told, words)}
    dropped |= {*_of_once(said, told, words), *_of_the_whole(said, told, words)}
    kept = [clause for clause in clauses if clause not in dropped]
    found = any(told[clause] for clause in kept)
    return [list(_without_turning(said, clause, words)) for clause in kept] if dropped and found else []


def holding_in(text: str, values: Callable[[str], Values], common: SharedWords, beside: Spellings = ()) -> str:
    """The same of a text that is read as a text; empty as there."""
    said = _WORD.findall(text.lower())
    kept = holding(said, lambda clause: values(" ".join(said[slice(*clause)])), common, beside)
    return ", ".join(" ".join(said[at] for at in clause) for clause in kept)


def _clauses(said: Sequence[str], words: _Words) -> Iterator[Clause]:
    """Cut at marks, before the words that set one thing against another, and where one time follows another: "17 dulu
    sekarang 21"."""
    start = 0
    for at, word in enumerate(said):
        led = at - start == 1 and bool(words.at(said, start, "tapi"))  # "tapi bukan 80"
        if start < at and (word in _MARKS or (not led and _turns(said, (start, at), words))):
            yield start, at
            start = at
        if word in _MARKS:
            start = at + 1
    if start < len(said):
        yield start, len(said)


def _turns(said: Sequence[str], before: Clause, words: _Words) -> bool:
    times = (("dulu", "kini"), ("kini", "dulu"))
    at = before[1]
    return bool(words.at(said, at, "tapi", "bukan", "biarpun")) or any(
        words.at(said, at, one) and words.among(said, before, other) for one, other in times
    )


def _without_turning(said: Sequence[str], clause: Clause, words: _Words) -> Iterator[int]:
    """ "Tapi yang rusak cuma 350 meter", "sekarang tinggal 16": without the words that only turn round."""
    at, end = clause
    while at < end:
        turning = words.at(said, at, "kini", "tinggal", *(("tapi",) if at == clause[0] else ()))
        yield from () if turning else (at,)
        at += turning or 1


def _beside_the_point(said: Sequence[str], told: dict[Clause, Values], words: _Words) -> Iterator[Clause]:
    """ "Bukan 80", "biarpun KTP Sidrap"; of "jangan kurang dari 3" it is no less."""
    for clause, values in told.items():
        start, end = clause
        start += words.at(said, start, "tapi")
        denies = words.at(said, start, "bukan") if start < end else 0
        limits = denies and start + denies < end and words.at(said, start + denies, "batas")
        if values and ((denies and not limits) or (start < end and words.at(said, start, "biarpun"))):
            yield clause


def _of_once(said: Sequence[str], told: dict[Clause, Values], words: _Words) -> Iterator[Clause]:
    """What was so, where what is now is told as well. What came and went besides is no number of today: of "dulu 20,
    pindah 4" nobody knows how many there are."""
    once = [clause for clause in told if told[clause] and words.among(said, clause, "dulu")]
    once = [clause for clause in once if not words.among(said, clause, "kini")]
    others = [clause for clause in told if told[clause] and clause not in once]
    now = [clause for clause in others if words.among(said, clause, "kini")] or others
    begins = all(words.at(said, clause[0], "dulu") for clause in once)
    is_told = begins or any(words.among(said, clause, "kini", "tinggal") for clause in now)
    if not once or len(now) != 1 or not is_told:
        return
    before = [number for clause in once for number in told[clause]]
    if not _only_changed(said, now[0], words, max(told[now[0]]) > max(before)):
        yield from (*once, *(clause for clause in others if clause not in now))


def _only_changed(said: Sequence[str], clause: Clause, words: _Words, is_more: bool) -> bool:
    """ "Naik 150 ribu" tells by how much, "naik 750 ribu" of 600 to what; "pindah 4" who is gone."""
    if words.among(said, clause, "tinggal", "menjadi"):
        return False
    return words.among(said, clause, "berkurang") or (words.among(said, clause, "bertambah") and not is_more)


def _of_the_whole(said: Sequence[str], told: dict[Clause, Values], words: _Words) -> Iterator[Clause]:
    """ "2 km, tapi yang rusak cuma 350 meter", "… yang 350 itu mi yang kami minta"."""
    counted = [clause for clause in told if told[clause]]
    again = [clause for clause in counted[1:] if words.at(said, clause[0], "yang") and _is_said_before(told, clause)]
    picked = [clause for clause in again if words.among(said, clause, "diminta")]
    counted = [clause for clause in counted if clause not in picked]
    last = counted[-1] if counted else None
    if last is None or len(counted) < _LEAST or any(len(told[clause]) != 1 for clause in counted):
        return
    turns = words.at(said, last[0], "tapi") or words.at(said, last[0], "yang")
    if turns and words.among(said, last, "cuma"):
        yield from (*counted[:-1], *picked)
    elif picked:
        yield from (*picked, *(one for one in counted if told[one] != told[picked[0]]))


def _is_said_before(told: dict[Clause, Values], clause: Clause) -> bool:
    return any(set(told[clause]) <= set(values) for one, values in told.items() if one < clause)
