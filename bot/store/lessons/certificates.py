"""Certificates: asked for, given by an officer, looked up by anybody who holds one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import insert_or_ignore
from bot.store.database.ids import new_id
from bot.store.tables import certificates


@dataclass(frozen=True, slots=True)
class Certificate:
    """`number` and `given_at` None: an officer has not given it yet. `person_id` None, `name` empty: whoever it was
    given to is forgotten, and it can still be looked up."""

    id: int
    person_id: int | None
    name: str
    scope: str
    lessons: int
    stories: int
    right: int
    asked: int
    asked_at: datetime
    number: str | None
    given_at: datetime | None
    revoked_at: datetime | None


_c = certificates.c
_COLUMNS = (_c.id, _c.person_id, _c.name, _c.scope, _c.lessons, _c.stories, _c.hits, _c.asked)
_SHOWN: Any = select(*_COLUMNS, _c.asked_at, _c.number, _c.given_at, _c.revoked_at)
_ASK = insert_or_ignore(certificates)


async def ask_for(connection: AsyncConnection, row: Mapping[str, Any]) -> bool:
    """False when they asked before."""
    done = await connection.execute(_ASK[connection.dialect.name], [{"id": new_id(), **row}])
    return bool(done.rowcount)


async def of_person(connection: AsyncConnection, person_id: int) -> Certificate | None:
    return await _one(connection, _c.person_id == person_id)


async def by_id(connection: AsyncConnection, certificate_id: int) -> Certificate | None:
    return await _one(connection, _c.id == certificate_id)


async def by_number(connection: AsyncConnection, number: str) -> Certificate | None:
    return await _one(connection, _c.number == number)


async def _one(connection: AsyncConnection, where: Any) -> Certificate | None:
    row = (await connection.execute(_SHOWN.where(where))).first()
    return Certificate(*row) if row else None


async def waiting(connection: AsyncConnection, limit: int, skip: int) -> Sequence[Certificate]:
    """Those that no officer has given yet, the longest waiting first."""
    query = _SHOWN.where(_c.given_at.is_(None)).order_by(_c.asked_at, _c.id)
    return [Certificate(*row) for row in await connection.execute(query.limit(limit).offset(skip))]


async def count_waiting(connection: AsyncConnection) -> int:
    return (await connection.execute(select(func.count()).where(_c.given_at.is_(None)))).scalar_one()


async def give(connection: AsyncConnection, certificate_id: int, number: str, by: int, at: datetime) -> bool:
    """False when another officer was faster."""
    waits = update(certificates).where(_c.id == certificate_id, _c.given_at.is_(None))
    return (await connection.execute(waits.values(number=number, given_at=at, given_by=by))).rowcount == 1


async def set_valid(connection: AsyncConnection, certificate_id: int, at: datetime, *, valid: bool) -> bool:
    """False when it is so already, or was never given."""
    now_so = _c.revoked_at.is_not(None) if valid else _c.revoked_at.is_(None)
    query = update(certificates).where(_c.id == certificate_id, _c.given_at.is_not(None), now_so)
    return (await connection.execute(query.values(revoked_at=null() if valid else at))).rowcount == 1
