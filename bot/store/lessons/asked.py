"""Questions about lessons, and the answers of trainers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.tables import lesson_questions, people
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class LessonQuestion:
    """`file_id`, `file_kind` (voice, photo or file): None where it was typed. `is_done`: it waits no more, with an
    answer or without."""

    id: int
    person_id: int
    name: str
    lesson: str
    scope: str
    words: str
    file_id: str | None
    file_kind: str | None
    asked_at: datetime
    is_done: bool
    published: bool


_q = lesson_questions.c
_COLUMNS: Any = (
    *(_q.id, _q.person_id, people.c.name, _q.lesson, _q.scope, _q.words, _q.file_id, _q.file_kind),
    *(_q.asked_at, _q.answered_at.is_not(None), _q.published),
)
_SHOWN: Any = select(*_COLUMNS).join(people, people.c.id == _q.person_id)


async def own(connection: AsyncConnection, person_id: int, question_id: int) -> LessonQuestion | None:
    """What this person asked."""
    row = (await connection.execute(_SHOWN.where(_q.id == question_id, _q.person_id == person_id))).first()
    return LessonQuestion(*row) if row else None


async def add(connection: AsyncConnection, row: Mapping[str, Any]) -> None:
    await connection.execute(lesson_questions.insert(), [{"id": new_id(), "published": False, **row}])


async def waiting_of(connection: AsyncConnection, person_id: int) -> int:
    """How many of theirs nobody answered yet."""
    own = _q.person_id == person_id, _q.answered_at.is_(None)
    return (await connection.execute(select(func.count()).select_from(lesson_questions).where(*own))).scalar_one()


async def count(connection: AsyncConnection, scopes: Sequence[str]) -> int:
    """How many wait in these wilayah."""
    query = select(func.count()).select_from(lesson_questions).where(_q.answered_at.is_(None), within(scopes, _q.scope))
    return (await connection.execute(query)).scalar_one()


async def listed(connection: AsyncConnection, scopes: Sequence[str], limit: int, skip: int) -> list[LessonQuestion]:
    """What waits in these wilayah, the longest waiting first."""
    query = _SHOWN.where(_q.answered_at.is_(None), within(scopes, _q.scope)).order_by(_q.asked_at, _q.id)
    return [LessonQuestion(*row) for row in await connection.execute(query.limit(limit).offset(skip))]


async def one(connection: AsyncConnection, scopes: Sequence[str], question_id: int) -> LessonQuestion | None:
    """None for what was asked elsewhere."""
    row = (await connection.execute(_SHOWN.where(_q.id == question_id, within(scopes, _q.scope)))).first()
    return LessonQuestion(*row) if row else None


async def answer(connection: AsyncConnection, question_id: int, text: str | None, by: int, at: datetime) -> bool:
    """True for the first only. `text` None: it is done without an answer."""
    waits = update(lesson_questions).where(_q.id == question_id, _q.answered_at.is_(None))
    done = await connection.execute(waits.values(answer=text, answered_by=by, answered_at=at))
    return done.rowcount == 1


async def publish(connection: AsyncConnection, question_id: int, by: int) -> bool:
    """By whoever answered it; True the first time."""
    own = _q.id == question_id, _q.answered_by == by, ~_q.published, _q.words != "", _q.answer.is_not(None)
    return bool((await connection.execute(update(lesson_questions).where(*own).values(published=True))).rowcount)


async def published(connection: AsyncConnection, lesson: str, limit: int) -> list[tuple[str, str, str]]:
    """(question, answer, who asked) of what is published under a lesson, the newest first."""
    query = select(_q.words, _q.answer, people.c.name).outerjoin(people, people.c.id == _q.person_id)
    here = query.where(_q.lesson == lesson, _q.published).order_by(_q.answered_at.desc())
    return [(row[0], row[1], row[2] or "") for row in await connection.execute(here.limit(limit))]
