"""What was wrong comes back at the intervals of FSRS, counted in days of the calendar."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from bot.core.lessons.cards import STAYS, Card, review

DAY = date(2027, 1, 19)


def _intervals(answers: list[bool]) -> list[int | None]:
    """Days until it comes back after each of these answers, each given on its day; None = it stays."""
    card, on, found = review(None, right=False, on=DAY), DAY, []
    for right in answers:
        on = card.due_on or on + timedelta(days=STAYS)
        card = review(card, right=right, on=on)
        found.append((card.due_on - on).days if card.due_on is not None else None)
    return found


def test_right_answers_come_back_after_one_two_six_and_seventeen_days() -> None:
    first = review(None, right=False, on=DAY)
    assert first.due_on == DAY + timedelta(days=1)
    assert _intervals([True, True, True, True]) == [2, 6, 17, 44]


def test_a_wrong_answer_begins_anew_and_in_the_end_it_stays() -> None:
    assert _intervals([True, True, True, False, True])[3] == 2
    assert _intervals([True] * 5)[-1] is None


@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_intervals_are_those_of_fsrs_for_the_same_answers(answers: list[bool]) -> None:
    scheduler = Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    at = datetime.combine(DAY, time(20), UTC)
    theirs, _ = scheduler.review_card(FsrsCard(card_id=7), Rating.Again, at)
    ours: Card = review(None, right=False, on=DAY)
    for right in answers:
        if ours.due_on is None:
            return
        theirs, _ = scheduler.review_card(theirs, Rating.Good if right else Rating.Again, theirs.due)
        ours = review(ours, right=right, on=ours.due_on)
        days = (theirs.due - (theirs.last_review or at)).days
        assert ours.due_on == (None if days >= STAYS else ours.reviewed_on + timedelta(days=days))
        assert ours.stability == pytest.approx(theirs.stability)


def test_after_a_month_of_absence_a_card_is_due_once_and_goes_on_from_there() -> None:
    card = review(None, right=False, on=DAY)
    late = review(card, right=True, on=DAY + timedelta(days=30))
    assert late.due_on is not None
    assert late.due_on > DAY + timedelta(days=32)  # whoever still knows it after a month knows it longer
