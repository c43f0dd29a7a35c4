"""All usulan of a kecamatan and year that somebody may see, with what belongs to a row of the office's sheet."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Usulan
from bot.store.reading.readings import Sight, visible
from bot.store.tables import media, usulan, wordings
from bot.store.usulan.media import AFTER
from bot.store.usulan.usulan import as_usulan


@dataclass(frozen=True, slots=True)
class Part:
    """What one sheet holds: `count` usulan that were spoken in that year."""

    kecamatan: str
    year: int
    count: int


async def parts(connection: AsyncConnection, who: Sight) -> list[Part]:
    """By kecamatan, the newest year first."""
    u = usulan.c
    query = select(u.kecamatan, u.year, func.count()).where(visible(who)).group_by(u.kecamatan, u.year)
    rows = await connection.execute(query.order_by(u.year.desc(), u.kecamatan))
    return [Part(*row) for row in rows] if who.scopes else []


async def of_part(connection: AsyncConnection, who: Sight, kecamatan: str, year: int, most: int) -> list[Usulan]:
    """By desa and number."""
    here = visible(who), usulan.c.kecamatan == kecamatan, usulan.c.year == year
    query = select(usulan).where(*here).order_by(usulan.c.desa, usulan.c.serial).limit(most)
    return [as_usulan(row) for row in await connection.execute(query)] if who.scopes else []


async def photos(connection: AsyncConnection, which: Sequence[int]) -> dict[int, list[str]]:
    """The names under which their pictures are kept, by usulan, in the order in which they came."""
    m = media.c
    stored = m.usulan_id.in_(which), m.kind != "voice", m.question != AFTER, m.outcome == "stored"
    found: dict[int, list[str]] = defaultdict(list)
    for usulan_id, path in await connection.execute(select(m.usulan_id, m.path).where(*stored).order_by(m.id)):
        found[usulan_id].append(path)
    return found


async def typed(connection: AsyncConnection, which: Sequence[int]) -> dict[int, dict[str, str]]:
    """What was typed down from voices, by usulan and by question; not what its speaker refused."""
    w = wordings.c
    query = select(w.usulan_id, w.question, w.text).where(w.usulan_id.in_(which), w.refused_at.is_(None))
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for usulan_id, question, text in await connection.execute(query.order_by(w.id)):
        found[usulan_id][question] = text
    return found
