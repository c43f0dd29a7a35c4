"""What happens in the hall: who is invited and came, the points of the programme, and turns to speak."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.hall.points import Point
from bot.store.calendar.occasions import Occasion
from bot.store.database import old
from bot.store.database.dialects import insert_or_ignore
from bot.store.tables import invitees, occasions, people, points

#: `GUEST`: came without an invitation, and was written down in the hall.
INVITED, CONFIRMED, UNABLE, REPLACED, GUEST = "invited", "confirmed", "unable", "replaced", "guest"
#: Was written down by mistake.
REMOVED = "removed"
#: Those who are expected.
EXPECTED = (INVITED, CONFIRMED)
#: Somebody on the list: (meeting, person).
Whom = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody on the list of a meeting; see the table for what the columns mean. An erased name is empty."""

    id: int
    occasion_id: int
    name: str
    element: str
    speaks_for: str
    hindrance: str
    is_woman: bool | None
    state: str
    replaces: int | None
    came: bool | None
    asked_at: datetime | None
    spoke_at: datetime | None
    turns: int
    made_by: int | None
    made_at: datetime

    @property
    def hindrances(self) -> tuple[str, ...]:
        """Keys, or own words."""
        return tuple(filter(None, self.hindrance.split(";")))


@dataclass(frozen=True, slots=True)
class Bell:
    """The time of a turn is over: who speaks (`id`, `name`) since when, and who is told; no `address` = cannot be."""

    id: int
    occasion_id: int
    name: str
    spoke_at: datetime | None
    rings_to: int | None
    address: int | None


_SILENT: dict[str, Any] = {"rings_at": None, "rings_to": None}
_NAMES = [field.name for field in fields(Invitee)]
_COLUMNS = [invitees.c[name] for name in _NAMES]
_FILL = insert_or_ignore(points)


async def to_change(connection: AsyncConnection, occasion_id: int) -> Occasion | None:
    """The meeting, for whoever is about to change something in its hall: two telephones act one after the other."""
    columns = [occasions.c[field.name] for field in fields(Occasion)]
    found = (await connection.execute(select(*columns).where(occasions.c.id == occasion_id).with_for_update())).first()
    return Occasion(*found) if found else None


async def guests(connection: AsyncConnection, occasion_id: int) -> list[Invitee]:
    """Everybody on the list, in the order in which they were written down; erased names are left out, and who was taken
    off."""
    here = invitees.c.occasion_id == occasion_id, invitees.c.state != REMOVED, invitees.c.name != ""
    query = select(*_COLUMNS).where(*here)
    return [Invitee(*row) for row in await connection.execute(query.order_by(invitees.c.id))]


async def last_written(connection: AsyncConnection, occasion_ids: Sequence[int]) -> dict[int, datetime]:
    """When somebody was last written down for each of these meetings; without those that have nobody."""
    i = invitees.c
    listed = i.occasion_id.in_(occasion_ids), i.state.in_((*EXPECTED, UNABLE)), i.name != ""
    query = select(i.occasion_id, func.max(i.made_at)).where(*listed).group_by(i.occasion_id)
    return {row[0]: row[1] for row in await connection.execute(query)}


async def guest(connection: AsyncConnection, occasion_id: int, invitee_id: int) -> Invitee | None:
    found = invitees.c.id == invitee_id, invitees.c.occasion_id == occasion_id
    row = (await connection.execute(select(*_COLUMNS).where(*found))).first()
    return Invitee(*row) if row else None


async def add(connection: AsyncConnection, found: Sequence[Invitee]) -> None:
    if found:
        await connection.execute(invitees.insert(), [asdict(one) for one in found])


async def set_state(connection: AsyncConnection, whom: Whom, state: str, before: Sequence[str]) -> bool:
    """False when they were in none of the states `before` any more."""
    return await _change(connection, whom, invitees.c.state.in_(before), state=state)


async def set_gender(connection: AsyncConnection, whom: Whom, *, is_woman: bool) -> bool:
    return await _change(connection, whom, is_woman=is_woman)


async def set_came(connection: AsyncConnection, whom: Whom, *, came: bool) -> bool:
    return await _change(connection, whom, came=came, ticked_at=None)


async def correct(connection: AsyncConnection, whom: Whom, told: Mapping[str, Any]) -> bool:
    """Their name, group and what else was told, by the columns of the table."""
    return await _change(connection, whom, **told)


async def all_came(connection: AsyncConnection, occasion_id: int, at: datetime) -> int:
    """Everybody who is expected came. Returns how many had not been ticked; `at` undoes it."""
    absent = or_(invitees.c.came.is_(None), invitees.c.came.is_(False))
    here = invitees.c.occasion_id == occasion_id, invitees.c.state.in_(EXPECTED), invitees.c.name != "", absent
    return int((await connection.execute(update(invitees).where(*here).values(came=True, ticked_at=at))).rowcount)


