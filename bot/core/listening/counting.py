"""Which of several values that somebody names is the answer, learnt from examples: "30 juta. kurang itu, jadikan 35",
"kata tukang 120, tapi punya kita lebih pendek, jadi 75". Lists of words that turn round knew one line in six.

All ways to choose among the values are weighed against each other: one value counts the more, the less the others do.
How many may count together is learnt with it, for each sort of question.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import exp

from bot.core.listening.learnt import Learnt

#: What one of two numbers of a feature speaks for: that this value counts, or that nobody can tell which one does.
COUNTS, OPEN = "berlaku", "ragu"
FEWEST, MOST = 2, 6  # values in one text
ANY_NUMBER = frozenset({"tempat"})  # sorts of which one alone may count or not
_NEAREST = 3  # words whose distance tells
ENDS = frozenset(".,;!?(\n")
TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’`-][^\W\d_]+)*2?|[.,;!?(\n]")

Span = tuple[int, int]  # from which token to which


class Counting:
    """`sort` names the file of examples that are asked in the same way."""

    def __init__(self, learnt: Learnt) -> None:
        self._learnt = learnt

    def shares(self, sort: str, tokens: Sequence[str], spans: Sequence[Span]) -> Mapping[tuple[int, ...], float]:
        """How likely it is that just these of the values count; empty where there are not several, or too many."""
        if not fewest(sort) <= len(spans) <= MOST:
            return {}
        seen = list(features([folded(self._learnt.word, token) for token in tokens], spans))
        counts, doubts = zip(*(self._learnt.model.scores(one) for one in seen), strict=True)
        sizes = [self._learnt.model.scores([size_of(sort, len(spans), size)])[0] for size in range(len(spans) + 1)]
        return weighed(counts, doubts, {way: sizes[len(way)] for way in ways(len(spans))})


def fewest(sort: str) -> int:
    return 1 if sort in ANY_NUMBER else FEWEST


def folded(word: Callable[[str], str], token: str) -> str:
    return token if token in ENDS else word(token)


@lru_cache(maxsize=8)
def ways(count: int) -> tuple[tuple[int, ...], ...]:
    """All ways to choose among so many; the first, which chooses none, is that nobody can tell."""
    return tuple(tuple(at for at in range(count) if number >> at & 1) for number in range(2**count))


def size_of(sort: str, count: int, size: int) -> str:
    """That so many of them count."""
    return f"# {sort} {count} {size}"


def weighed(
    counts: Sequence[float], doubts: Sequence[float], sizes: Mapping[tuple[int, ...], float]
) -> dict[tuple[int, ...], float]:
    """How likely each way is, all together 1."""
    scores = {way: sum(counts[at] for at in way) + size for way, size in sizes.items()}
    scores[()] = sum(doubts) / len(doubts) + sizes[()]
    most = max(scores.values())
    grown = {way: exp(score - most) for way, score in scores.items()}
    whole = sum(grown.values())
    return {way: each / whole for way, each in grown.items()}


def features(tokens: Sequence[str], spans: Sequence[Span]) -> Iterator[set[str]]:
    """What is seen of each value: the words between it and its neighbours, those of its clause, all before and behind
    it, its own, and its place among the others."""
    edges = [0, *(at for span in spans for at in span), len(tokens)]
    told = [" ".join(tokens[slice(*span)]) for span in spans]
    for at, (start, end) in enumerate(spans):
        left = ["^" if at == 0 else "@", *tokens[edges[2 * at] : start]]
        right = [*tokens[end : edges[2 * at + 3]], "$" if at == len(spans) - 1 else "@"]
        found = {*_near("l", left[::-1]), *_near("r", right)}
        found |= {f"p {_place(at, len(spans))}", f"n {len(spans)}", f"e {len(spans) - at}"}
        found |= {f"m {word}" for word in tokens[start:end]}
        found |= {f"b {word}" for word in tokens[:start]} if at else set()
        found |= {f"a {word}" for word in tokens[end:]} if at < len(spans) - 1 else set()
        found |= {f"s {where}" for where, others in (("b", told[:at]), ("a", told[at + 1 :])) if told[at] in others}
        yield found


def _place(at: int, count: int) -> str:
    return "first" if at == 0 else "last" if at == count - 1 else "middle"


def _near(side: str, words: Sequence[str]) -> Iterator[str]:
    """`words`: from the value away, up to the next one."""
    clause = next((at for at, word in enumerate(words) if word in ENDS), len(words))
    yield f"{side}e {words[clause - 1] if clause else ''}"
    yield from (f"{side}c {word}" for word in words[:clause])
    yield from (f"{side}b {word}" for word in words)
    yield from (f"{side}{distance} {word}" for distance, word in enumerate(words[:_NEAREST], 1))
    yield from (f"{side}p {one} {other}" for one, other in pairwise(words))
