"""People: what they are called, where to write to them, and who holds which role where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.grants import in_force
from bot.store.tables import blocks, grants, people
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody to write to."""

    id: int
    address: int
    name: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who has a role in a wilayah."""

    id: int
    name: str
    role: str
    scope: str
    address: int = 0


ADDRESSEE = (people.c.id, people.c.address, people.c.name)


async def named(connection: AsyncConnection, person_id: int | None) -> Addressee | None:
    """None for nobody, and for whoever is known no more."""
    if person_id is None:
        return None
    row = (await connection.execute(select(*ADDRESSEE).where(people.c.id == person_id))).one_or_none()
    return None if row is None else Addressee(*row)


async def name_of(connection: AsyncConnection, person_id: int | None) -> str:
    """How somebody is called; empty for nobody."""
    found = await named(connection, person_id)
    return found.name if found is not None else ""


async def names(connection: AsyncConnection, person_ids: Iterable[int | None]) -> dict[int, str]:
    """How these are called, by id; nobody, and whoever is known no more, is left out."""
    ids = sorted({one for one in person_ids if one is not None})
    query = select(people.c.id, people.c.name).where(people.c.id.in_(ids))
    return {row[0]: row[1] for row in await connection.execute(query)} if ids else {}


async def reachable(connection: AsyncConnection, person_ids: Iterable[int]) -> list[Addressee]:
    """Those of them who have not blocked us."""
    query = select(*ADDRESSEE).where(people.c.id.in_(sorted(person_ids)), people.c.unreachable_since.is_(None))
    return [Addressee(*row) for row in await connection.execute(query.order_by(people.c.id))]


def _holding(now: datetime, *where: Any) -> Select[Any]:
    query = select(people.c.id, people.c.name, grants.c.role, grants.c.scope, people.c.address)
    return query.join(grants, grants.c.person_id == people.c.id).where(*where, *in_force(now))


async def holders(
    connection: AsyncConnection,
    roles: Sequence[str],
    scopes: Sequence[str],
    now: datetime,
    *,
    inside: Sequence[str] = (),
) -> list[Holder]:
    """Who has these roles in exactly these wilayah, or within those of `inside`; the longest first."""
    where = or_(grants.c.scope.in_(scopes), within(inside, grants.c.scope)) if inside else grants.c.scope.in_(scopes)
    query = _holding(now, grants.c.role.in_(roles), where).order_by(grants.c.id)
    return [Holder(*row) for row in await connection.execute(query)]


def by_place(found: Iterable[Holder]) -> dict[tuple[str, str], list[Holder]]:
    """By role and wilayah, each person once."""
    placed: dict[tuple[str, str], dict[int, Holder]] = {}
    for holder in found:
        placed.setdefault((holder.role, holder.scope), {}).setdefault(holder.id, holder)
    return {place: list(holding.values()) for place, holding in placed.items()}


async def ids_by_place(
    connection: AsyncConnection, roles: Sequence[str], scopes: Sequence[str], now: datetime
) -> dict[tuple[str, str], list[int]]:
    """The ids of `holders`, by role and wilayah, each once."""
    query = select(grants.c.role, grants.c.scope, grants.c.person_id).where(
        grants.c.role.in_(roles), grants.c.scope.in_(scopes), *in_force(now)
    )
    found: dict[tuple[str, str], dict[int, None]] = {}
    for role, scope, person in await connection.execute(query.order_by(grants.c.id)):
        found.setdefault((role, scope), {})[person] = None
    return {place: list(ids) for place, ids in found.items()}


async def ids_with_role(
    connection: AsyncConnection, roles: Sequence[str], now: datetime, inside: Sequence[str] | None = None
) -> list[int]:
    """Everybody who has one of these roles, anywhere or within these wilayah."""
    where = () if inside is None else (within(inside, grants.c.scope),)
    query = select(grants.c.person_id).where(grants.c.role.in_(roles), *where, *in_force(now))
    return [row[0] for row in await connection.execute(query.distinct().order_by(grants.c.person_id))]


async def around(
    connection: AsyncConnection, roles: Sequence[str], scopes: Sequence[str], now: datetime
) -> list[Holder]:
    """Everybody with one of these roles in exactly these wilayah and an account, each once, by the role of the smallest
    wilayah; whoever is from there first."""
    here = grants.c.role.in_(roles), grants.c.scope.in_(scopes), ~exists().where(blocks.c.person_id == people.c.id)
    smallest_first = (func.length(grants.c.scope).desc(), people.c.name, people.c.id, grants.c.id)
    rows = await connection.execute(_holding(now, *here).order_by(*smallest_first))
    found: dict[int, Holder] = {}
    for row in rows:
        found.setdefault(row.id, Holder(*row))
    return list(found.values())
