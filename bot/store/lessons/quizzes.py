"""Questions that were asked, the answers that counted, and what comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.lessons.cards import Card
from bot.store.database.dialects import upsert
from bot.store.database.ids import new_id
from bot.store.tables import cards, outbox, quizzes


@dataclass(frozen=True, slots=True)
class Asked:
    """`shown`: places of the answers in the order in which they were offered. `wording`: of the question as it was
    asked. `is_card`: it was wrong once. `chosen`: which answer counted; None while none did."""

    id: int
    person_id: int
    lesson: str
    question: int
    shown: str
    wording: str
    is_card: bool
    answered_at: datetime | None
    chosen: int | None

    def place(self, option: int) -> int | None:
        """Which answer of the lesson that option was; None for an option that was not offered."""
        return int(self.shown[option]) if 0 <= option < len(self.shown) else None


_q = quizzes.c
_COLUMNS = (_q.id, _q.person_id, _q.lesson, _q.question, _q.shown, _q.wording, _q.card, _q.answered_at, _q.chosen)
_REVIEWED = upsert(cards, ("person_id", "lesson", "question"), ("stability", "difficulty", "reviewed_on", "due_on"))
_CARD = (cards.c.stability, cards.c.difficulty, cards.c.reviewed_on, cards.c.due_on)


async def ask(connection: AsyncConnection, one: Asked, letter: int | None, at: datetime) -> None:
    """`letter`: the promise that carries it as a poll."""
    row: dict[str, Any] = {"id": one.id, "person_id": one.person_id, "lesson": one.lesson, "question": one.question}
    row |= {"shown": one.shown, "wording": one.wording, "card": one.is_card, "letter": letter, "asked_at": at}
    await connection.execute(quizzes.insert(), [row])


def new(person_id: int, lesson: str, question: int, shown: str, wording: str, *, is_card: bool) -> Asked:
    return Asked(new_id(), person_id, lesson, question, shown, wording, is_card, None, None)


async def one(connection: AsyncConnection, person_id: int, quiz_id: int) -> Asked | None:
    """None when it is somebody else's, or none at all."""
    row = (await connection.execute(select(*_COLUMNS).where(_q.id == quiz_id, _q.person_id == person_id))).first()
    return Asked(*row) if row else None


async def asked_in(connection: AsyncConnection, person_id: int, message_id: int) -> Asked | None:
    """The question that this message asked as a poll, while it was not answered."""
    found = select(*_COLUMNS).join(outbox, outbox.c.id == _q.letter)
    mine = _q.person_id == person_id, _q.answered_at.is_(None), outbox.c.message_id == message_id
    row = (await connection.execute(found.where(*mine).order_by(_q.id.desc()).limit(1))).first()
    return Asked(*row) if row else None


async def last_answered(connection: AsyncConnection, person_id: int) -> Asked | None:
    mine = _q.person_id == person_id, _q.answered_at.is_not(None)
    newest = select(*_COLUMNS).where(*mine).order_by(_q.answered_at.desc(), _q.id.desc()).limit(1)
    row = (await connection.execute(newest)).first()
    return Asked(*row) if row else None


async def by_poll(connection: AsyncConnection, person_id: int, poll_id: str) -> Asked | None:
    """The question that this poll asked this person. A letter whose fate is not known yet, or that may have arrived
    twice, carried a poll of another number: it is meant when nothing else can be."""
    letters = select(*_COLUMNS, outbox.c.result, outbox.c.outcome, outbox.c.uncertain)
    letters = letters.join(outbox, outbox.c.id == _q.letter).where(_q.person_id == person_id)
    rows = (await connection.execute(letters.order_by(_q.id.desc()))).all()
    known = next((row for row in rows if row.result == poll_id), None)
    if known is not None:
        return Asked(*known[: len(_COLUMNS)])
    doubtful = [row for row in rows if row.answered_at is None and (row.uncertain or row.outcome is None)]
    return Asked(*doubtful[0][: len(_COLUMNS)]) if len(doubtful) == 1 else None


