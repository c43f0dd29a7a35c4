"""Statements about tasks that are late: what climbs, what lapses, who was told, where help is needed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.tables import occasions, task_events, tasks
from bot.store.tables.columns import Civil
from bot.store.tasks.tasks import COLUMNS, OPEN, UNFINISHED, WAITING, Task
from bot.store.within import within

CLIMBED, OWED, TOLD, HELP, LAPSED = "climbed", "owed", "told", "help", "lapsed"
#: Its owner told what holds it up, in so many characters at most.
HELD_UP, LONGEST_WORDS = "held_up", 120

_CLIMB = (
    update(tasks)
    .where(tasks.c.id == bindparam("t"))
    .values(climb_at=bindparam("new_climb_at", type_=Civil()), rung=bindparam("new_rung"))
)


@dataclass(frozen=True, slots=True)
class Step:
    """A task that climbs: to which rung, when it climbs next, and what the ledger keeps of it."""

    task: Task
    rung: int
    next_at: datetime | None
    detail: Mapping[str, Any]


async def due(connection: AsyncConnection, now: datetime, limit: int) -> list[Task]:
    """What climbs now, the longest waiting first; what another process has in hand is its affair."""
    query = select(*COLUMNS).where(tasks.c.climb_at <= now).order_by(tasks.c.climb_at, tasks.c.id).limit(limit)
    return [Task(*row) for row in await connection.execute(query.with_for_update(skip_locked=True))]


async def ended(connection: AsyncConnection, now: datetime, limit: int) -> list[Task]:
    """Unfinished tasks whose time in the lists is over."""
    query = select(*COLUMNS).where(tasks.c.ends_at <= now).order_by(tasks.c.ends_at, tasks.c.id).limit(limit)
    return [Task(*row) for row in await connection.execute(query.with_for_update(skip_locked=True))]


async def open_beside(connection: AsyncConnection, occasion_ids: Sequence[int], rules: Sequence[str]) -> list[Task]:
    """Tasks of these rules that hang from the same occasions and are not finished."""
    query = select(*COLUMNS).where(
        tasks.c.occasion_id.in_(occasion_ids), tasks.c.rule.in_(rules), tasks.c.state.in_(UNFINISHED)
    )
    return [Task(*row) for row in await connection.execute(query)]


async def stand_still(connection: AsyncConnection, task_ids: Sequence[int]) -> None:
    """These climb no more until something else sets them going."""
    if task_ids:
        await connection.execute(update(tasks).where(tasks.c.id.in_(task_ids)).values(climb_at=None))


async def climb(connection: AsyncConnection, kind: str, steps: Sequence[Step], at: datetime) -> None:
    """`kind`: CLIMBED, or OWED for what waits for an input."""
    if not steps:
        return
    moved = [{"t": one.task.id, "new_climb_at": one.next_at, "new_rung": one.rung} for one in steps]
    await connection.execute(_CLIMB, moved)
    await note(connection, kind, at, [(one.task.id, None, one.detail) for one in steps if one.rung != one.task.rung])


async def note(
    connection: AsyncConnection, kind: str, at: datetime, told: Sequence[tuple[int, int | None, Mapping[str, Any]]]
) -> None:
    """(task, who, detail) of several tasks at once."""
    rows = [
        {"id": new_id(), "task_id": task, "at": at, "by": who, "kind": kind, "detail": json.dumps(detail)}
        for task, who, detail in told
    ]
    if rows:
        await connection.execute(task_events.insert(), rows)


async def climbed(connection: AsyncConnection, scopes: Sequence[str]) -> list[Task]:
    """What has climbed at least once in these wilayah, the longest late first."""
    if not scopes:
        return []
    query = select(*COLUMNS).where(tasks.c.state == OPEN, tasks.c.rung > 0, within(scopes, tasks.c.wilayah))
    return [Task(*row) for row in await connection.execute(query.order_by(tasks.c.due_on, tasks.c.id))]


async def overdue(connection: AsyncConnection, scopes: Sequence[str], today: date, since: date = date.min) -> list[int]:
    """Open tasks of somebody within these wilayah whose day is over, the longest first; none that was due before
    `since`."""
    late = (tasks.c.state == OPEN, tasks.c.due_on >= since, tasks.c.due_on < today, tasks.c.owner_id.is_not(None))
    query = select(tasks.c.id).where(*late, within(scopes, tasks.c.wilayah)).order_by(tasks.c.due_on, tasks.c.id)
    return list((await connection.execute(query)).scalars())


async def lapsed_since(connection: AsyncConnection, scopes: Sequence[str], since: datetime) -> dict[str, int]:
    """By wilayah: how many tasks ended since then that nobody finished, the most first."""
    ended = (tasks.c.state == LAPSED, tasks.c.closed_at >= since, within(scopes, tasks.c.wilayah))
    query = select(tasks.c.wilayah, func.count()).where(*ended).group_by(tasks.c.wilayah)
    found = await connection.execute(query.order_by(func.count().desc(), tasks.c.wilayah))
    return {row[0]: row[1] for row in found}


async def asking(connection: AsyncConnection, scopes: Sequence[str]) -> list[Task]:
    """Open tasks in these wilayah whose owner asked for help, the longest waiting first."""
    if not scopes:
        return []
    query = select(*COLUMNS).where(tasks.c.help_at.is_not(None), tasks.c.state == OPEN, within(scopes, tasks.c.wilayah))
    return [Task(*row) for row in await connection.execute(query.order_by(tasks.c.help_at, tasks.c.id))]


async def held_up_by(connection: AsyncConnection, task_ids: Sequence[int]) -> dict[int, str]:
    """What their owners said last that holds them up, by task."""
    query = select(task_events.c.task_id, task_events.c.detail).where(
        task_events.c.task_id.in_(task_ids), task_events.c.kind == HELD_UP
    )
    found = await connection.execute(query.order_by(task_events.c.id)) if task_ids else ()
    return {row[0]: json.loads(row[1] or "{}").get("why", "") for row in found}


async def told_of(
    connection: AsyncConnection, person_ids: Sequence[int], task_ids: Sequence[int]
) -> set[tuple[int, int, str]]:
    """(person, task, its due day then) of what was mentioned to them already."""
    query = select(task_events.c.by, task_events.c.task_id, task_events.c.detail).where(
        task_events.c.task_id.in_(task_ids), task_events.c.kind == TOLD, task_events.c.by.in_(person_ids)
    )
    found = await connection.execute(query)
    return {(row[0], row[1], json.loads(row[2] or "{}").get("due", "")) for row in found}


async def held_at(connection: AsyncConnection, occasion_ids: Sequence[int]) -> dict[int, tuple[datetime, int]]:
    """When each of these is held, and for which cycle."""
    query = select(occasions.c.id, occasions.c.starts_at, occasions.c.cycle).where(occasions.c.id.in_(occasion_ids))
    return {row[0]: (row[1], row[2]) for row in await connection.execute(query)} if occasion_ids else {}


async def waiting_in(connection: AsyncConnection, scopes: Sequence[str]) -> list[tuple[str, str, int]]:
    """(rule, wilayah, its occasion's cycle) of everything in these wilayah that has not begun because an input is
    missing."""
    query = (
        select(tasks.c.rule, tasks.c.wilayah, occasions.c.cycle)
        .join(occasions, occasions.c.id == tasks.c.occasion_id)
        .where(tasks.c.state == WAITING, within(scopes, tasks.c.wilayah))
    )
    return [(row[0], row[1], row[2]) for row in await connection.execute(query)]


async def unfinished_of(connection: AsyncConnection, rules: Sequence[str], scopes: Sequence[str]) -> list[Task]:
    """Unfinished tasks of these rules in exactly these wilayah, the first due first."""
    query = select(*COLUMNS).where(tasks.c.rule.in_(rules), tasks.c.wilayah.in_(scopes), tasks.c.state.in_(UNFINISHED))
    return [Task(*row) for row in await connection.execute(query.order_by(tasks.c.due_on, tasks.c.id))]
