"""All usulan of a kecamatan and year that somebody may see, with what belongs to a row of the office's sheet."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.deciding.states import OWN_MONEY, TURNED_DOWN
from bot.core.records import Usulan
from bot.store.reading.readings import Sight, visible
from bot.store.tables import media, usulan
from bot.store.usulan.media import AFTER
from bot.store.usulan.usulan import as_usulan

_LEFT_OUT = (*TURNED_DOWN, *OWN_MONEY)


@dataclass(frozen=True, slots=True)
class Part:
    """What one sheet is about: `count` usulan that were spoken in that year."""

    kecamatan: str
    year: int
    count: int = 0


async def parts(connection: AsyncConnection, who: Sight) -> list[Part]:
    """By kecamatan, the newest year first."""
    u = usulan.c
    query = select(u.kecamatan, u.year, func.count()).where(visible(who)).group_by(u.kecamatan, u.year)
    rows = await connection.execute(query.order_by(u.year.desc(), u.kecamatan))
    return [Part(*row) for row in rows] if who.scopes else []


async def of_part(connection: AsyncConnection, who: Sight, part: Part, most: int) -> list[Usulan]:
    """By desa and number; without those that were turned down, and those for which nobody above is asked."""
    query = select(usulan).where(*_here(who, part), or_(usulan.c.state.is_(None), usulan.c.state.not_in(_LEFT_OUT)))
    rows = await connection.execute(query.order_by(usulan.c.desa, usulan.c.serial).limit(most))
    return [as_usulan(row) for row in rows]


async def count_left_out(connection: AsyncConnection, who: Sight, part: Part) -> int:
    query = select(func.count()).select_from(usulan).where(*_here(who, part), usulan.c.state.in_(_LEFT_OUT))
    return int((await connection.execute(query)).scalar_one())


def _here(who: Sight, part: Part) -> tuple[Any, ...]:
    return visible(who), usulan.c.kecamatan == part.kecamatan, usulan.c.year == part.year


async def photos(connection: AsyncConnection, which: Sequence[int]) -> dict[int, list[str]]:
    """The names under which their pictures are kept, by usulan, in the order in which they came."""
    m = media.c
    stored = m.usulan_id.in_(which), m.kind != "voice", m.question != AFTER, m.outcome == "stored"
    found: dict[int, list[str]] = defaultdict(list)
    for usulan_id, path in await connection.execute(select(m.usulan_id, m.path).where(*stored).order_by(m.id)):
        found[usulan_id].append(path)
    return found
