"""What became of an announcement, read from its ledger: every figure is a sum over its rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.broadcasts.shapes import GROUP
from bot.store.broadcasts.ledger import AGAIN, DELETE, EDIT, IS_NAMED, NUMBER, REPLIED, UNANSWERED, UNDERSTOOD
from bot.store.broadcasts.silent import SILENT
from bot.store.tables import chat_groups, deliveries, people
from bot.store.within import within

_d = deliveries.c
#: Somebody with a copy of their own; a group; somebody who reads it in a group.
PERSON, CHAT, READER = "person", "chat", "reader"
_KIND = case((_d.target < 0, CHAT), (_d.role == GROUP, READER), else_=PERSON).label("kind")
_OUTCOME = func.coalesce(_d.outcome, "").label("ended")
_IS_MENDED_NOW = or_(_d.todo.in_((EDIT, DELETE, AGAIN)), _d.then.is_not(None))

#: Who is listed by name: who has it and has not answered; of whom nobody knows whether they have it.
UNCONFIRMED, UNSURE = "unconfirmed", "unsure"
_LISTS: Mapping[str, ColumnElement[bool]] = {
    UNCONFIRMED: and_(IS_NAMED, _d.outcome == "sent", *UNANSWERED, _d.target > 0),
    UNSURE: and_(IS_NAMED, or_(_d.outcome == "unsure", _d.uncertain)),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of one sort ended alike (`outcome` "": not yet), how many of them are
    understood, and how many of the others wrote back."""

    kind: str
    place: str
    role: str
    outcome: str
    number: int
    understood: int
    replied: int


@dataclass(frozen=True, slots=True)
class Result:
    """`mended`: by what came of the last ralat or tarik, "" while it is under way. `answers`: by the option chosen.
    `silent`: who would be reminded now; `unclear`: who stands in the list `UNSURE`."""

    tallies: tuple[Tally, ...]
    mended: Mapping[str, int]
    answers: Mapping[int, int]
    silent: int
    unclear: int


async def of(connection: AsyncConnection, broadcast_id: int) -> Result:
    mine = _d.broadcast_id == broadcast_id
    by_sort = _counted(_KIND, _d.place, _d.role, _OUTCOME).add_columns(UNDERSTOOD, REPLIED).where(mine)
    rows = (await connection.execute(by_sort)).all()
    tallies = tuple(Tally(*row[:4], *map(int, row[4:])) for row in rows)
    came_of_it = case((_IS_MENDED_NOW, ""), else_=_d.mended).label("came_of_it")
    mended = _counted(came_of_it).where(mine, or_(_IS_MENDED_NOW, _d.mended.is_not(None)))
    answers = _counted(_d.answer).where(mine, _d.answer.is_not(None))
    return Result(
        tallies,
        {row[0]: int(row[1]) for row in await connection.execute(mended)},
        {row[0]: int(row[1]) for row in await connection.execute(answers)},
        await _number(connection, mine, *SILENT),
        await _number(connection, mine, _LISTS[UNSURE]),
    )


async def _number(connection: AsyncConnection, *where: ColumnElement[bool]) -> int:
    return int((await connection.execute(select(func.count()).select_from(deliveries).where(*where))).scalar_one())


def _counted(*by: Any) -> Select[Any]:
    return select(*by, func.sum(NUMBER)).group_by(*by)


@dataclass(frozen=True, slots=True)
class Recipient:
    """One row of the ledger with its name; a group's is its title."""

    name: str
    role: str
    place: str
    kind: str
    outcome: str
    uncertain: bool
    version: int | None
    mended: str | None
    understood_at: datetime | None
    replied_at: datetime | None
    answer: int | None
    reminded: int
    target: int


_RECIPIENTS: Select[Any] = (
    select(
        func.coalesce(people.c.name, chat_groups.c.title, ""),
        _d.role,
        _d.place,
        _KIND,
        _OUTCOME,
        _d.uncertain,
        _d.version,
        _d.mended,
        _d.understood_at,
        _d.replied_at,
        _d.answer,
        _d.reminded,
        _d.target,
    )
    .outerjoin(people, people.c.id == _d.target)
    .outerjoin(chat_groups, and_(chat_groups.c.chat == _d.target, _d.target < 0))
    .order_by(_d.place, people.c.name, _d.target)
)


async def listed(
    connection: AsyncConnection, broadcast_id: int, which: str, most: int, skip: int
) -> tuple[list[Recipient], int]:
    """A page of `UNCONFIRMED` or `UNSURE`, by place and name; and how many there are on all pages."""
    where = (_d.broadcast_id == broadcast_id, _LISTS[which])
    rows = await connection.execute(_RECIPIENTS.where(*where).limit(most).offset(skip))
    return [Recipient(*row) for row in rows], await _number(connection, *where)


async def choosers(connection: AsyncConnection, broadcast_id: int) -> dict[int, list[str]]:
    """Who chose what, by name; a thinned ledger knows nobody any more."""
    told = (_d.broadcast_id == broadcast_id, _d.answer.is_not(None), _d.target > 0)
    query = select(_d.answer, people.c.name).join(people, people.c.id == _d.target).where(*told)
    found: dict[int, list[str]] = {}
    for chosen, name in await connection.execute(query.order_by(_d.answer, people.c.name)):
        found.setdefault(chosen, []).append(name)
    return found


async def recipients(connection: AsyncConnection, broadcast_id: int, wilayah: str, most: int) -> list[Recipient]:
    """All of a wilayah, by place and name."""
    mine = (IS_NAMED, _d.broadcast_id == broadcast_id, within((wilayah,), _d.place))
    return [Recipient(*row) for row in await connection.execute(_RECIPIENTS.where(*mine).limit(most))]


async def of_person(connection: AsyncConnection, broadcast_id: int, person_id: int) -> Recipient | None:
    """None where they are none of its recipients."""
    mine = _d.broadcast_id == broadcast_id, _d.target == person_id
    row = (await connection.execute(_RECIPIENTS.where(*mine))).first()
    return None if row is None else Recipient(*row)
