"""How many usulan there are within a wilayah, as somebody who reads them asks: one statement, and no story is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, FromClause, case, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.deciding.states import DECIDED
from bot.core.records import WITHDRAWN
from bot.store.reading.readings import Sight, visible
from bot.store.tables import decisions, moves, usulan
from bot.store.within import within

#: What somebody answers to what was decided: *Sudah jelas*.
_CLEAR = "jelas"


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one planning year, without what was withdrawn. `lately`: since each of the moments that were asked for.
    `decided`: something was decided of it. `told`: its proposer had word of that or of a step before; `clear`: and said
    that it is clear to them."""

    all: int
    lately: Sequence[int]
    read: int
    decided: int
    told: int
    clear: int


async def of_year(
    connection: AsyncConnection, who: Sight, inside: Sequence[str], year: int, since: Sequence[datetime]
) -> Tally:
    """`inside`: wilayah, of which the reader sees what is theirs to see."""
    c = usulan.c
    lately = [func.count(case((c.spoken_at >= moment, 1))) for moment in since]
    figures = (func.count(), func.count(c.read_at), func.count(case((c.status.in_(DECIDED), 1))))
    words = (_word(lambda table: table.c.told_at.is_not(None)), _word(lambda table: table.c.answer == _CLEAR))
    here = (c.year == year, within(inside, c.desa), c.status != WITHDRAWN, visible(who))
    row = (await connection.execute(select(*figures, *words, *lately).where(*here))).one()
    return Tally(row[0], row[5:], *row[1:5])


def _word(of: Callable[[FromClause], ColumnElement[bool]]) -> ColumnElement[int]:
    """How many had such a word: of a step that they took, or of what a meeting decided."""
    ways = (exists().where(table.c.usulan_id == usulan.c.id, of(table)) for table in (moves, decisions))
    return func.count(case((or_(*ways), 1)))
