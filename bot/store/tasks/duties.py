"""Statements for somebody's own list of tasks, and for who takes one over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import occasions, people, proofs, task_events, tasks
from bot.store.tasks.reminding import Duty, as_duty, duty_query
from bot.store.tasks.tasks import DONE, NEEDLESS, OPEN, UNFINISHED, WAITING

MINE, WAITS, OFFERED, CLOSED = "saya", "tunggu", "tawar", "selesai"
_CLOSED = (DONE, NEEDLESS)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a task; `name` of who did it, empty for the clock."""

    kind: str
    at: datetime
    name: str


@dataclass(frozen=True, slots=True)
class Free:
    """Tasks of these rules in exactly these wilayah."""

    rules: Sequence[str]
    wilayah: Sequence[str]


def _closed_by(person_id: int) -> Any:
    """Also what they closed for somebody else; not what was open in an earlier cycle and nobody closed."""
    return and_(tasks.c.closed_by == person_id, tasks.c.state.in_(_CLOSED))


def _of(which: str, person_id: int) -> Any:
    return and_(tasks.c.owner_id == person_id, tasks.c.state == (WAITING if which == WAITS else OPEN))


async def counts(connection: AsyncConnection, person_id: int) -> dict[str, int]:
    """How many tasks are somebody's own, by list; of the finished ones those that they closed."""
    mine = tasks.c.owner_id == person_id, tasks.c.state.in_(UNFINISHED)
    found = await connection.execute(select(tasks.c.state, func.count()).where(*mine).group_by(tasks.c.state))
    by_state: dict[str, int] = {row[0]: row[1] for row in found}
    closed = (await connection.execute(select(func.count()).where(_closed_by(person_id)))).scalar_one()
    return {MINE: by_state.get(OPEN, 0), WAITS: by_state.get(WAITING, 0), CLOSED: closed}


async def closed(connection: AsyncConnection, person_id: int, limit: int, offset: int) -> list[Duty]:
    """A page of what somebody finished, the newest first."""
    query = duty_query().where(_closed_by(person_id)).order_by(tasks.c.closed_at.desc(), tasks.c.id)
    return [as_duty(row) for row in await connection.execute(query.limit(limit).offset(offset))]


async def past(connection: AsyncConnection, person_id: int, today: date, begins: datetime) -> list[Duty]:
    """One's own open tasks whose day has passed, or whose occasion has. `begins`: when today does."""
    over = or_(tasks.c.due_on < today, occasions.c.starts_at < begins)
    query = duty_query().where(tasks.c.owner_id == person_id, tasks.c.state == OPEN, over)
    return [as_duty(row) for row in await connection.execute(query)]


async def listed(
    connection: AsyncConnection,
    which: str,
    person_id: int,
    today: date,
    limit: int,
    offset: int = 0,
    held: Collection[int] = (),
    over: Collection[int] = (),
) -> list[Duty]:
    """A page of one's own tasks: one's own late ones first, then by day, and at the end what nobody asks for any more
    (`over`). `held`: tasks that are not late, whatever their day."""
    is_late = tasks.c.due_on < today, tasks.c.on_behalf.is_(False), tasks.c.id.not_in(list(held))
    late = case((tasks.c.id.in_(list(over)), 2), (and_(*is_late), 0), else_=1)
    query = duty_query().where(_of(which, person_id)).order_by(late, tasks.c.due_on, tasks.c.id)
    return [as_duty(row) for row in await connection.execute(query.limit(limit).offset(offset))]


async def unowned(
    connection: AsyncConnection,
    frees: Sequence[Free],
    kinds: Sequence[str],
    preparing: Sequence[str],
    since: datetime,
    limit: int,
) -> list[Duty]:
    """Open tasks of nobody among these, the nearest first. `kinds`: of occasions; `preparing`: rules that count only
    for an occasion that is not held before `since`."""
    among = or_(*(and_(tasks.c.wilayah.in_(one.wilayah), tasks.c.rule.in_(one.rules)) for one in frees))
    is_wanted = or_(tasks.c.rule.not_in(preparing), occasions.c.starts_at >= since)
    query = duty_query().where(tasks.c.owner_id.is_(None), tasks.c.state == OPEN, among)
    query = query.where(occasions.c.kind.in_(kinds), is_wanted).order_by(tasks.c.due_on, tasks.c.id)
    return [as_duty(row) for row in await connection.execute(query.limit(limit))]


async def asked_of(connection: AsyncConnection, person_id: int) -> list[Duty]:
    """What somebody wants to hand over to this person."""
    query = duty_query().where(tasks.c.offered_to == person_id, tasks.c.state.in_(UNFINISHED))
    return [as_duty(row) for row in await connection.execute(query.order_by(tasks.c.due_on, tasks.c.id))]


async def take(connection: AsyncConnection, task_id: int, person_id: int) -> bool:
    """A task of nobody becomes somebody's; of several who want it at once exactly one gets it."""
    free = tasks.c.id == task_id, tasks.c.owner_id.is_(None), tasks.c.state.in_(UNFINISHED)
    taken = await connection.execute(update(tasks).where(*free).values(owner_id=person_id, offered_to=None))
    return bool(taken.rowcount)


async def history(connection: AsyncConnection, task_id: int) -> list[Event]:
    query = (
        select(task_events.c.kind, task_events.c.at, people.c.name)
        .outerjoin(people, people.c.id == task_events.c.by)
        .where(task_events.c.task_id == task_id)
        .order_by(task_events.c.at, task_events.c.id)
    )
    return [Event(row[0], row[1], row[2] or "") for row in await connection.execute(query)]


async def add_proofs(connection: AsyncConnection, rows: Sequence[dict[str, Any]]) -> None:
    await connection.execute(proofs.insert(), list(rows))
