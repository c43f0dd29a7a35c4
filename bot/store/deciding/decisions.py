"""What a meeting decided of usulan: written down one by one, told to those who brought them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Usulan
from bot.store.database.dialects import upsert
from bot.store.people.people import ADDRESSEE, Addressee
from bot.store.tables import decisions, occasions, people, usulan
from bot.store.usulan.usulan import KEPT_AWAY, as_usulan

#: It goes on; it waits for money; it does not, this year.
ONWARD, RESERVE, NOT_YET = "lanjut", "cadangan", "belum"
OUTCOMES = (ONWARD, RESERVE, NOT_YET)
#: What an usulan's state is called once a meeting has decided.
DECIDED = "hasil"
_d = decisions.c


@dataclass(frozen=True, slots=True)
class Decision:
    """Of one usulan in one meeting. `reason`: a code; `note`: own words."""

    occasion_id: int
    usulan_id: int
    outcome: str
    reason: str | None
    note: str | None
    at: datetime
    told_at: datetime | None
    answer: str | None = None


_COLUMNS = (_d.occasion_id, _d.usulan_id, _d.outcome, _d.reason, _d.note, _d.at, _d.told_at, _d.answer)
_KEEP = upsert(decisions, ("occasion_id", "usulan_id"), ("outcome", "reason", "note", "by", "at", "told_at", "answer"))


async def keep(connection: AsyncConnection, one: Decision, by: int) -> None:
    """Written down; whoever was told another word is told this one."""
    row = {"occasion_id": one.occasion_id, "usulan_id": one.usulan_id, "outcome": one.outcome, "reason": one.reason}
    row |= {"note": one.note, "by": by, "at": one.at, "told_at": None, "answer": None}
    await connection.execute(_KEEP[connection.dialect.name], row)
    lock = update(usulan).where(usulan.c.id == one.usulan_id)
    locked_at = func.coalesce(usulan.c.locked_at, one.at)
    await connection.execute(lock.values(locked_at=locked_at))


async def of_occasion(connection: AsyncConnection, occasion_id: int) -> dict[int, Decision]:
    """By usulan."""
    rows = await connection.execute(select(*_COLUMNS).where(_d.occasion_id == occasion_id))
    return {row.usulan_id: Decision(*row) for row in rows}


@dataclass(frozen=True, slots=True)
class Decided:
    """The newest decision of an usulan, and the meeting that took it."""

    decision: Decision
    kind: str
    wilayah: str
    about: str
    held_at: datetime


async def newest_of(connection: AsyncConnection, which: Sequence[int]) -> dict[int, Decided]:
    """By usulan, of what was told; those of which nothing was decided are left out."""
    o = occasions.c
    query = (
        select(*_COLUMNS, o.kind, o.wilayah, o.about, o.starts_at)
        .join(occasions, o.id == _d.occasion_id)
        .where(_d.usulan_id.in_(which), _d.told_at.is_not(None))
        .order_by(o.starts_at, _d.at)
    )
    found: dict[int, Decided] = {}
    for row in await connection.execute(query):
        found[row.usulan_id] = Decided(Decision(*row[:8]), row.kind, row.wilayah, row.about, row.starts_at)
    return found


async def untold(connection: AsyncConnection, occasion_id: int) -> int:
    """How many of its decisions are not told yet."""
    query = select(func.count()).where(_d.occasion_id == occasion_id, _d.told_at.is_(None))
    return int((await connection.execute(query)).scalar_one())


async def to_tell(connection: AsyncConnection, occasion_id: int, after: int, most: int) -> list[Addressee]:
    """Whoever brought what was decided, in the order of their ids; whoever blocked us is told in person."""
    theirs = select(usulan.c.person_id).join(decisions, _d.usulan_id == usulan.c.id)
    waiting = theirs.where(_d.occasion_id == occasion_id, _d.told_at.is_(None), ~KEPT_AWAY)
    here = people.c.id > after, people.c.id.in_(waiting), people.c.unreachable_since.is_(None)
    query = select(*ADDRESSEE).where(*here).order_by(people.c.id).limit(most)
    return [Addressee(*row) for row in await connection.execute(query)]


async def theirs(
    connection: AsyncConnection, occasion_id: int, person_ids: Sequence[int]
) -> list[tuple[Usulan, Decision]]:
    """What is to be told to these, by the number of the usulan."""
    query = (
        select(usulan, *(column.label(f"d_{column.name}") for column in _COLUMNS))
        .join(decisions, _d.usulan_id == usulan.c.id)
        .where(_d.occasion_id == occasion_id, _d.told_at.is_(None), usulan.c.person_id.in_(person_ids), ~KEPT_AWAY)
        .order_by(usulan.c.id)
    )
    rows: list[Any] = list((await connection.execute(query)).all())
    return [(as_usulan(row), Decision(*row[-len(_COLUMNS) :])) for row in rows]


async def mark_told(connection: AsyncConnection, occasion_id: int, which: Sequence[int], at: datetime) -> None:
    """So that nobody is told twice."""
    if which:
        done = update(decisions).where(_d.occasion_id == occasion_id, _d.usulan_id.in_(which))
        await connection.execute(done.values(told_at=at))
        await connection.execute(update(usulan).where(usulan.c.id.in_(which)).values(status=DECIDED))


async def leave_to_a_neighbour(connection: AsyncConnection, occasion_id: int, at: datetime) -> int:
    """Whoever has no telephone of their own, keeps news away from one, or blocked us: they stand on the list of those
    who are to be told in person. Returns how many usulan."""
    gone = exists().where(people.c.id == usulan.c.person_id, people.c.unreachable_since.is_not(None))
    alone = or_(usulan.c.person_id.is_(None), KEPT_AWAY, gone)
    which = select(_d.usulan_id).where(_d.occasion_id == occasion_id, _d.told_at.is_(None))
    mine = update(usulan).where(usulan.c.id.in_(which), alone)
    read = {"told_at": None, "read_at": func.coalesce(usulan.c.read_at, at), "status": DECIDED}
    done = await connection.execute(mine.values(**read))
    left = select(usulan.c.id).where(alone)
    told = update(decisions).where(_d.occasion_id == occasion_id, _d.told_at.is_(None), _d.usulan_id.in_(left))
    await connection.execute(told.values(told_at=at))
    return done.rowcount


async def answer(connection: AsyncConnection, occasion_id: int, usulan_id: int, person_id: int, said: str) -> bool:
    """*Sudah jelas* or *Mau tanya*, by whoever brought it. False when it is not theirs."""
    own = exists().where(usulan.c.id == _d.usulan_id, usulan.c.person_id == person_id)
    mine = update(decisions).where(_d.occasion_id == occasion_id, _d.usulan_id == usulan_id, own)
    return (await connection.execute(mine.values(answer=said))).rowcount == 1
