"""What is answered where the question is known: words that repeat it belong to the yes, words that deny it to the no.

Every word must have its place. A word without one may stand behind a no (there it says what is right instead); behind a
yes only after a pause, and not where the yes sends.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from bot.core.listening.folding import Folding, Token, line
from bot.core.listening.patterns import compiled
from bot.core.listening.rules import Opening, Replying
from bot.core.listening.shapes import Span

_YES, _NO, _SEND, _DOUBT, _BUT, _FILL = "ya", "tidak", "kirim", "ragu", "tapi", "isi"
_WHATEVER = " ..."
_FEWEST_BEHIND = 2  # words; fewer may be what was meant instead: "iye, Buntu Lintik"
_TELLS = 4  # words, most of them usual beside a yes: "betul itu, baru 2 tahun mekar makanya"
_PAUSE = re.compile(r"[,.;!\n]")


_Sorted = tuple[str, int, int]  # a sort, and the tokens that it covers


class Reply(NamedTuple):
    """A yes or a no, and the words that hold it."""

    act: str
    span: Span


class Replier:
    def __init__(self, words: Replying, folding: Folding) -> None:
        self._behind, self._free_yes, self._hence_told = words.free_no, words.free_yes, bool(words.hence)
        sorts = {_DOUBT: words.doubt, _NO: words.no, _YES: words.yes, _SEND: words.send}
        sorts |= {_BUT: words.but, _FILL: words.fill}
        self._sorts = {name: compiled(_longest_first(told), folding) for name, told in sorts.items()}
        self._address, self._particles = folding.address, compiled(words.particles, folding)
        self._why, self._hence = compiled(words.why, folding), compiled(_longest_first(words.hence), folding)

    def reply(self, text: str, tokens: Sequence[Token]) -> Reply | None:
        """None when it is neither, or both."""
        all_of_it = tokens[0].start, tokens[-1].end
        tokens = [token for token in tokens if not self._particles.fullmatch(token.word)] or tokens
        tokens = [token._replace(word=word) for token in tokens for word in token.word.split()]  # "situ2" is two
        found = list(self._sorted(text, tokens))
        sorts = {sort for sort, _, _ in found}
        if self._refuses_at_first(text, tokens, found):
            return Reply(_NO, all_of_it)
        yes = next((sort for sort in (_YES, _SEND) if sort in sorts), None)
        if not yes and self._refuses_at_last(text, tokens, found):
            return Reply(_NO, all_of_it)
        if _DOUBT in sorts or bool(yes) == (_NO in sorts):
            return None
        if yes == _YES and self._agrees_at_last(text, tokens, found):
            return Reply(_YES, all_of_it)
        if yes:
            whole = not sorts & {"", _BUT} or (_BUT not in sorts and self._goes_on(text, tokens, found))
            return Reply(yes, all_of_it) if whole else None
        return self._no(text, tokens, found)

    def _refuses_at_first(self, text: str, tokens: Sequence[Token], found: Sequence[_Sorted]) -> bool:
        """ "Tidak mau ka, nanti diapa-apakan datanya", "jangan kalau begitu": why stands behind a no that is plain, or
        behind any no where it is plainly why."""
        why = (at for at in range(1, len(tokens)) if self._why.match(line(tokens[at:])))
        pause = (at for at in range(1, len(tokens)) if _pauses(text, tokens, at))
        cut = next(chain(pause, why), 0) if self._behind == "reason" else 0
        no = [(sort, end - at) for sort, at, end in found if at < cut]
        behind = {sort for sort, at, _ in found if at >= cut}
        is_no = bool(no) and {sort for sort, _ in no} <= {_NO, _FILL} and no[0][0] == _NO
        reason = self._why.search(line(tokens[cut:])) if is_no else None
        plain = reason is not None or (is_no and no[0][1] > 1 and _BUT not in behind)
        return plain and _YES not in behind and tokens[-1].word != "?"

    def _refuses_at_last(self, text: str, tokens: Sequence[Token], found: Sequence[_Sorted]) -> bool:
        """ "Takut ka kalau namaku tersebar, tidak usah mi": why it is a no stands before it, and nothing behind it."""
        pause = max((at for at in range(1, len(tokens)) if _pauses(text, tokens, at)), default=0)
        hence = behind_last(self._hence, tokens)
        last = max(pause, hence)
        behind = [each for each in found if each[1] >= last]
        refuses = any(sort == _NO and end - at > 1 for sort, at, end in behind)
        only = {sort for sort, _, _ in behind} <= {_NO, _FILL}
        why = hence > pause or self._why.search(line(tokens[:last])) is not None
        return refuses and only and last > 0 and why

    def _agrees_at_last(self, text: str, tokens: Sequence[Token], found: Sequence[_Sorted]) -> bool:
        """ "Sudah dijelaskan kemarin jadi setuju ma": why it is a yes stands before it, and nothing behind it. "Semua
        sudah setuju" tells of others."""
        pauses = (at for at in range(1, len(tokens)) if self._hence_told and _pauses(text, tokens, at))
        last = max((behind_last(self._hence, tokens), *pauses))
        told = [each for each in found if each[1] >= last]
        sorts = {sort for sort, _, _ in told}
        return 0 < last and _YES in sorts and sorts <= {_YES, _FILL} and _BUT not in {sort for sort, _, _ in found}

    def _goes_on(self, text: str, tokens: Sequence[Token], found: Sequence[_Sorted]) -> bool:
        """ "Masih ji, mau ke mana lagi": what is no word of an answer stands behind the yes and a pause."""
        other = next(start for sort, start, _ in found if not sort)
        yes = max((end for sort, _, end in found if sort == _YES and end <= other), default=0)
        pause = next((at for at in range(yes, other + 1) if _pauses(text, tokens, at)), len(tokens))
        tells = len(tokens) - other >= _FEWEST_BEHIND or len(tokens) - pause >= _TELLS
        return bool(self._free_yes and yes) and pause < len(tokens) and tells

    def _sorted(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
        """What each of the words is; nothing reaches over a pause: "tidak, salah" is no "tidak salah"."""
        at = 0
        while at < len(tokens):
            pauses = (n for n in range(at + 1, len(tokens)) if _pauses(text, tokens, n))
            sort, count = self._next(tokens[at : next(pauses, len(tokens))])
            yield sort, at, at + count
            at += count

    def _no(self, text: str, tokens: Sequence[Token], found: Sequence[tuple[str, int, int]]) -> Reply | None:
        """A no comes first; what follows it may be anything, where that is so."""
        other = next((at for at, (sort, _, _) in enumerate(found) if sort in ("", _BUT)), len(found))
        noes = [at for at in range(other) if found[at][0] == _NO]
        if not noes or (other < len(found) and not self._may_follow(text, tokens, found[noes[-1]], found[other])):
            return None
        whole = other == len(found) or self._behind == "reason"
        last = len(found) - 1 if whole else noes[-1]
        return Reply(_NO, (tokens[0].start, tokens[found[last][2] - 1].end))

    def _may_follow(self, text: str, tokens: Sequence[Token], no: _Sorted, other: _Sorted) -> bool:
        """Why somebody does not want to stands behind a no in several words and a pause: "tidak mau, takut disebar"."""
        if self._behind == "reason":
            paused = any(_pauses(text, tokens, at) for at in range(no[2], other[1] + 1))
            return paused and other[0] != _BUT and no[2] - no[1] > 1
        return self._behind == "anything"

    def _next(self, tokens: Sequence[Token]) -> tuple[str, int]:
        """The sort that covers most of what comes; in the order of doubt, no, yes when they cover the same."""
        if tokens[0].word in self._address:
            return _FILL, 1
        joined = line(tokens)
        counts = {sort: _count(pattern.match(joined)) for sort, pattern in self._sorts.items()}
        best = max(counts, key=lambda sort: counts[sort])
        return (best, counts[best]) if counts[best] else ("", 1)


def behind_last(words: re.Pattern[str], tokens: Sequence[Token], before: int = 0) -> int:
    """Where what stands behind the last of these words begins: "…, jadi setuju ma"; 0 where fewer than `before` words
    stand before it, or nothing behind."""
    joined = line(tokens)
    ends = [(joined[: one.start()].count(" "), joined[: one.end()].count(" ") + 1) for one in words.finditer(joined)]
    return max((end for start, end in ends if start >= before and end < len(tokens)), default=0)


def _longest_first(patterns: Sequence[str]) -> list[str]:
    return sorted(patterns, key=lambda told: -len(told.split()))


def _count(found: re.Match[str] | None) -> int:
    return found[0].count(" ") + 1 if found else 0


class Opener:
    """An act said in a whole sentence: "tidak ada, orang susah semua di sini". Its first words tell it, when a pause
    follows them; those that end in "..." tell it whatever follows."""

    def __init__(self, words: Opening, folding: Folding) -> None:
        self._told = {act: compiled(_longest_first(_ending(told, False)), folding) for act, told in words.acts.items()}
        self._begun = {act: compiled(_longest_first(_ending(told, True)), folding) for act, told in words.acts.items()}
        self._before, self._after = compiled(words.before, folding), compiled(words.after, folding)
        self._address = folding.address

    def opened(self, text: str, tokens: Sequence[Token]) -> str:
        """Whoever speaks may stand before: "kami tidak punya, …"."""
        for at in range(len(tokens)):
            if act := self._act(text, tokens[at:]):
                return act
            if not self._before.match(tokens[at].word):
                return ""
        return ""

    def _act(self, text: str, tokens: Sequence[Token]) -> str:
        joined = line(tokens)
        begun = {act: _count(pattern.match(joined)) for act, pattern in self._begun.items()}
        told = {act: _count(pattern.match(joined)) for act, pattern in self._told.items()}
        told = {act: count for act, count in told.items() if count and self._ends(text, tokens, count)}
        counts = {act: max(begun.get(act, 0), told.get(act, 0)) for act in begun}
        best = max(counts, key=lambda act: counts[act], default="")
        return best if best and counts[best] else ""

    def _ends(self, text: str, tokens: Sequence[Token], count: int) -> bool:
        """Whether the words end there, or a pause follows; what changes nothing may stand between."""
        while count < len(tokens) and not _pauses(text, tokens, count):
            word = tokens[count].word
            if word not in self._address and not self._after.match(word):
                return False
            count += 1
        return True


def _ending(told: Sequence[str], whatever: bool) -> list[str]:
    return [one.removesuffix(_WHATEVER) for one in told if one.endswith(_WHATEVER) == whatever]


def _pauses(text: str, tokens: Sequence[Token], at: int) -> bool:
    return _PAUSE.search(text[tokens[at - 1].end : tokens[at].start]) is not None
