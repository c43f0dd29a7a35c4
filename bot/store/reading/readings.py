"""What a reader may see of the usulan, and the lists that they work through."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN, Grant, Usulan
from bot.core.wilayah import KABUPATEN, KECAMATAN, is_narrower, level_of
from bot.store.grants import grants_of, in_force
from bot.store.tables import grants, moves, people, promises, speakers, usulan
from bot.store.usulan.usulan import KEPT_AWAY, as_usulan
from bot.store.within import desa_within, within

MOST_COUNTED = 1000


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


async def sight_now(connection: AsyncConnection, person_id: int, roles: tuple[str, ...], now: datetime) -> Sight:
    """Of somebody who did not ask just now: by what they hold at this moment."""
    held = (await grants_of(connection, [person_id], now)).get(person_id, ())
    return sight(person_id, held, roles, now)


def visible(who: Sight) -> ColumnElement[bool]:
    """What somebody would rather tell one reader is shown to that one and to the kabupaten's office only."""
    everywhere = who.of_level(KABUPATEN)
    nearer = [scope for scope in who.scopes if scope not in everywhere]
    open_to_them = or_(usulan.c.reader_id.is_(None), usulan.c.reader_id == who.person_id)
    return and_(
        usulan.c.status != WITHDRAWN,
        or_(desa_within(everywhere, usulan.c.desa), and_(desa_within(nearer, usulan.c.desa), open_to_them)),
    )


def _in_force(who: Sight, column: Any) -> Any:
    """A list that a database makes once, however many usulan are compared with it."""
    return select(column).where(grants.c.role.in_(who.roles), *in_force(who.now))


def waits_for(who: Sight) -> ColumnElement[bool]:
    """What waits for this reader and nobody nearer: the desa's, else the kecamatan's, else the kabupaten's; or they
    were chosen. Somebody chosen who reads no longer leaves it to the office."""
    held = _in_force(who, grants.c.scope)
    in_desa, in_kecamatan = usulan.c.desa.in_(held), usulan.c.kecamatan.in_(held)
    deserted = usulan.c.reader_id.is_not(None) & usulan.c.reader_id.not_in(_in_force(who, grants.c.person_id))
    nobody_nearer = usulan.c.reader_id.is_(None) & ~in_desa & ~in_kecamatan
    desa = [scope for scope in who.scopes if is_narrower(scope, KECAMATAN)]
    return or_(
        usulan.c.reader_id == who.person_id,
        and_(usulan.c.reader_id.is_(None), within(desa, usulan.c.desa)),
        and_(usulan.c.reader_id.is_(None), within(who.of_level(KECAMATAN), usulan.c.desa), ~in_desa),
        and_(within(who.of_level(KABUPATEN), usulan.c.desa), or_(deserted, nobody_nearer)),
    )


def _untold() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """There is news, and no telephone that it may go to: it was read or has moved, or a word is due about it, or
    something is asked. And whoever blocked us: they are told of what moved since. Two questions, each with an index of
    its own."""
    titip = usulan.c.typed_by.is_not(None) & usulan.c.person_id.is_(None)
    concerned = or_(usulan.c.typed_by.is_not(None), usulan.c.speaker_id.is_not(None))  # as its partial index says
    gone = usulan.c.person_id.in_(select(people.c.id).where(people.c.unreachable_since.is_not(None)))
    unheard = exists().where(moves.c.usulan_id == usulan.c.id, moves.c.told_at.is_(None))
    due = exists().where(promises.c.subject == usulan.c.id, promises.c.state == "handed")
    asked, open_yet = usulan.c.status == "ditanya", usulan.c.told_at.is_(None)
    news = or_(usulan.c.read_at.is_not(None), usulan.c.moved > 0, due, asked)
    return and_(open_yet, concerned, news, or_(titip, KEPT_AWAY)), and_(open_yet, gone, or_(unheard, due))


