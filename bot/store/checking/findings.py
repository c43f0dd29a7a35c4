"""What was found, item by item, and what of it differs from what was told."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.checking.comparing import Difference
from bot.store.checking.checks import DONE
from bot.store.database.dialects import upsert
from bot.store.database.ids import new_id
from bot.store.tables import check_differences, check_findings, field_checks, people

_KEEP = upsert(check_findings, ("check_id", "item"), ("value", "by", "at", "version"))
_d = check_differences.c


@dataclass(frozen=True, slots=True)
class Finding:
    """`value`: the answers, by question; `name`: of who wrote it, empty when they are gone; `version`: by which
    somebody knows whether it is still the one that they saw."""

    item: str
    value: Mapping[str, Any]
    name: str
    version: int
    at: datetime


async def of_check(connection: AsyncConnection, check_id: int) -> dict[str, Finding]:
    """By item."""
    f = check_findings.c
    query = select(f.item, f.value, people.c.name, f.version, f.at).outerjoin(people, people.c.id == f.by)
    rows = await connection.execute(query.where(f.check_id == check_id))
    return {row[0]: Finding(row[0], json.loads(row[1]), row[2] or "", *row[3:]) for row in rows}


async def of_done(connection: AsyncConnection, which: Sequence[int]) -> dict[int, dict[str, Mapping[str, Any]]]:
    """By usulan what checks found that are done, by item; the later one where there were several."""
    f, c = check_findings.c, field_checks.c
    query = select(c.usulan_id, f.item, f.value).join(field_checks, c.id == f.check_id)
    done = query.where(c.usulan_id.in_(which), c.state == DONE).order_by(c.closed_at, c.id)
    found: dict[int, dict[str, Mapping[str, Any]]] = defaultdict(dict)
    for usulan_id, item, value in await connection.execute(done):
        found[usulan_id][item] = json.loads(value)
    return found


async def keep(
    connection: AsyncConnection, check_id: int, item: str, value: Mapping[str, Any], by: int, at: datetime
) -> None:
    """Whoever calls holds the check, and has seen what stands there now."""
    row: dict[str, Any] = {"check_id": check_id, "item": item, "value": json.dumps(value), "by": by, "at": at}
    row["version"] = new_id()
    await connection.execute(_KEEP[connection.dialect.name], row)


# --- what differs ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kept:
    """A difference as it was found, and the question by which it went back."""

    id: int
    check_id: int
    difference: Difference
    clarification_id: int | None


def _kept(row: Any) -> Kept:
    stated, found = (json.loads(value) if value else None for value in (row.stated, row.found))
    return Kept(row.id, row.check_id, Difference(row.field, stated, found), row.clarification_id)


async def note_differences(connection: AsyncConnection, check_id: int, found: Sequence[Difference]) -> None:
    rows = [
        {"id": new_id(), "check_id": check_id, "field": one.field, "stated": json.dumps(one.stated)}
        | {"found": json.dumps(one.found) if one.found is not None else None}
        for one in found
    ]
    if rows:
        await connection.execute(check_differences.insert(), rows)


async def differences_of(connection: AsyncConnection, check_id: int) -> list[Kept]:
    query = select(check_differences).where(_d.check_id == check_id).order_by(_d.id)
    return [_kept(row) for row in await connection.execute(query)]


async def went_back(connection: AsyncConnection, difference_id: int, clarification_id: int) -> None:
    change = update(check_differences).where(_d.id == difference_id)
    await connection.execute(change.values(clarification_id=clarification_id))


async def behind(connection: AsyncConnection, clarification_id: int) -> Kept | None:
    """The difference that a question is about."""
    query = select(check_differences).where(_d.clarification_id == clarification_id)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else _kept(row)
