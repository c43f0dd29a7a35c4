"""The usulan that have come as far as a meeting of the kecamatan or the kabupaten, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, literal_column, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Usulan
from bot.store.reading.readings import Sight, visible
from bot.store.tables import decisions, usulan
from bot.store.usulan.usulan import as_usulan
from bot.store.within import within

_u = usulan.c


@dataclass(frozen=True, slots=True)
class Field:
    """`since`, `until`: when what this meeting is about was told. `over`: states in which nothing more is decided."""

    occasion_id: int
    wilayah: str
    since: datetime
    until: datetime
    over: tuple[str, ...]


def _here(who: Sight, of: Field) -> tuple[ColumnElement[bool], ...]:
    """Those that somebody moved on before; also where nothing more is decided of them, once this meeting has said
    something."""
    said = exists().where(decisions.c.occasion_id == of.occasion_id, decisions.c.usulan_id == _u.id)
    moved = _u.moved > literal_column("0"), _u.joined_id.is_(None)  # as the partial index says
    told = _u.spoken_at >= of.since, _u.spoken_at < of.until
    return visible(who), within([of.wilayah], _u.desa), *moved, *told, or_(_u.state.not_in(of.over), said)


async def count(connection: AsyncConnection, who: Sight, of: Field) -> int:
    query = select(func.count()).select_from(usulan).where(*_here(who, of))
    return int((await connection.execute(query)).scalar_one())


async def listed(connection: AsyncConnection, who: Sight, of: Field, limit: int, skip: int) -> list[Usulan]:
    query = select(usulan).where(*_here(who, of)).order_by(_u.desa, _u.serial, _u.id).limit(limit).offset(skip)
    return [as_usulan(row) for row in await connection.execute(query)]


async def one(connection: AsyncConnection, who: Sight, of: Field, usulan_id: int) -> Usulan | None:
    row = (await connection.execute(select(usulan).where(*_here(who, of), _u.id == usulan_id))).one_or_none()
    return None if row is None else as_usulan(row)


async def named(
    connection: AsyncConnection, who: Sight, of: Field, serials: Sequence[int], ids: Sequence[int]
) -> list[Usulan]:
    """Of these numbers, whichever kecamatan's they are, or these very ones."""
    query = select(usulan).where(*_here(who, of), or_(_u.serial.in_(serials), _u.id.in_(ids)))
    return [as_usulan(row) for row in await connection.execute(query.order_by(_u.kecamatan, _u.serial, _u.id))]


async def undecided(connection: AsyncConnection, who: Sight, of: Field) -> Sequence[int]:
    """Of which this meeting has said nothing yet."""
    said: Any = exists().where(decisions.c.occasion_id == of.occasion_id, decisions.c.usulan_id == _u.id)
    return (await connection.execute(select(_u.id).where(*_here(who, of), ~said).order_by(_u.id))).scalars().all()
