"""Who said that they come to a day of training, who came, and what they knew before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.wilayah import chain
from bot.store.database.dialects import upsert
from bot.store.grants import in_force
from bot.store.people.people import ADDRESSEE, Addressee
from bot.store.tables import exams, grants, lesson_progress, people, training_seats
from bot.store.within import within

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


async def is_any_known(connection: AsyncConnection) -> bool:
    """Whether of any day of training it was written down who came."""
    came = select(_s.person_id).where(_s.came_at.is_not(None)).limit(1)
    return (await connection.execute(came)).first() is not None


async def one(connection: AsyncConnection, occasion_id: int, person_id: int) -> Seat | None:
    own = _s.occasion_id == occasion_id, _s.person_id == person_id
    row = (await connection.execute(_SHOWN.where(*own))).first()
    return Seat(*row) if row else None


async def listed(connection: AsyncConnection, occasion_id: int) -> list[Seat]:
    """Everybody who answered or came, by wilayah."""
    query = _SHOWN.where(_s.occasion_id == occasion_id).order_by(_s.scope, people.c.name, _s.person_id)
    return [Seat(*row) for row in await connection.execute(query)]


@dataclass(frozen=True, slots=True)
class Tested:
    """Whoever came to this day and may take its tests: they have one of these roles, in the wilayah of the day or in
    one that it lies in."""

    occasion_id: int
    wilayah: str
    roles: Sequence[str]
    now: datetime


async def to_be_tested(connection: AsyncConnection, tested: Tested, *, after: int, most: int) -> list[Addressee]:
    """In the order of their ids, from the one behind `after` on; those who blocked us are left out."""
    query = select(*ADDRESSEE).where(people.c.id > after, *_tested(tested))
    return [Addressee(*row) for row in await connection.execute(query.order_by(people.c.id).limit(most))]


async def count_to_be_tested(connection: AsyncConnection, tested: Tested) -> int:
    query = select(func.count()).select_from(people).where(*_tested(tested))
    return int((await connection.execute(query)).scalar_one())


def _tested(tested: Tested) -> tuple[Any, ...]:
    came = select(_s.person_id).where(_s.occasion_id == tested.occasion_id, _s.came_at.is_not(None))
    near = grants.c.scope.in_(list(chain(tested.wilayah))) | within([tested.wilayah], grants.c.scope)
    may = select(grants.c.person_id).where(grants.c.role.in_(tested.roles), near, *in_force(tested.now))
    return people.c.unreachable_since.is_(None), people.c.id.in_(came), people.c.id.in_(may)


async def finished(connection: AsyncConnection, occasion_id: int, person_id: int) -> frozenset[str]:
    """The tests of that day that somebody has answered to their end."""
    theirs = exams.c.occasion_id == occasion_id, exams.c.person_id == person_id, exams.c.finished_at.is_not(None)
    return frozenset((await connection.execute(select(exams.c.kind).where(*theirs))).scalars())


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
