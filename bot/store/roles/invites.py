"""Invitations: one use each, only a hash is stored."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.grants import in_force
from bot.store.tables import grants, invites, wrong_codes

#: What stands in the place of a role in a code by which a successor takes everything over.
SUCCESSION = "penerus"
_KEY = 16
_MOST = 5000


@dataclass(frozen=True, slots=True)
class Brought:
    """What a code gives: a role in a wilayah, or (`replaces`) all that this person had and `made_by` may give."""

    role: str
    scope: str
    made_by: int | None
    replaces: int | None


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation as those who made it see it; `key` names it in a button."""

    key: str
    role: str
    scope: str
    label: str | None
    made_by: int | None
    made_at: datetime
    expires_at: datetime
    used_by: int | None


def hash_of(code: str) -> str:
    """What is stored in the place of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


def key_of(code: str) -> str:
    """The name of an invitation in a button: it does not tell the code."""
    return hash_of(code)[:_KEY]


def row(code: str, role: str, scope: str, now: datetime, days: int, **more: Any) -> dict[str, Any]:
    """A row for `add`. `more`: made_by, label, batch, replaces."""
    ends = now + timedelta(days=days)
    blank = dict.fromkeys(("made_by", "label", "batch", "replaces"))
    return {"code_hash": hash_of(code), "role": role, "scope": scope, "made_at": now, "expires_at": ends} | blank | more


async def add(connection: AsyncConnection, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        await connection.execute(invites.insert(), list(rows))


async def redeem(connection: AsyncConnection, code: str, person_id: int, now: datetime) -> Brought | None:
    """What the code gives to the one who comes first; None when it is unknown, used, expired or revoked, or was made
    for one's own successor."""
    query = (
        update(invites)
        .where(
            invites.c.code_hash == hash_of(code),
            *_is_open(),
            invites.c.expires_at > now,
            or_(invites.c.replaces.is_(None), invites.c.replaces != person_id),
        )
        .values(used_at=now, used_by=person_id)
        .returning(invites.c.role, invites.c.scope, invites.c.made_by, invites.c.replaces)
    )
    found = (await connection.execute(query)).one_or_none()
    return None if found is None else Brought(*found)


async def is_for_successor_of(connection: AsyncConnection, code: str, person_id: int, now: datetime) -> bool:
    """Whether this open code is for the successor of the very person who brings it."""
    query = select(func.count()).where(
        invites.c.code_hash == hash_of(code), *_is_open(), invites.c.expires_at > now, invites.c.replaces == person_id
    )
    return bool((await connection.execute(query)).scalar_one())


def _is_open() -> tuple[ColumnElement[bool], ...]:
    return invites.c.used_at.is_(None), invites.c.revoked_at.is_(None)


def _invite(found: Any) -> Invite:
    return Invite(
        found.code_hash[:_KEY],
        found.role,
        found.scope,
        found.label,
        found.made_by,
        found.made_at,
        found.expires_at,
        found.used_by,
    )


async def revoke(connection: AsyncConnection, key: str, now: datetime) -> None:
    query = update(invites).where(invites.c.code_hash.startswith(key, autoescape=True), *_is_open())
    await connection.execute(query.values(revoked_at=now))


async def by_key(connection: AsyncConnection, key: str) -> Invite | None:
    """The open invitation of this name."""
    query = select(invites).where(invites.c.code_hash.startswith(key, autoescape=True), *_is_open())
    found = (await connection.execute(query)).first()
    return None if found is None else _invite(found)


async def made_by(connection: AsyncConnection, person_id: int, now: datetime) -> list[Invite]:
    """Somebody's own open invitations, newest first."""
    query = (
        select(invites)
        .where(invites.c.made_by == person_id, *_is_open(), invites.c.expires_at > now)
        .order_by(invites.c.made_at.desc(), invites.c.code_hash)
        .limit(_MOST)
    )
    return [_invite(found) for found in await connection.execute(query)]


async def within(connection: AsyncConnection, scopes: Sequence[str], *, unused: bool) -> list[Invite]:
    """Invitations that were not revoked, in these wilayah: those nobody has used, or all of them. Also expired ones."""
    column = invites.c.scope
    inside = or_(*(or_(column == scope, column.between(f"{scope}.", f"{scope}.~")) for scope in scopes))
    only = (invites.c.used_at.is_(None),) if unused else ()
    query = (
        select(invites)
        .where(inside, invites.c.revoked_at.is_(None), invites.c.replaces.is_(None), *only)
        .order_by(column, invites.c.label, invites.c.code_hash)
    )
    return [_invite(found) for found in await connection.execute(query)] if scopes else []


async def held(connection: AsyncConnection, now: datetime) -> set[tuple[int | None, str, str]]:
    """(person, role, wilayah) of every role that somebody holds today."""
    query = select(grants.c.person_id, grants.c.role, grants.c.scope).where(*in_force(now))
    return {(row[0], row[1], row[2]) for row in await connection.execute(query)}


async def note_wrong(connection: AsyncConnection, person_id: int, now: datetime) -> None:
    await connection.execute(wrong_codes.insert(), {"id": new_id(), "person_id": person_id, "at": now})


async def wrong_within_hour(connection: AsyncConnection, person_id: int, now: datetime) -> int:
    query = select(func.count()).where(
        wrong_codes.c.person_id == person_id, wrong_codes.c.at > now - timedelta(hours=1)
    )
    return (await connection.execute(query)).scalar_one()
