"""Tasks: what is to be done, by whom, by when."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import insert_or_ignore
from bot.store.database.ids import new_id
from bot.store.tables import occasions, people, switches, task_events, tasks
from bot.store.within import within

WAITING, OPEN, DONE, NEEDLESS, CANCELLED, LAPSED = "waiting", "open", "done", "needless", "cancelled", "lapsed"
UNFINISHED = (WAITING, OPEN)


@dataclass(frozen=True, slots=True)
class Task:
    """A task as stored; see the table for what the columns mean."""

    id: int
    rule: str
    occasion_id: int
    wilayah: str
    owner_id: int | None
    on_behalf: bool
    due_on: date
    state: str
    remind_at: datetime | None = None
    climb_at: datetime | None = None
    rung: int = 0
    ends_at: datetime | None = None
    offered_to: int | None = None
    help_at: datetime | None = None
    closed_at: datetime | None = None
    closed_by: int | None = None
    why: str | None = None


_PLANNING = 7_316_002  # the advisory lock of whoever plans
NAMES = tuple(field.name for field in fields(Task))
COLUMNS = [tasks.c[name] for name in NAMES]
_ADD = insert_or_ignore(tasks)
#: What planning may change of a task that is not finished.
PLANNED = (
    "owner_id",
    "on_behalf",
    "due_on",
    "state",
    "remind_at",
    "climb_at",
    "rung",
    "ends_at",
    "offered_to",
    "help_at",
    "why",
)
_REPLAN = (
    update(tasks)
    .where(tasks.c.id == bindparam("t"), or_(*(tasks.c.state == state for state in UNFINISHED)))
    .values({name: bindparam(f"new_{name}") for name in PLANNED})
)


async def turn_to_plan(connection: AsyncConnection) -> None:
    """Wait until nobody else plans, and keep others waiting until this transaction ends: whoever decides by what other
    rows say (who has a role, what is done, which inputs are there) has to see what others just decided. SQLite has one
    writer anyway."""
    if connection.dialect.name != "sqlite":
        await connection.execute(select(func.pg_advisory_xact_lock(_PLANNING)))


async def add(connection: AsyncConnection, found: Sequence[Task]) -> None:
    """Tasks that are there already (one per occasion, rule and wilayah) stay as they are."""
    if found:
        rows = [{name: getattr(task, name) for name in NAMES} for task in found]
        await connection.execute(_ADD[connection.dialect.name], rows)


async def replan(connection: AsyncConnection, found: Sequence[Task]) -> None:
    """Store what planning changed of these."""
    rows = [{"t": task.id} | {f"new_{name}": getattr(task, name) for name in PLANNED} for task in found]
    if rows:
        await connection.execute(_REPLAN, rows)


async def one(connection: AsyncConnection, task_id: int) -> Task | None:
    """For somebody who is about to change it."""
    query = select(*COLUMNS).where(tasks.c.id == task_id).with_for_update()
    found = (await connection.execute(query)).first()
    return Task(*found) if found else None


async def of_occasion(connection: AsyncConnection, occasion_id: int, *, to_change: bool = False) -> list[Task]:
    """`to_change`: for somebody who is about to change them; nobody else does at the same time."""
    query = select(*COLUMNS).where(tasks.c.occasion_id == occasion_id).order_by(tasks.c.id)
    return [Task(*row) for row in await connection.execute(query.with_for_update() if to_change else query)]


async def open_in(connection: AsyncConnection, wilayah: str, rules: Sequence[str], cycle: int) -> list[Task]:
    """Open tasks of these rules in one wilayah for one plan, the next one first."""
    query = select(*COLUMNS).join(occasions, occasions.c.id == tasks.c.occasion_id)
    where = tasks.c.wilayah == wilayah, tasks.c.rule.in_(rules), tasks.c.state == OPEN, occasions.c.cycle == cycle
    return [Task(*row) for row in await connection.execute(query.where(*where).order_by(tasks.c.due_on, tasks.c.id))]


async def waiting_for(connection: AsyncConnection, rules: Sequence[str], scope: str) -> list[tuple[Task, int]]:
    """Tasks of these rules within the wilayah that have not begun because an input is missing, and the cycles of their
    occasions."""
    query = (
        select(*COLUMNS, occasions.c.cycle)
        .join(occasions, occasions.c.id == tasks.c.occasion_id)
        .where(tasks.c.state == WAITING, tasks.c.rule.in_(rules), within([scope], tasks.c.wilayah))
        .order_by(tasks.c.id)
        .with_for_update(of=tasks)
    )
    return [(Task(*row[:-1]), row[-1]) for row in await connection.execute(query)]


async def closed_inputs(
    connection: AsyncConnection, rules: Sequence[str], scopes: Sequence[str]
) -> list[tuple[str, str, int]]:
    """(rule, wilayah, their occasion's cycle) of those of these tasks that are done or not needed."""
    query = (
        select(tasks.c.rule, tasks.c.wilayah, occasions.c.cycle)
        .join(occasions, occasions.c.id == tasks.c.occasion_id)
        .where(tasks.c.rule.in_(rules), tasks.c.wilayah.in_(scopes), tasks.c.state.in_((DONE, NEEDLESS)))
    )
    return [(row[0], row[1], row[2]) for row in await connection.execute(query)]


async def close(
    connection: AsyncConnection,
    task_ids: Sequence[int],
    state: str,
    at: datetime,
    by: int | None,
    why: str | None = None,
) -> None:
    """Finish these: nothing more is due of them."""
    changed = {"state": state, "closed_at": at, "closed_by": by, "why": why}
    nothing = dict.fromkeys(("remind_at", "climb_at", "ends_at", "offered_to"))
    await connection.execute(update(tasks).where(tasks.c.id.in_(task_ids)).values(**changed, **nothing))


async def reopen(connection: AsyncConnection, occasion_id: int, rules: Collection[str]) -> set[str]:
    """What was put away because the office did not use it is open again; returns which of these rules. For an occasion
    that stands: what was cancelled with its occasion stays so."""
    again = {"state": OPEN, "closed_at": None, "closed_by": None, "why": None, "rung": 0}
    away = tasks.c.occasion_id == occasion_id, tasks.c.state == CANCELLED, tasks.c.rule.in_(rules)
    query = update(tasks).where(*away).values(**again)
    return set((await connection.execute(query.returning(tasks.c.rule))).scalars())


async def set_values(connection: AsyncConnection, task_id: int, **values: Any) -> None:
    await connection.execute(update(tasks).where(tasks.c.id == task_id).values(**values))


async def log(
    connection: AsyncConnection,
    task_ids: Sequence[int],
    kind: str,
    at: datetime,
    by: int | None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """One more thing that happened to each of these."""
    told = json.dumps(detail, ensure_ascii=True) if detail else None
    rows = [{"id": new_id(), "task_id": one, "at": at, "by": by, "kind": kind, "detail": told} for one in task_ids]
    if rows:
        await connection.execute(task_events.insert(), rows)


async def switched(connection: AsyncConnection) -> dict[str, bool]:
    """What the office switched on or off, by rule."""
    return {row[0]: row[1] for row in await connection.execute(select(switches.c.rule, switches.c.used))}


async def due_days(connection: AsyncConnection, task_ids: Sequence[int]) -> dict[int, date]:
    """As they are stored."""
    query = select(tasks.c.id, tasks.c.due_on).where(tasks.c.id.in_(task_ids))
    return {row[0]: row[1] for row in await connection.execute(query)} if task_ids else {}


async def hours_of(connection: AsyncConnection, person_ids: Sequence[int]) -> dict[int, int]:
    """When the daily list comes to those who chose a time: minutes after midnight."""
    query = select(people.c.id, people.c.digest_at).where(people.c.id.in_(person_ids), people.c.digest_at.is_not(None))
    return {row[0]: row[1] for row in await connection.execute(query)}
