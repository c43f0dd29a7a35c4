"""Learners: when each is to be looked at next, and what they chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.lessons.schedule import DAYS, HOUR, Rhythm
from bot.store.database.dialects import upsert
from bot.store.database.ids import new_id
from bot.store.grants import in_force
from bot.store.tables import conversations, first_words, grants, learners, occasions
from bot.store.tables.columns import Civil
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Learner:
    """`thrifty`: pictures only when asked for."""

    person_id: int
    rhythm: Rhythm
    thrifty: bool
    next_at: datetime | None


_l = learners.c
_COLUMNS = (_l.person_id, _l.days, _l.minutes, _l.paused_until, _l.thrifty, _l.next_at)
#: Whoever was dormant is looked at again; whoever learns already keeps their hour.
_ENROL = upsert(learners, ("person_id",), ("next_at",), learners.c.next_at.is_(None))
_NEXT = update(learners).where(_l.person_id == bindparam("p")).values(next_at=bindparam("at", type_=Civil()))


def _learner(row: Any) -> Learner:
    hour = time(row.minutes // 60, row.minutes % 60)
    return Learner(row.person_id, Rhythm(row.days, hour, row.paused_until), row.thrifty, row.next_at)


def minutes_of(hour: time) -> int:
    return hour.hour * 60 + hour.minute


async def enrol(connection: AsyncConnection, slots: Mapping[int, datetime | None], now: datetime) -> None:
    """They learn from now on, on the usual days; by person, when the first lesson is looked for."""
    rows = [
        {"id": new_id(), "person_id": person, "days": DAYS, "minutes": minutes_of(HOUR), "thrifty": False}
        | {"paused_until": None, "next_at": slot, "enrolled_at": now}
        for person, slot in slots.items()
    ]
    if rows:
        await connection.execute(_ENROL[connection.dialect.name], rows)


async def due(connection: AsyncConnection, now: datetime, limit: int) -> list[Learner]:
    """Whose next moment has come, the longest waiting first; those that another clock takes up are left out."""
    query = select(*_COLUMNS).where(_l.next_at <= now).order_by(_l.next_at, _l.id).limit(limit)
    return [_learner(row) for row in await connection.execute(query.with_for_update(skip_locked=True))]


async def of_people(connection: AsyncConnection, person_ids: Sequence[int]) -> dict[int, Learner]:
    rows = await connection.execute(select(*_COLUMNS).where(_l.person_id.in_(person_ids)))
    return {row.person_id: _learner(row) for row in rows}


async def who_sleeps(connection: AsyncConnection, person_id: int, until: date) -> bool:
    """Whether their lessons rest until that day."""
    query = select(_l.id).where(_l.person_id == person_id, _l.paused_until == until)
    return (await connection.execute(query)).first() is not None


async def set_next(connection: AsyncConnection, when: Mapping[int, datetime | None]) -> None:
    """When each of these is looked at next (by person; None = not any more)."""
    if when:
        await connection.execute(_NEXT, [{"p": person, "at": at} for person, at in when.items()])


async def change(connection: AsyncConnection, person_id: int, **values: Any) -> None:
    """`days`, `minutes`, `paused_until`, `thrifty`, `next_at`."""
    await connection.execute(update(learners).where(_l.person_id == person_id).values(**values))


async def look_at(connection: AsyncConnection, wilayah: str, now: datetime) -> None:
    """Everybody with a role in this wilayah is looked at now: something there is near."""
    theirs = select(grants.c.person_id).where(within([wilayah], grants.c.scope), *in_force(now))
    sleeping = _l.next_at > now, _l.person_id.in_(theirs)
    await connection.execute(update(learners).where(*sleeping).values(next_at=now))


@dataclass(frozen=True, slots=True)
class Near:
    """A meeting whose people are to be looked at."""

    id: int
    wilayah: str


async def meetings_near(connection: AsyncConnection, now: datetime, limit: int) -> list[Near]:
    o = occasions.c
    query = select(o.id, o.wilayah).where(o.teach_at <= now).order_by(o.teach_at, o.id).limit(limit)
    return [Near(*row) for row in await connection.execute(query.with_for_update(skip_locked=True))]


async def meetings_done(connection: AsyncConnection, ids: Sequence[int]) -> None:
    if ids:
        await connection.execute(update(occasions).where(occasions.c.id.in_(ids)).values(teach_at=None))


@dataclass(frozen=True, slots=True)
class Meeting:
    kind: str
    wilayah: str
    starts_at: datetime


async def coming(connection: AsyncConnection, now: datetime, until: datetime) -> list[Meeting]:
    """All that stands between these, anywhere."""
    o = occasions.c
    query = select(o.kind, o.wilayah, o.starts_at).where(
        o.cancelled_at.is_(None), o.starts_at >= now, o.starts_at < until
    )
    return [Meeting(*row) for row in await connection.execute(query.order_by(o.starts_at, o.id))]


async def who_met(connection: AsyncConnection, person_ids: Sequence[int], now: datetime) -> set[int]:
    """Those of them in whose own wilayah a meeting is over."""
    held = (grants.c.scope == occasions.c.wilayah) & occasions.c.cancelled_at.is_(None) & (occasions.c.starts_at < now)
    query = select(grants.c.person_id).join(occasions, held).where(grants.c.person_id.in_(person_ids), *in_force(now))
    return set((await connection.execute(query.distinct())).scalars())


async def who_writes(connection: AsyncConnection, person_ids: Sequence[int], since: datetime) -> set[int]:
    """Those of them in the middle of a draft that they touched since, or before the yes that begins one."""
    c, w = conversations.c, first_words.c
    drafts = select(c.person_id).where(c.person_id.in_(person_ids), c.touched_at > since)
    waits = select(w.person_id).where(w.person_id.in_(person_ids), w.at > since)
    return set((await connection.execute(drafts.union(waits))).scalars())
