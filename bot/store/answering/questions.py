"""What somebody asked that no answer of ours settles: kept until a facilitator has answered it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.wilayah import KABUPATEN, KECAMATAN, is_narrower
from bot.store.database.ids import new_id
from bot.store.grants import in_force
from bot.store.reading.readings import Sight
from bot.store.tables import grants, people, promises, questions, usulan
from bot.store.usulan.promises import ANSWER, HANDED, OPEN
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Question:
    """`name`: of who asked; empty when they do not want to be named."""

    id: int
    person_id: int
    name: str
    words: str
    desa: str
    asked_at: datetime
    answer: str | None


async def add(connection: AsyncConnection, row: Mapping[str, Any]) -> int:
    """A new question; returns its id."""
    question_id = new_id()
    await connection.execute(questions.insert().values(id=question_id, **row))
    return question_id


async def waiting_of(connection: AsyncConnection, person_id: int) -> list[str]:
    """What this person asked and nobody answered yet, oldest first."""
    open_ones = (questions.c.person_id == person_id, questions.c.answered_at.is_(None))
    return list(
        (await connection.execute(select(questions.c.words).where(*open_ones).order_by(questions.c.id))).scalars()
    )


async def chosen_reader(connection: AsyncConnection, person_id: int) -> int | None:
    """Whom this person would rather tell, as they said with their last usulan."""
    query = select(usulan.c.reader_id).where(usulan.c.person_id == person_id).order_by(usulan.c.id.desc()).limit(1)
    return (await connection.execute(query)).scalar_one_or_none()


def _visible(who: Sight) -> ColumnElement[bool]:
    """What was said to one reader is shown to that one and to the kabupaten's office only, as with an usulan."""
    everywhere = who.of_level(KABUPATEN)
    nearer = [scope for scope in who.scopes if scope not in everywhere]
    open_to_them = or_(~questions.c.alone, questions.c.told_to == who.person_id)
    return or_(within(everywhere, questions.c.desa), and_(within(nearer, questions.c.desa), open_to_them))


def _held(who: Sight, *where: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(grants.c.role.in_(who.roles), *in_force(who.now), *where)


def _is_late() -> ColumnElement[bool]:
    """Whoever stands above those who owe it is told of it then, and has it in their list."""
    still = promises.c.state.in_((OPEN, HANDED)), promises.c.rung > 0
    return exists().where(promises.c.kind == ANSWER, promises.c.subject == questions.c.id, *still)


def _mine(who: Sight) -> ColumnElement[bool]:
    """What waits for this one and nobody nearer; what one reader was told who reads no longer waits for the office."""
    in_desa = _held(who, grants.c.scope == questions.c.desa)
    in_kecamatan = _held(who, grants.c.scope == questions.c.kecamatan)
    deserted = questions.c.alone & ~_held(who, grants.c.person_id == questions.c.told_to)
    desa = [scope for scope in who.scopes if is_narrower(scope, KECAMATAN)]
    return or_(
        questions.c.told_to == who.person_id,
        _is_late(),
        and_(~questions.c.alone, within(desa, questions.c.desa)),
        and_(~questions.c.alone, within(who.of_level(KECAMATAN), questions.c.desa), ~in_desa),
        and_(
            within(who.of_level(KABUPATEN), questions.c.desa),
            or_(deserted, ~questions.c.alone & ~in_desa & ~in_kecamatan),
        ),
    )


def _open(who: Sight, others: bool) -> tuple[ColumnElement[bool], ...]:
    """Nobody answers themselves. `others`: also what waits for somebody nearer."""
    waits = questions.c.answered_at.is_(None), questions.c.person_id != who.person_id, _visible(who)
    return waits if others else (*waits, _mine(who))


async def count(connection: AsyncConnection, who: Sight, *, others: bool = False) -> int:
    query = select(func.count()).select_from(questions).where(*_open(who, others))
    return (await connection.execute(query)).scalar_one() if who.scopes else 0


async def where_open(connection: AsyncConnection) -> list[str]:
    """The desa from which something waits for an answer."""
    query = select(questions.c.desa).where(questions.c.answered_at.is_(None)).distinct()
    return list((await connection.execute(query)).scalars())


async def asked_and_answered(connection: AsyncConnection, who: Sight, inside: Sequence[str]) -> tuple[int, int]:
    """How many questions were asked there, and how many of them somebody answered."""
    figures = func.count(), func.count(questions.c.answered_at)
    here = within(inside, questions.c.desa), _visible(who)
    row = (await connection.execute(select(*figures).where(*here))).one()
    return int(row[0]), int(row[1])


_SHOWN = select(questions, people.c.name).join(people, people.c.id == questions.c.person_id)


def _question(row: Any) -> Question:
    name = "" if row.unnamed else row.name
    return Question(row.id, row.person_id, name, row.words, row.desa, row.asked_at, row.answer)


async def listed(
    connection: AsyncConnection, who: Sight, limit: int, skip: int, *, others: bool = False
) -> list[Question]:
    """What waits for this reader's answer, oldest first."""
    query = _SHOWN.where(*_open(who, others)).order_by(questions.c.id).limit(limit).offset(skip)
    return [_question(row) for row in await connection.execute(query)] if who.scopes else []


async def one(connection: AsyncConnection, who: Sight, question_id: int) -> Question | None:
    """The question, if this reader may see it."""
    where = (questions.c.id == question_id, questions.c.person_id != who.person_id, _visible(who))
    row = (await connection.execute(_SHOWN.where(*where))).one_or_none()
    return None if row is None or not who.scopes else _question(row)


async def answer(connection: AsyncConnection, question_id: int, text: str, by: int, at: datetime) -> bool:
    """True for the first answer only."""
    waits = update(questions).where(questions.c.id == question_id, questions.c.answered_at.is_(None))
    return (await connection.execute(waits.values(answer=text, answered_by=by, answered_at=at))).rowcount == 1


async def answered(connection: AsyncConnection, question_id: int, person_id: int) -> Any:
    """Who answered this one of theirs, what it was and where; None while nobody did."""
    one = questions.c
    query = select(one.answered_by, one.words, one.unnamed, one.desa)
    mine = (one.id == question_id, one.person_id == person_id, one.answered_by.is_not(None))
    return (await connection.execute(query.where(*mine))).one_or_none()


async def is_open(connection: AsyncConnection, question_id: int) -> bool:
    query = select(questions.c.id).where(questions.c.id == question_id, questions.c.answered_at.is_(None))
    return (await connection.execute(query)).first() is not None


async def words_of(connection: AsyncConnection, question_id: int) -> str | None:
    """While it has no answer."""
    query = select(questions.c.words).where(questions.c.id == question_id, questions.c.answered_at.is_(None))
    return (await connection.execute(query)).scalar()


async def told_to(connection: AsyncConnection, question_id: int) -> int | None:
    """Who is to answer it."""
    return (await connection.execute(select(questions.c.told_to).where(questions.c.id == question_id))).scalar()


async def whom_to_tell(connection: AsyncConnection, person_id: int) -> tuple[int, str] | None:
    """(address, name) of who asked; None when they took their consent back."""
    query = select(people.c.address, people.c.name).where(
        people.c.id == person_id, people.c.consent_version.is_not(None)
    )
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else (row[0], row[1])
