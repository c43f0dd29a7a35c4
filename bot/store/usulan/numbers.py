"""Usulan by the number that people say."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN, Usulan
from bot.store.tables import usulan
from bot.store.usulan.usulan import as_usulan, by_id

_MOST_YEARS = 4


async def of(connection: AsyncConnection, kecamatan: str, serial: int, *, withdrawn: bool = False) -> list[Usulan]:
    """Every usulan of that kecamatan and number, newest year first; `withdrawn` ones are nobody's news."""
    same = usulan.c.kecamatan == kecamatan, usulan.c.serial == serial
    stands = () if withdrawn else (usulan.c.status != WITHDRAWN,)
    query = select(usulan).where(*same, *stands).order_by(usulan.c.year.desc()).limit(_MOST_YEARS)
    return [as_usulan(row) for row in await connection.execute(query)]


async def of_same_dusun(connection: AsyncConnection, usulan_id: int, limit: int) -> list[Usulan]:
    """The usulan of the same year and dusun, newest first; none where the dusun is not known."""
    one = await by_id(connection, usulan_id)
    dusun = one and (one.answers.get("dusun") or {}).get("name")
    if one is None or not dusun:
        return []
    year = select(usulan.c.year).where(usulan.c.id == usulan_id).scalar_subquery()
    same = (usulan.c.year == year, usulan.c.kecamatan == one.kecamatan, usulan.c.desa == one.desa)
    query = select(usulan).where(*same, usulan.c.status != WITHDRAWN).order_by(usulan.c.serial.desc())
    rows = [as_usulan(row) for row in await connection.execute(query)]
    return [row for row in rows if (row.answers.get("dusun") or {}).get("name") == dusun][:limit]
