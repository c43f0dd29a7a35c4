"""What a meeting decided of usulan: written down one by one, told to those who brought them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Usulan
from bot.store.database.dialects import insert_or_ignore
from bot.store.people.people import ADDRESSEE, Addressee
from bot.store.tables import decisions, moves, occasions, people, usulan
from bot.store.usulan.usulan import KEPT_AWAY, as_usulan
from bot.store.within import within

#: It goes on; it waits for money; it does not, this year; the village does it with its own money.
ONWARD, RESERVE, NOT_YET, OWN = "lanjut", "cadangan", "belum", "desa"
OUTCOMES = (ONWARD, RESERVE, NOT_YET, OWN)
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
    version: int = 0
    by: int | None = None
    corrects: bool = False
    rank: int | None = None


_KEEP_FIRST = insert_or_ignore(decisions)
_COLUMNS = tuple(_d[name] for name in Decision.__dataclass_fields__)


async def keep(connection: AsyncConnection, one: Decision, by: int, seen: int) -> bool:
    """Written down; whoever was told another word is told this one (`corrects`: not by this meeting). `seen`: the
    version that stood there when somebody looked, 0 for none; False when another one was written since. Two change
    places where one gets the other's `rank`. Whoever calls it holds the meeting."""
    here = _d.occasion_id == one.occasion_id, _d.usulan_id == one.usulan_id
    said: dict[str, Any] = {"outcome": one.outcome, "reason": one.reason, "note": one.note, "by": by}
    read = select(_d.version, _d.rank, *(_d[name] for name in said))
    now = (await connection.execute(read.where(*here))).one_or_none()
    stands = now.version if now is not None else 0
    if stands != seen:
        return now is not None and tuple(now[2:]) == tuple(said.values())
    before = now.rank if now is not None else None
    is_same = now is not None and (now.outcome, now.reason, now.note) == (one.outcome, one.reason, one.note)
    row = said | {"at": one.at, "version": seen + 1, "rank": one.rank or (before if is_same else None)}
    if not is_same:  # neither an order nor the same word changes anything of what they know
        row |= {"told_at": None, "answer": None}
        row |= {"corrects": or_(_d.corrects, _d.told_at.is_not(None))} if stands else {}
        row |= {"corrects": True} if one.corrects else {}
    if one.rank:
        others = _d.occasion_id == one.occasion_id, _d.usulan_id != one.usulan_id, _d.rank == one.rank
        await connection.execute(update(decisions).where(*others).values(rank=before))
    if stands:
        await connection.execute(update(decisions).where(*here).values(row))
    else:
        key = {"occasion_id": one.occasion_id, "usulan_id": one.usulan_id}
        await connection.execute(decisions.insert().values(key | row))
    lock = update(usulan).where(usulan.c.id == one.usulan_id)
    await connection.execute(lock.values(locked_at=func.coalesce(usulan.c.locked_at, one.at)))
    return True


async def keep_first(connection: AsyncConnection, which: Sequence[int], of_each: Decision, by: int) -> None:
    """The same word for all of these; where something was said already, that stands. Whoever calls it holds the
    meeting."""
    if not which:
        return
    said = {"outcome": of_each.outcome, "reason": of_each.reason, "note": of_each.note, "by": by, "at": of_each.at}
    rows = [{"occasion_id": of_each.occasion_id, "usulan_id": one, "version": 1, **said} for one in which]
    await connection.execute(_KEEP_FIRST[connection.dialect.name], rows)
    lock = update(usulan).where(usulan.c.id.in_(which), usulan.c.locked_at.is_(None))
    await connection.execute(lock.values(locked_at=of_each.at))


