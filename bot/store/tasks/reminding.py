"""Statements about what is to be said of tasks, to whom: reminders that are due, and the day of many people at once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, exists, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN
from bot.store.tables import moves, occasions, people, task_events, tasks, usulan
from bot.store.tables.columns import Civil
from bot.store.tables.usulan import IN_PERSON
from bot.store.tasks.tasks import COLUMNS, NAMES, OPEN, Task

#: What a person put off by hand; what a message named to them (`by` is whoever it was named to).
PUT_OFF, NAMED = "put_off", "named"

_MOVE = update(tasks).where(tasks.c.id == bindparam("t")).values(remind_at=bindparam("when", type_=Civil()))


@dataclass(frozen=True, slots=True)
class Duty:
    """A task with the occasion that it hangs from. `held`: it waits for somebody else's task (as far as was asked)."""

    task: Task
    kind: str
    about: str
    held_in: str
    starts_at: datetime
    place: str = ""
    held: bool = False


_DUTY = (
    select(*COLUMNS, occasions.c.kind, occasions.c.about, occasions.c.wilayah, occasions.c.starts_at, occasions.c.place)
    .select_from(tasks)
    .join(occasions, occasions.c.id == tasks.c.occasion_id)
)


def duty_query() -> Select[Any]:
    """Tasks with their occasions; rows for `as_duty`."""
    return _DUTY


def as_duty(row: Sequence[Any]) -> Duty:
    width = len(NAMES)
    return Duty(Task(*row[:width]), *row[width:])


@dataclass(frozen=True, slots=True)
class Reminder:
    """A task whose reminder is due; `by_hand`: its owner put it off to this very hour."""

    duty: Duty
    by_hand: bool


_PUT_OFF_TO = (
    select(task_events.c.detail)
    .where(task_events.c.task_id == tasks.c.id, task_events.c.kind == PUT_OFF, task_events.c.by == tasks.c.owner_id)
    .order_by(task_events.c.id.desc())
    .limit(1)
    .scalar_subquery()
)


async def due(connection: AsyncConnection, now: datetime, limit: int) -> list[Reminder]:
    """What is to be reminded of, the longest waiting first; about `limit`, but always everything of an owner."""
    claimed = await _claimed(connection, now, limit)
    query = _DUTY.add_columns(_PUT_OFF_TO).where(tasks.c.id.in_(claimed)).order_by(tasks.c.remind_at, tasks.c.id)
    return [_reminder(row) for row in await connection.execute(query)] if claimed else []


async def _claimed(connection: AsyncConnection, now: datetime, limit: int) -> list[int]:
    """Without a join: a plan that PostgreSQL keeps for any `now` would join a third of all tasks first."""
    query = select(tasks.c.id, tasks.c.owner_id).where(tasks.c.remind_at <= now)
    query = query.order_by(tasks.c.remind_at, tasks.c.id).with_for_update(skip_locked=True)
    found = (await connection.execute(query.limit(limit))).all()
    ids = [row[0] for row in found]
    if len(found) < limit:
        return ids
    owners = {row[1] for row in found if row[1] is not None}
    rest = query.where(tasks.c.owner_id.in_(owners), tasks.c.id.not_in(ids))
    return ids + [row[0] for row in await connection.execute(rest)]


def _reminder(row: Sequence[Any]) -> Reminder:
    *of_duty, detail = row
    duty = as_duty(of_duty)
    put_off_to = json.loads(detail).get("to") if detail else None
    return Reminder(duty, put_off_to is not None and datetime.fromisoformat(put_off_to) == duty.task.remind_at)


@dataclass(frozen=True, slots=True)
class Begun:
    """Tasks of these rules can be done by now, when their occasion is held before this time."""

    rules: Sequence[str]
    before: datetime


async def move(connection: AsyncConnection, when: Mapping[int, datetime | None]) -> None:
    """When each of these is reminded of next (by task; None = not any more)."""
    if when:
        await connection.execute(_MOVE, [{"t": task, "when": at} for task, at in when.items()])


