"""The usulan of which SIPD answers, by the numbers in a file; only what the sender may see is found."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Usulan
from bot.store.database.ids import new_id
from bot.store.reading.readings import Sight, visible
from bot.store.tables import events, usulan
from bot.store.usulan.events import NUMBERED
from bot.store.usulan.usulan import as_usulan

#: Numbers that one statement names.
_AT_ONCE = 500
_Part = TypeVar("_Part", int, str)
#: Kecamatan, serial, year; no year where none was said.
Number = tuple[str, int, int | None]


async def by_number(connection: AsyncConnection, who: Sight, numbers: Iterable[Number]) -> list[Usulan]:
    """All that bear one of these numbers, of every year where none was said."""
    u, groups, found = usulan.c, defaultdict[tuple[str, int | None], set[int]](set), list[Usulan]()
    for kecamatan, serial, year in numbers:
        groups[kecamatan, year].add(serial)
    for (kecamatan, year), serials in groups.items():
        here = (u.kecamatan == kecamatan, u.year == year) if year is not None else (u.kecamatan == kecamatan,)
        for part in _parts(sorted(serials)):
            rows = await connection.execute(select(usulan).where(visible(who), *here, u.serial.in_(part)))
            found += [as_usulan(row) for row in rows]
    return found


async def by_id(connection: AsyncConnection, who: Sight, which: Sequence[int]) -> dict[int, Usulan]:
    """Those of them that the sender may see now."""
    query = select(usulan).where(visible(who), usulan.c.id.in_(which))
    return {row.id: as_usulan(row) for row in await connection.execute(query)}


async def holders(connection: AsyncConnection, numbers: Iterable[str]) -> dict[str, Usulan]:
    """Which usulan has which of SIPD's numbers, whoever sees it: no two have the same."""
    found: dict[str, Usulan] = {}
    for part in _parts(sorted(numbers)):
        rows = await connection.execute(select(usulan).where(usulan.c.sipd.in_(part)))
        found |= {row.sipd: as_usulan(row) for row in rows}
    return found


async def number(
    connection: AsyncConnection, who: Sight, numbers: Mapping[int, str], by: int | None, at: datetime
) -> int:
    """SIPD's own numbers, by usulan, of those that the sender may see now. Returns how many are new."""
    seen = await by_id(connection, who, list(numbers))
    found = [one for one, known in seen.items() if known.sipd != numbers[one]]
    told = [{"which": one, "sipd": numbers[one]} for one in sorted(found)]
    if told:
        statement = update(usulan).where(usulan.c.id == bindparam("which")).values(sipd=bindparam("sipd"))
        await connection.execute(statement, told)
        row = {"by": by, "at": at, "kind": NUMBERED}
        rows = [
            row | {"id": new_id(), "usulan_id": one, "detail": json.dumps({"nomor": numbers[one]})} for one in found
        ]
        await connection.execute(insert(events), rows)
    return len(told)


def _parts(told: Sequence[_Part]) -> Iterable[Sequence[_Part]]:
    return (told[start : start + _AT_ONCE] for start in range(0, len(told), _AT_ONCE))
