"""Invitations: one use each, only a hash is stored."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.ids import new_id
from bot.store.tables import invites, wrong_codes


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


async def add(connection: AsyncConnection, code: str, role: str, scope: str, now: datetime, days: int) -> None:
    row = {
        "code_hash": _hash(code),
        "role": role,
        "scope": scope,
        "made_at": now,
        "expires_at": now + timedelta(days=days),
    }
    await connection.execute(invites.insert(), row)


async def redeem(connection: AsyncConnection, code: str, person_id: int, now: datetime) -> tuple[str, str] | None:
    """(role, scope) for the one who comes first; None when the code is unknown, used, expired or revoked."""
    query = (
        update(invites)
        .where(
            invites.c.code_hash == _hash(code),
            invites.c.used_at.is_(None),
            invites.c.revoked_at.is_(None),
            invites.c.expires_at > now,
        )
        .values(used_at=now, used_by=person_id)
        .returning(invites.c.role, invites.c.scope)
    )
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else (row[0], row[1])


async def note_wrong(connection: AsyncConnection, person_id: int, now: datetime) -> None:
    await connection.execute(wrong_codes.insert(), {"id": new_id(), "person_id": person_id, "at": now})


async def wrong_within_hour(connection: AsyncConnection, person_id: int, now: datetime) -> int:
    query = select(func.count()).where(
        wrong_codes.c.person_id == person_id, wrong_codes.c.at > now - timedelta(hours=1)
    )
    return (await connection.execute(query)).scalar_one()
