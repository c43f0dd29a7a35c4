"""All ways to cut a row of tokens into clauses. A text that can be cut in two ways may mean two things."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import islice

from bot.core.understanding.amounts.tokens import Token

_MOST_WAYS = 400
_LONGEST_CLAUSE = 7  # tokens
_KIND = re.compile("[a-z]+")
_BETWEEN = ("sep", "other")  # unknown words


@dataclass(frozen=True, slots=True)
class Clause:
    """`name`: of the pattern that fitted these tokens."""

    name: str
    tokens: tuple[Token, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(token.kind for token in self.tokens)

    @property
    def number(self) -> Fraction:
        """The number in it; only for clauses whose pattern has one."""
        return next(token.number.readings[0] for token in self.tokens if token.number)

    def name_of(self, *kinds: str) -> str:
        return next((token.name for token in self.tokens if token.kind in kinds), "")


class Shapes:
    """Patterns of clauses, written with the kinds of their tokens: "num? length | length num".

    Kinds that stand in no pattern are passed over.
    """

    def __init__(self, **patterns: str) -> None:
        kinds = dict.fromkeys((*_BETWEEN, *_KIND.findall(" ".join(patterns.values()))))
        self.letters = {kind: chr(ord("a") + at) for at, kind in enumerate(kinds)}
        self.between = frozenset(self.letters[kind] for kind in _BETWEEN)
        self.patterns = {name: re.compile(self._written(pattern)) for name, pattern in patterns.items()}

    def _written(self, pattern: str) -> str:
        return _KIND.sub(lambda kind: self.letters[kind[0]], pattern).replace(" ", "")

    def write(self, tokens: Sequence[Token]) -> tuple[str, list[Token]]:
        """One letter for each token that is not passed over."""
        kept = [token for token in tokens if token.kind in self.letters]
        return "".join(self.letters[token.kind] for token in kept), kept


def cuts(tokens: Sequence[Token], shapes: Shapes) -> Iterator[list[Clause]]:
    """Every cut that leaves nothing over, at most 400; what parts two things and unknown words may stand between."""
    shape, kept = shapes.write(tokens)
    free = [letter in shapes.between for letter in shape]
    yield from islice(_walk(kept, 0, _ends_of(shape, shapes), free), _MOST_WAYS)


Ends = list[list[tuple[int, str]]]


@lru_cache(maxsize=512)
def _ends_of(shape: str, shapes: Shapes) -> Ends:
    """For each place the clauses that begin there and from whose end the rest can be cut as well: no dead ends. People
    say their numbers in few ways: the shapes come again and again."""
    free = [letter in shapes.between for letter in shape]
    ends: Ends = [[] for _ in shape]
    good = {len(shape)}
    for at in reversed(range(len(shape))):
        for end in range(at + 1, min(at + _LONGEST_CLAUSE, len(shape)) + 1):
            if end in good:
                ends[at] += [(end, name) for name, one in shapes.patterns.items() if one.fullmatch(shape, at, end)]
        if ends[at] or (free[at] and at + 1 in good):
            good.add(at)
    return ends


def _walk(kept: Sequence[Token], at: int, ends: Ends, free: Sequence[bool]) -> Iterator[list[Clause]]:
    if at == len(kept):
        yield []
        return
    for end, name in ends[at]:
        clause = Clause(name, tuple(kept[at:end]))
        yield from ([clause, *rest] for rest in _walk(kept, end, ends, free))
    if free[at]:
        yield from _walk(kept, at + 1, ends, free)
