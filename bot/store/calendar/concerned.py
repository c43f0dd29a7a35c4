"""Whom a date concerns: those whose tasks hang from it, those who look after the wilayah or speak for it, and those
whose usulan are discussed there."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, exists, func, or_, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN
from bot.core.wilayah import kecamatan_of
from bot.store.calendar.occasions import Occasion
from bot.store.grants import in_force
from bot.store.people.people import ADDRESSEE, Addressee
from bot.store.tables import grants, occasions, people, task_events, tasks, usulan
from bot.store.usulan.usulan import KEPT_AWAY
from bot.store.within import within

_MADE = "made"


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did to an occasion, and with it to its tasks. `by` tells two apart that came in one moment."""

    kind: str
    at: datetime
    by: int | None

    def happened(self) -> tuple[Any, ...]:
        """What is asked of an event of a task."""
        return (
            task_events.c.kind == self.kind,
            task_events.c.at == self.at,
            task_events.c.by.is_not_distinct_from(self.by),
        )


@dataclass(frozen=True, slots=True)
class Touched:
    """A task that an act made, moved or closed; `was`: its day before, where it moved."""

    owner_id: int
    rule: str
    due_on: date
    was: date | None


@dataclass(frozen=True, slots=True)
class Circle:
    """Who is told of what happens to an occasion. `roles`: who holds one of these in its wilayah; `spoken`: from when
    until when an usulan was told whose bringer is to hear of it (None = this is no affair of theirs); `above`: who
    holds one of these in the kecamatan and hears, as whoever set it, that it is another or none."""

    roles: Sequence[str]
    spoken: tuple[datetime, datetime] | None = None
    above: Sequence[str] = ()


async def concerned(
    connection: AsyncConnection, one: Occasion, act: Act, circle: Circle, now: datetime, *, after: int, most: int
) -> list[Addressee]:
    """In the order of their ids, from the one behind `after` on; those who blocked us are left out. Whoever has still
    something to do for it is concerned, whether or not the act touched their tasks."""
    query = select(*ADDRESSEE).where(people.c.id > after, *_reached(one, act, circle, now))
    return [Addressee(*row) for row in await connection.execute(query.order_by(people.c.id).limit(most))]


async def led(
    connection: AsyncConnection,
    people_due: Sequence[int],
    roles: Sequence[str],
    kinds: Sequence[str],
    *,
    first: datetime,
    last: datetime,
    now: datetime,
) -> dict[int, list[datetime]]:
    """When each of these has a meeting of their own wilayah that stands in that time; by person."""
    here = (occasions.c.wilayah == grants.c.scope) & occasions.c.cancelled_at.is_(None) & occasions.c.kind.in_(kinds)
    in_time = occasions.c.starts_at >= first, occasions.c.starts_at < last
    query = (
        select(grants.c.person_id, occasions.c.starts_at)
        .join(occasions, here)
        .where(grants.c.person_id.in_(people_due), grants.c.role.in_(roles), *in_force(now), *in_time)
    )
    found: dict[int, list[datetime]] = {}
    for person, starts_at in await connection.execute(query.distinct()):
        found.setdefault(person, []).append(starts_at)
    return found


async def how_many(connection: AsyncConnection, one: Occasion, act: Act, circle: Circle, now: datetime) -> int:
    """Beside whoever did it."""
    others = people.c.id != (act.by or 0)
    query = select(func.count()).select_from(people).where(others, *_reached(one, act, circle, now))
    return int((await connection.execute(query)).scalar_one())


def _reached(one: Occasion, act: Act, circle: Circle, now: datetime) -> tuple[Any, ...]:
    """By one list of ids: never everybody whom the bot knows."""
    parts = [_looking(one, circle.roles, now), _owning(one, act)]
    if circle.spoken is not None:
        parts.append(_bringing(one, circle.spoken))
    if act.kind != _MADE:
        parts.append(_answering_for(one, circle.above, now))
    return people.c.unreachable_since.is_(None), people.c.id.in_(union(*parts))


def _looking(one: Occasion, roles: Sequence[str], now: datetime) -> Select[Any]:
    here = within([one.wilayah], grants.c.scope)
    return select(grants.c.person_id).where(grants.c.role.in_(roles), here, *in_force(now))


def _answering_for(one: Occasion, above: Sequence[str], now: datetime) -> Select[Any]:
    """Whoever set it, while they work here still, and whoever looks after the kecamatan."""
    set_it = grants.c.person_id == (one.made_by or 0)
    around = grants.c.role.in_(above) & (grants.c.scope == kecamatan_of(one.wilayah))
    return select(grants.c.person_id).where(or_(set_it, around), *in_force(now))


def _owning(one: Occasion, act: Act) -> Select[Any]:
    touched_by_it = exists().where(task_events.c.task_id == tasks.c.id, *act.happened())
    is_left = or_(tasks.c.closed_at.is_(None), touched_by_it)
    return select(tasks.c.owner_id).where(tasks.c.occasion_id == one.id, tasks.c.owner_id.is_not(None), is_left)


def _bringing(one: Occasion, spoken: tuple[datetime, datetime]) -> Select[Any]:
    """Their usulan stand and news of them may come to their telephone. `year` and `kecamatan` are what an index of the
    usulan begins with."""
    years = range(spoken[0].year, spoken[1].year + 1)
    return select(usulan.c.person_id).where(
        usulan.c.year.in_(years),
        usulan.c.kecamatan == kecamatan_of(one.wilayah),
        usulan.c.desa == one.wilayah,
        usulan.c.person_id.is_not(None),
        usulan.c.status != WITHDRAWN,
        usulan.c.spoken_at >= spoken[0],
        usulan.c.spoken_at < spoken[1],
        ~KEPT_AWAY,
    )


async def bringing(
    connection: AsyncConnection, one: Occasion, spoken: tuple[datetime, datetime], among: Sequence[int]
) -> set[int]:
    """Which of these have an usulan that is discussed there."""
    query = _bringing(one, spoken).where(usulan.c.person_id.in_(among))
    return set((await connection.execute(query)).scalars())


async def touched(connection: AsyncConnection, occasion_id: int, act: Act, owners: Sequence[int]) -> list[Touched]:
    """What the act did to the tasks of these people."""
    query = (
        select(tasks.c.owner_id, tasks.c.rule, tasks.c.due_on, task_events.c.detail)
        .join(task_events, task_events.c.task_id == tasks.c.id)
        .where(tasks.c.occasion_id == occasion_id, tasks.c.owner_id.in_(owners), *act.happened())
    )
    rows = await connection.execute(query)
    return [Touched(row[0], row[1], row[2], _day_before(row[3])) for row in rows]


def _day_before(detail: str | None) -> date | None:
    was = json.loads(detail).get("was") if detail else None
    return date.fromisoformat(was) if was else None
