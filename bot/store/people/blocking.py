"""Lost telephones: an account is cut off from its person, whose place waits for a successor (docs/adr/0016)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Grant
from bot.store.database.ids import new_id
from bot.store.tables import blocks, grants, outbox, people, phones

_LOST = "lost"  # in the place of a channel


@dataclass(frozen=True, slots=True)
class Block:
    """`at`: when the account was cut off."""

    person_id: int
    at: datetime


async def cut_off(connection: AsyncConnection, person_id: int, by: int, why: str, now: datetime) -> int | None:
    """The account is a stranger's from now on, and what is on its way there does not leave. Returns its address; None
    when it was cut off before."""
    query = select(people.c.address).where(people.c.id == person_id, people.c.channel != _LOST).with_for_update()
    account: int | None = (await connection.execute(query)).scalar()
    if account is None:
        return None
    nowhere = {"channel": _LOST, "address": -person_id, "unreachable_since": now}
    await connection.execute(update(people).where(people.c.id == person_id).values(**nowhere))
    await connection.execute(delete(phones).where(phones.c.person_id == person_id))  # it rings at whoever has it now
    row = {"id": new_id(), "person_id": person_id, "account": account, "by": by, "why": why, "at": now}
    await connection.execute(blocks.insert(), row)
    waiting = (outbox.c.chat == account, outbox.c.outcome.is_(None), outbox.c.lease_by.is_(None))
    await connection.execute(update(outbox).where(*waiting).values(outcome="dropped", params="{}"))
    return account


async def block_of(connection: AsyncConnection, person_id: int | None) -> Block | None:
    query = select(blocks.c.person_id, blocks.c.at).where(blocks.c.person_id == person_id)
    row = (await connection.execute(query)).one_or_none() if person_id is not None else None
    return None if row is None else Block(*row)


async def cut_off_among(connection: AsyncConnection, people_ids: Collection[int]) -> set[int]:
    """Which of these people have had their account cut off."""
    query = select(blocks.c.person_id).where(blocks.c.person_id.in_(people_ids))
    return set((await connection.execute(query)).scalars())


async def was_cut_off(connection: AsyncConnection, account: int) -> bool:
    """Whether this account was once somebody else's lost telephone, or their own."""
    query = select(blocks.c.person_id).where(blocks.c.account == account).limit(1)
    return (await connection.execute(query)).first() is not None


async def held_then(connection: AsyncConnection, block: Block) -> list[Grant]:
    """What somebody held when their account was cut off, whoever has it since."""
    query = select(grants.c.role, grants.c.scope).where(
        grants.c.person_id == block.person_id,
        grants.c.granted_at <= block.at,
        or_(grants.c.revoked_at.is_(None), grants.c.revoked_at >= block.at),
        or_(grants.c.until.is_(None), grants.c.until > block.at),
    )
    return [Grant(*row) for row in await connection.execute(query)]


def forgetting(person: Any, address: Any) -> tuple[Any, ...]:
    """Statements by which somebody is forgotten here: their own block, their account and name in others."""
    return (
        delete(blocks).where(blocks.c.person_id == person),
        update(blocks).where(blocks.c.account == address).values(account=null()),
        update(blocks).where(blocks.c.by == person).values(by=null()),
    )
