"""What came of practices and scenes, as people told it or played it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import insert_or_ignore
from bot.store.database.ids import new_id
from bot.store.grants import in_force
from bot.store.people.people import ADDRESSEE, Addressee
from bot.store.tables import grants, people, practised, tried
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Tried:
    """`file_id`, `file_kind` (voice, photo or file): None where it was typed. `shared`: whether colleagues may hear of
    it."""

    id: int
    person_id: int
    name: str
    lesson: str
    kecamatan: str
    words: str
    file_id: str | None
    file_kind: str | None
    told_at: datetime
    shared: bool | None


_t = tried.c
_COLUMNS: Any = (
    *(_t.id, _t.person_id, people.c.name, _t.lesson, _t.kecamatan, _t.words),
    *(_t.file_id, _t.file_kind, _t.told_at, _t.shared),
)
_SHOWN: Any = select(*_COLUMNS).join(people, people.c.id == _t.person_id)
_ADD = insert_or_ignore(tried)


async def add(connection: AsyncConnection, row: Mapping[str, Any]) -> int | None:
    """The id of the new one; None where they told of that lesson before."""
    tried_id = new_id()
    done = await connection.execute(_ADD[connection.dialect.name], [{"id": tried_id, "shared": None, **row}])
    return tried_id if done.rowcount else None


async def one(connection: AsyncConnection, tried_id: int) -> Tried | None:
    row = (await connection.execute(_SHOWN.where(_t.id == tried_id))).first()
    return Tried(*row) if row else None


async def was_told(connection: AsyncConnection, person_id: int, lesson: str) -> bool:
    query = select(_t.id).where(_t.person_id == person_id, _t.lesson == lesson)
    return (await connection.execute(query)).first() is not None


async def lessons_told(connection: AsyncConnection, person_ids: Sequence[int]) -> dict[int, set[str]]:
    """Of which lessons each of these told what came of it."""
    found: dict[int, set[str]] = defaultdict(set)
    for row in await connection.execute(select(_t.person_id, _t.lesson).where(_t.person_id.in_(person_ids))):
        found[row[0]].add(row[1])
    return found


async def permit(connection: AsyncConnection, tried_id: int, person_id: int, *, shared: bool) -> bool:
    """What they answered first stands; False when it is not theirs, or they answered already."""
    own = _t.id == tried_id, _t.person_id == person_id, _t.shared.is_(None)
    return bool((await connection.execute(update(tried).where(*own).values(shared=shared))).rowcount)


async def listed(connection: AsyncConnection, scopes: Sequence[str], limit: int, skip: int) -> list[Tried]:
    """Everything told in these wilayah, the newest first."""
    here = within(scopes, _t.kecamatan)
    query = _SHOWN.where(here).order_by(_t.told_at.desc(), _t.id.desc()).limit(limit).offset(skip)
    return [Tried(*row) for row in await connection.execute(query)]


async def count(connection: AsyncConnection, scopes: Sequence[str], since: datetime | None = None) -> int:
    recent = () if since is None else (_t.told_at >= since,)
    query = select(func.count()).select_from(tried).where(within(scopes, _t.kecamatan), *recent)
    return (await connection.execute(query)).scalar_one()


async def told_by(connection: AsyncConnection, person_id: int) -> int:
    """Of how many practices they told what came of it."""
    query = select(func.count()).select_from(tried).where(_t.person_id == person_id)
    return (await connection.execute(query)).scalar_one()


async def newest_shared(
    connection: AsyncConnection, kecamatan: Sequence[str], not_of: int, since: datetime
) -> Tried | None:
    """What a colleague told since, and may be passed on."""
    shared = _t.kecamatan.in_(kecamatan), _t.shared, _t.person_id != not_of, _t.told_at >= since
    row = (await connection.execute(_SHOWN.where(*shared).order_by(_t.told_at.desc()).limit(1))).first()
    return Tried(*row) if row else None


async def colleagues(
    connection: AsyncConnection, kecamatan: str, roles: Sequence[str], now: datetime, *, after: int, most: int
) -> list[Addressee]:
    """Those with these roles there, in the order of their ids."""
    there = select(grants.c.person_id).where(grants.c.role.in_(roles), within([kecamatan], grants.c.scope))
    query = select(*ADDRESSEE).where(
        people.c.id > after, people.c.unreachable_since.is_(None), people.c.id.in_(there.where(*in_force(now)))
    )
    return [Addressee(*row) for row in await connection.execute(query.order_by(people.c.id).limit(most))]


async def keep_scene(
    connection: AsyncConnection, person_id: int, scene: str, heard: int, most: int, at: datetime
) -> None:
    row = {"id": new_id(), "person_id": person_id, "scene": scene, "heard": heard, "most": most, "at": at}
    await connection.execute(practised.insert(), [row])


async def scenes_played(connection: AsyncConnection, person_id: int) -> dict[str, int]:
    """How often they played each scene to its end."""
    query = select(practised.c.scene, func.count()).where(practised.c.person_id == person_id)
    return {row[0]: row[1] for row in await connection.execute(query.group_by(practised.c.scene))}