async def named_to(connection: AsyncConnection, owners: Sequence[int], since: datetime) -> dict[int, list[int]]:
    """The tasks that messages named to each of these since then, the newest last."""
    query = select(task_events.c.by, task_events.c.task_id).where(
        task_events.c.by.in_(owners), task_events.c.kind == NAMED, task_events.c.at >= since
    )
    theirs: dict[int, list[int]] = {}
    for person, task in await connection.execute(query.order_by(task_events.c.id)):
        theirs.setdefault(person, []).append(task)
    return theirs


async def of_ids(connection: AsyncConnection, task_ids: Sequence[int]) -> dict[int, Duty]:
    """To look at, not to change."""
    found = await connection.execute(_DUTY.where(tasks.c.id.in_(task_ids)))
    return {duty.task.id: duty for duty in map(as_duty, found)}


async def pressing(
    connection: AsyncConnection, owners: Sequence[int], until: date, begun: Sequence[Begun] = ()
) -> list[Duty]:
    """Open tasks of these people due until that day, and later ones that can be done already, the nearest first."""
    can_begin = (and_(tasks.c.rule.in_(one.rules), occasions.c.starts_at < one.before) for one in begun)
    query = _DUTY.where(tasks.c.owner_id.in_(owners), tasks.c.state == OPEN, or_(tasks.c.due_on <= until, *can_begin))
    return [as_duty(row) for row in await connection.execute(query.order_by(tasks.c.due_on, tasks.c.id))]


async def begun_by(
    connection: AsyncConnection, owners: Sequence[int], rules: Sequence[str], since: datetime
) -> dict[int, list[Duty]]:
    """Open tasks of these rules that began since then because their input came, by owner."""
    began = and_(task_events.c.task_id == tasks.c.id, task_events.c.kind == "begun", task_events.c.at >= since)
    query = _DUTY.where(
        tasks.c.owner_id.in_(owners), tasks.c.state == OPEN, tasks.c.rule.in_(rules), select(1).where(began).exists()
    )
    mine: dict[int, list[Duty]] = {}
    for duty in map(as_duty, await connection.execute(query.order_by(tasks.c.due_on, tasks.c.id))):
        mine.setdefault(duty.task.owner_id or 0, []).append(duty)
    return mine


async def retimed(connection: AsyncConnection, owner: int, after: datetime) -> list[Task]:
    """Whoever chose another hour: their open tasks that are still to be reminded of."""
    query = select(*COLUMNS).where(tasks.c.owner_id == owner, tasks.c.state == OPEN, tasks.c.remind_at > after)
    return [Task(*row) for row in await connection.execute(query.with_for_update())]


async def set_hour(connection: AsyncConnection, person_id: int, minutes: int) -> None:
    """When the daily list comes: minutes after midnight."""
    await connection.execute(update(people).where(people.c.id == person_id).values(digest_at=minutes))


_u = usulan.c
_BROUGHT = (
    _u.desa == tasks.c.wilayah,
    _u.year == occasions.c.cycle - 1,
    _u.status != WITHDRAWN,
    _u.joined_id.is_(None),
)
_DECIDED = exists().where(moves.c.usulan_id == _u.id, moves.c.at >= occasions.c.starts_at)
_OF = exists().where(*_BROUGHT)
#: What a later meeting decided makes nobody untold of this one.
_HEARD = exists().where(moves.c.usulan_id == _u.id, moves.c.at >= occasions.c.starts_at, moves.c.told_at.is_not(None))
_WAITS = and_(text(f"(usulan.told_at IS NULL AND {IN_PERSON})"), ~_HEARD)
_UNTOLD = exists().where(*_BROUGHT, or_(~_DECIDED, _WAITS))


async def nothing_left(connection: AsyncConnection, task_ids: Sequence[int]) -> dict[int, bool]:
    """Of these tasks those of a village in which nobody waits for a word: nobody brought anything (False), or all who
    did were told what this meeting decided (True)."""
    query = select(tasks.c.id, _OF).join(occasions, occasions.c.id == tasks.c.occasion_id)
    found = await connection.execute(query.where(tasks.c.id.in_(task_ids), ~_UNTOLD))
    return {row[0]: bool(row[1]) for row in found}
