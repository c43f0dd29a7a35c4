"""How many usulan there are within a wilayah, as somebody who reads them asks: one statement, and no story is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.deciding.states import DECIDED
from bot.core.records import WITHDRAWN
from bot.store.reading.readings import Sight, visible
from bot.store.tables import usulan
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one planning year, without what was withdrawn. `lately`: since each of the moments that were asked for.
    `decided`: something was decided of it."""

    all: int
    lately: Sequence[int]
    read: int
    decided: int


async def of_year(
    connection: AsyncConnection, who: Sight, inside: Sequence[str], year: int, since: Sequence[datetime]
) -> Tally:
    """`inside`: wilayah, of which the reader sees what is theirs to see."""
    c = usulan.c
    lately = [func.count(case((c.spoken_at >= moment, 1))) for moment in since]
    figures = (func.count(), func.count(c.read_at), func.count(case((c.status.in_(DECIDED), 1))), *lately)
    here = (c.year == year, within(inside, c.desa), c.status != WITHDRAWN, visible(who))
    row = (await connection.execute(select(*figures).where(*here))).one()
    return Tally(row[0], row[3:], row[1], row[2])
