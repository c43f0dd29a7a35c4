"""Whom to ring about a day that is missing: while there is time, only where nobody is there to be reminded."""

from datetime import date

import pytest

from bot.core.readiness.readiness import DATED, DUE, LATE, NOT_YET, QUESTIONS, Answer, Standing
from bot.core.readiness.trouble import concern

TODAY = date(2027, 1, 12)
_LAST = date(2027, 1, 31)


def _standing(status: str, question: str = DATED) -> Standing:
    """Everything is still to come but this."""
    return Standing(None, tuple(Answer(one, status if one == question else NOT_YET, by=_LAST) for one in QUESTIONS))


@pytest.mark.parametrize(
    ("status", "is_manned", "rings"), [(DUE, False, True), (DUE, True, False), (NOT_YET, False, False)]
)
def test_a_day_that_is_due_is_a_reason_to_ring_where_nobody_is_reminded(
    status: str, is_manned: bool, rings: bool
) -> None:
    found = concern(_standing(status), TODAY, is_manned=is_manned)
    assert (found is not None) is rings


@pytest.mark.parametrize("question", [one for one in QUESTIONS if one != DATED])
def test_where_nobody_is_only_the_day_is_asked_for_before_it_is_late(question: str) -> None:
    meeting_is_far = Standing(date(2027, 1, 31), _standing(DUE, question).answers)
    assert concern(meeting_is_far, TODAY, is_manned=False) is None


def test_a_day_that_is_late_comes_before_one_that_is_only_due() -> None:
    late, due = (concern(_standing(status), TODAY, is_manned=False) for status in (LATE, DUE))
    assert late is not None
    assert due is not None
    assert late.rank < due.rank
