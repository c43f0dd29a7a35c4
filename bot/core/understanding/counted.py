"""What examples say about several values that are named in one answer: which count, and whether that is sure."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
#: So likely it has to be that just these count; readings that are less likely than the second are doubted.
SURE, UNLIKELY = 0.8, 0.1
#: So likely, where readers of words chose another option, or where several sorts of things are told: of people,
#: families and the poor each may be an answer.
SURER = 0.95
#: So likely, where readers of words took another amount: it is asked which.
DOUBTED = 0.98


def surely(shares: Mapping[tuple[int, ...], float], sure: float = SURE) -> tuple[int, ...]:
    """The places of those that count; empty where nobody can tell."""
    best = max(shares, key=shares.__getitem__, default=())
    return best if best and shares[best] >= sure else ()


def of_named(shares: Mapping[tuple[int, ...], float], named: Sequence[T]) -> dict[frozenset[T], float]:
    """The same where one may be named twice: how likely it is that just these are meant."""
    found: dict[frozenset[T], float] = {}
    for way, share in shares.items():
        meant = frozenset(named[at] for at in way)
        found[meant] = found.get(meant, 0.0) + share
    return found
