"""All ways to cut a row of tokens into clauses. A text that can be cut in two ways may mean two things."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from bot.core.understanding.tokens import Token

_MOST_WAYS = 64


@dataclass(frozen=True, slots=True)
class Clause:
    """`shape`: one letter a token, as the pattern that fitted it."""

    name: str
    shape: str
    tokens: tuple[Token, ...]

    @property
    def number(self) -> Fraction:
        """The number in it; only for clauses whose pattern has one."""
        return next(token.number.readings[0] for token in self.tokens if token.number)

    def name_of(self, *kinds: str) -> str:
        return next((token.name for token in self.tokens if token.kind in kinds), "")


@dataclass(frozen=True)
class Shapes:
    """`letters`: a letter for each kind of token; kinds without one are passed over. `patterns`: clauses by name."""

    letters: Mapping[str, str]
    patterns: Mapping[str, str]

    def write(self, tokens: Sequence[Token]) -> tuple[str, list[Token]]:
        kept = [token for token in tokens if token.kind in self.letters]
        return "".join(self.letters[token.kind] for token in kept), kept


def cuts(tokens: Sequence[Token], shapes: Shapes) -> Iterator[list[Clause]]:
    """Every cut that leaves nothing over; `,` and `o` (unknown words) may stand between clauses."""
    shape, kept = shapes.write(tokens)
    patterns = {name: re.compile(pattern) for name, pattern in shapes.patterns.items()}
    yield from islice(_cut(shape, kept, 0, patterns), _MOST_WAYS)


def _cut(shape: str, kept: Sequence[Token], at: int, patterns: Mapping[str, re.Pattern[str]]) -> Iterator[list[Clause]]:
    while at < len(shape) and shape[at] in ",o":
        at += 1
    if at == len(shape):
        yield []
        return
    for end in range(at + 1, min(at + 7, len(shape)) + 1):
        for name, pattern in patterns.items():
            if pattern.fullmatch(shape, at, end):
                clause = Clause(name, shape[at:end], tuple(kept[at:end]))
                yield from ([clause, *rest] for rest in _cut(shape, kept, end, patterns))
