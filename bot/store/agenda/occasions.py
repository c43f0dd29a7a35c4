"""Occasions: meetings and stages with their dates."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.ids import new_id
from bot.store.tables import occasion_events, occasions


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


_COLUMNS = [occasions.c[field.name] for field in fields(Occasion)]


async def add(connection: AsyncConnection, one: Occasion) -> None:
    """Raises the database's IntegrityError when there is one of its kind, place, name and cycle already."""
    row = {field.name: getattr(one, field.name) for field in fields(Occasion)}
    await connection.execute(occasions.insert(), [row])


async def one(connection: AsyncConnection, occasion_id: int) -> Occasion | None:
    found = (await connection.execute(select(*_COLUMNS).where(occasions.c.id == occasion_id))).first()
    return Occasion(*found) if found else None


async def live(connection: AsyncConnection, kind: str, wilayah: str, about: str, cycle: int) -> Occasion | None:
    """The one that stands in this place in the calendar."""
    query = select(*_COLUMNS).where(
        occasions.c.kind == kind,
        occasions.c.wilayah == wilayah,
        occasions.c.about == about,
        occasions.c.cycle == cycle,
        occasions.c.cancelled_at.is_(None),
    )
    found = (await connection.execute(query.with_for_update())).first()
    return Occasion(*found) if found else None


async def between(
    connection: AsyncConnection, scopes: Sequence[str], first: datetime, last: datetime, kinds: Sequence[str] = ()
) -> list[Occasion]:
    """What stands in the calendar of these wilayah and everything in them, in order of time."""
    query = select(*_COLUMNS).where(
        occasions.c.cancelled_at.is_(None), occasions.c.starts_at >= first, occasions.c.starts_at < last, inside(scopes)
    )
    if kinds:
        query = query.where(occasions.c.kind.in_(kinds))
    found = await connection.execute(query.order_by(occasions.c.starts_at, occasions.c.id))
    return [Occasion(*row) for row in found]


def inside(scopes: Sequence[str], column: Any = occasions.c.wilayah) -> Any:
    """Whether a wilayah is one of these or lies in one; written so that an index serves."""
    return or_(*(or_(column == scope, column.between(f"{scope}.", f"{scope}.~")) for scope in scopes))


async def move(connection: AsyncConnection, occasion_id: int, starts_at: datetime, cycle: int) -> None:
    changed = {"starts_at": starts_at, "cycle": cycle, "moves": occasions.c.moves + 1}
    await connection.execute(update(occasions).where(occasions.c.id == occasion_id).values(**changed))


async def cancel(connection: AsyncConnection, occasion_id: int, why: str, at: datetime) -> bool:
    """False when it was cancelled already."""
    stands = occasions.c.id == occasion_id, occasions.c.cancelled_at.is_(None)
    done = await connection.execute(update(occasions).where(*stands).values(cancelled_at=at, cancelled_why=why))
    return bool(done.rowcount)


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
