"""Which of several values is the answer, whatever is asked: not the one that is denied ("18 meter, bukan 80"), nor what
was once ("dulu 20, sekarang 16"), nor what is so all the same ("Maiwa, biarpun KTP Sidrap"), nor the whole where only a
part of it is meant ("2 km, tapi yang rusak cuma 350 meter").

A text is cut into clauses; each reader tells which values stand in one, and reads what is left.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import takewhile

from bot.core.spelt import Spellings, either
from bot.core.vocabulary import SharedWords

Clause = tuple[int, int]  # from which word to which
Values = Sequence[Fraction]
_MARKS = frozenset(",;:.!?()\n…")
_LEAST = 2  # clauses that make a contrast
_WORD = re.compile(r"\d[\d.,:/]*\d|[^\s.,;:!?()…]+|[.,;:!?()…\n]")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Before these a clause begins; and before a time, or what came of it, where another time stands before.
_BEGIN = ("tapi", "bukan", "biarpun")
_TIMES = (("dulu", "kini"), ("kini", "dulu"), ("tinggal", "dulu"), ("kini", "masa"))


class _Words:
    """The phrases of each sort, by their first word."""

    def __init__(self, common: SharedWords) -> None:
        told = {**common.contrasts, "yang": common.which, "kalau": common.condition}
        told |= {"dulu": (*common.once, *told["katanya"]), "kini": (*common.now, *told["nyatanya"])}
        self._sorts = {sort: _by_first(phrases) for sort, phrases in told.items()}

    def at(self, said: Sequence[str], at: int, *sorts: str) -> int:
        """How many words of a phrase of these sorts stand here."""
        if at >= len(said):
            return 0
        phrases = (phrase for sort in sorts for phrase in self._sorts[sort].get(said[at], ()))
        return max((len(one) for one in phrases if tuple(said[at : at + len(one)]) == one), default=0)

    def among(self, said: Sequence[str], clause: Clause, *sorts: str) -> bool:
        return any(self.at(said, at, *sorts) for at in range(*clause))


_words_of = lru_cache(maxsize=8)(_Words)


def _by_first(phrases: Spellings) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def holding(
    said: Sequence[str], values: Callable[[Clause], Values], common: SharedWords, *, measured: bool = False
) -> list[list[int]]:
    """The words of what holds, by clauses; empty where no two values are told, or not which of them it is. `values`:
    what a clause tells of what is asked; `measured`: how big something is, of which a part may be meant."""
    return _Contrast(said, values, _words_of(common), measured).kept()


def holding_in(text: str, values: Callable[[str], Values], common: SharedWords) -> str:
    """The same of a text that names days; empty as there."""
    said = _WORD.findall(text.lower())
    found = _Contrast(said, lambda clause: values(" ".join(said[slice(*clause)])), _words_of(common))
    found.names = True
    return ", ".join(" ".join(said[at] for at in clause) for clause in found.kept())


def put_right(text: str, common: SharedWords) -> list[str]:
    """ "Alla eh bukan, Masalle maksudku": the parts between what turns round; the last that tells something holds."""
    return _turn(common).split(text.lower())


def taken_back(text: str, common: SharedWords) -> tuple[str, str]:
    """ "Petani, eh bukan, yang betul anak muda": what stands before and behind it; "eh" alone may add. Empty where
    nothing is taken back."""
    turn = next(reversed(list(_back(common).finditer(text.lower()))), None)
    front, behind = (text[: turn.start()], text[turn.end() :]) if turn else ("", "")
    return (front, behind) if front.strip(" ,.") and behind.strip(" ,.") else ("", "")


@lru_cache(maxsize=8)
def _back(common: SharedWords) -> re.Pattern[str]:
    wrongs, no = common.contrasts["keliru"], common.contrasts["bukan"]
    wrong = [one for one in wrongs if len(one.split()) > 1 and one.split()[-1] in (*no, *wrongs)]
    wrong += [one for one in wrongs if one in common.righting]
    return re.compile(rf"\b(?:{either(wrong)})\b")


@lru_cache(maxsize=8)
def _turn(common: SharedWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(common.righting)})\b(?:[\s,.]*(?:{either(common.contrasts['bukan'])})\b)?")


class _Contrast:
    """One text, cut into clauses. `names`: days are told, and no amounts."""

    def __init__(
        self, said: Sequence[str], values: Callable[[Clause], Values], words: _Words, measured: bool = False
    ) -> None:
        self.said, self.words, self.names, self.measured = said, words, False, measured
        clauses = list(self._clauses())
        self.told: Mapping[Clause, Values] = {one: values(one) for one in clauses} if len(clauses) >= _LEAST else {}
        self.valued = [clause for clause in self.told if self.told[clause]]
        self.mine = [clause for clause in self.valued if self._has(clause, "milikku")]

    def kept(self) -> list[list[int]]:
        dropped = {
            *self._taken_back(),
            *self._denied(),
            *self._of_once(),
            *self._of_the_whole(),
            *self._besides_the_part(),
        }
        dropped |= {*self._of_others(), *self._besides_the_only()} if self.names else {*self._of_mine()}
        kept = [clause for clause in self.told if clause not in dropped]
        found = any(self.told[clause] for clause in kept)
        return [list(self._without_turning(clause)) for clause in kept] if dropped and found else []

    def _clauses(self) -> Iterator[Clause]:
        """Cut at marks, before the words that set one thing against another, and where one time follows another: "17
        dulu sekarang 21"."""
        start = 0
        for at, word in enumerate(self.said):
            led = at - start == 1 and bool(self.words.at(self.said, start, "tapi"))  # "tapi bukan 80"
            if start < at and (word in _MARKS or (not led and self._turns((start, at)))):
                yield start, at
                start = at
            if word in _MARKS:
                start = at + 1
        if start < len(self.said):
            yield start, len(self.said)

    def _turns(self, before: Clause) -> bool:
        begins = bool(self.words.at(self.said, before[1], *_BEGIN)) or self._begins_a_part(before)
        return begins or any(
            self.words.at(self.said, before[1], one) and self._has(before, other) for one, other in _TIMES
        )

    def _begins_a_part(self, before: Clause) -> bool:
        """ "Selokan 700 m yang mau digali 150 m", "yang kami minta 200 m dari 500 m"."""
        behind = takewhile(lambda word: word not in _MARKS, self.said[before[1] :])
        parts = self.measured and self.words.at(self.said, before[1], "yang", "seluruh")
        return bool(parts) and all(
            any(word[0].isdecimal() for word in told) for told in (self.said[slice(*before)], behind)
        )

    def _has(self, clause: Clause, *sorts: str) -> bool:
        return self.words.among(self.said, clause, *sorts)

    def _begins(self, clause: Clause, *sorts: str) -> int:
        """Behind what turns round ("tapi"): how many words of these sorts."""
        start = clause[0] + self.words.at(self.said, clause[0], "tapi")
        return self.words.at(self.said, start, *sorts) if start < clause[1] else 0

    def _without_turning(self, clause: Clause) -> Iterator[int]:
        """ "Tapi yang rusak cuma 350 meter", "sekarang tinggal 16": without the words that only turn round."""
        at, end = clause
        while at < end:
            turning = self.words.at(self.said, at, "kini", "tinggal", *(("tapi",) if at == clause[0] else ()))
            yield from () if turning else (at,)
            at += turning or 1

    def _taken_back(self) -> Iterator[Clause]:
        """ "3 kali 4 meter.. bukan, terlalu kecil itu, 4 kali 6 meter": a clause that only denies takes back what
        stands before it, where something stands behind it."""
        for clause in self.told:
            denies = self.words.at(self.said, clause[0], "bukan", "keliru")
            behind = [one for one in self.valued if one > clause]
            if denies == clause[1] - clause[0] and behind and any(one < clause for one in self.valued):
                yield from (one for one in self.told if one < behind[0])

    def _denied(self) -> Iterator[Clause]:
        """ "Bukan 80", "biarpun KTP Sidrap"; of "jangan kurang dari 3" it is no less. What is denied first need be no
        value ("bukan orang, 15 KK"); whoever denies more than is told besides may not mean all of it."""
        for clause in self.told:
            denies = self._begins(clause, "bukan")
            behind = clause[0] + self.words.at(self.said, clause[0], "tapi") + denies
            limits = denies and behind < clause[1] and self.words.at(self.said, behind, "batas")
            most = max((len(self.told[one]) for one in self.valued if one != clause), default=0)
            is_told = len(self.told[clause]) in range(1, most + 1) or (clause[0] == 0 and most)
            if (denies and not limits and is_told) or (self.told[clause] and self._begins(clause, "biarpun")):
                yield clause

    def _of_once(self) -> Iterator[Clause]:
        """What was so, where what is now is told as well. What came and went besides is no number of today: of "dulu
        20, pindah 4" nobody knows how many there are."""
        now = [clause for clause in self.valued if self._has(clause, "kini")]
        once = [clause for clause in self.told if clause not in now and self._is_past(clause, bool(now))]
        others = [clause for clause in self.valued if clause not in once]
        now = [clause for clause in now if clause in others] or others
        begins = all(self._begins(clause, "dulu") for clause in once)
        is_told = begins or any(self._has(one, "kini", "tinggal", "sisa") for one in now)
        if not once or len(now) != 1 or not is_told or self._begins(now[0], "kalau"):
            return
        before = max((number for clause in once for number in self.told[clause]), default=Fraction(0))
        if not self._only_changed(now[0], max(self.told[now[0]]) > before):
            yield from (*once, *(clause for clause in others if clause not in now))

    def _is_past(self, clause: Clause, is_now_told: bool) -> bool:
        """ "Sebelum korona 90", "tahun 2024 dihitung 90": only beside what is now; "dulu banyak" tells no number."""
        is_told = self.told[clause] or clause[0] == 0
        past = (is_told and self._begins(clause, "dulu")) or (self.told[clause] and self._has(clause, "dulu"))
        year = any(_YEAR.fullmatch(word) for word in self.said[slice(*clause)])
        return bool(past or (is_now_told and self.told[clause] and (year or self._has(clause, "masa"))))

    def _only_changed(self, clause: Clause, is_more: bool) -> bool:
        """ "Naik 150 ribu" tells by how much, "naik 750 ribu" of 600 to what; "pindah 4" who is gone."""
        if self._has(clause, "tinggal", "sisa", "menjadi"):
            return False
        return self._has(clause, "berkurang") or (self._has(clause, "bertambah") and not is_more)

    def _of_the_whole(self) -> Iterator[Clause]:
        """ "2 km, tapi yang rusak cuma 350 meter", "… yang 350 itu mi yang kami minta", "4 km, sisa 1 km"."""
        again = [one for one in self.valued[1:] if self._begins(one, "yang", "catat") and self._is_said_before(one)]
        picked = [clause for clause in again if self._has(clause, "diminta", "catat")]
        counted = [clause for clause in self.valued if clause not in picked]
        if len(counted) < _LEAST or any(len(self.told[clause]) != 1 for clause in counted):
            return
        if self._is_part(counted[-1], counted[0]):
            yield from (*counted[:-1], *picked)
        elif picked:
            yield from (*picked, *(one for one in counted if self.told[one] != self.told[picked[0]]))

    def _besides_the_part(self) -> Iterator[Clause]:
        """ "200 meter yang mau dikerja, jalannya sendiri 1 km": how big all of it is."""
        told = self.valued if self.measured else []
        parts = [one for one in told if self._has(one, "bagian", "minta") and not self._has(one, "seluruh")]
        parts = [one for one in parts if one == self.valued[0] or not self._is_said_before(one)]
        if len(parts) == 1 and all(len(self.told[clause]) == 1 for clause in self.valued):
            yield from (clause for clause in self.valued if clause not in parts)

    def _of_mine(self) -> Iterator[Clause]:
        """ "30 orang, tapi saya cuma kenal 10", "anakku 3, satu sekolah 64 murid": the speaker's own are among them."""
        others = [clause for clause in self.valued if clause not in self.mine]
        if len(others) == 1 and self.mine:
            whole = self._has(others[0], "seluruh", "tapi") or others[0] < self.mine[0]
            yield from self.mine if whole else ()

    def _is_part(self, last: Clause, first: Clause) -> bool:
        if self.names or last in self.mine:
            return False
        if self._is_only_broken(last):
            return False
        less = max(self.told[last]) < max(self.told[first])
        turns = bool(self.words.at(self.said, last[0], "tapi")) or bool(self._begins(last, "yang"))
        whole = self._begins(last, "yang") and less and self._has(first, "seluruh")
        return bool((turns and self._has(last, "cuma", "minta")) or whole or (less and self._begins(last, "sisa")))

    def _is_only_broken(self, clause: Clause) -> bool:
        """ "500 m tapi yang rusak 200 m": how much is to be made was not told; "itu yang kami minta" behind it does."""
        pointed = any(self._has(one, "minta", "diminta") for one in self.told if one > clause and not self.told[one])
        return self.measured and self._has(clause, "rusak") and not (pointed or self._has(clause, "bagian", "minta"))

    def _is_said_before(self, clause: Clause) -> bool:
        return any(set(self.told[clause]) <= set(values) for one, values in self.told.items() if one < clause)

    def _of_others(self) -> Iterator[Clause]:
        """ "Senin tidak bisa"."""
        yield from (clause for clause in self.valued if self._has(clause, "tidak_bisa"))

    def _besides_the_only(self) -> Iterator[Clause]:
        """ "Kamis saja, rabu panen bawang"."""
        only = [clause for clause in self.valued if self.words.at(self.said, clause[1] - 1, "saja")]
        if len(only) == 1 and only[0] == self.valued[0]:
            yield from (clause for clause in self.valued[1:] if not self._has(clause, "tapi"))
