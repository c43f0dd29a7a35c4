"""Single facts of this installation."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import insert_or_ignore, upsert
from bot.store.tables import facts

#: A restored copy that may not yet speak, and since when.
PAUSED = "paused"

_WRITE = upsert(facts, ["name"], ["value"])
_KEEP = insert_or_ignore(facts)


async def read(connection: AsyncConnection, name: str) -> str | None:
    return (await connection.execute(select(facts.c.value).where(facts.c.name == name))).scalar()


async def write(connection: AsyncConnection, name: str, value: str) -> None:
    await connection.execute(_WRITE[connection.dialect.name], {"name": name, "value": value})


async def keep_first(connection: AsyncConnection, name: str, value: str) -> str:
    """Write a value only where none stands; returns what stands there then."""
    await connection.execute(_KEEP[connection.dialect.name], {"name": name, "value": value})
    found: str = (await connection.execute(select(facts.c.value).where(facts.c.name == name))).scalar_one()
    return found


async def advance(connection: AsyncConnection, name: str, value: str) -> bool:
    """Write a value that is later (as text) than what stands there; False for everybody who comes second."""
    statement = upsert(facts, ["name"], ["value"], where=facts.c.value < value)[connection.dialect.name]
    written = await connection.execute(statement.returning(facts.c.name), {"name": name, "value": value})
    return written.first() is not None


async def forget(connection: AsyncConnection, name: str) -> None:
    await connection.execute(delete(facts).where(facts.c.name == name))
