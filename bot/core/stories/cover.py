"""Who owns the words: of all that readers propose, the set that explains most of them and never one word twice."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.listening.shapes import Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """`span` in pieces. Without a `sort` it is a guard: the words are its own, and they tell nothing here."""

    sort: str
    value: Any
    span: Span
    certainty: float = 1.0

    @property
    def weight(self) -> float:
        """Longer is better, and a little for being there at all: two readings side by side beat one across both."""
        return (self.span[1] - self.span[0]) * self.certainty


def cover(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Weighted interval scheduling: of those that end first the best, with each the best that ends before it."""
    ordered = sorted(proposals, key=lambda each: each.span[1])
    ends = [each.span[1] for each in ordered]
    before = [bisect_right(ends, each.span[0], hi=at) for at, each in enumerate(ordered)]
    best = [0.0]
    for at, each in enumerate(ordered):
        best.append(max(best[at], best[before[at]] + each.weight))
    return _chosen(ordered, before, best)


def _chosen(ordered: Sequence[Proposal], before: Sequence[int], best: Sequence[float]) -> list[Proposal]:
    chosen: list[Proposal] = []
    at = len(ordered)
    while at:
        if best[at] == best[at - 1]:
            at -= 1
        else:
            chosen.append(ordered[at - 1])
            at = before[at - 1]
    return chosen[::-1]