async def take_back(connection: AsyncConnection, one: Decision) -> bool:
    """What nobody was told may be as if it had never been said; the usulan stays locked. False where its proposer was
    told this word, or another one before it."""
    here = _d.occasion_id == one.occasion_id, _d.usulan_id == one.usulan_id, _d.version == one.version
    unknown = _d.told_at.is_(None), ~_d.corrects
    return (await connection.execute(delete(decisions).where(*here, *unknown))).rowcount == 1


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
    """By usulan, of what was told, or is in the place of what was; those of which nothing was decided are left out."""
    o = occasions.c
    query = (
        select(*_COLUMNS, o.kind, o.wilayah, o.about, o.starts_at)
        .join(occasions, o.id == _d.occasion_id)
        .where(_d.usulan_id.in_(which), or_(_d.told_at.is_not(None), _d.corrects))
        .order_by(o.starts_at, _d.at)
    )
    found: dict[int, Decided] = {}
    for row in await connection.execute(query):
        found[row.usulan_id] = Decided(Decision(*row[: len(_COLUMNS)]), row.kind, row.wilayah, row.about, row.starts_at)
    return found


async def deciding(connection: AsyncConnection, which: Sequence[int]) -> list[int]:
    """The meetings that decided something of these."""
    query = select(_d.occasion_id).where(_d.usulan_id.in_(which)).distinct().order_by(_d.occasion_id)
    return list((await connection.execute(query)).scalars()) if which else []


async def untold(connection: AsyncConnection, occasion_id: int) -> int:
    """How many of its decisions are not told yet."""
    query = select(func.count()).where(_d.occasion_id == occasion_id, _d.told_at.is_(None))
    return int((await connection.execute(query)).scalar_one())


async def with_untold(connection: AsyncConnection, scopes: Sequence[str], most: int) -> Sequence[int]:
    """The meetings in these wilayah that decided something of which nobody has been told, the last one first."""
    waits = exists().where(_d.occasion_id == occasions.c.id, _d.told_at.is_(None))
    here = within(scopes, occasions.c.wilayah), occasions.c.cancelled_at.is_(None), waits
    query = select(occasions.c.id).where(*here).order_by(occasions.c.starts_at.desc(), occasions.c.id).limit(most)
    return (await connection.execute(query)).scalars().all()


def _untold(right_since: datetime | None) -> tuple[ColumnElement[bool], ...]:
    """`right_since`: only what puts another word right, and has stood there since then."""
    waits = _d.told_at.is_(None)
    return (waits,) if right_since is None else (waits, _d.corrects, _d.at <= right_since)


async def to_tell(
    connection: AsyncConnection, occasion_id: int, after: int, most: int, right_since: datetime | None = None
) -> list[Addressee]:
    """Whoever brought what was decided, in the order of their ids; whoever blocked us is told in person."""
    theirs = select(usulan.c.person_id).join(decisions, _d.usulan_id == usulan.c.id)
    waiting = theirs.where(_d.occasion_id == occasion_id, *_untold(right_since), ~KEPT_AWAY)
    here = people.c.id > after, people.c.id.in_(waiting), people.c.unreachable_since.is_(None)
    query = select(*ADDRESSEE).where(*here).order_by(people.c.id).limit(most)
    return [Addressee(*row) for row in await connection.execute(query)]


async def theirs(
    connection: AsyncConnection, occasion_id: int, person_ids: Sequence[int], right_since: datetime | None = None
) -> list[tuple[Usulan, Decision]]:
    """What is to be told to these, by the number of the usulan."""
    return await _of(connection, occasion_id, *_untold(right_since), usulan.c.person_id.in_(person_ids), ~KEPT_AWAY)


async def put_right_of(connection: AsyncConnection, occasion_id: int, usulan_id: int) -> list[tuple[Usulan, Decision]]:
    """It, where its proposer was told another word than what stands there now."""
    return await _of(connection, occasion_id, _d.usulan_id == usulan_id, *_untold(None), _d.corrects)


async def _of(connection: AsyncConnection, occasion_id: int, *where: Any) -> list[tuple[Usulan, Decision]]:
    query = (
        select(usulan, *(column.label(f"d_{column.name}") for column in _COLUMNS))
        .join(decisions, _d.usulan_id == usulan.c.id)
        .where(_d.occasion_id == occasion_id, *where)
        .order_by(usulan.c.id)
    )
    rows: list[Any] = list((await connection.execute(query)).all())
    return [(as_usulan(row), Decision(*row[-len(_COLUMNS) :])) for row in rows]


