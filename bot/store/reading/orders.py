"""Files of usulan that were ordered, and the usulan that go into them, some at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Usulan
from bot.core.wilayah import KECAMATAN, up_to
from bot.store.database.ids import new_id
from bot.store.reading.readings import Sight, visible
from bot.store.tables import media, people, speakers, usulan, usulan_orders
from bot.store.usulan.media import AFTER
from bot.store.usulan.usulan import as_usulan
from bot.store.within import within

_o = usulan_orders.c
_FIELDS = (_o.id, _o.person_id, _o.kind, _o.year, _o.kecamatan, _o.serial, _o.number, _o.inside)


@dataclass(frozen=True, slots=True)
class Order:
    """Read up to number `serial` of `kecamatan`; `number` usulan are in it. `inside`: of this wilayah alone; empty =
    of all that they may see."""

    id: int
    person_id: int
    kind: str
    year: int
    kecamatan: str
    serial: int
    number: int
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An usulan for a table: who brought it (empty = not known), how many marks it lacks (None = not looked through
    yet, or a voice is not written down), how many pictures and voices there are."""

    usulan: Usulan
    name: str
    lacks: int | None
    pictures: int
    voices: int


async def add(
    connection: AsyncConnection, person_id: int, kind: str, year: int, now: datetime, inside: str = ""
) -> bool:
    """False when this person waits for the same file already."""
    same = (_o.person_id == person_id, _o.kind == kind, _o.year == year, _o.inside == inside)
    if (await connection.execute(select(_o.id).where(*same))).first() is not None:
        return False
    row = {"id": new_id(), "person_id": person_id, "kind": kind, "year": year, "next_at": now, "inside": inside}
    await connection.execute(usulan_orders.insert(), row)
    return True


async def due(connection: AsyncConnection, now: datetime, limit: int) -> list[Order]:
    query = select(*_FIELDS).where(_o.next_at <= now).order_by(_o.next_at, _o.id).limit(limit)
    return [Order(*row) for row in await connection.execute(query.with_for_update(skip_locked=True))]


async def go_on(connection: AsyncConnection, order: Order, chunk: str, now: datetime) -> None:
    """What was read since is put behind the rest; the next one who waits comes first then."""
    reached = {"kecamatan": order.kecamatan, "serial": order.serial, "number": order.number, "next_at": now}
    query = update(usulan_orders).where(_o.id == order.id)
    await connection.execute(query.values(packed=func.coalesce(_o.packed, "") + chunk, **reached))


async def take(connection: AsyncConnection, order: Order) -> str:
    """All that was read; the order is gone."""
    packed: str = (await connection.execute(select(_o.packed).where(_o.id == order.id))).scalar_one()
    await connection.execute(delete(usulan_orders).where(_o.id == order.id))
    return packed


async def years(connection: AsyncConnection, who: Sight, newest: int, most: int, inside: str = "") -> list[int]:
    """Of the years up to this one those in which there is anything to see, the newest first."""
    found = []
    here = [within([inside], usulan.c.desa)] if inside else []
    for year in range(newest, newest - most, -1):
        query = select(usulan.c.id).where(usulan.c.year == year, visible(who), *here).limit(1)
        if who.scopes and (await connection.execute(query)).first() is not None:
            found.append(year)
    return found


async def next_of(connection: AsyncConnection, who: Sight, order: Order, limit: int) -> list[Told]:
    """By kecamatan and number, as papers are filed."""
    u = usulan.c
    behind = or_(u.kecamatan > order.kecamatan, and_(u.kecamatan == order.kecamatan, u.serial > order.serial))
    near = within(sorted({up_to(scope, KECAMATAN) for scope in who.scopes}), u.kecamatan)
    query = select(usulan, func.coalesce(speakers.c.name, people.c.name, "").label("name"))
    query = query.outerjoin(people, people.c.id == u.person_id).outerjoin(speakers, speakers.c.id == u.speaker_id)
    if order.inside:
        query = query.where(within([order.inside], u.desa))
    query = query.where(u.year == order.year, near, behind, visible(who)).order_by(u.kecamatan, u.serial).limit(limit)
    rows = (await connection.execute(query)).all()
    files = await _files(connection, [row.id for row in rows])
    return [
        Told(as_usulan(row), row.name, None if row.unwritten else row.lacks, *files.get(row.id, (0, 0))) for row in rows
    ]


async def _files(connection: AsyncConnection, which: Sequence[int]) -> dict[int, tuple[int, int]]:
    """By usulan: pictures from before, and voices, that were not erased."""
    query = select(media.c.usulan_id, media.c.kind, func.count()).where(media.c.usulan_id.in_(which))
    query = query.where(media.c.file_id != "", media.c.question != AFTER)
    rows = await connection.execute(query.group_by(media.c.usulan_id, media.c.kind))
    found: dict[int, tuple[int, int]] = {}
    for usulan_id, kind, number in rows:
        pictures, voices = found.get(usulan_id, (0, 0))
        found[usulan_id] = (pictures, voices + number) if kind == "voice" else (pictures + number, voices)
    return found
