"""What the desa ask of the kabupaten: usulan that were sent upward, as far as somebody may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.deciding.states import JOINED, TURNED_DOWN
from bot.core.records import Usulan
from bot.store.reading.readings import Sight, visible
from bot.store.tables import moves, people, speakers, usulan
from bot.store.usulan.usulan import as_usulan

_u = usulan.c


@dataclass(frozen=True, slots=True)
class Request:
    """What one desa asks for: `count` usulan of the musrenbang of that year."""

    desa: str
    year: int
    count: int = 0


async def of_all(connection: AsyncConnection, who: Sight, upward: Sequence[str]) -> list[Request]:
    """By desa, the newest year first; a kelurahan's usulan go up as well, and are no such request."""
    query = select(_u.desa, _u.year, func.count()).where(visible(who), *_asked(upward)).group_by(_u.desa, _u.year)
    rows = await connection.execute(query.order_by(_u.year.desc(), _u.desa))
    return [Request(*row) for row in rows] if who.scopes else []


async def usulan_of(
    connection: AsyncConnection, who: Sight, one: Request, upward: Sequence[str], most: int
) -> list[Usulan]:
    """By number."""
    query = select(usulan).where(*_here(who, one), *_asked(upward)).order_by(_u.serial).limit(most)
    return [as_usulan(row) for row in await connection.execute(query)]


async def count_turned_down(connection: AsyncConnection, who: Sight, one: Request, upward: Sequence[str]) -> int:
    """Of those that had been sent."""
    turned_down = _u.state.in_(TURNED_DOWN), _went_up(upward)
    query = select(func.count()).select_from(usulan).where(*_here(who, one), *turned_down)
    return int((await connection.execute(query)).scalar_one())


async def not_sent(
    connection: AsyncConnection, who: Sight, one: Request, upward: Sequence[str], agreed: Sequence[str]
) -> list[Usulan]:
    """What the village agreed on and nobody has sent upward yet, by number."""
    query = select(usulan).where(*_here(who, one), _u.state.in_(agreed), ~_went_up(upward)).order_by(_u.serial)
    return [as_usulan(row) for row in await connection.execute(query)]


async def names_in(connection: AsyncConnection, which: Sequence[int]) -> dict[int, list[str]]:
    """Whose usulan each of these is: the owner of the telephone, and the voice that spoke."""
    query = select(_u.id, people.c.name, speakers.c.name).outerjoin(people, people.c.id == _u.person_id)
    query = query.outerjoin(speakers, speakers.c.id == _u.speaker_id).where(_u.id.in_(which))
    return {row[0]: [name for name in row[1:] if name] for row in await connection.execute(query)}


def _here(who: Sight, one: Request) -> tuple[Any, ...]:
    return visible(who), _u.desa == one.desa, _u.year == one.year


def _asked(upward: Sequence[str]) -> tuple[Any, ...]:
    """Sent, and neither turned down nor one with another. What stands in reserve, is asked after, or is being made
    was sent where one of its moves says so: the same states follow from the desa's own plan."""
    gone = (*TURNED_DOWN, JOINED)
    return or_(_u.state.in_(upward), _went_up(upward)), or_(_u.state.is_(None), _u.state.not_in(gone))


def _went_up(upward: Sequence[str]) -> ColumnElement[bool]:
    return exists().where(moves.c.usulan_id == _u.id, moves.c.state.in_(upward))
