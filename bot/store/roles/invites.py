"""Invitations: one use each, only a hash is stored. A button names one by its id, which tells nothing of the code."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.grants import BEGUN, in_force
from bot.store.tables import blocks, grants, invites, wrong_codes

#: What stands in the place of a role in a code by which a successor takes everything over.
SUCCESSION = "penerus"
_MOST = 5000


@dataclass(frozen=True, slots=True)
class Brought:
    """What a code gives: a role in a wilayah, or (`replaces`) all that this person had and `made_by` may give. Without
    `made_by` it is the command line's."""

    id: int
    role: str
    scope: str
    made_by: int | None
    replaces: int | None


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation as those who made it see it."""

    id: int
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


def row(code: str, role: str, scope: str, now: datetime, days: int, **more: Any) -> dict[str, Any]:
    """A row for `add`. `more`: made_by, label, batch, replaces."""
    ends = now + timedelta(days=days)
    blank = dict.fromkeys(("made_by", "label", "batch", "replaces"))
    return (
        {"id": new_id(), "code_hash": hash_of(code), "role": role, "scope": scope, "made_at": now, "expires_at": ends}
        | blank
        | more
    )


async def add(connection: AsyncConnection, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        await connection.execute(invites.insert(), list(rows))


@dataclass(frozen=True, slots=True)
class Bringer:
    """Who brings a code, and the address of the account they bring it by."""

    person_id: int
    account: int


async def brought(connection: AsyncConnection, code: str, by: Bringer, now: datetime) -> Brought | None:
    """What an open code would give, held until this transaction ends; None when it is unknown, used, expired or
    revoked, was made for one's own successor, or before the role was taken from whoever brings it."""
    query = (
        select(invites.c.id, invites.c.role, invites.c.scope, invites.c.made_by, invites.c.replaces)
        .where(
            invites.c.code_hash == hash_of(code),
            *_is_open(),
            invites.c.expires_at > now,
            or_(invites.c.replaces.is_(None), invites.c.replaces != by.person_id),
            ~_taken_from(by),
        )
        .with_for_update()
    )
    found = (await connection.execute(query)).one_or_none()
    return None if found is None else Brought(*found)


def _taken_from(by: Bringer) -> ColumnElement[bool]:
    """The role was taken from this person, or the account was cut off, after the code was made."""
    same = grants.c.person_id == by.person_id, grants.c.role == invites.c.role, grants.c.scope == invites.c.scope
    return or_(
        exists().where(*same, grants.c.revoked_at >= invites.c.made_at, BEGUN),
        exists().where(blocks.c.account == by.account, blocks.c.at >= invites.c.made_at),
    )


async def use(connection: AsyncConnection, invite_id: int, person_id: int, now: datetime) -> bool:
    """False when somebody else was first."""
    query = update(invites).where(invites.c.id == invite_id, *_is_open()).values(used_at=now, used_by=person_id)
    return (await connection.execute(query)).rowcount == 1


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
        found.id, found.role, found.scope, found.label, found.made_by, found.made_at, found.expires_at, found.used_by
    )


async def revoke(connection: AsyncConnection, invite_id: int, now: datetime) -> None:
    query = update(invites).where(invites.c.id == invite_id, *_is_open())
    await connection.execute(query.values(revoked_at=now))


async def revoke_all_of(connection: AsyncConnection, person_id: int, now: datetime) -> int:
    """Whatever somebody made and nobody used is worth nothing any more; returns how many codes."""
    query = update(invites).where(invites.c.made_by == person_id, *_is_open())
    return (await connection.execute(query.values(revoked_at=now))).rowcount


def dead_with(person: Any) -> Any:
    """The statement by which unused codes die with whoever made them, or was to be replaced by them."""
    theirs = or_(invites.c.made_by == person, invites.c.replaces == person)
    died = func.coalesce(invites.c.revoked_at, invites.c.made_at)
    return update(invites).where(theirs, invites.c.used_at.is_(None)).values(revoked_at=died)


async def count_open_of(connection: AsyncConnection, person_id: int, now: datetime) -> int:
    """How many codes of theirs could still be used."""
    query = select(func.count()).where(invites.c.made_by == person_id, *_is_open(), invites.c.expires_at > now)
    return (await connection.execute(query)).scalar_one()


async def open_one(connection: AsyncConnection, invite_id: int) -> Invite | None:
    """An open invitation, held until this transaction ends: what was checked is what changes."""
    query = select(invites).where(invites.c.id == invite_id, *_is_open()).with_for_update()
    found = (await connection.execute(query)).one_or_none()
    return None if found is None else _invite(found)


async def made_since(connection: AsyncConnection, person_id: int, since: datetime, *, by_list: bool) -> int:
    """How many codes somebody made since then: one by one, or by lists."""
    batch = invites.c.batch.is_not(None) if by_list else invites.c.batch.is_(None)
    query = select(func.count()).where(invites.c.made_by == person_id, invites.c.made_at > since, batch)
    return (await connection.execute(query)).scalar_one()


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
