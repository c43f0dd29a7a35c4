"""Addresses from which a calendar program fetches somebody's dates. Only a hash is kept: who reads the database learns
no address."""

import hashlib
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import feeds


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def add(connection: AsyncConnection, token: str, person_id: int, now: datetime) -> None:
    """The new address takes the place of those the person had."""
    await revoke(connection, person_id, now)
    await connection.execute(feeds.insert().values(token_hash=_hash(token), person_id=person_id, made_at=now))


async def revoke(connection: AsyncConnection, person_id: int, now: datetime) -> bool:
    """False when there was none in use."""
    used = feeds.c.person_id == person_id, feeds.c.revoked_at.is_(None)
    return bool((await connection.execute(update(feeds).where(*used).values(revoked_at=now))).rowcount)


async def has_one(connection: AsyncConnection, person_id: int, since: datetime) -> bool:
    query = select(feeds.c.token_hash).where(
        feeds.c.person_id == person_id, feeds.c.revoked_at.is_(None), feeds.c.made_at > since
    )
    return (await connection.execute(query)).first() is not None


async def owner(connection: AsyncConnection, token: str, since: datetime) -> int | None:
    """Whose dates are shown at this address; None when it is wrong, revoked, or not made after `since`."""
    query = select(feeds.c.person_id).where(
        feeds.c.token_hash == _hash(token), feeds.c.revoked_at.is_(None), feeds.c.made_at > since
    )
    return (await connection.execute(query)).scalar()
