"""What a facilitator did in a year, as the tables remember it: eight statements, however much it was."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Integer, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN
from bot.core.wilayah import kecamatan_of, lies_in
from bot.store.calendar.occasions import Occasion, between
from bot.store.grants import BEGUN
from bot.store.hall.hall import EXPECTED, REMOVED, UNABLE
from bot.store.tables import attendance, grants, invitees, occasions, read_backs, tasks, usulan
from bot.store.tasks.tasks import DONE
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Tenure:
    """A role that somebody had in a wilayah, from one moment until another (None = still)."""

    role: str
    scope: str
    since: datetime
    until: datetime | None

    def covers(self, wilayah: str, moment: datetime) -> bool:
        return lies_in(wilayah, self.scope) and self.since <= moment and (self.until is None or moment < self.until)


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting that was held; `women` and `men` are None where nobody counted."""

    occasion: Occasion
    women: int | None
    men: int | None


@dataclass(frozen=True, slots=True)
class Brought:
    """An usulan that they wrote down for somebody without a telephone."""

    answers: dict[str, Any]
    agreed: dict[str, Any]
    was_told: bool


@dataclass(frozen=True, slots=True)
class Finished:
    """A task that they finished."""

    rule: str
    due_on: date
    closed_at: datetime


async def tenures(connection: AsyncConnection, person_id: int, roles: Sequence[str]) -> list[Tenure]:
    """All they ever had of these roles, oldest first."""
    query = select(grants.c.role, grants.c.scope, grants.c.granted_at, grants.c.until, grants.c.revoked_at)
    query = query.where(grants.c.person_id == person_id, grants.c.role.in_(roles), BEGUN).order_by(grants.c.granted_at)
    return [
        Tenure(role, scope, since, min((end for end in ends if end is not None), default=None))
        for role, scope, since, *ends in await connection.execute(query)
    ]


async def meetings(
    connection: AsyncConnection, scopes: Sequence[str], kinds: Sequence[str], first: datetime, last: datetime
) -> list[Met]:
    """What was held in these wilayah, and how many came."""
    held = await between(connection, scopes, first, last, kinds)
    query = select(attendance.c.occasion_id, attendance.c.women, attendance.c.men)
    counted = await connection.execute(query.where(attendance.c.occasion_id.in_([one.id for one in held])))
    came = {row[0]: (row[1], row[2]) for row in counted}
    return [Met(one, *came.get(one.id, (None, None))) for one in held]


async def invited(connection: AsyncConnection, occasion_ids: Sequence[int]) -> list[tuple[str, bool | None, int, int]]:
    """(group, is a woman, invited by name, came) over all of these meetings; who came uninvited counts as come only."""
    was_asked = func.sum(case((invitees.c.state.in_((*EXPECTED, UNABLE)), 1), else_=0))
    did_come = func.sum(case((and_(invitees.c.came.is_(True), invitees.c.state != REMOVED), 1), else_=0))
    group = invitees.c.element, invitees.c.is_woman
    query = select(*group, was_asked, did_come).where(invitees.c.occasion_id.in_(occasion_ids)).group_by(*group)
    return [(row[0], row[1], int(row[2]), int(row[3])) for row in await connection.execute(query)]


async def recorded(
    connection: AsyncConnection, found: Sequence[Tenure], first: datetime, last: datetime
) -> tuple[int, int]:
    """(usulan that came from their wilayah while they were there, how many of them were read)."""
    there = or_(*(_while_there(one, first, last) for one in found))
    read = func.sum(case((usulan.c.read_at.is_not(None), 1), else_=0), type_=Integer)
    query = select(func.count(), read).where(*_numbered(found, first, last), usulan.c.status != WITHDRAWN, there)
    row = (await connection.execute(query)).one()
    return row[0], int(row[1] or 0)


def _while_there(one: Tenure, first: datetime, last: datetime) -> Any:
    begins, ends = max(one.since, first), min(one.until or last, last)
    return and_(within([one.scope], usulan.c.desa), usulan.c.spoken_at >= begins, usulan.c.spoken_at < ends)


def _numbered(found: Sequence[Tenure], first: datetime, last: datetime) -> tuple[Any, ...]:
    """What the index of numbers finds, whichever year stands in a number: they act in one kecamatan or a few."""
    here = usulan.c.kecamatan.in_({kecamatan_of(one.scope) for one in found})
    spoken = usulan.c.spoken_at >= first, usulan.c.spoken_at < last
    return usulan.c.year.in_(range(first.year, last.year + 2)), here, *spoken


async def brought(
    connection: AsyncConnection, person_id: int, found: Sequence[Tenure], first: datetime, last: datetime
) -> list[Brought]:
    """In their own wilayah while they were there, as `recorded`: it counts these, too."""
    there = or_(*(_while_there(one, first, last) for one in found))
    query = select(usulan.c.answers, usulan.c.agreed, usulan.c.told_at)
    query = query.where(
        *_numbered(found, first, last), there, usulan.c.typed_by == person_id, usulan.c.status != WITHDRAWN
    )
    return [
        Brought(json.loads(answers), json.loads(agreed or "{}"), told_at is not None)
        for answers, agreed, told_at in await connection.execute(query)
    ]


async def read_back(connection: AsyncConnection, occasion_ids: Sequence[int]) -> int:
    """How many usulan were read back to whoever brought them, in these meetings."""
    query = select(func.count(read_backs.c.usulan_id.distinct())).where(read_backs.c.occasion_id.in_(occasion_ids))
    return int((await connection.execute(query)).scalar_one())


async def finished(connection: AsyncConnection, person_id: int, scopes: Sequence[str], cycle: int) -> list[Finished]:
    """Of the meetings of one plan, also what was told to people after it."""
    query = select(tasks.c.rule, tasks.c.due_on, tasks.c.closed_at).join(
        occasions, occasions.c.id == tasks.c.occasion_id
    )
    query = query.where(
        within(scopes, tasks.c.wilayah),
        tasks.c.closed_by == person_id,
        tasks.c.state == DONE,
        tasks.c.closed_at.is_not(None),
        occasions.c.cycle == cycle,
    )
    return [Finished(*row) for row in await connection.execute(query)]
