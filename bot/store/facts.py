"""Single facts of this installation, and leases on what only one process may do."""

from sqlalchemy import delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import facts, leases

_FACT = {"sqlite": sqlite.insert(facts), "postgresql": postgresql.insert(facts)}
_LEASE = {"sqlite": sqlite.insert(leases), "postgresql": postgresql.insert(leases)}


async def read(connection: AsyncConnection, name: str) -> str | None:
    return (await connection.execute(select(facts.c.value).where(facts.c.name == name))).scalar()


async def write(connection: AsyncConnection, name: str, value: str) -> None:
    insert = _FACT[connection.dialect.name]
    statement = insert.on_conflict_do_update(index_elements=["name"], set_={"value": insert.excluded.value})
    await connection.execute(statement, {"name": name, "value": value})


async def forget(connection: AsyncConnection, name: str) -> None:
    await connection.execute(delete(facts).where(facts.c.name == name))


async def hold_lease(connection: AsyncConnection, name: str, me: str, now: float, seconds: float) -> bool:
    """Take or keep a lease; False when somebody else holds it. `now` in real seconds."""
    insert = _LEASE[connection.dialect.name]
    statement = insert.on_conflict_do_update(
        index_elements=["name"],
        set_={"holder": insert.excluded.holder, "until": insert.excluded.until},
        where=or_(leases.c.holder == insert.excluded.holder, leases.c.until < now),
    )
    result = await connection.execute(statement, {"name": name, "holder": me, "until": now + seconds})
    return result.rowcount > 0


async def release_leases(connection: AsyncConnection, me: str) -> None:
    await connection.execute(delete(leases).where(leases.c.holder == me))
