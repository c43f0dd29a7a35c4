"""How many came to a meeting: the one place where it stands, whoever counted, and by which way."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import old
from bot.store.database.dialects import upsert
from bot.store.tables import attendance, occasions


@dataclass(frozen=True, slots=True)
class Attendance:
    """`women` and `men` are None while there is only the photo of the sheet (`file_id`). `before`: the numbers that
    these replaced; None = nothing to go back to. `of_all`: so many were told altogether, and one of the two."""

    women: int | None
    men: int | None
    elements: Mapping[str, int]
    file_id: str | None
    at: datetime
    before: Mapping[str, Any] | None = None
    of_all: bool = False


#: Beside the groups, where all were counted; no group is called so.
_OF_ALL = "semua"
_COUNT = upsert(attendance, ("occasion_id",), ("women", "men", "elements", "before", "by", "at"))
_SHEET = upsert(attendance, ("occasion_id",), ("file_id", "by", "at"))
_NOBODY: dict[str, Any] = {"women": None, "men": None, "elements": {}}


async def attended(connection: AsyncConnection, occasion_id: int) -> Attendance | None:
    return (await attended_of(connection, [occasion_id])).get(occasion_id)


async def attended_of(connection: AsyncConnection, occasion_ids: Sequence[int]) -> dict[int, Attendance]:
    a = attendance.c
    query = select(a.occasion_id, a.women, a.men, a.elements, a.file_id, a.at, a.before)
    rows = await connection.execute(query.where(a.occasion_id.in_(occasion_ids)))
    return {row.occasion_id: _attendance(row) for row in rows}


def _attendance(row: Any) -> Attendance:
    elements = _told(row.elements) or {}
    of_all = bool(elements.pop(_OF_ALL, 0))
    return Attendance(row.women, row.men, elements, row.file_id, row.at, _told(row.before), of_all)


def _with_all(elements: Mapping[str, int], *, of_all: bool) -> dict[str, int]:
    return {**elements, **({_OF_ALL: 1} if of_all else {})}


def _told(text: str | None) -> Any:
    return json.loads(text) if text else None


async def count(
    connection: AsyncConnection,
    occasion_id: int,
    counted: tuple[int, int],
    elements: Mapping[str, int],
    at: datetime,
    by: int | None,
    *,
    of_all: bool = False,
) -> None:
    """How many came, `counted` as (women, men); the photo of the sheet stays where there is one, and what stood there
    before can be gone back to."""
    now = await attended(connection, occasion_id)
    was = _with_all(now.elements, of_all=now.of_all) if now else {}
    before = {"women": now.women, "men": now.men, "elements": was} if now else _NOBODY
    row: dict[str, Any] = {"occasion_id": occasion_id, "women": counted[0], "men": counted[1], "file_id": None}
    row |= {
        "elements": json.dumps(_with_all(elements, of_all=of_all)),
        "before": json.dumps(before),
        "at": at,
        "by": by,
    }
    await connection.execute(_COUNT[connection.dialect.name], [row])


async def uncount(connection: AsyncConnection, occasion_id: int, counted: tuple[int, int], by: int | None) -> bool:
    """What stood there before these numbers; False when others stand there now, or there is nothing to go back to."""
    now = await attended(connection, occasion_id)
    if now is None or now.before is None or (now.women, now.men) != counted:
        return False
    values = {**now.before, "elements": json.dumps(now.before["elements"]), "before": null(), "by": by}
    await connection.execute(update(attendance).where(attendance.c.occasion_id == occasion_id).values(**values))
    return True


async def keep_sheet(connection: AsyncConnection, occasion_id: int, file_id: str, at: datetime, by: int | None) -> None:
    """The photo of the sheet; the numbers stay where there are some."""
    row: dict[str, Any] = {"occasion_id": occasion_id, "women": None, "men": None, "elements": None, "before": None}
    await connection.execute(_SHEET[connection.dialect.name], [row | {"file_id": file_id, "at": at, "by": by}])


async def forget_sheets(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """Photos of sheets with names and signatures of meetings held before; how many came stays."""
    over = exists().where(occasions.c.id == attendance.c.occasion_id, occasions.c.starts_at < before)
    return await old.blank(connection, attendance, limit, attendance.c.file_id.is_not(None), over, file_id=null())
