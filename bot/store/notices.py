"""Unasked messages that wait for their time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.dialects import insert_or_ignore
from bot.store.ids import new_id
from bot.store.tables import conversations, notices, people

DRAFT = "draf"
NEW_USULAN = "usulan_baru"
DANGER = "bahaya"  # told at once; the row remembers that it was


@dataclass(frozen=True, slots=True)
class Notice:
    """A waiting notice and where its person is found; `reachable` False when they blocked us."""

    id: int
    person_id: int
    kind: str
    subject: str
    address: int
    name: str
    reachable: bool


_ADD = insert_or_ignore(notices)


async def nudge_drafts(connection: AsyncConnection, now: datetime, limit: int) -> int:
    """Drafts left alone for a day become notices, once each."""
    query = (
        select(conversations.c.person_id, conversations.c.flow, conversations.c.draft)
        .where(conversations.c.nudge_at <= now)
        .order_by(conversations.c.nudge_at)
        .limit(limit)
    )
    rows = (await connection.execute(query)).all()
    if not rows:
        return 0
    made = [
        {"id": new_id(), "person_id": row.person_id, "kind": DRAFT, "subject": f"{row.flow}:{row.draft}", "due_at": now}
        for row in rows
    ]
    await connection.execute(_ADD[connection.dialect.name], made)
    done = update(conversations).where(
        conversations.c.person_id == bindparam("p"), conversations.c.flow == bindparam("f")
    )
    await connection.execute(done.values(nudge_at=None), [{"p": row.person_id, "f": row.flow} for row in rows])
    return len(rows)


async def due(connection: AsyncConnection, now: datetime, limit: int) -> list[Notice]:
    query = (
        select(notices, people.c.address, people.c.name, people.c.unreachable_since)
        .join(people, people.c.id == notices.c.person_id)
        .where(notices.c.outcome.is_(None), notices.c.due_at <= now)
        .order_by(notices.c.due_at, notices.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=notices)
    )
    return [
        Notice(row.id, row.person_id, row.kind, row.subject, row.address, row.name, row.unreachable_since is None)
        for row in await connection.execute(query)
    ]


async def was_told(connection: AsyncConnection, person_id: int, kind: str, subject: str) -> bool:
    query = select(notices.c.id).where(
        notices.c.person_id == person_id, notices.c.kind == kind, notices.c.subject == subject
    )
    return (await connection.execute(query)).first() is not None


async def settle(connection: AsyncConnection, told: Sequence[int], outcome: str) -> None:
    if told:
        await connection.execute(update(notices).where(notices.c.id.in_(told)).values(outcome=outcome))


async def postpone(connection: AsyncConnection, which: Sequence[int], until: datetime) -> None:
    if which:
        await connection.execute(update(notices).where(notices.c.id.in_(which)).values(due_at=until))


async def open_draft(connection: AsyncConnection, person_id: int, flow: str, draft: str) -> datetime | None:
    """When an open draft was last touched; None when it is no longer open."""
    query = select(conversations.c.touched_at).where(
        conversations.c.person_id == person_id, conversations.c.flow == flow, conversations.c.draft == draft
    )
    return (await connection.execute(query)).scalar()
