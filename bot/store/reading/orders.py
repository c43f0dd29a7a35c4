"""Files of usulan that were ordered, and the usulan that go into them, some at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, false, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Usulan
from bot.core.usulan.finding import words_in
from bot.core.wilayah import KECAMATAN, up_to
from bot.store.database.ids import new_id
from bot.store.reading.readings import Sight, visible
from bot.store.tables import media, people, speakers, usulan, usulan_orders, usulan_words
from bot.store.usulan.media import AFTER
from bot.store.usulan.usulan import as_usulan
from bot.store.within import within

_o = usulan_orders.c
_FIELDS = (_o.id, _o.person_id, _o.kind, _o.year, _o.kecamatan, _o.serial, _o.number)
_SIFTED = (_o.inside, func.coalesce(_o.words, ""), func.coalesce(_o.unread, false()))


@dataclass(frozen=True, slots=True)
class Only:
    """Of this wilayah alone, of those that tell all these words, of those that nobody read; empty = of all."""

    inside: str = ""
    words: str = ""
    unread: bool = False


ALL = Only()


@dataclass(frozen=True, slots=True)
class Order:
    """Read up to number `serial` of `kecamatan`; `number` usulan are in it."""

    id: int
    person_id: int
    kind: str
    year: int
    kecamatan: str
    serial: int
    number: int
    only: Only = ALL


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
    connection: AsyncConnection, person_id: int, kind: str, year: int, now: datetime, only: Only = ALL
) -> bool:
    """False when this person waits for the same file already."""
    waiting = select(*_SIFTED).where(_o.person_id == person_id, _o.kind == kind, _o.year == year)
    if only in [_only(row) for row in await connection.execute(waiting)]:
        return False
    row = {"id": new_id(), "person_id": person_id, "kind": kind, "year": year, "next_at": now, "inside": only.inside}
    row |= {"words": only.words or None, "unread": only.unread or None}
    await connection.execute(usulan_orders.insert(), row)
    return True


async def due(connection: AsyncConnection, now: datetime, limit: int) -> list[Order]:
    query = select(*_FIELDS, *_SIFTED).where(_o.next_at <= now).order_by(_o.next_at, _o.id).limit(limit)
    rows = await connection.execute(query.with_for_update(skip_locked=True))
    return [
        Order(row.id, row.person_id, row.kind, row.year, row.kecamatan, row.serial, row.number, _only(row[-3:]))
        for row in rows
    ]


def _only(row: Sequence[Any]) -> Only:
    return Only(row[0], row[1], bool(row[2]))


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


async def years(connection: AsyncConnection, who: Sight, newest: int, most: int, only: Only = ALL) -> list[int]:
    """Of the years up to this one those in which there is anything to see, the newest first."""
    found = []
    for year in range(newest, newest - most, -1):
        query = select(usulan.c.id).where(usulan.c.year == year, visible(who), *_fits(only)).limit(1)
        if who.scopes and (await connection.execute(query)).first() is not None:
            found.append(year)
    return found


def _fits(only: Only) -> list[ColumnElement[bool]]:
    """What the file is of, as conditions of usulan; words as their index tells them."""
    u, w = usulan.c, usulan_words.c
    here = [within([only.inside], u.desa)] if only.inside else []
    unread = [u.read_at.is_(None)] if only.unread else []
    told = [exists().where(w.usulan_id == u.id, w.word == word) for word in words_in(only.words)]
    return [*here, *unread, *told]


async def next_of(connection: AsyncConnection, who: Sight, order: Order, limit: int) -> list[Told]:
    """By kecamatan and number, as papers are filed."""
    u = usulan.c
    behind = or_(u.kecamatan > order.kecamatan, and_(u.kecamatan == order.kecamatan, u.serial > order.serial))
    near = within(sorted({up_to(scope, KECAMATAN) for scope in who.scopes}), u.kecamatan)
    query = select(usulan, func.coalesce(speakers.c.name, people.c.name, "").label("name"))
    query = query.outerjoin(people, people.c.id == u.person_id).outerjoin(speakers, speakers.c.id == u.speaker_id)
    query = query.where(*_fits(order.only))
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
