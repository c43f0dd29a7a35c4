"""Roles that are given, and statements by which a successor takes over what somebody had."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Grant
from bot.store.database.ids import new_id
from bot.store.grants import in_force
from bot.store.queues.notices import DRAFT
from bot.store.tables import conversations, grants, invites, notices, usulan
from bot.store.turn import Turn
from bot.store.within import within


@dataclass(frozen=True, slots=True)
class Held:
    """A grant in force, with its row and its end."""

    id: int
    role: str
    scope: str
    until: datetime | None


async def held_by(connection: AsyncConnection, person_id: int, now: datetime) -> list[Held]:
    query = (
        select(grants.c.id, grants.c.role, grants.c.scope, grants.c.until)
        .where(grants.c.person_id == person_id, *in_force(now))
        .order_by(grants.c.id)
    )
    return [Held(*row) for row in await connection.execute(query)]


async def end(connection: AsyncConnection, grant_ids: Sequence[int], now: datetime) -> list[int]:
    """Revoke these grants; returns those that were still in force, since two people may come at once."""
    held = grants.c.id.in_(grant_ids), grants.c.revoked_at.is_(None)
    query = update(grants).where(*held).values(revoked_at=now, settle_at=now)
    return list((await connection.execute(query.returning(grants.c.id))).scalars())


async def move_usulan(connection: AsyncConnection, old: int, new: int, scopes: Sequence[str]) -> list[int]:
    """What somebody was chosen to read, and what they typed for people who are still to be told, becomes the
    successor's. Returns the ids of the latter."""
    chosen = update(usulan).where(usulan.c.reader_id == old, within(scopes, usulan.c.desa)).values(reader_id=new)
    await connection.execute(chosen)
    typed = usulan.c.typed_by == old, usulan.c.told_at.is_(None), within(scopes, usulan.c.desa)
    moved = await connection.execute(update(usulan).where(*typed).values(typed_by=new).returning(usulan.c.id))
    return list(moved.scalars())


async def drafts(connection: AsyncConnection, old: int, new: int, flow: str) -> list[tuple[str, dict[str, Any]]]:
    """(name, state) of what somebody is in the middle of writing down for others; nothing where the successor has a
    draft of that form already."""
    theirs = select(conversations.c.flow).where(conversations.c.person_id == new, conversations.c.flow == flow)
    if (await connection.execute(theirs)).first() is not None:
        return []
    query = select(conversations.c.draft, conversations.c.state).where(
        conversations.c.person_id == old, conversations.c.flow == flow
    )
    return [(row[0], json.loads(row[1])) for row in await connection.execute(query)]


async def keep_draft(
    connection: AsyncConnection, person_id: int, flow: str, draft: str, state: dict[str, Any], now: datetime
) -> None:
    told = {"draft": draft, "state": json.dumps(state, separators=(",", ":")), "touched_at": now}
    await connection.execute(conversations.insert().values(person_id=person_id, flow=flow, **told))


async def drop_draft(connection: AsyncConnection, person_id: int, flow: str) -> None:
    mine = conversations.c.person_id == person_id, conversations.c.flow == flow
    await connection.execute(delete(conversations).where(*mine))


async def before(connection: AsyncConnection, person_id: int) -> int | None:
    """Whose place somebody took over last."""
    taken = invites.c.used_by == person_id, invites.c.replaces.is_not(None)
    query = select(invites.c.replaces).where(*taken).order_by(invites.c.used_at.desc()).limit(1)
    return (await connection.execute(query)).scalar()


async def open_notices(connection: AsyncConnection, person_id: int) -> list[tuple[int, str, str, datetime]]:
    """(id, kind, subject, due) of what waits to be told because of a role; one's own drafts stay one's own."""
    query = select(notices.c.id, notices.c.kind, notices.c.subject, notices.c.due_at).where(
        notices.c.person_id == person_id, notices.c.outcome.is_(None), notices.c.kind != DRAFT
    )
    return [(row[0], row[1], row[2], row[3]) for row in await connection.execute(query)]


def give(turn: Turn, role: str, scope: str, until: datetime | None) -> None:
    """Whoever speaks holds this role there from now on; their tasks are looked at anew."""
    turn.grants = (*turn.grants, Grant(role, scope))
    row = {"id": new_id(), "person_id": turn.speaker.id, "role": role, "scope": scope}
    turn.put("grant", **row, granted_at=turn.now, until=until, settle_at=turn.now)
