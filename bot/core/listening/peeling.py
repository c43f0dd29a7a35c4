"""Taking a greeting from the front of a text, thanks from its end, and a yes or no from before a comma."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.core.listening.folding import Folding, Token, line
from bot.core.listening.patterns import compiled
from bot.core.listening.rules import Peel
from bot.core.listening.shapes import Span

_PAUSE = re.compile(r"[,.;!\n]")
_PAUSED = frozenset({"cukup"})  # acts that stand behind a pause
_Found = Mapping[str, re.Pattern[str]]


class Peeled(NamedTuple):
    """`off`: acts that came off, with their spans. `rest`: the tokens that are left; `polite` of them at the front mean
    nothing."""

    off: tuple[tuple[str, Span], ...]
    rest: Sequence[Token]
    polite: int


class Answered(NamedTuple):
    """A yes or no in front of something else. `rest` begins behind "tapi"."""

    act: str
    span: Span
    rest: Sequence[Token]


class Peeler:
    def __init__(self, peel: Peel, folding: Folding) -> None:
        self._address = folding.address
        self._front = {act: compiled(told, folding) for act, told in peel.front.items()}
        self._back = {act: compiled((f"{one} $" for one in told), folding) for act, told in peel.back.items()}
        self._answers = {act: compiled(told, folding) for act, told in peel.answers.items()}
        self._polite, self._but = compiled(peel.polite, folding), compiled(peel.but, folding)

    def peel(self, text: str, tokens: Sequence[Token]) -> Peeled:
        off: list[tuple[str, Span]] = []
        rest = self._without_back(text, self._without_front(text, tokens, off), off)
        return Peeled(tuple(off), rest, self._polite_words(rest))

    def answer(self, text: str, tokens: Sequence[Token]) -> Answered | None:
        """A yes or no, when a comma or "tapi" and something else stand behind it."""
        for act, pattern in self._answers.items():
            count = self._with_address(tokens, _begin(pattern, tokens))
            if 0 < count < len(tokens):
                but = _begin(self._but, tokens[count:])
                pause = _PAUSE.search(text[tokens[count - 1].end : tokens[count].start])
                if (but or pause) and tokens[count + but :]:
                    return Answered(act, (tokens[0].start, tokens[count - 1].end), tokens[count + but :])
        return None

    def turns(self, tokens: Sequence[Token]) -> bool:
        """Whether something in it says "but"."""
        return self._but.search(line(tokens)) is not None

    def means_nothing(self, tokens: Sequence[Token]) -> bool:
        """Whether only polite words and words of address are there."""
        return self._polite_words(tokens) == len(tokens)

    def _without_front(self, text: str, tokens: Sequence[Token], off: list[tuple[str, Span]]) -> Sequence[Token]:
        start = self._with_address(tokens, self._polite_words(tokens))
        for act, pattern in self._front.items():
            count = _begin(pattern, tokens[start:])
            while count:
                count = self._greeted(text, tokens[start:], count)
                off.append((act, (tokens[0].start, tokens[start + count - 1].end)))
                tokens, start = tokens[start + count :], 0
                count = _begin(pattern, tokens)
        return tokens

    def _greeted(self, text: str, tokens: Sequence[Token], count: int) -> int:
        """With whom one greets; "assalamualaikum, ibu hamil" tells of her."""
        end = self._with_address(tokens, count)
        if not count < end < len(tokens):
            return end
        before, behind = (text[tokens[at - 1].end : tokens[at].start] for at in (count, end))
        return count if _PAUSE.search(before) and not _PAUSE.search(behind) else end

    def _without_back(self, text: str, tokens: Sequence[Token], off: list[tuple[str, Span]]) -> Sequence[Token]:
        for act, pattern in self._back.items():
            last = len(tokens)
            while last and tokens[last - 1].word in self._address:
                last -= 1
            found = pattern.search(line(tokens[:last])) if last else None
            if found and (act not in _PAUSED or _stands_apart(text, tokens, found)):
                first = line(tokens[:last])[: found.start()].count(" ")
                off.append((act, (tokens[first].start, tokens[-1].end)))
                tokens = tokens[:first]
        return tokens

    def _polite_words(self, tokens: Sequence[Token]) -> int:
        """How many words at the front mean nothing."""
        count = self._with_address(tokens, 0)
        while more := _begin(self._polite, tokens[count:]):
            count = self._with_address(tokens, count + more)
        return count

    def _with_address(self, tokens: Sequence[Token], count: int) -> int:
        while count < len(tokens) and tokens[count].word in self._address:
            count += 1
        return count


def _stands_apart(text: str, tokens: Sequence[Token], found: re.Match[str]) -> bool:
    """ "…, cukup" ends what is told; "airnya tidak cukup" tells it."""
    first = found.string[: found.start()].count(" ")
    return first > 0 and _PAUSE.search(text[tokens[first - 1].end : tokens[first].start]) is not None


def pauses_at(text: str, tokens: Sequence[Token], at: int, marks: str) -> bool:
    """Whether one of these marks stands before this token."""
    return any(mark in text[tokens[at - 1].end : tokens[at].start] for mark in marks)


def _begin(pattern: re.Pattern[str], tokens: Sequence[Token]) -> int:
    """How many tokens at the front the pattern covers."""
    found = pattern.match(line(tokens)) if tokens else None
    return found[0].count(" ") + 1 if found else 0