async def grade(connection: AsyncConnection, quiz_id: int, chosen: int, at: datetime, *, right: bool) -> bool:
    """True for the first answer only."""
    waits = update(quizzes).where(_q.id == quiz_id, _q.answered_at.is_(None))
    return (await connection.execute(waits.values(chosen=chosen, is_right=right, answered_at=at))).rowcount == 1


async def answered(connection: AsyncConnection, person_id: int, lesson: str) -> dict[int, tuple[int, bool]]:
    """(chosen, right) by question: what counted when the lesson asked."""
    own = _q.person_id == person_id, _q.lesson == lesson, ~_q.card, _q.answered_at.is_not(None)
    rows = await connection.execute(select(_q.question, _q.chosen, _q.is_right).where(*own).order_by(_q.id.desc()))
    return {row[0]: (row[1], row[2]) for row in rows}


async def cards_due(connection: AsyncConnection, person_ids: Sequence[int], today: date) -> dict[int, int]:
    """How many come back to each of these by today."""
    due = cards.c.person_id.in_(person_ids), cards.c.due_on <= today
    query = select(cards.c.person_id, func.count()).where(*due).group_by(cards.c.person_id)
    return {row[0]: row[1] for row in await connection.execute(query)}


async def who_holds_cards(connection: AsyncConnection, person_ids: Sequence[int]) -> set[int]:
    """Those of them to whom something comes back, some day."""
    held = cards.c.person_id.in_(person_ids), cards.c.due_on.is_not(None)
    return set((await connection.execute(select(cards.c.person_id).where(*held).distinct())).scalars())


async def next_cards(connection: AsyncConnection, person_id: int, today: date) -> list[tuple[str, int]]:
    """(lesson, question) of what comes back by today, the longest waiting first."""
    due = cards.c.person_id == person_id, cards.c.due_on <= today
    query = select(cards.c.lesson, cards.c.question).where(*due)
    rows = await connection.execute(query.order_by(cards.c.due_on, cards.c.lesson, cards.c.question))
    return [(row[0], row[1]) for row in rows]


async def asked_since(connection: AsyncConnection, person_ids: Sequence[int], since: datetime) -> dict[int, int]:
    """How many cards each of these was asked since."""
    asked = _q.person_id.in_(person_ids), _q.card, _q.asked_at >= since
    query = select(_q.person_id, func.count()).where(*asked).group_by(_q.person_id)
    return {row[0]: row[1] for row in await connection.execute(query)}


async def cards_asked(connection: AsyncConnection, person_id: int, since: datetime) -> set[tuple[str, int]]:
    """(lesson, question) of the cards that this person was asked since."""
    query = select(_q.lesson, _q.question).where(_q.person_id == person_id, _q.card, _q.asked_at >= since)
    return {(row[0], row[1]) for row in await connection.execute(query)}


async def card(connection: AsyncConnection, person_id: int, lesson: str, question: int) -> Card | None:
    own = cards.c.person_id == person_id, cards.c.lesson == lesson, cards.c.question == question
    row = (await connection.execute(select(*_CARD).where(*own))).first()
    return Card(*row) if row else None


async def keep_card(connection: AsyncConnection, person_id: int, lesson: str, question: int, card: Card) -> None:
    row = {"person_id": person_id, "lesson": lesson, "question": question, "stability": card.stability}
    row |= {"difficulty": card.difficulty, "reviewed_on": card.reviewed_on, "due_on": card.due_on}
    await connection.execute(_REVIEWED[connection.dialect.name], [row])


async def drop_card(connection: AsyncConnection, person_id: int, lesson: str, question: int) -> None:
    """Its question is no longer in the lesson."""
    own = cards.c.person_id == person_id, cards.c.lesson == lesson, cards.c.question == question
    await connection.execute(update(cards).where(*own).values(due_on=None))