async def mark_told(connection: AsyncConnection, occasion_id: int, which: Sequence[int], at: datetime) -> None:
    """So that nobody is told twice."""
    if which:
        done = update(decisions).where(_d.occasion_id == occasion_id, _d.usulan_id.in_(which))
        await connection.execute(done.values(told_at=at))
        read = {"read_at": func.coalesce(usulan.c.read_at, at), "unread_at": None}  # what was decided was read
        await connection.execute(update(usulan).where(usulan.c.id.in_(which)).values(**read))


async def untold_outcome(connection: AsyncConnection, usulan_id: int) -> str:
    """What was decided of it and nobody has told yet; empty where nothing was."""
    query = select(_d.outcome).where(_d.usulan_id == usulan_id, _d.told_at.is_(None)).order_by(_d.at.desc()).limit(1)
    return (await connection.execute(query)).scalar() or ""


async def of_untold(connection: AsyncConnection, occasion_id: int) -> list[Usulan]:
    """What it decided of, and nobody has been told."""
    return [one for one, _ in await _of(connection, occasion_id, _d.told_at.is_(None))]


async def waits_for_news(connection: AsyncConnection, occasion_id: int) -> bool:
    """Whether somebody is still to be told in person what was decided there of theirs; a later word that they do not
    know yet is another meeting's."""
    which = select(_d.usulan_id).where(_d.occasion_id == occasion_id, _d.told_at.is_not(None))
    here = moves.c.usulan_id == usulan.c.id, moves.c.occasion_id == occasion_id, moves.c.told_at.is_not(None)
    untold = usulan.c.told_at.is_(None), ~exists().where(*here)
    waiting = select(usulan.c.id).where(usulan.c.id.in_(which), *untold, _alone()).limit(1)
    return (await connection.execute(waiting)).first() is not None


def _alone() -> Any:
    """Whoever has no telephone of their own, keeps news away from one, or blocked us."""
    gone = exists().where(people.c.id == usulan.c.person_id, people.c.unreachable_since.is_not(None))
    return or_(usulan.c.person_id.is_(None), KEPT_AWAY, gone)


async def leave_to_a_neighbour(
    connection: AsyncConnection, occasion_id: int, at: datetime, only: int | None = None
) -> list[tuple[Usulan, Decision]]:
    """Those who are alone stand on the list of those who are to be told in person. Returns what was decided of them."""
    which = select(_d.usulan_id).where(_d.occasion_id == occasion_id, _d.told_at.is_(None))
    which = which if only is None else which.where(_d.usulan_id == only)
    found = await _of(connection, occasion_id, usulan.c.id.in_(which), _alone())
    left = [one.id for one, _ in found]
    read = {"told_at": None, "read_at": func.coalesce(usulan.c.read_at, at)}
    await connection.execute(update(usulan).where(usulan.c.id.in_(left)).values(**read))
    told = update(decisions).where(_d.occasion_id == occasion_id, _d.told_at.is_(None), _d.usulan_id.in_(left))
    await connection.execute(told.values(told_at=at))
    return found


async def put_right(connection: AsyncConnection, which: Sequence[int], kind: str, **said: Any) -> None:
    """What a meeting of this kind decided of these was otherwise, and somebody said so: its papers say so, too."""
    held = _d.occasion_id.in_(select(occasions.c.id).where(occasions.c.kind == kind))
    await connection.execute(update(decisions).where(_d.usulan_id.in_(which), held).values(said))


async def answer(connection: AsyncConnection, occasion_id: int, usulan_id: int, person_id: int, said: str) -> bool:
    """*Sudah jelas* or *Mau tanya*, by whoever brought it. False when it is not theirs."""
    own = exists().where(usulan.c.id == _d.usulan_id, usulan.c.person_id == person_id)
    mine = update(decisions).where(_d.occasion_id == occasion_id, _d.usulan_id == usulan_id, own)
    return (await connection.execute(mine.values(answer=said))).rowcount == 1