def _is_late() -> ColumnElement[bool]:
    """Whoever stands above those who owe the word is told of it then, and has it in their list."""
    return exists().where(promises.c.subject == usulan.c.id, promises.c.state == "handed", promises.c.rung > 0)


def _all_untold() -> ColumnElement[bool]:
    """Of all there are: a database looks at those two lists, and not at every usulan."""
    in_person, gone = (select(usulan.c.id).where(each).correlate(None) for each in _untold())
    return usulan.c.id.in_(in_person.union_all(gone))


def _list(which: str, who: Sight) -> tuple[list[ColumnElement[bool]], list[Any]]:
    """Conditions and order of one of the lists."""
    seen, oldest = visible(who), [usulan.c.spoken_at, usulan.c.id]
    if which == "sudah":
        return [seen, usulan.c.read_at.is_not(None)], [usulan.c.id.desc()]
    if which == "kabari":
        return [seen, or_(waits_for(who), _is_late()), _all_untold()], oldest
    if which in _OPEN:
        return [seen, usulan.c[_OPEN[which]] > 0, usulan.c.locked_at.is_(None)], oldest
    mine = [waits_for(who)] if which == "saya" else []
    return [seen, usulan.c.read_at.is_(None), *mine], oldest


#: What something is still to be done about: list -> the column that counts it.
_OPEN = {"kurang": "lacks", "suara": "unwritten"}


async def listed(connection: AsyncConnection, which: str, who: Sight, limit: int, skip: int = 0) -> list[Usulan]:
    """`which`: "saya" waits for this reader, "semua" waits for anybody here, "kurang" lacks something, "suara" has a
    voice that nobody wrote down, all oldest first; "sudah" was read, newest first; "kabari" has to be told in
    person."""
    where, order = _list(which, who)
    page = select(usulan.c.id).where(*where).order_by(*order).limit(limit).offset(skip)
    return await by_ids(connection, list((await connection.execute(page)).scalars())) if who.scopes else []


async def by_ids(connection: AsyncConnection, ids: Sequence[int]) -> list[Usulan]:
    """In the order of the ids. Whole usulan are read only where they are shown: no database sorts their stories."""
    rows = await connection.execute(select(usulan).where(usulan.c.id.in_(ids))) if ids else ()
    found = {one.id: one for one in map(as_usulan, rows)}
    return [found[one] for one in ids if one in found]


async def count(connection: AsyncConnection, which: str, who: Sight) -> int:
    """Never more than `MOST_COUNTED` and one: beyond that nobody needs the figure, and a database has an end."""
    where, order = _list(which, who)
    query = select(usulan.c.id).where(*where).order_by(*order)
    return await counted(connection, query) if who.scopes else 0


async def counted(connection: AsyncConnection, query: Any) -> int:
    """In the order of the list: what is looked for lies together there, and elsewhere may lie at the very end."""
    found = query.limit(MOST_COUNTED + 1).subquery()
    number: int = (await connection.execute(select(func.count()).select_from(found))).scalar_one()
    return number


async def one(connection: AsyncConnection, who: Sight, usulan_id: int) -> Usulan | None:
    """The usulan, if this reader may see it."""
    row = (await connection.execute(select(usulan).where(usulan.c.id == usulan_id, visible(who)))).one_or_none()
    return None if row is None or not who.scopes else as_usulan(row)


async def mark_told(connection: AsyncConnection, usulan_id: int, at: datetime) -> bool:
    """True for the first one who says so."""
    told = update(usulan).where(usulan.c.id == usulan_id, or_(*_untold()))
    return (await connection.execute(told.values(told_at=at))).rowcount == 1


async def is_untold(connection: AsyncConnection, usulan_id: int) -> bool:
    """Whether there is news of it that somebody has to be told in person."""
    return (
        await connection.execute(select(usulan.c.id).where(usulan.c.id == usulan_id, or_(*_untold())))
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
