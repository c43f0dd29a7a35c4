"""The usulan of which SIPD answers, by the numbers in a file; only what the sender may see is found."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Usulan
from bot.store.reading.readings import Sight, visible
from bot.store.tables import usulan
from bot.store.usulan.usulan import as_usulan

#: Numbers that one statement names.
_AT_ONCE = 500
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


def _parts(serials: Sequence[int]) -> Iterable[Sequence[int]]:
    return (serials[start : start + _AT_ONCE] for start in range(0, len(serials), _AT_ONCE))
