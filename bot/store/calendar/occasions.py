"""Occasions: meetings and stages with their dates."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.tables import occasion_events, occasions
from bot.store.within import within

#: So long before, whoever will be there is looked at: a lesson may have to come (core.lessons.order.AHEAD, and a day).
_TAUGHT = timedelta(days=4)

#: Somebody asked to move it there, or to cancel it, and said why, or why it decided so of an usulan; all stands as it
#: stood until they agree.
WISHED = "wished"


class Taken(Exception):
    """Another one of its kind and name stands in that wilayah's calendar for the same cycle."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """`cycle`: the kabupaten's plan that it feeds; `about`: which of several of its kind."""

    id: int
    kind: str
    wilayah: str
    about: str
    cycle: int
    starts_at: datetime
    place: str
    made_by: int | None
    made_at: datetime
    moves: int = 0
    cancelled_at: datetime | None = None
    cancelled_why: str | None = None


COLUMNS = [occasions.c[field.name] for field in fields(Occasion)]


async def add(connection: AsyncConnection, one: Occasion) -> None:
    """Raises Taken; of two that come at once one stays."""
    row = {field.name: getattr(one, field.name) for field in fields(Occasion)}
    row["teach_at"] = _taught(one.starts_at, one.made_at)
    await _unless_taken(connection, occasions.insert().values(**row))


async def _unless_taken(connection: AsyncConnection, statement: Any) -> None:
    try:
        async with connection.begin_nested():
            await connection.execute(statement)
    except IntegrityError as error:
        raise Taken from error


async def one(connection: AsyncConnection, occasion_id: int) -> Occasion | None:
    found = (await connection.execute(select(*COLUMNS).where(occasions.c.id == occasion_id))).first()
    return Occasion(*found) if found else None


async def one_to_change(connection: AsyncConnection, occasion_id: int) -> Occasion | None:
    """One that stands, for somebody who is about to move or cancel it: nobody else does at the same time."""
    query = select(*COLUMNS).where(occasions.c.id == occasion_id, occasions.c.cancelled_at.is_(None))
    found = (await connection.execute(query.with_for_update())).first()
    return Occasion(*found) if found else None


async def of_kind(connection: AsyncConnection, kind: str, wilayah: str, cycle: int) -> list[Occasion]:
    """All of a kind that stand in a wilayah's calendar for this cycle, whatever their names."""
    same = occasions.c.kind == kind, occasions.c.wilayah == wilayah, occasions.c.cycle == cycle
    query = select(*COLUMNS).where(*same, occasions.c.cancelled_at.is_(None)).order_by(occasions.c.id)
    return [Occasion(*row) for row in await connection.execute(query)]


async def of_kinds_in(connection: AsyncConnection, kinds: Sequence[str], wilayah: str, cycle: int) -> list[Occasion]:
    """All of these kinds that stand in this wilayah and everything in it for this cycle."""
    same = occasions.c.kind.in_(kinds), occasions.c.cycle == cycle, within([wilayah], occasions.c.wilayah)
    query = select(*COLUMNS).where(*same, occasions.c.cancelled_at.is_(None)).order_by(occasions.c.id)
    return [Occasion(*row) for row in await connection.execute(query)]


async def upcoming(
    connection: AsyncConnection, scopes: Sequence[str], above: Sequence[str], since: datetime, skip: int, most: int
) -> list[Occasion]:
    """What stands from `since` on in these wilayah and everything in them, and in those `above` them; next first."""
    where = occasions.c.cancelled_at.is_(None), occasions.c.starts_at >= since, _concerns(scopes, above)
    query = select(*COLUMNS).where(*where).order_by(occasions.c.starts_at, occasions.c.id).offset(skip).limit(most)
    return [Occasion(*row) for row in await connection.execute(query)]


async def held(
    connection: AsyncConnection,
    scopes: Sequence[str],
    since: datetime,
    until: datetime,
    skip: int,
    most: int,
    kinds: Sequence[str] = (),
) -> list[Occasion]:
    """What stood and is over, in these wilayah and everything in them; the last one first. `kinds`: of these only."""
    days = occasions.c.starts_at >= since, occasions.c.starts_at < until
    where = [occasions.c.cancelled_at.is_(None), *days, within(scopes, occasions.c.wilayah)]
    where += [occasions.c.kind.in_(kinds)] if kinds else []
    query = select(*COLUMNS).where(*where).order_by(occasions.c.starts_at.desc(), occasions.c.id.desc())
    return [Occasion(*row) for row in await connection.execute(query.offset(skip).limit(most))]


