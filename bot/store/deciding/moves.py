"""An usulan moves from state to state: each step a row of its own, and whoever saw an older state overwrites nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.deciding.states import FIRST
from bot.core.records import WITHDRAWN, Usulan
from bot.store.database.ids import new_id
from bot.store.people.people import ADDRESSEE, Addressee
from bot.store.tables import decisions, moves, occasions, people, usulan
from bot.store.usulan.usulan import KEPT_AWAY, as_usulan
from bot.store.within import within

_d, _m, _u = decisions.c, moves.c, usulan.c
#: One for each desa and whoever wrote usulan down there: the columns of an `Errand`.
ERRAND = (func.min(_u.id), _u.desa, _u.typed_by)


@dataclass(frozen=True, slots=True)
class Errand:
    """Somebody has to bring the news of this usulan, and perhaps of others like it. `writer`: who wrote it down for
    somebody else."""

    usulan_id: int
    desa: str
    writer: int | None


@dataclass(frozen=True, slots=True)
class Move:
    """`batch`: the act, perhaps with many others. `decider`: a key of the content, None where `occasion_id` is a
    meeting that decided, or where a year ended."""

    id: int
    batch: int
    usulan_id: int
    before: str
    state: str
    reason: str | None
    note: str | None
    decider: str | None
    occasion_id: int | None
    by: int | None
    at: datetime
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What is said of usulan. `stage`: as villagers see it; `locks`: the words are decided upon from now on. `seasons`:
    when the clock looks at them for the next year; those that are left out keep their day."""

    state: str
    stage: str
    locks: bool
    reason: str | None = None
    note: str | None = None
    decider: str | None = None
    occasion_id: int | None = None
    joined_id: int | None = None
    seasons: Mapping[int, datetime | None] = field(default_factory=dict)


_COLUMNS = tuple(_m[name] for name in Move.__dataclass_fields__)


async def make(
    connection: AsyncConnection, change: Change, seen: Mapping[int, int], by: int | None, at: datetime
) -> tuple[int, list[int]]:
    """Change each of these (usulan: how often it had been moved when somebody looked), unless somebody else was first.
    Returns the act, and the usulan that it moved."""
    return await make_each(connection, dict.fromkeys(seen, change), seen, by, at)


async def make_each(
    connection: AsyncConnection, changes: Mapping[int, Change], seen: Mapping[int, int], by: int | None, at: datetime
) -> tuple[int, list[int]]:
    """The same with a change of its own for each, in one act. What a meeting decided of them before, and nobody knows
    yet, is told no more: it would contradict the newer word."""
    concerned = or_(_u.id.in_(seen), _u.joined_id.in_(seen))
    as_they_are = select(_u.id, _u.state, _u.moved, _u.status).where(concerned)
    # in one order, so that two who change many wait for each other and never in a ring
    found = (await connection.execute(as_they_are.order_by(_u.id).with_for_update())).all()
    ours = [row for row in found if seen.get(row.id) == row.moved and row.status != WITHDRAWN]
    batch = new_id()
    if ours:
        await _step(connection, {row.id: changes[row.id] for row in ours}, at)
        rows = [_row(batch, row.id, row.state or FIRST, changes[row.id], by, at) for row in ours]
        await connection.execute(moves.insert(), rows)
        newer = [row.id for row in ours if changes[row.id].locks and changes[row.id].occasion_id is None]
        if newer:
            overtaken = _d.usulan_id.in_(newer), _d.told_at.is_(None)
            await connection.execute(update(decisions).where(*overtaken).values(told_at=at))
    return batch, [row.id for row in ours]


async def _step(connection: AsyncConnection, changes: Mapping[int, Change], at: datetime) -> None:
    """Whoever is told in person does not know it yet, also of what is one with these."""
    alike: dict[tuple[str, str, bool, int | None], list[int]] = {}
    for usulan_id, change in changes.items():
        alike.setdefault((change.state, change.stage, change.locks, change.joined_id), []).append(usulan_id)
    for (state, stage, locks, joined_id), which in alike.items():
        values: dict[str, Any] = {"state": state, "status": stage, "moved": _u.moved + 1, "told_at": None}
        values |= {"locked_at": func.coalesce(_u.locked_at, at)} if locks else {}
        values |= {"joined_id": joined_id} if joined_id is not None else {}
        await connection.execute(update(usulan).where(_u.id.in_(which)).values(values))
    await connection.execute(update(usulan).where(_u.joined_id.in_(changes)).values(told_at=None))
    seasons = [{"which": one, "day": of.seasons[one]} for one, of in changes.items() if one in of.seasons]
    if seasons:
        next_look = update(usulan).where(_u.id == bindparam("which")).values(season_at=bindparam("day"))
        await connection.execute(next_look, seasons)


