"""What an account did since a day, by whatever it left a trace in; and what of it is taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, literal, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.calendar.occasions import WISHED
from bot.store.tables import (
    attendance,
    grants,
    hamlets,
    invites,
    occasion_events,
    occasions,
    read_backs,
    task_events,
    tasks,
    usulan,
)
from bot.store.tables import events as usulan_events
from bot.store.tasks.tasks import COLUMNS as TASK
from bot.store.tasks.tasks import DONE, NEEDLESS, OPEN, Task
from bot.store.within import within

#: What follows from a date by itself: the date is in the list.
_FOLLOWS = ("made", "moved", "told")
USULAN, TASK_DEED, DATE, CODE, HALL, HAMLET = "usulan", "tugas", "jadwal", "kode", "rapat", "tempat"


@dataclass(frozen=True, slots=True)
class Deed:
    """`what`: a row of one of the constants above; `kind`: what was done to it; `wilayah` and `name` of it. `other`:
    who used a code. `stands`: it is as this deed left it, and can be taken back."""

    at: datetime
    what: str
    kind: str
    id: int
    wilayah: str
    name: str
    other: int | None = None
    stands: bool = False


def _deeds(person_id: int, since: datetime) -> list[Select[Any]]:
    def of(table: Any, at: Any, what: str, kind: Any, row: Any, wilayah: Any, name: Any, by: str = "by") -> Select[Any]:
        kind = literal(kind) if isinstance(kind, str) else kind
        told = (at.label("at"), literal(what).label("what"), kind.label("kind"), row.label("row"), wilayah, name)
        return select(*told, null().label("other")).where(table.c[by] == person_id, at >= since)

    e, t, o, h, r, a, i = usulan_events, task_events, occasion_events, hamlets, read_backs, attendance, invites
    made = (i.c.made_at, literal(CODE), i.c.role, i.c.id, i.c.scope, literal(""), i.c.used_by)
    return [
        of(e, e.c.at, USULAN, e.c.kind, usulan.c.id, usulan.c.desa, usulan.c.code).join(
            usulan, usulan.c.id == e.c.usulan_id
        ),
        of(t, t.c.at, TASK_DEED, t.c.kind, tasks.c.id, tasks.c.wilayah, tasks.c.rule)
        .join(tasks, tasks.c.id == t.c.task_id)
        .where(t.c.kind.not_in(_FOLLOWS)),
        of(o, o.c.at, DATE, o.c.kind, occasions.c.id, occasions.c.wilayah, occasions.c.kind)
        .join(occasions, occasions.c.id == o.c.occasion_id)
        .where(o.c.kind != WISHED),
        of(a, a.c.at, HALL, "hadir", a.c.occasion_id, occasions.c.wilayah, occasions.c.kind).join(
            occasions, occasions.c.id == a.c.occasion_id
        ),
        of(r, r.c.at, HALL, "baca", r.c.occasion_id, occasions.c.wilayah, occasions.c.kind).join(
            occasions, occasions.c.id == r.c.occasion_id
        ),
        of(h, h.c.confirmed_at, HAMLET, "dusun", literal(0), h.c.desa, h.c.name, "confirmed_by"),
        select(*made).where(i.c.made_by == person_id, i.c.made_at >= since),
    ]


async def since(connection: AsyncConnection, person_id: int, day: datetime) -> list[Deed]:
    """The newest first."""
    found = [Deed(*row) for query in _deeds(person_id, day) for row in await connection.execute(query)]
    standing = await _standing(connection, person_id)
    marked = [replace(one, stands=(one.what, one.kind, one.id) in standing) for one in found]
    return sorted(marked, key=lambda one: one.at, reverse=True)


async def _standing(connection: AsyncConnection, person_id: int) -> set[tuple[str, str, int]]:
    """What is as this person left it."""
    read = select(usulan.c.id).where(usulan.c.read_by == person_id)
    told = (
        select(usulan.c.id)
        .join(usulan_events, usulan_events.c.usulan_id == usulan.c.id)
        .where(usulan_events.c.by == person_id, usulan_events.c.kind == "dikabari", usulan.c.told_at.is_not(None))
    )
    ticked = select(tasks.c.state, tasks.c.id).where(
        tasks.c.closed_by == person_id, tasks.c.state.in_((DONE, NEEDLESS))
    )
    return (
        {(USULAN, "dibaca", row[0]) for row in await connection.execute(read)}
        | {(USULAN, "dikabari", row[0]) for row in await connection.execute(told)}
        | {(TASK_DEED, row[0], row[1]) for row in await connection.execute(ticked)}
    )


async def closed_lately(
    connection: AsyncConnection, person_id: int, since: datetime, most: int
) -> list[tuple[int, str, datetime]]:
    """(task, rule, when) of what somebody finished since then, the newest first."""
    mine = tasks.c.closed_by == person_id, tasks.c.state.in_((DONE, NEEDLESS)), tasks.c.closed_at >= since
    query = select(tasks.c.id, tasks.c.rule, tasks.c.closed_at).where(*mine).order_by(tasks.c.closed_at.desc())
    return [(row[0], row[1], row[2]) for row in await connection.execute(query.limit(most))]


async def read_lately(
    connection: AsyncConnection, person_id: int, since: datetime, most: int
) -> list[tuple[int, str, int, datetime]]:
    """(usulan, kecamatan, serial, when) of what somebody marked as read since then, the newest first."""
    u = usulan.c
    query = select(u.id, u.kecamatan, u.serial, u.read_at).where(u.read_by == person_id, u.read_at >= since)
    found = await connection.execute(query.order_by(u.read_at.desc()).limit(most))
    return [(row[0], row[1], row[2], row[3]) for row in found]


async def dated_lately(
    connection: AsyncConnection, person_id: int, since: datetime, most: int
) -> list[tuple[int, datetime]]:
    """(occasion, when) of what somebody put into the calendar or moved since then, and stands; the newest first."""
    e, when = occasion_events.c, func.max(occasion_events.c.at)
    mine = e.by == person_id, e.at >= since, e.kind.in_(("set", "moved")), occasions.c.cancelled_at.is_(None)
    query = select(e.occasion_id, when).join(occasions, occasions.c.id == e.occasion_id).where(*mine)
    found = await connection.execute(query.group_by(e.occasion_id).order_by(when.desc()).limit(most))
    return [(row[0], row[1]) for row in found]


async def last_by(connection: AsyncConnection, usulan_id: int, kind: str) -> int | None:
    """Who did this to an usulan last."""
    e = usulan_events.c
    query = select(e.by).where(e.usulan_id == usulan_id, e.kind == kind).order_by(e.id.desc()).limit(1)
    return (await connection.execute(query)).scalar()


async def unread(connection: AsyncConnection, usulan_id: int, reader: int, look_at: datetime | None) -> bool:
    """*Sudah saya baca* is taken back, unless it was meanwhile; from then on it waits anew."""
    query = update(usulan).where(usulan.c.id == usulan_id, usulan.c.read_by == reader)
    return (
        await connection.execute(query.values(read_by=None, read_at=None, unread_at=look_at, unread_rung=0))
    ).rowcount == 1


async def untell(connection: AsyncConnection, usulan_id: int) -> bool:
    """*Sudah saya kabari* is taken back, unless it was meanwhile."""
    query = update(usulan).where(usulan.c.id == usulan_id, usulan.c.told_at.is_not(None))
    return (await connection.execute(query.values(told_at=None))).rowcount == 1


async def begun_from(connection: AsyncConnection, rules: Sequence[str], wilayah: str) -> list[Task]:
    """Tasks of these rules there that are under way, and whose they are."""
    query = select(*TASK).where(
        tasks.c.rule.in_(rules),
        within([wilayah], tasks.c.wilayah),
        tasks.c.state == OPEN,
        tasks.c.owner_id.is_not(None),
    )
    return [Task(*row) for row in await connection.execute(query.order_by(tasks.c.id))] if rules else []


async def look_again(connection: AsyncConnection, person_id: int, now: datetime) -> None:
    """Tasks of somebody who holds nothing any more find their owner."""
    theirs = grants.c.person_id == person_id, grants.c.revoked_at.is_not(None)
    await connection.execute(update(grants).where(*theirs).values(settle_at=now))
