"""What stands open at a place: looked at before it is handed over, and by whoever has taken it over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN
from bot.store.tables import conversations, speakers, tasks, usulan
from bot.store.tasks.tasks import UNFINISHED
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class ToTell:
    """An usulan whose speaker has no telephone of their own; `name` may be empty."""

    kecamatan: str
    serial: int
    name: str


async def open_tasks(connection: AsyncConnection, person_id: int, scopes: Sequence[str]) -> list[tuple[str, str, date]]:
    """(rule, wilayah, day) of somebody's own unfinished tasks, the nearest first."""
    query = select(tasks.c.rule, tasks.c.wilayah, tasks.c.due_on).where(
        tasks.c.owner_id == person_id, tasks.c.state.in_(UNFINISHED), within(scopes, tasks.c.wilayah)
    )
    return [(row[0], row[1], row[2]) for row in await connection.execute(query.order_by(tasks.c.due_on, tasks.c.id))]


async def to_tell(connection: AsyncConnection, person_id: int, scopes: Sequence[str]) -> list[ToTell]:
    """Whom this person has to tell in person what becomes of the usulan they wrote down, the oldest first."""
    query = (
        select(usulan.c.kecamatan, usulan.c.serial, speakers.c.name)
        .outerjoin(speakers, speakers.c.id == usulan.c.speaker_id)
        .where(
            usulan.c.typed_by == person_id,
            usulan.c.told_at.is_(None),
            usulan.c.status != WITHDRAWN,
            within(scopes, usulan.c.desa),
        )
        .order_by(usulan.c.id)
    )
    return [ToTell(row[0], row[1], row[2] or "") for row in await connection.execute(query)]


async def drafts(connection: AsyncConnection, person_id: int, flow: str) -> int:
    query = select(func.count()).where(conversations.c.person_id == person_id, conversations.c.flow == flow)
    return (await connection.execute(query)).scalar_one()


async def earlier_years(connection: AsyncConnection, scopes: Sequence[str], year: int) -> list[tuple[int, int]]:
    """(year, how many usulan) of the years before, the last first."""
    query = (
        select(usulan.c.year, func.count())
        .where(within(scopes, usulan.c.desa), usulan.c.year < year, usulan.c.status != WITHDRAWN)
        .group_by(usulan.c.year)
        .order_by(usulan.c.year.desc())
    )
    return [(row[0], row[1]) for row in await connection.execute(query)]
