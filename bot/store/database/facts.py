"""Single facts of this installation, and leases on what only one process may do."""

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import upsert
from bot.store.tables import facts, leases

_WRITE = upsert(facts, ["name"], ["value"])


async def read(connection: AsyncConnection, name: str) -> str | None:
    return (await connection.execute(select(facts.c.value).where(facts.c.name == name))).scalar()


async def write(connection: AsyncConnection, name: str, value: str) -> None:
    await connection.execute(_WRITE[connection.dialect.name], {"name": name, "value": value})


async def advance(connection: AsyncConnection, name: str, value: str) -> bool:
    """Write a value that is later (as text) than what stands there; False for everybody who comes second."""
    statement = upsert(facts, ["name"], ["value"], where=facts.c.value < value)[connection.dialect.name]
    written = await connection.execute(statement.returning(facts.c.name), {"name": name, "value": value})
    return written.first() is not None


async def forget(connection: AsyncConnection, name: str) -> None:
    await connection.execute(delete(facts).where(facts.c.name == name))


async def hold_lease(connection: AsyncConnection, name: str, me: str, now: float, seconds: float) -> bool:
    """Take or keep a lease; False when somebody else holds it. `now` in real seconds."""
    free = or_(leases.c.holder == me, leases.c.until < now)
    statement = upsert(leases, ["name"], ["holder", "until"], where=free)[connection.dialect.name]
    # RETURNING, since the count of rows of an INSERT is not told by every driver.
    taken = statement.returning(leases.c.name)
    result = await connection.execute(taken, {"name": name, "holder": me, "until": now + seconds})
    return result.first() is not None


async def release_leases(connection: AsyncConnection, me: str) -> None:
    await connection.execute(delete(leases).where(leases.c.holder == me))


async def forget_leases(connection: AsyncConnection) -> None:
    """No other process can be alive (SQLite): whoever holds a lease is dead."""
    await connection.execute(delete(leases))