async def not_all_came(connection: AsyncConnection, occasion_id: int, at: datetime) -> int:
    """Those whom that one press ticked, and nobody has touched since."""
    here = invitees.c.occasion_id == occasion_id, invitees.c.ticked_at == at
    return int((await connection.execute(update(invitees).where(*here).values(came=None, ticked_at=None))).rowcount)


async def ask_to_speak(connection: AsyncConnection, whom: Whom, at: datetime) -> bool:
    """Into the list of turns; whoever speaks came. False when they are in it already."""
    return await _change(connection, whom, invitees.c.asked_at.is_(None), asked_at=at, came=True)


async def stop_asking(connection: AsyncConnection, whom: Whom) -> bool:
    return await _change(connection, whom, invitees.c.asked_at.is_not(None), asked_at=None)


async def begin_turn(
    connection: AsyncConnection, whom: Whom, at: datetime, rings_at: datetime, rings_to: int | None
) -> bool:
    """`rings_to` is told at `rings_at`. False when they are not in the list of turns any more: somebody else pressed
    first."""
    waits, turns = invitees.c.asked_at.is_not(None), invitees.c.turns + 1
    told = {"rings_at": rings_at, "rings_to": rings_to}
    return await _change(connection, whom, waits, spoke_at=at, asked_at=None, turns=turns, **told)


async def _change(connection: AsyncConnection, whom: Whom, *where: Any, **values: Any) -> bool:
    here = invitees.c.occasion_id == whom[0], invitees.c.id == whom[1], invitees.c.name != ""
    return bool((await connection.execute(update(invitees).where(*here, *where).values(values))).rowcount)


async def end_turns(connection: AsyncConnection, occasion_id: int) -> bool:
    """Whoever speaks has spoken, and nothing rings; False when nobody did."""
    speaks = invitees.c.occasion_id == occasion_id, invitees.c.spoke_at.is_not(None)
    return bool((await connection.execute(update(invitees).where(*speaks).values(spoke_at=None, **_SILENT))).rowcount)


async def due_bells(connection: AsyncConnection, now: datetime, limit: int) -> list[Bell]:
    """Turns whose time is over, the longest over first; those that another clock takes up are left out."""
    i = invitees.c
    query = (
        select(i.id, i.occasion_id, i.name, i.spoke_at, i.rings_to, people.c.address)
        .outerjoin(people, (people.c.id == i.rings_to) & people.c.unreachable_since.is_(None))
        .where(i.rings_at <= now)
        .order_by(i.rings_at, i.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=invitees)
    )
    return [Bell(*row) for row in await connection.execute(query)]


async def silence(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Nothing rings for these any more; they speak until they are thanked."""
    if ids:
        await connection.execute(update(invitees).where(invitees.c.id.in_(ids)).values(_SILENT))


async def programme(connection: AsyncConnection, occasion_id: int) -> list[Point]:
    p = points.c
    query = select(p.position, p.title, p.minutes, p.began_at, p.ended_at).where(p.occasion_id == occasion_id)
    return [Point(*row) for row in await connection.execute(query.order_by(p.position))]


async def minutes_of(connection: AsyncConnection, occasion_ids: Sequence[int]) -> dict[int, int]:
    """What the programmes of these meetings take, as far as they were set."""
    query = select(points.c.occasion_id, func.sum(points.c.minutes)).where(points.c.occasion_id.in_(occasion_ids))
    return {row[0]: int(row[1]) for row in await connection.execute(query.group_by(points.c.occasion_id))}


async def fill_programme(connection: AsyncConnection, occasion_id: int, found: Sequence[Point]) -> None:
    """The usual points; where there are some they stay."""
    rows = [asdict(point) | {"occasion_id": occasion_id} for point in found]
    await connection.execute(_FILL[connection.dialect.name], rows)


async def replace_programme(connection: AsyncConnection, occasion_id: int, found: Sequence[Point]) -> None:
    """These points in the place of those that stood there; times that they carry stay."""
    await connection.execute(delete(points).where(points.c.occasion_id == occasion_id))
    if found:
        await connection.execute(points.insert(), [asdict(point) | {"occasion_id": occasion_id} for point in found])


async def end_points(connection: AsyncConnection, occasion_id: int, at: datetime) -> bool:
    """What runs is over; False when nothing did."""
    runs = points.c.occasion_id == occasion_id, points.c.began_at.is_not(None), points.c.ended_at.is_(None)
    return bool((await connection.execute(update(points).where(*runs).values(ended_at=at))).rowcount)


async def begin_point(connection: AsyncConnection, occasion_id: int, position: int, at: datetime) -> None:
    here = points.c.occasion_id == occasion_id, points.c.position == position
    await connection.execute(update(points).where(*here).values(began_at=at))


async def forget_names(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """Who was invited to meetings held before: names, for whom they speak and what hinders them go, the rest stays."""
    over = exists().where(occasions.c.id == invitees.c.occasion_id, occasions.c.starts_at < before)
    gone: dict[str, Any] = {"name": "", "speaks_for": "", "hindrance": "", "asked_at": None}
    return await old.blank(connection, invitees, limit, invitees.c.name != "", over, **gone)
