"""What is answered where the question is known: words that repeat it belong to the yes, words that deny it to the no.

Every word must have its place. A word without one may stand behind a no (there it says what is right instead), never
behind a yes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.core.listening.folding import Folding, Token, line
from bot.core.listening.patterns import compiled
from bot.core.listening.rules import Replying
from bot.core.listening.shapes import Span

_YES, _NO, _SEND, _DOUBT, _BUT, _FILL = "ya", "tidak", "kirim", "ragu", "tapi", "isi"
_PAUSE = re.compile(r"[,.;!\n]")


class Reply(NamedTuple):
    """A yes or a no, and the words that hold it."""

    act: str
    span: Span


class Replier:
    def __init__(self, words: Replying, folding: Folding) -> None:
        self._free_no = words.free_no
        sorts = {_DOUBT: words.doubt, _NO: words.no, _YES: words.yes, _SEND: words.send}
        sorts |= {_BUT: words.but, _FILL: words.fill}
        self._sorts = {name: compiled(_longest_first(told), folding) for name, told in sorts.items()}
        self._address = folding.address

    def reply(self, text: str, tokens: Sequence[Token]) -> Reply | None:
        """None when it is neither, or both."""
        found = list(self._sorted(text, tokens))
        sorts = {sort for sort, _, _ in found}
        yes = next((sort for sort in (_YES, _SEND) if sort in sorts), None)
        if _DOUBT in sorts or bool(yes) == (_NO in sorts):
            return None
        if yes:
            return None if sorts & {"", _BUT} else Reply(yes, (tokens[0].start, tokens[-1].end))
        return self._no(tokens, found)

    def _sorted(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
        """What each of the words is; nothing reaches over a pause: "tidak, salah" is no "tidak salah"."""
        at = 0
        while at < len(tokens):
            pauses = (n for n in range(at + 1, len(tokens)) if _pauses(text, tokens, n))
            sort, count = self._next(tokens[at : next(pauses, len(tokens))])
            yield sort, at, at + count
            at += count

    def _no(self, tokens: Sequence[Token], found: Sequence[tuple[str, int, int]]) -> Reply | None:
        """A no comes first; what follows it may be anything, where that is so."""
        other = next((at for at, (sort, _, _) in enumerate(found) if sort in ("", _BUT)), len(found))
        if _NO not in {sort for sort, _, _ in found[:other]} or (other < len(found) and not self._free_no):
            return None
        last = max(at for at in range(other) if found[at][0] == _NO) if other < len(found) else len(found) - 1
        return Reply(_NO, (tokens[0].start, tokens[found[last][2] - 1].end))

    def _next(self, tokens: Sequence[Token]) -> tuple[str, int]:
        """The sort that covers most of what comes; in the order of doubt, no, yes when they cover the same."""
        if tokens[0].word in self._address:
            return _FILL, 1
        joined = line(tokens)
        counts = {sort: _count(pattern.match(joined)) for sort, pattern in self._sorts.items()}
        best = max(counts, key=lambda sort: counts[sort])
        return (best, counts[best]) if counts[best] else ("", 1)


def _longest_first(patterns: Sequence[str]) -> list[str]:
    return sorted(patterns, key=lambda told: -len(told.split()))


def _count(found: re.Match[str] | None) -> int:
    return found[0].count(" ") + 1 if found else 0


class Opener:
    """An act said in a whole sentence: "tidak ada, orang susah semua di sini". Its first words tell it."""

    def __init__(self, acts: Mapping[str, Sequence[str]], before: Sequence[str], folding: Folding) -> None:
        self._acts = {act: compiled(_longest_first(told), folding) for act, told in acts.items()}
        self._before = compiled(before, folding)

    def opened(self, tokens: Sequence[Token]) -> str:
        """Whoever speaks may stand before: "kami tidak punya …"."""
        at = 0
        while at < len(tokens) and not self._act(line(tokens[at:])) and self._before.match(tokens[at].word):
            at += 1
        return self._act(line(tokens[at:]))

    def _act(self, joined: str) -> str:
        counts = {act: _count(pattern.match(joined)) for act, pattern in self._acts.items()}
        best = max(counts, key=lambda act: counts[act], default="")
        return best if best and counts[best] else ""


def _pauses(text: str, tokens: Sequence[Token], at: int) -> bool:
    return _PAUSE.search(text[tokens[at - 1].end : tokens[at].start]) is not None
