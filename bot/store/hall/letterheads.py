"""What stands above the papers of a wilayah, and the numbers of its letters."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import upsert
from bot.store.tables import letterheads, letters


@dataclass(frozen=True, slots=True)
class Letterhead:
    """See the table for what the columns mean; empty = nobody told it."""

    title: str = ""
    address: str = ""
    head: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """Its number, and when it was first given one: month and year stand in it."""

    number: int
    at: datetime


_SET = upsert(letterheads, ("wilayah",), ("title", "address", "head", "code", "by", "at"))
_NUMBER = upsert(letters, ("occasion_id",), ("wilayah", "number"))


async def of(connection: AsyncConnection, wilayah: str) -> Letterhead:
    one = letterheads.c
    query = select(one.title, one.address, one.head, one.code).where(one.wilayah == wilayah)
    row = (await connection.execute(query)).first()
    return Letterhead(*row) if row else Letterhead()


async def correct(
    connection: AsyncConnection, wilayah: str, told: dict[str, str], at: datetime, by: int | None
) -> Letterhead:
    """Only what was told changes. Returns what stands there now."""
    now = replace(await of(connection, wilayah), **told)
    row = {"wilayah": wilayah, "title": now.title, "address": now.address, "head": now.head, "code": now.code}
    await connection.execute(_SET[connection.dialect.name], [row | {"by": by, "at": at}])
    return now


async def letter_of(connection: AsyncConnection, occasion_id: int) -> Letter | None:
    """To this meeting; None while it has no number."""
    one = letters.c
    row = (await connection.execute(select(one.number, one.at).where(one.occasion_id == occasion_id))).first()
    return Letter(*row) if row else None


async def next_number(connection: AsyncConnection, wilayah: str, year: int) -> int:
    query = select(func.max(letters.c.number)).where(letters.c.wilayah == wilayah, letters.c.year == year)
    return ((await connection.execute(query)).scalar_one_or_none() or 0) + 1


async def give_number(
    connection: AsyncConnection, occasion_id: int, wilayah: str, year: int, number: int, at: datetime
) -> bool:
    """The letter has this number from now on; the day on which it got its first one stays. False when another letter of
    the year has it."""
    one = letters.c
    query = select(one.occasion_id).where(one.wilayah == wilayah, one.year == year, one.number == number)
    taken = (await connection.execute(query)).scalar_one_or_none()
    if taken is not None and taken != occasion_id:
        return False
    row = {"occasion_id": occasion_id, "wilayah": wilayah, "year": year, "number": number, "at": at}
    await connection.execute(_NUMBER[connection.dialect.name], [row])
    return True
