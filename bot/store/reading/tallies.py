"""How many usulan there are within a wilayah, as somebody who reads them asks: one statement, and no story is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, FromClause, case, exists, func, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.deciding.states import DECIDED, FIRST, OWN_MONEY, RESERVED, TURNED_DOWN
from bot.core.records import WITHDRAWN, Usulan
from bot.store.reading.readings import Sight, visible
from bot.store.tables import decisions, moves, occasions, usulan
from bot.store.usulan.usulan import as_usulan
from bot.store.within import within

#: What somebody answers to what was decided: *Sudah jelas*.
_CLEAR = "jelas"
#: Taken on to those above, or by the village itself, in reserve, not taken on.
_OUTCOMES = ("lanjut", "desa", "cadangan", "belum")


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
    decided = or_(c.status.in_(DECIDED), exists().where(decisions.c.usulan_id == c.id))
    figures = (func.count(), func.count(c.read_at), func.count(case((decided, 1))))
    words = (_word(lambda table: table.c.told_at.is_not(None)), _word(lambda table: table.c.answer == _CLEAR))
    here = _of(who, inside, year)
    row = (await connection.execute(select(*figures, *words, *lately).where(*here))).one()
    return Tally(row[0], row[5:], *row[1:5])


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Of one planning year, without what was withdrawn: how each stands, and what the last meeting said of it. `left`:
    nothing yet."""

    all: int
    taken: int
    by_village: int
    reserve: int
    refused: int

    @property
    def left(self) -> int:
        return self.all - self.taken - self.by_village - self.reserve - self.refused


async def outcomes(connection: AsyncConnection, who: Sight, inside: Sequence[str], year: int) -> dict[str, Outcomes]:
    """By kecamatan."""
    c, d = usulan.c, decisions.c
    said = select(d.outcome).outerjoin(occasions, occasions.c.id == d.occasion_id).where(d.usulan_id == c.id)
    last = said.order_by(occasions.c.starts_at.desc(), d.at.desc(), d.occasion_id.desc()).limit(1)
    anew = last.where(d.told_at.is_(None), ~d.corrects)  # how it stands is not changed before it is told
    stands = case(
        (c.state.in_(TURNED_DOWN), "belum"), (c.state.in_(OWN_MONEY), "desa"), (c.state == RESERVED, "cadangan")
    )
    word = func.coalesce(anew.scalar_subquery(), stands, last.scalar_subquery())
    figures = [func.count(case((word == outcome, 1))) for outcome in _OUTCOMES]
    here = _of(who, inside, year)
    rows = await connection.execute(select(c.kecamatan, func.count(), *figures).where(*here).group_by(c.kecamatan))
    return {row[0]: Outcomes(*row[1:]) for row in rows}


async def by_desa(
    connection: AsyncConnection, who: Sight, inside: Sequence[str], year: int
) -> dict[str, tuple[int, int]]:
    """Of a year: how many came from each that has brought any, and how many of these nobody has read."""
    c = usulan.c
    here = _of(who, inside, year)
    figures = (func.count(), func.count() - func.count(c.read_at))
    rows = await connection.execute(select(c.desa, *figures).where(*here).group_by(c.desa))
    return {row[0]: (row[1], row[2]) for row in rows}


async def by_state(connection: AsyncConnection, who: Sight, inside: Sequence[str], year: int) -> dict[str, int]:
    """Of a year: how many stand where."""
    c = usulan.c
    here = _of(who, inside, year)
    rows = await connection.execute(select(c.state, func.count()).where(*here).group_by(c.state))
    return {row[0] or "": row[1] for row in rows}


async def not_in(
    connection: AsyncConnection, who: Sight, inside: Sequence[str], year: int, states: Sequence[str], most: int
) -> tuple[int, list[Usulan]]:
    """How many of a year stand in none of these states, and the first of them by their numbers."""
    c = usulan.c
    here = _of(who, inside, year)
    other = or_(c.state.is_(None), c.state.not_in(states))
    number = (await connection.execute(select(func.count()).select_from(usulan).where(*here, other))).scalar_one()
    query = select(usulan).where(*here, other).order_by(c.kecamatan, c.serial, c.id).limit(most)
    return int(number), [as_usulan(row) for row in await connection.execute(query)]


async def decided_lately(
    connection: AsyncConnection, who: Sight, inside: Sequence[str], most: int
) -> list[tuple[Usulan, datetime]]:
    """The newest of those of which a meeting, or a step, said something that was told, each with when that was."""
    said = union_all(
        select(moves.c.usulan_id, moves.c.at).where(moves.c.state != FIRST),
        select(decisions.c.usulan_id, decisions.c.at).where(
            or_(decisions.c.told_at.is_not(None), decisions.c.corrects)
        ),
    ).subquery()
    newest = func.max(said.c.at)
    latest = select(said.c.usulan_id, newest.label("at")).group_by(said.c.usulan_id).subquery()
    here = within(inside, usulan.c.desa), usulan.c.status != WITHDRAWN, visible(who)
    query = select(usulan, latest.c.at.label("said_at")).join(latest, latest.c.usulan_id == usulan.c.id).where(*here)
    rows = await connection.execute(query.order_by(latest.c.at.desc(), usulan.c.id).limit(most))
    return [(as_usulan(row), row.said_at) for row in rows]


def _of(who: Sight, inside: Sequence[str], year: int) -> tuple[ColumnElement[bool], ...]:
    """Those of a year that somebody sees, without what was withdrawn."""
    c = usulan.c
    return c.year == year, within(inside, c.desa), c.status != WITHDRAWN, visible(who)


def _word(of: Callable[[FromClause], ColumnElement[bool]]) -> ColumnElement[int]:
    """How many had such a word: of a step that they took, or of what a meeting decided."""
    ways = (exists().where(table.c.usulan_id == usulan.c.id, of(table)) for table in (moves, decisions))
    return func.count(case((or_(*ways), 1)))
