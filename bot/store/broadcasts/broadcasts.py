"""Announcements as rows: who made them, what they say, in which state they are, and what happened to them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.broadcasts.shapes import Audience, Message
from bot.store.database.ids import new_id
from bot.store.tables import broadcast_events as events
from bot.store.tables import broadcasts, people
from bot.store.within import within

#: Being looked at by its author; waiting for a second officer; for its hour; being sent; held; ended before everybody
#: had it; everybody had it; its hour was missed; taken back from everybody; thrown away before it was sent.
DRAFT, ASKED, WAITING, RUNNING, PAUSED = "draft", "asked", "waiting", "running", "paused"
STOPPED, DONE, MISSED, WITHDRAWN, DROPPED = "stopped", "done", "missed", "withdrawn", "dropped"
#: States in which copies are with people.
SENT_STATES = (RUNNING, PAUSED, STOPPED, DONE)


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One announcement; see `tables.broadcasts` for what the columns mean."""

    id: int
    author_id: int | None
    author: str
    scope: str
    audience: Audience
    message: Message
    urgent_why: str | None
    beside: int | None
    state: str
    version: int
    made_at: datetime
    starts_at: datetime | None
    not_after: datetime | None
    agreed_by: int | None
    listed_up_to: int | None
    began_at: datetime | None
    ended_at: datetime | None
    progress_row: int | None
    progress_at: float | None
    next_at: datetime | None
    thinned_at: datetime | None = None


_SELECT = select(broadcasts, people.c.name.label("author")).outerjoin(people, people.c.id == broadcasts.c.author_id)


def _read(row: Any) -> Broadcast:
    told = row._asdict()
    told["author"] = row.author or ""
    told["audience"] = Audience.from_json(json.loads(row.audience))
    told["message"] = Message.from_json(json.loads(row.message))
    return Broadcast(**told)


async def add(
    connection: AsyncConnection,
    author_id: int,
    audience: Audience,
    message: Message,
    at: datetime,
    *,
    urgent_why: str | None = None,
    beside: int | None = None,
    starts_at: datetime | None = None,
    not_after: datetime | None = None,
) -> int:
    """A new one, for its author to look at. Returns its id."""
    broadcast_id = new_id()
    one = {"id": broadcast_id, "author_id": author_id, "scope": audience.scope, "state": DRAFT, "made_at": at}
    told = {"audience": json.dumps(audience.to_json()), "message": json.dumps(message.to_json())}
    when = {"starts_at": starts_at, "not_after": not_after, "urgent_why": urgent_why, "beside": beside}
    await connection.execute(broadcasts.insert().values(**one, **told, **when, listed_up_to=0))
    await note(connection, broadcast_id, "made", author_id, at)
    return broadcast_id


async def one(connection: AsyncConnection, broadcast_id: int) -> Broadcast | None:
    row = (await connection.execute(_SELECT.where(broadcasts.c.id == broadcast_id))).one_or_none()
    return None if row is None else _read(row)


async def one_to_change(connection: AsyncConnection, broadcast_id: int) -> Broadcast | None:
    """The same, for somebody who is about to change it: the clock and other officers wait."""
    query = _SELECT.where(broadcasts.c.id == broadcast_id).with_for_update(of=broadcasts)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else _read(row)


async def due(connection: AsyncConnection, now: datetime, most: int) -> list[Broadcast]:
    """Those the clock has to look at, the oldest first; of several processes each takes others."""
    waiting = _SELECT.where(broadcasts.c.next_at <= now).order_by(broadcasts.c.made_at, broadcasts.c.id).limit(most)
    return [_read(row) for row in await connection.execute(waiting.with_for_update(skip_locked=True, of=broadcasts))]


async def change(connection: AsyncConnection, /, broadcast_id: int, **columns: Any) -> None:
    """Set columns of `tables.broadcasts`; `message` and `audience` as values."""
    for name in ("message", "audience"):
        if name in columns:
            columns[name] = json.dumps(columns[name].to_json())
    await connection.execute(update(broadcasts).where(broadcasts.c.id == broadcast_id).values(**columns))


async def note(
    connection: AsyncConnection, broadcast_id: int, kind: str, by: int | None, at: datetime, **detail: Any
) -> None:
    """One line of its history."""
    told = json.dumps(detail) if detail else None
    row = {"id": new_id(), "broadcast_id": broadcast_id, "kind": kind, "by": by, "at": at, "detail": told}
    await connection.execute(events.insert().values(**row))


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, and who did it by number and name; None and empty for the clock."""

    kind: str
    by_id: int | None
    by: str
    at: datetime
    detail: Mapping[str, Any]


async def history(connection: AsyncConnection, broadcast_id: int) -> list[Event]:
    """Oldest first."""
    query = (
        select(events.c.kind, events.c.by, people.c.name, events.c.at, events.c.detail)
        .outerjoin(people, people.c.id == events.c.by)
        .where(events.c.broadcast_id == broadcast_id)
        .order_by(events.c.id)
    )
    rows = await connection.execute(query)
    return [Event(row[0], row[1], row[2] or "", row[3], json.loads(row[4]) if row[4] else {}) for row in rows]


def _seen(query: Select[Any], person_id: int, scopes: Sequence[str]) -> Select[Any]:
    """One's own, and all of the wilayah one oversees; a draft is its author's alone."""
    oversees = within(scopes, broadcasts.c.scope) & broadcasts.c.state.not_in((DRAFT, DROPPED))
    own = (broadcasts.c.author_id == person_id) & (broadcasts.c.state != DROPPED)
    return query.where(own | oversees)


async def listed(
    connection: AsyncConnection, person_id: int, scopes: Sequence[str], most: int, skip: int
) -> list[Broadcast]:
    """The newest first. `scopes`: wilayah all of whose announcements this person may see."""
    query = _seen(_SELECT, person_id, scopes).order_by(broadcasts.c.made_at.desc(), broadcasts.c.id.desc())
    return [_read(row) for row in await connection.execute(query.limit(most).offset(skip))]


async def count(connection: AsyncConnection, person_id: int, scopes: Sequence[str]) -> int:
    query = _seen(select(func.count()).select_from(broadcasts), person_id, scopes)
    return int((await connection.execute(query)).scalar_one())