async def called_off(connection: AsyncConnection, wilayah: Sequence[str], since: datetime, most: int) -> list[Occasion]:
    """What was cancelled of these very wilayah, and would be from `since` on; next first."""
    where = occasions.c.wilayah.in_(wilayah), occasions.c.starts_at >= since, occasions.c.cancelled_at.is_not(None)
    query = select(*COLUMNS).where(*where).order_by(occasions.c.starts_at, occasions.c.id).limit(most)
    return [Occasion(*row) for row in await connection.execute(query)]


def _concerns(scopes: Sequence[str], above: Sequence[str]) -> Any:
    return or_(within(scopes, occasions.c.wilayah), occasions.c.wilayah.in_(above))


async def for_calendar(
    connection: AsyncConnection, scopes: Sequence[str], above: Sequence[str], since: datetime, most: int
) -> list[tuple[Occasion, datetime]]:
    """What a calendar program shows, cancelled ones with it, each with the time at which it last changed."""
    query = select(*COLUMNS, last_change()).where(occasions.c.starts_at >= since, _concerns(scopes, above))
    found = await connection.execute(query.order_by(occasions.c.starts_at, occasions.c.id).limit(most))
    return [(Occasion(*row[:-1]), row[-1] or row.made_at) for row in found]


def last_change() -> Any:
    """When something last happened to an occasion, as a column of a query about occasions."""
    about_it = occasion_events.c.occasion_id == occasions.c.id, occasion_events.c.kind != WISHED
    happened = select(func.max(occasion_events.c.at)).where(*about_it)
    return happened.correlate(occasions).scalar_subquery()


async def between(
    connection: AsyncConnection, scopes: Sequence[str], first: datetime, last: datetime, kinds: Sequence[str] = ()
) -> list[Occasion]:
    """What stands in the calendar of these wilayah and everything in them, in order of time."""
    query = select(*COLUMNS).where(
        occasions.c.cancelled_at.is_(None),
        occasions.c.starts_at >= first,
        occasions.c.starts_at < last,
        within(scopes, occasions.c.wilayah),
    )
    if kinds:
        query = query.where(occasions.c.kind.in_(kinds))
    found = await connection.execute(query.order_by(occasions.c.starts_at, occasions.c.id))
    return [Occasion(*row) for row in found]


def _taught(starts_at: datetime, now: datetime) -> datetime | None:
    """When to look at those who will be there; None for what is over already."""
    return max(starts_at - _TAUGHT, now) if starts_at > now else None


async def move(connection: AsyncConnection, occasion_id: int, starts_at: datetime, cycle: int, now: datetime) -> None:
    """Raises Taken, when another one stands in the cycle to which it would move."""
    changed = {"starts_at": starts_at, "cycle": cycle, "moves": occasions.c.moves + 1}
    changed["teach_at"] = _taught(starts_at, now)
    await _unless_taken(connection, update(occasions).where(occasions.c.id == occasion_id).values(**changed))


async def put_elsewhere(connection: AsyncConnection, occasion_id: int, place: str) -> None:
    await connection.execute(update(occasions).where(occasions.c.id == occasion_id).values(place=place))


async def cancel(connection: AsyncConnection, occasion_id: int, why: str, at: datetime) -> bool:
    """False when it was cancelled already."""
    stands = occasions.c.id == occasion_id, occasions.c.cancelled_at.is_(None)
    done = await connection.execute(update(occasions).where(*stands).values(cancelled_at=at, cancelled_why=why))
    return bool(done.rowcount)


async def to_complete(connection: AsyncConnection, now: datetime, limit: int) -> list[Occasion]:
    """What stands and has to look at its tasks again."""
    query = select(*COLUMNS).where(occasions.c.plan_at <= now).order_by(occasions.c.plan_at, occasions.c.id)
    return [Occasion(*row) for row in await connection.execute(query.limit(limit).with_for_update(skip_locked=True))]


