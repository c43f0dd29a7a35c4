"""A number that is said figure by figure: "dua lima" is 25."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from bot.core.understanding.amounts.numerals import Num
from bot.core.understanding.amounts.tokens import Token

_ONES = range(1, 10)
_KINDS = frozenset({"male", "female", "part"})  # of people, each counted


def are_figures(kept: Sequence[Token], other: Token, behind: Token | None) -> bool:
    """ "Dua lima orang" is 25, said figure by figure; "dua tiga" are two or three, "laki-laki dua lima perempuan" each
    their own."""
    one, before = kept[-1], kept[-2] if len(kept) > 1 else None
    spelt = one.number and other.number and not (one.number.figure or other.number.figure)
    touches = other.span[0] <= one.span[1] and one.span[1] - one.span[0] == 1 == other.span[1] - other.span[0]
    both = *readings_of(one), *readings_of(other)
    each = before is not None and behind is not None and before.kind in _KINDS and behind.kind in _KINDS
    few = len(both) == 2 and all(value in _ONES for value in both) and both[1] - both[0] != 1
    return bool(spelt) and touches and few and not each


def as_one(one: Token, other: Token) -> Token:
    number = Num((readings_of(one)[0] * 10 + readings_of(other)[0],))
    return replace(one, number=number, text=f"{one.text} {other.text}", span=(one.span[0], other.span[1]))


def readings_of(token: Token) -> tuple[Fraction, ...]:
    return token.number.readings if token.number else ()
