"""What a reader may see of the usulan, and the lists that they work through."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN, Grant, Usulan
from bot.core.wilayah import KABUPATEN, KECAMATAN, is_narrower, level_of
from bot.store.grants import in_force
from bot.store.tables import grants, speakers, usulan
from bot.store.usulan.usulan import KEPT_AWAY, as_usulan
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Sight:
    """One reader: `scopes` of the grants by which they read, `roles` that read usulan at all, `now` for what ends."""

    person_id: int
    scopes: tuple[str, ...]
    roles: tuple[str, ...]
    now: datetime

    def of_level(self, level: str) -> list[str]:
        return [scope for scope in self.scopes if level_of(scope) == level]


def sight(person_id: int, held: Sequence[Grant], roles: tuple[str, ...], now: datetime) -> Sight:
    return Sight(person_id, tuple(sorted({g.scope for g in held if g.role in roles})), roles, now)


def visible(who: Sight) -> ColumnElement[bool]:
    """What somebody would rather tell one reader is shown to that one and to the kabupaten's office only."""
    everywhere = who.of_level(KABUPATEN)
    nearer = [scope for scope in who.scopes if scope not in everywhere]
    open_to_them = or_(usulan.c.reader_id.is_(None), usulan.c.reader_id == who.person_id)
    return and_(
        usulan.c.status != WITHDRAWN,
        or_(within(everywhere, usulan.c.desa), and_(within(nearer, usulan.c.desa), open_to_them)),
    )


def _held(who: Sight, *where: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(grants.c.role.in_(who.roles), *in_force(who.now), *where)


def waits_for(who: Sight) -> ColumnElement[bool]:
    """What waits for this reader and nobody nearer: the desa's, else the kecamatan's, else the kabupaten's; or they
    were chosen. Somebody chosen who reads no longer leaves it to the office."""
    in_desa = _held(who, grants.c.scope == usulan.c.desa)
    in_kecamatan = _held(who, grants.c.scope == usulan.c.kecamatan)
    deserted = usulan.c.reader_id.is_not(None) & ~_held(who, grants.c.person_id == usulan.c.reader_id)
    nobody_nearer = usulan.c.reader_id.is_(None) & ~in_desa & ~in_kecamatan
    desa = [scope for scope in who.scopes if is_narrower(scope, KECAMATAN)]
    return or_(
        usulan.c.reader_id == who.person_id,
        and_(usulan.c.reader_id.is_(None), within(desa, usulan.c.desa)),
        and_(usulan.c.reader_id.is_(None), within(who.of_level(KECAMATAN), usulan.c.desa), ~in_desa),
        and_(within(who.of_level(KABUPATEN), usulan.c.desa), or_(deserted, nobody_nearer)),
    )


def _untold() -> ColumnElement[bool]:
    """There is news, and no telephone that it may go to."""
    titip = usulan.c.typed_by.is_not(None) & usulan.c.person_id.is_(None)
    return and_(usulan.c.told_at.is_(None), usulan.c.read_at.is_not(None), or_(titip, KEPT_AWAY))


def _list(which: str, who: Sight) -> tuple[list[ColumnElement[bool]], list[Any]]:
    """Conditions and order of one of the lists."""
    seen, oldest = visible(who), [usulan.c.id]
    if which == "sudah":
        number = [usulan.c.year.desc(), usulan.c.kecamatan, usulan.c.serial]
        return [seen, usulan.c.read_at.is_not(None)], number
    if which == "kabari":
        return [seen, waits_for(who), _untold()], oldest
    mine = [waits_for(who)] if which == "saya" else []
    return [seen, usulan.c.read_at.is_(None), *mine], oldest


async def listed(connection: AsyncConnection, which: str, who: Sight, limit: int, skip: int = 0) -> list[Usulan]:
    """`which`: "saya" waits for this reader, "semua" waits for anybody here, both oldest first; "sudah" was read, by
    number; "kabari" has to be told in person."""
    where, order = _list(which, who)
    query = select(usulan).where(*where).order_by(*order).limit(limit).offset(skip)
    return [as_usulan(row) for row in await connection.execute(query)] if who.scopes else []


async def count(connection: AsyncConnection, which: str, who: Sight) -> int:
    where, _ = _list(which, who)
    query = select(func.count()).select_from(usulan).where(*where)
    return (await connection.execute(query)).scalar_one() if who.scopes else 0


async def one(connection: AsyncConnection, who: Sight, usulan_id: int) -> Usulan | None:
    """The usulan, if this reader may see it."""
    row = (await connection.execute(select(usulan).where(usulan.c.id == usulan_id, visible(who)))).one_or_none()
    return None if row is None or not who.scopes else as_usulan(row)


async def mark_told(connection: AsyncConnection, usulan_id: int, at: datetime) -> bool:
    """True for the first one who says so."""
    told = update(usulan).where(usulan.c.id == usulan_id, usulan.c.told_at.is_(None), _untold())
    return (await connection.execute(told.values(told_at=at))).rowcount == 1


async def is_untold(connection: AsyncConnection, usulan_id: int) -> bool:
    """Whether there is news of it that somebody has to be told in person."""
    return (
        await connection.execute(select(usulan.c.id).where(usulan.c.id == usulan_id, _untold()))
    ).first() is not None


async def scopes_with(connection: AsyncConnection, roles: Sequence[str], now: datetime) -> set[str]:
    """Every wilayah in which somebody holds one of these roles today."""
    query = select(grants.c.scope).distinct().where(grants.c.role.in_(roles), *in_force(now))
    return {row[0] for row in await connection.execute(query)}


async def voice_of(connection: AsyncConnection, speaker_id: int) -> tuple[str, str | None, bool] | None:
    """(name, the parent who agreed, whether to be told in person) of who spoke."""
    query = select(speakers.c.name, speakers.c.guardian, speakers.c.tell_directly).where(speakers.c.id == speaker_id)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else (row[0], row[1], row[2])