def _row(batch: int, usulan_id: int, before: str, change: Change, by: int | None, at: datetime) -> dict[str, Any]:
    told = {"id": new_id(), "batch": batch, "usulan_id": usulan_id, "before": before, "state": change.state}
    why = {"reason": change.reason, "note": change.note, "decider": change.decider}
    return told | why | {"occasion_id": change.occasion_id, "by": by, "at": at, "told_at": None}


async def of_usulan(connection: AsyncConnection, usulan_id: int) -> list[Move]:
    """Oldest first."""
    query = select(*_COLUMNS).where(_m.usulan_id == usulan_id).order_by(_m.id)
    return [Move(*row) for row in await connection.execute(query)]


async def newest_of(connection: AsyncConnection, which: Sequence[int]) -> dict[int, Move]:
    """By usulan; those that nobody has moved are left out."""
    query = select(*_COLUMNS).where(_m.usulan_id.in_(which)).order_by(_m.id)
    return {row.usulan_id: Move(*row) for row in await connection.execute(query)}


async def undecided(
    connection: AsyncConnection, scopes: Sequence[str], since: datetime, ended: Sequence[str], most: int
) -> list[int]:
    """Of what a meeting had, that which has not moved since then and waits for a decision, the longest first."""
    moved = exists().where(_m.usulan_id == _u.id, _m.at > since)
    waits = _u.moved > 0, _u.joined_id.is_(None), _u.status != WITHDRAWN, _u.state.not_in(ended), ~moved
    query = select(_u.id).where(within(scopes, _u.desa), *waits).order_by(_u.spoken_at, _u.id).limit(most)
    return list((await connection.execute(query)).scalars())


async def said_of(connection: AsyncConnection, which: Sequence[int]) -> set[tuple[int, str, str | None, str | None]]:
    """Usulan, state, reason and own words of all that was ever said of these."""
    query = select(_m.usulan_id, _m.state, _m.reason, _m.note).where(_m.usulan_id.in_(which))
    return {(row[0], row[1], row[2], row[3]) for row in await connection.execute(query)}


async def standing(connection: AsyncConnection, which: Sequence[int]) -> dict[int, tuple[str | None, int]]:
    """By usulan: its state, and how often it has been moved."""
    query = select(_u.id, _u.state, _u.moved).where(_u.id.in_(which))
    return {row[0]: (row[1], row[2]) for row in await connection.execute(query)}


async def ended_elsewhere(
    connection: AsyncConnection, which: Sequence[int], ending: Sequence[str], here: str
) -> dict[int, str]:
    """By usulan, where it stands: in one of these states, to which no meeting of here brought it."""
    meetings = select(occasions.c.id).where(within([here], occasions.c.wilayah))
    by_a_meeting = exists().where(_m.usulan_id == _u.id, _m.state == _u.state, _m.occasion_id.in_(meetings))
    query = select(_u.id, _u.state).where(_u.id.in_(which), _u.state.in_(ending), ~by_a_meeting)
    return {row[0]: row[1] for row in await connection.execute(query)}


async def main_of(connection: AsyncConnection, usulan_id: int) -> int:
    """The usulan with which it is one; its own id, where it stands alone."""
    found: int | None = (await connection.execute(select(_u.joined_id).where(_u.id == usulan_id))).scalar()
    return found or usulan_id


async def mains_of(connection: AsyncConnection, which: Sequence[int]) -> dict[int, int]:
    """By usulan, with which it is one; those that stand alone are left out."""
    query = select(_u.id, _u.joined_id).where(_u.id.in_(which), _u.joined_id.is_not(None))
    return {row[0]: row[1] for row in await connection.execute(query)}


async def joined_to(connection: AsyncConnection, which: Sequence[int]) -> list[int]:
    """Those that are one with these."""
    return list((await connection.execute(select(_u.id).where(_u.joined_id.in_(which)))).scalars())


async def is_joined(connection: AsyncConnection, usulan_id: int) -> bool:
    query = select(_u.id).where(_u.id == usulan_id, or_(_u.joined_id.is_not(None), _u.status == WITHDRAWN))
    return (await connection.execute(query)).first() is not None


async def has_joined(connection: AsyncConnection, usulan_id: int) -> bool:
    """Whether others are one with it already."""
    return (await connection.execute(select(_u.id).where(_u.joined_id == usulan_id).limit(1))).first() is not None


