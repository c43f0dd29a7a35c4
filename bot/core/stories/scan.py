"""A story cut into pieces that know where they stand in it, as it was typed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.forms.digits import is_digits
from bot.core.listening.shapes import Span
from bot.core.spelt import Spellings
from bot.core.understanding.amounts.pieces import Piece, cut, prepare

LONGEST = 8000  # characters
_CHUNK = re.compile(
    r"(?P<number>(?<!\w)[-+]?\d[\w.,/²³'-]*(?<![.,/-])|±|~)|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*'?(?:[²³\d](?![\w.,]*\d))?)"
    r"|(?P<mark>[^\s\w]|\n)"
)
ENDS = frozenset(".!?;\n")  # of sentences
_LONGEST_PHRASE = 4


@dataclass(frozen=True)
class Scan:
    """`clause` and `sentence` number those that each piece stands in."""

    text: str
    pieces: Sequence[Piece]
    words: Sequence[str]
    spans: Sequence[Span]
    clause: Sequence[int]
    sentence: Sequence[int]

    def span(self, told: Span) -> Span:
        """From pieces to characters."""
        return self.spans[told[0]][0], self.spans[told[1] - 1][1]

    def says(self, told: Span) -> str:
        start, end = self.span(told)
        return " ".join(self.text[start:end].split())


def scan(text: str) -> Scan:
    """What stands behind the longest story is left out."""
    found = [(piece, match.span()) for match in _CHUNK.finditer(text, 0, LONGEST) for piece in _pieces(match[0])]
    pieces = [piece for piece, _ in found]
    words = [piece.text for piece in pieces]
    spans = [span for _, span in found]
    return Scan(text, pieces, words, spans, _count(words, ENDS | {","}), _count(words, ENDS))


@lru_cache(maxsize=8192)
def _pieces(chunk: str) -> tuple[Piece, ...]:
    if chunk.isalpha() or len(chunk) == 1:
        return (Piece("word" if chunk.isalpha() else "figure" if is_digits(chunk) else "mark", chunk),)
    return tuple(cut(prepare(chunk)))


def _count(words: Sequence[str], ends: frozenset[str]) -> list[int]:
    numbers, now = [], 0
    for word in words:
        numbers.append(now)
        now += word in ends
    return numbers


def joined(text: str, parts: Sequence[tuple[int, Scan]]) -> Scan:
    """The text of which these are the parts, each with where it begins."""
    pieces: list[Piece] = []
    spans: list[Span] = []
    for at, part in parts:
        pieces += part.pieces
        spans += ((start + at, end + at) for start, end in part.spans)
    words = [piece.text for piece in pieces]
    return Scan(text, pieces, words, spans, _count(words, ENDS | {","}), _count(words, ENDS))


class Phrases:
    """Words and phrases by what they mean, found among the words of a story."""

    def __init__(self, meanings: Mapping[str, Spellings]) -> None:
        self.meanings = {tuple(_split(each)): name for name, told in meanings.items() for each in told}
        self.openings = frozenset(words[0] for words in self.meanings)

    def at(self, words: Sequence[str], at: int) -> tuple[str, int] | None:
        """The longest phrase that begins here: what it means, and where it ends."""
        if words[at] not in self.openings:
            return None
        for length in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
            name = self.meanings.get(tuple(words[at : at + length]))
            if name is not None:
                return name, at + length
        return None

    def find(self, words: Sequence[str]) -> Iterator[tuple[str, Span]]:
        end = 0
        for at in [at for at, word in enumerate(words) if word in self.openings]:
            found = self.at(words, at) if at >= end else None
            if found:
                end = found[1]
                yield found[0], (at, end)


def _split(phrase: str) -> Iterable[str]:
    return (piece.text for piece in cut(prepare(phrase)))
