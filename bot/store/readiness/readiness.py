"""What the calendar knows of many villages at once: a handful of statements, however many villages there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.readiness.readiness import Meeting
from bot.store.tables import occasions, proofs, tasks
from bot.store.tasks.tasks import COLUMNS, Task
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows that a task was done; `answers` is JSON."""

    kind: str
    file_id: str | None
    answers: str | None


async def meetings(
    connection: AsyncConnection, scopes: Sequence[str], above: Sequence[str], kinds: Sequence[str], cycle: int
) -> list[tuple[str, Meeting]]:
    """In these wilayah and all that lies in them, and in those `above`; also the cancelled ones: last week they
    stood."""
    one = occasions.c
    query = select(one.wilayah, one.id, one.kind, one.starts_at, one.made_at, one.cancelled_at)
    where = or_(within(scopes, occasions.c.wilayah), one.wilayah.in_(above))
    query = query.where(where, one.cycle == cycle, one.kind.in_(kinds)).order_by(one.id)
    return [(row[0], Meeting(*row[1:])) for row in await connection.execute(query)]


async def tasks_of(connection: AsyncConnection, scopes: Sequence[str], rules: Sequence[str], cycle: int) -> list[Task]:
    """The tasks of these rules that hang from the occasions of one plan, by the wilayah in which they are done."""
    query = select(*COLUMNS).join(occasions, occasions.c.id == tasks.c.occasion_id)
    query = query.where(within(scopes, occasions.c.wilayah), occasions.c.cycle == cycle, tasks.c.rule.in_(rules))
    return [Task(*row) for row in await connection.execute(query.order_by(tasks.c.id))]


async def tasks_in(connection: AsyncConnection, wilayah: str, cycle: int) -> list[Task]:
    """All that is to be done in one village for one plan, by day."""
    query = select(*COLUMNS).join(occasions, occasions.c.id == tasks.c.occasion_id)
    query = query.where(tasks.c.wilayah == wilayah, occasions.c.cycle == cycle, occasions.c.cancelled_at.is_(None))
    return [Task(*row) for row in await connection.execute(query.order_by(tasks.c.due_on, tasks.c.rule))]


async def task(connection: AsyncConnection, task_id: int) -> Task | None:
    """For somebody who only looks at it."""
    found = (await connection.execute(select(*COLUMNS).where(tasks.c.id == task_id))).first()
    return Task(*found) if found else None


async def proofs_of(connection: AsyncConnection, task_id: int, most: int) -> list[Proof]:
    """The newest ones."""
    query = select(proofs.c.kind, proofs.c.file_id, proofs.c.answers).where(proofs.c.task_id == task_id)
    return [Proof(*row) for row in await connection.execute(query.order_by(proofs.c.id.desc()).limit(most))]