# --- told ------------------------------------------------------------------------------------------------------------


def _concerned(*, joined_only: bool = False) -> Any:
    """The usulan that moved, and those that are one with it; `joined_only`: these alone."""
    joined = _u.joined_id == _m.usulan_id
    return joined if joined_only else or_(_u.id == _m.usulan_id, joined)


async def to_tell(
    connection: AsyncConnection, batch: int, after: int, most: int, *, joined_only: bool
) -> list[Addressee]:
    """Proposers and those who proposed the same, in the order of their ids; whoever blocked us is told in person."""
    concerned = _concerned(joined_only=joined_only)
    theirs = select(_u.person_id).join(moves, concerned).where(_m.batch == batch, ~KEPT_AWAY)
    here = people.c.id > after, people.c.id.in_(theirs), people.c.unreachable_since.is_(None)
    query = select(*ADDRESSEE).where(*here, people.c.consent_version.is_not(None)).order_by(people.c.id).limit(most)
    return [Addressee(*row) for row in await connection.execute(query)]


async def theirs(
    connection: AsyncConnection, batch: int, person_ids: Sequence[int], *, joined_only: bool
) -> list[tuple[Usulan, Move]]:
    """Their own usulan with the move of it; once for each move, whatever they have joined to it."""
    columns = (column.label(f"m_{column.name}") for column in _COLUMNS)
    query = select(usulan, *columns).join(moves, _concerned(joined_only=joined_only))
    query = query.where(_m.batch == batch, _u.person_id.in_(person_ids), ~KEPT_AWAY)
    rows: list[Any] = list((await connection.execute(query.order_by(_m.id, _u.joined_id.is_not(None), _u.id))).all())
    found: dict[tuple[int | None, int], tuple[Usulan, Move]] = {}
    for row in rows:
        move = Move(*row[-len(_COLUMNS) :])
        found.setdefault((row.person_id, move.id), (as_usulan(row), move))
    return list(found.values())


async def mark_told(connection: AsyncConnection, which: Sequence[int], at: datetime) -> None:
    if which:
        await connection.execute(update(moves).where(_m.id.in_(which)).values(told_at=func.coalesce(_m.told_at, at)))


async def mark_batch_told(connection: AsyncConnection, batch: int, at: datetime) -> None:
    await connection.execute(update(moves).where(_m.batch == batch).values(told_at=at))


async def told_in_person(connection: AsyncConnection, which: Sequence[int], at: datetime) -> None:
    """Whoever brought these knows all that has happened to them."""
    if which:
        untold = update(moves).where(_m.usulan_id.in_(which), _m.told_at.is_(None))
        await connection.execute(untold.values(told_at=at))


async def without_telephone(connection: AsyncConnection, which: Sequence[int]) -> set[int]:
    """Of these: whose news somebody has to bring in person."""
    query = select(_u.id).where(_u.id.in_(which), in_person())
    return set((await connection.execute(query)).scalars())


async def to_bring(connection: AsyncConnection, batch: int) -> list[Errand]:
    """Of what an act moved, and somebody has to bring: one usulan of each kind."""
    query = select(*ERRAND).join(moves, _concerned()).where(_m.batch == batch, in_person())
    return [Errand(*row) for row in await connection.execute(query.group_by(*ERRAND[1:]))]


async def who_moved(connection: AsyncConnection, batch: int) -> int | None:
    return (await connection.execute(select(_m.by).where(_m.batch == batch).limit(1))).scalar()


def in_person() -> ColumnElement[bool]:
    """Whether the news of an usulan has to be brought to somebody."""
    gone = exists().where(people.c.id == _u.person_id, people.c.unreachable_since.is_not(None))
    return or_(_u.person_id.is_(None), KEPT_AWAY, gone)


async def of_person(connection: AsyncConnection, which: int, person_id: int) -> tuple[Usulan, Move] | None:
    """A move, with the usulan of theirs that it concerns; None where it concerns none."""
    query = select(usulan).join(moves, and_(_m.id == which, _concerned())).where(_u.person_id == person_id).limit(1)
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    return as_usulan(row), Move(*(await connection.execute(select(*_COLUMNS).where(_m.id == which))).one())


async def answer(connection: AsyncConnection, which: int, person_id: int, said: str) -> Usulan | None:
    """*Sudah jelas* or *Mau tanya*, by whoever brought it; None when it is not theirs."""
    found = await of_person(connection, which, person_id)
    if found is not None:
        await connection.execute(update(moves).where(_m.id == which).values(answer=said))
    return None if found is None else found[0]
