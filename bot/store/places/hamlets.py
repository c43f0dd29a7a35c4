"""Dusun and lingkungan that facilitators confirmed, added or renamed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import facts
from bot.store.database.dialects import upsert
from bot.store.database.ids import new_id
from bot.store.tables import hamlets, usulan

#: The fact that changes whenever a name does; every process looks at it once a second.
CHANGED = "hamlets"
_NEWEST = 200
_KEEP = upsert(hamlets, ("desa", "name"), ("confirmed_by", "confirmed_at"))


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A name that holds in this desa; `was` = the name it had before."""

    desa: str
    name: str
    was: str | None


async def everywhere(connection: AsyncConnection) -> list[Hamlet]:
    query = select(hamlets.c.desa, hamlets.c.name, hamlets.c.was).order_by(hamlets.c.confirmed_at, hamlets.c.name)
    return [Hamlet(*row) for row in await connection.execute(query)]


async def of_desa(connection: AsyncConnection, desa: str) -> list[Hamlet]:
    query = (
        select(hamlets.c.desa, hamlets.c.name, hamlets.c.was)
        .where(hamlets.c.desa == desa)
        .order_by(hamlets.c.confirmed_at, hamlets.c.name)
    )
    return [Hamlet(*row) for row in await connection.execute(query)]


async def confirm(
    connection: AsyncConnection, desa: str, names: Sequence[str], by: int, now: datetime, was: str | None = None
) -> None:
    """These names hold; one that is there already is confirmed anew, and keeps the name it had before."""
    rows = [{"desa": desa, "name": name, "was": was, "confirmed_by": by, "confirmed_at": now} for name in names]
    if rows:
        await connection.execute(_KEEP[connection.dialect.name], rows)
        await facts.write(connection, CHANGED, str(new_id()))


async def forget(connection: AsyncConnection, desa: str, name: str) -> None:
    """This name holds no more."""
    await connection.execute(delete(hamlets).where(hamlets.c.desa == desa, hamlets.c.name == name))
    await facts.write(connection, CHANGED, str(new_id()))


async def mentioned(connection: AsyncConnection, desa: str) -> list[str]:
    """Names of places that villagers typed and no list has, from the newest usulan of this desa."""
    query = select(usulan.c.answers).where(usulan.c.desa == desa).order_by(usulan.c.id.desc()).limit(_NEWEST)
    names: dict[str, None] = {}
    for (answers,) in await connection.execute(query):
        dusun = json.loads(answers).get("dusun")
        if isinstance(dusun, dict) and dusun.get("listed") is False:
            names[str(dusun.get("name"))] = None
    return list(names)


async def version(connection: AsyncConnection) -> str | None:
    return await facts.read(connection, CHANGED)
