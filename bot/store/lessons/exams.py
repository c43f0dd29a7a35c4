"""Tests before and after learning: which questions were drawn, and what was answered."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.lessons.exams import AFTER, BEFORE, passes
from bot.store.database.ids import new_id
from bot.store.tables import exam_questions, exams


@dataclass(frozen=True, slots=True)
class Exam:
    """`asked`: how many questions it has, 0 = left out. `right`: once it is finished. `occasion_id`: the training day
    on which it was held."""

    id: int
    person_id: int
    kind: str
    occasion_id: int | None
    begun_at: datetime
    finished_at: datetime | None
    asked: int
    right: int

    @property
    def is_open(self) -> bool:
        return self.finished_at is None

    @property
    def is_passed(self) -> bool:
        return not self.is_open and passes(self.right, self.asked)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question of a test. `shown`: places of the answers in the order in which they were offered. `chosen` None: not
    answered yet."""

    id: int
    exam_id: int
    person_id: int
    number: int
    module: str
    question: str
    shown: str
    chosen: int | None
    is_right: bool | None

    def place(self, option: int) -> int | None:
        """Which answer of the bank that option was; None for an option that was not offered."""
        return int(self.shown[option]) if 0 <= option < len(self.shown) else None


_e, _q = exams.c, exam_questions.c
_EXAM = (_e.id, _e.person_id, _e.kind, _e.occasion_id, _e.begun_at, _e.finished_at, _e.asked, _e.hits)
_DRAWN = (_q.id, _q.exam_id, _q.person_id, _q.number, _q.module, _q.question, _q.shown, _q.chosen, _q.is_right)


async def of_people(connection: AsyncConnection, person_ids: Sequence[int]) -> dict[int, list[Exam]]:
    """Every test that they began or left out, the oldest first."""
    found: dict[int, list[Exam]] = defaultdict(list)
    for row in await connection.execute(select(*_EXAM).where(_e.person_id.in_(person_ids)).order_by(_e.id)):
        found[row.person_id].append(Exam(*row))
    return found


async def one(connection: AsyncConnection, person_id: int, exam_id: int) -> Exam | None:
    """None when it is somebody else's, or none at all."""
    row = (await connection.execute(select(*_EXAM).where(_e.id == exam_id, _e.person_id == person_id))).first()
    return Exam(*row) if row else None


async def seen(connection: AsyncConnection, person_id: int, *, first: int = 1) -> dict[str, int]:
    """How often each question was asked of them. `first`: how much it counts where a first test asked it."""
    counts = func.sum(case((_e.kind == BEFORE, first), else_=1))
    query = select(_q.question, counts).join(exams, _e.id == _q.exam_id).where(_q.person_id == person_id)
    return {row[0]: int(row[1]) for row in await connection.execute(query.group_by(_q.question))}


async def begin(
    connection: AsyncConnection,
    person_id: int,
    kind: str,
    occasion_id: int | None,
    drawn: Sequence[tuple[str, str, str]],
    at: datetime,
) -> int:
    """`drawn`: (module, key of the question, places of its answers as they are shown). Returns the id of the test."""
    exam_id = new_id()
    row = {"id": exam_id, "person_id": person_id, "kind": kind, "occasion_id": occasion_id, "begun_at": at}
    await connection.execute(exams.insert().values(**row, asked=len(drawn), hits=0))
    rows = [
        {"id": new_id(), "exam_id": exam_id, "person_id": person_id, "number": number}
        | {"module": module, "question": key, "shown": shown}
        for number, (module, key, shown) in enumerate(drawn, 1)
    ]
    await connection.execute(exam_questions.insert(), rows)
    return exam_id


async def leave_out(connection: AsyncConnection, person_id: int, at: datetime) -> None:
    """The first test: whoever does not want it is not asked again."""
    row = {"id": new_id(), "person_id": person_id, "kind": BEFORE, "begun_at": at, "finished_at": at}
    await connection.execute(exams.insert().values(**row, asked=0, hits=0))


async def questions(connection: AsyncConnection, exam_id: int) -> list[Drawn]:
    rows = await connection.execute(select(*_DRAWN).where(_q.exam_id == exam_id).order_by(_q.number))
    return [Drawn(*row) for row in rows]


async def question(connection: AsyncConnection, person_id: int, drawn_id: int) -> Drawn | None:
    """None when it was asked of somebody else, or of nobody."""
    row = (await connection.execute(select(*_DRAWN).where(_q.id == drawn_id, _q.person_id == person_id))).first()
    return Drawn(*row) if row else None


async def grade(connection: AsyncConnection, drawn_id: int, chosen: int, at: datetime, *, right: bool) -> bool:
    """True for the first answer only."""
    waits = update(exam_questions).where(_q.id == drawn_id, _q.answered_at.is_(None))
    return (await connection.execute(waits.values(chosen=chosen, is_right=right, answered_at=at))).rowcount == 1


async def change(connection: AsyncConnection, drawn_id: int, chosen: int, *, right: bool) -> None:
    """Another answer in the place of the one that was given."""
    given = update(exam_questions).where(_q.id == drawn_id, _q.answered_at.is_not(None))
    await connection.execute(given.values(chosen=chosen, is_right=right))


async def finish(connection: AsyncConnection, exam_id: int, at: datetime, asked: int, right: int) -> None:
    """`asked`: fewer than were drawn, where an editor took one away meanwhile."""
    done = {"finished_at": at, "asked": asked, "hits": right}
    await connection.execute(update(exams).where(_e.id == exam_id, _e.finished_at.is_(None)).values(**done))


async def by_module(connection: AsyncConnection, exam_id: int) -> Mapping[str, tuple[int, int]]:
    """(right, asked) of each module, of what was answered."""
    asked = and_(_q.exam_id == exam_id, _q.answered_at.is_not(None))
    rows = await connection.execute(select(_q.module, _q.is_right).where(asked))
    found: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for module, is_right in rows:
        right, many = found[module]
        found[module] = right + bool(is_right), many + 1
    return found


def first_of(taken: Sequence[Exam]) -> Exam | None:
    """The first test, where it was answered to its end."""
    return next((exam for exam in taken if exam.kind == BEFORE and not exam.is_open and exam.asked), None)


def passed_of(taken: Sequence[Exam]) -> Exam | None:
    """The last test that was passed after all the lessons; one of a training day is no proof of them."""
    return next((one for one in taken if one.kind == AFTER and one.occasion_id is None and one.is_passed), None)
