"""What was answered wrong comes back, by FSRS, until it stays. Days are those of the calendar: a card of the evening
may be asked the next morning, and that is a day later."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler, State

#: Of one day and person.
MOST_A_DAY = 3
#: A card that would come back after so many days need not come back.
STAYS = 90
_SCHEDULER = Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
_NOON = time(12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Card:
    """`due_on`: None = it stays."""

    stability: float
    difficulty: float
    reviewed_on: date
    due_on: date | None


def review(card: Card | None, *, right: bool, on: date) -> Card:
    """The card after this answer. None: it was answered wrong for the first time."""
    known = FsrsCard(card_id=1) if card is None else _known(card)
    rating = Rating.Good if right else Rating.Again
    new, _ = _SCHEDULER.review_card(known, rating, datetime.combine(on, _NOON))
    assert new.stability is not None
    assert new.difficulty is not None
    interval = new.due.date() - on
    return Card(new.stability, new.difficulty, on, on + interval if interval < timedelta(days=STAYS) else None)


def _known(card: Card) -> FsrsCard:
    reviewed = datetime.combine(card.reviewed_on, _NOON)
    return FsrsCard(
        card_id=1,
        state=State.Review,
        stability=card.stability,
        difficulty=card.difficulty,
        due=reviewed,
        last_review=reviewed,
    )
