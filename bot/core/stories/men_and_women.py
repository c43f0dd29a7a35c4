"""Whose number stands on which side, where men and women are told of behind how many they are in all: "42 balita itu
laki2 20 perempuan 22". The sum tells it."""

from collections.abc import Sequence

from bot.core.stories.cover import Proposal
from bot.core.understanding.amounts.counts import Limit
from bot.core.understanding.amounts.numerals import Num

Span = tuple[int, int]
_SEXES = frozenset({"male", "female"})
_SORT = "orang"


def set_right(proposals: Sequence[Proposal], numbers: Sequence[tuple[Num, Span]]) -> list[Proposal]:
    """`numbers`: all that stand there, in turn. Of three of which the first is the sum of the others it is of all."""
    kept = list(proposals)
    for (whole, at), (one, first), (other, second) in zip(numbers, numbers[1:], numbers[2:], strict=False):
        is_sum = whole.readings[0] == one.readings[0] + other.readings[0]
        if is_sum and _is_named(kept, first) and _is_named(kept, second) and not _has_its_own(kept, second):
            kept = [each for each in kept if not (_counts(each, at) or _is_behind(each, first))]
            count = int(whole.readings[0])
            kept.append(Proposal(_SORT, ("total", count, Limit("total")), at))
    return kept


def _is_named(proposals: Sequence[Proposal], number: Span) -> bool:
    """Whether men or women are told of in front of it."""
    return any(_counts(each, number) and each.span[0] < number[0] for each in proposals)


def _has_its_own(proposals: Sequence[Proposal], number: Span) -> bool:
    """ "… 50 KK"."""
    return any(one.sort == _SORT and one.span[0] == number[0] and not _counts(one, number) for one in proposals)


def _counts(one: Proposal, number: Span) -> bool:
    is_sex = one.sort == _SORT and one.value[0] in _SEXES
    return is_sex and one.span[0] <= number[0] and number[1] <= one.span[1]


def _is_behind(one: Proposal, number: Span) -> bool:
    """Whether it takes the word behind the number for its own."""
    return _counts(one, number) and one.span[0] == number[0]
