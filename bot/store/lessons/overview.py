"""Who is where, who has stopped, which questions are hardest; for those who look after a wilayah."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.grants import in_force
from bot.store.tables import exam_questions, grants, learners, lesson_progress, people, practised, quizzes, tried
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Standing:
    """A learner as others see them. `opened_at`: when they last read, answered or told anything; None = no lesson was
    opened yet."""

    person_id: int
    name: str
    scope: str
    finished: int
    opened_at: datetime | None
    reachable: bool


async def learners_in(
    connection: AsyncConnection, scopes: Sequence[str], roles: Sequence[str], now: datetime
) -> list[Standing]:
    """Everybody who learns in one of these roles in these wilayah, each once: in the smallest where they have it."""
    opened = func.max(lesson_progress.c.opened_at)
    query: Any = (
        select(people.c.id, people.c.name, grants.c.scope, func.count(lesson_progress.c.finished_at), opened)
        .add_columns(people.c.unreachable_since)
        .join_from(learners, people, people.c.id == learners.c.person_id)
        .join(grants, grants.c.person_id == people.c.id)
        .outerjoin(lesson_progress, lesson_progress.c.person_id == people.c.id)
        .where(within(scopes, grants.c.scope), grants.c.role.in_(roles), *in_force(now))
        .group_by(people.c.id, people.c.name, people.c.unreachable_since, grants.c.scope)
        .order_by(func.length(grants.c.scope).desc(), grants.c.scope, people.c.name, people.c.id)
    )
    rows = (await connection.execute(query)).all()
    last = await _heard_last(connection, scopes, now) if rows else {}
    found: dict[int, Standing] = {}
    for row in rows:
        at = max(row[4], last.get(row[0], row[4])) if row[4] is not None else None
        one = Standing(row[0], row[1], row[2], row[3], at, row[5] is None)
        found.setdefault(one.person_id, one)
    return list(found.values())


async def _heard_last(connection: AsyncConnection, scopes: Sequence[str], now: datetime) -> dict[int, datetime]:
    """When each of those in these wilayah last did anything with what they learn: a page, an answer of a lesson, of
    what comes back or of a test, a practice."""
    theirs = select(grants.c.person_id).where(within(scopes, grants.c.scope), *in_force(now))
    acts = [
        select(table.c.person_id, func.max(at)).where(table.c.person_id.in_(theirs)).group_by(table.c.person_id)
        for table, at in (
            (lesson_progress, lesson_progress.c.read_at),
            (quizzes, quizzes.c.answered_at),
            (exam_questions, exam_questions.c.answered_at),
            (tried, tried.c.told_at),
            (practised, practised.c.at),
        )
    ]
    found: dict[int, datetime] = {}
    for person, at in await connection.execute(union_all(*acts)):
        if at is not None:
            found[person] = max(at, found.get(person, at))
    return found


async def wrong_most(
    connection: AsyncConnection, scopes: Sequence[str], now: datetime, most: int, fewest: int
) -> list[tuple[str, int, int, int]]:
    """(lesson, question, wrong, answers) of what was answered wrong by most of those who learn in these wilayah.
    `fewest`: people who answered it."""
    theirs = select(grants.c.person_id).where(within(scopes, grants.c.scope), *in_force(now))
    wrong = func.sum(case((quizzes.c.is_right, 0), else_=1))
    counted = and_(~quizzes.c.card, quizzes.c.answered_at.is_not(None), quizzes.c.person_id.in_(theirs))
    query = (
        select(quizzes.c.lesson, quizzes.c.question, wrong, func.count())
        .where(counted)
        .group_by(quizzes.c.lesson, quizzes.c.question)
        .having(wrong > 0, func.count() >= fewest)
        .order_by(wrong.desc(), quizzes.c.lesson, quizzes.c.question)
        .limit(most)
    )
    return [(row[0], row[1], int(row[2]), int(row[3])) for row in await connection.execute(query)]
