"""All ways to cut a row of tokens into clauses. A text that can be cut in two ways may mean two things."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from bot.core.understanding.tokens import Token

_MOST_WAYS = 64
_LONGEST_CLAUSE = 7  # tokens
_BETWEEN = ",o"


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
    """Every cut that leaves nothing over, at most 64; `,` and `o` (unknown words) may stand between clauses."""
    shape, kept = shapes.write(tokens)
    ends = _ends_of(shape, shapes.patterns)
    yield from islice(_walk(shape, kept, 0, ends), _MOST_WAYS)


Ends = list[list[tuple[int, str]]]


def _ends_of(shape: str, patterns: Mapping[str, str]) -> Ends:
    """For each place the clauses that begin there and from whose end the rest can be cut as well: no dead ends."""
    compiled = {name: re.compile(pattern) for name, pattern in patterns.items()}
    ends: Ends = [[] for _ in shape]
    good = {len(shape)}
    for at in reversed(range(len(shape))):
        for end in range(at + 1, min(at + _LONGEST_CLAUSE, len(shape)) + 1):
            if end in good:
                ends[at] += [(end, name) for name, one in compiled.items() if one.fullmatch(shape, at, end)]
        if ends[at] or (shape[at] in _BETWEEN and at + 1 in good):
            good.add(at)
    return ends


def _walk(shape: str, kept: Sequence[Token], at: int, ends: Ends) -> Iterator[list[Clause]]:
    if at == len(shape):
        yield []
        return
    for end, name in ends[at]:
        clause = Clause(name, shape[at:end], tuple(kept[at:end]))
        yield from ([clause, *rest] for rest in _walk(shape, kept, end, ends))
    if shape[at] in _BETWEEN:
        yield from _walk(shape, kept, at + 1, ends)