async def completed(connection: AsyncConnection, ids: Sequence[int]) -> None:
    if ids:
        await connection.execute(update(occasions).where(occasions.c.id.in_(ids)).values(plan_at=None))


async def tell_before(connection: AsyncConnection, occasion_id: int, at: datetime | None) -> None:
    """When the clock looks who is to be told of it the evening before and that morning; None = nobody is."""
    await connection.execute(update(occasions).where(occasions.c.id == occasion_id).values(eve_at=at))


async def ask_after(connection: AsyncConnection, occasion_id: int, at: datetime | None) -> None:
    """When the clock looks whom to ask whether it took place; None = nobody is."""
    await connection.execute(update(occasions).where(occasions.c.id == occasion_id).values(over_at=at))


async def ask_anew(
    connection: AsyncConnection, wilayah: Sequence[str], kinds: Sequence[str], cycle: int, now: datetime
) -> None:
    """What was held before anything hung from it that it fulfils."""
    here = occasions.c.wilayah.in_(wilayah), occasions.c.starts_at < now, occasions.c.over_at.is_(None)
    same = occasions.c.kind.in_(kinds), occasions.c.cycle == cycle, occasions.c.cancelled_at.is_(None)
    await connection.execute(update(occasions).where(*here, *same).values(over_at=now))


async def to_ask_after(connection: AsyncConnection, now: datetime, limit: int) -> list[Occasion]:
    """What is over; each is given out once."""
    return await _given_out(connection, occasions.c.over_at, now, limit)


async def to_tell_before(connection: AsyncConnection, now: datetime, limit: int) -> list[Occasion]:
    """What is held tomorrow, or today; each is given out once."""
    return await _given_out(connection, occasions.c.eve_at, now, limit)


async def _given_out(connection: AsyncConnection, column: Any, now: datetime, limit: int) -> list[Occasion]:
    query = select(*COLUMNS).where(column <= now).order_by(column, occasions.c.id)
    rows = await connection.execute(query.limit(limit).with_for_update(skip_locked=True))
    found = [Occasion(*row) for row in rows]
    if found:
        given = occasions.c.id.in_([one.id for one in found])
        await connection.execute(update(occasions).where(given).values({column: None}))
    return found


async def log(
    connection: AsyncConnection,
    occasion_id: int,
    kind: str,
    at: datetime,
    by: int | None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """One more thing that happened to it."""
    row = {"id": new_id(), "occasion_id": occasion_id, "at": at, "by": by, "kind": kind}
    row["detail"] = json.dumps(detail, ensure_ascii=True) if detail else None
    await connection.execute(occasion_events.insert(), [row])


async def why_moved(connection: AsyncConnection, occasion_id: int, to: datetime, by: int | None) -> str:
    """What somebody said who asked to move it there, the last time they did; empty when they gave no reason."""
    wishes = await _wishes(connection, occasion_id, by)
    return next((str(wish["why"]) for wish in wishes if wish["to"] and datetime.fromisoformat(wish["to"]) == to), "")


async def results_told(connection: AsyncConnection, occasion_id: int, by: int | None, key: int) -> list[dict[str, Any]]:
    """The results that somebody told in one go; empty where none were told under this key."""
    told = await _told(connection, occasion_id, by)
    return next((list(one["results"]) for one in told if one.get("key") == key), [])


async def results_agreed(connection: AsyncConnection, occasion_id: int, by: int | None) -> list[dict[str, Any]]:
    """Those of the last that somebody agreed to, of which something was to be asked still."""
    told = await _told(connection, occasion_id, by)
    return next((list(one["agreed"]) for one in told if "agreed" in one), [])


async def _wishes(connection: AsyncConnection, occasion_id: int, by: int | None) -> list[dict[str, Any]]:
    """The newest first. `to`: where to; None = it is not to take place."""
    return [one for one in await _told(connection, occasion_id, by) if "to" in one]


async def _told(connection: AsyncConnection, occasion_id: int, by: int | None) -> list[dict[str, Any]]:
    theirs = occasion_events.c.occasion_id == occasion_id, occasion_events.c.kind == WISHED, occasion_events.c.by == by
    query = select(occasion_events.c.detail).where(*theirs).order_by(occasion_events.c.id.desc())
    return [json.loads(detail) for detail in (await connection.execute(query)).scalars() if detail]
