"""Who said that they come to a day of training, who came, and what they knew before and after."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import upsert
from bot.store.people.people import ADDRESSEE, Addressee
from bot.store.tables import exams, lesson_progress, people, training_seats

YES, NO = "ya", "tidak"


@dataclass(frozen=True, slots=True)
class Seat:
    """`answer` None: came without one. `came_at` None: did not come, or not yet."""

    person_id: int
    name: str
    scope: str
    answer: str | None
    came_at: datetime | None


@dataclass(frozen=True, slots=True)
class Result:
    """A test of that day that was answered to its end."""

    person_id: int
    kind: str
    right: int
    asked: int


_s = training_seats.c
_SEAT = (_s.person_id, people.c.name, _s.scope, _s.answer, _s.came_at)
_SHOWN = select(*_SEAT).join(people, people.c.id == _s.person_id)
_ANSWER = upsert(training_seats, ("occasion_id", "person_id"), ("answer", "answered_at"))
_ARRIVE = upsert(training_seats, ("occasion_id", "person_id"), ("came_at",), _s.came_at.is_(None))


async def answer(
    connection: AsyncConnection, occasion_id: int, person_id: int, scope: str, told: str, at: datetime
) -> None:
    """The last answer counts."""
    row = {"occasion_id": occasion_id, "person_id": person_id, "scope": scope, "answer": told, "answered_at": at}
    await connection.execute(_ANSWER[connection.dialect.name], [row])


async def arrive(connection: AsyncConnection, occasion_id: int, person_id: int, scope: str, at: datetime) -> bool:
    """False when they were here already."""
    row = {"occasion_id": occasion_id, "person_id": person_id, "scope": scope, "came_at": at}
    return bool((await connection.execute(_ARRIVE[connection.dialect.name], [row])).rowcount)


async def one(connection: AsyncConnection, occasion_id: int, person_id: int) -> Seat | None:
    own = _s.occasion_id == occasion_id, _s.person_id == person_id
    row = (await connection.execute(_SHOWN.where(*own))).first()
    return Seat(*row) if row else None


async def listed(connection: AsyncConnection, occasion_id: int) -> list[Seat]:
    """Everybody who answered or came, by wilayah."""
    query = _SHOWN.where(_s.occasion_id == occasion_id).order_by(_s.scope, people.c.name, _s.person_id)
    return [Seat(*row) for row in await connection.execute(query)]


async def who_came(connection: AsyncConnection, occasion_id: int, *, after: int, most: int) -> list[Addressee]:
    """In the order of their ids, from the one behind `after` on."""
    came = select(_s.person_id).where(_s.occasion_id == occasion_id, _s.came_at.is_not(None))
    query = select(*ADDRESSEE).where(people.c.id > after, people.c.unreachable_since.is_(None), people.c.id.in_(came))
    return [Addressee(*row) for row in await connection.execute(query.order_by(people.c.id).limit(most))]


async def results(connection: AsyncConnection, occasion_id: int) -> list[Result]:
    """The tests of that day, each to its end."""
    columns = (exams.c.person_id, exams.c.kind, exams.c.hits, exams.c.asked)
    done = exams.c.occasion_id == occasion_id, exams.c.finished_at.is_not(None), exams.c.asked > 0
    return [Result(*row) for row in await connection.execute(select(*columns).where(*done))]


async def lessons_since(
    connection: AsyncConnection, occasion_id: int, since: datetime, within: timedelta
) -> dict[int, int]:
    """How many lessons whoever came has finished in the time behind it."""
    finished = and_(lesson_progress.c.finished_at >= since, lesson_progress.c.finished_at < since + within)
    query = (
        select(_s.person_id, func.count())
        .join(lesson_progress, lesson_progress.c.person_id == _s.person_id)
        .where(_s.occasion_id == occasion_id, _s.came_at.is_not(None), finished)
        .group_by(_s.person_id)
    )
    return {row[0]: row[1] for row in await connection.execute(query)}
