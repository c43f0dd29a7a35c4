"""The inbox: raw updates in, heads of lanes out. A lane (a chat) is answered in the order of its update ids."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, null, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import insert_or_ignore
from bot.store.tables import inbox
from bot.store.turn import Turn

#: How many unfinished updates one look takes in; with the flood rule of the intake that is always more than one lane.
WINDOW = 120
#: Noted beside the first message that came faster than it can be read: it is answered by asking the person to slow
#: down.
TOO_FAST = "terlalu cepat"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update as received: `body` is its JSON as text, `outcome` None unless it is stored already judged."""

    update_id: int
    lane: int
    body: str
    outcome: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The oldest unfinished update of a lane."""

    update_id: int
    lane: int
    body: str
    tries: int
    starts: int
    note: str | None = None  # the error of the last try, or TOO_FAST


_ADD = insert_or_ignore(inbox)
_OPEN = inbox.c.outcome.is_(None)
_HEAD = (inbox.c.update_id, inbox.c.lane, inbox.c.body, inbox.c.tries, inbox.c.starts, inbox.c.error, inbox.c.due_at)
_LOOK = select(*_HEAD).where(_OPEN).order_by(inbox.c.update_id).limit(WINDOW)
_LOOK_PAST = _LOOK.where(inbox.c.lane.not_in(bindparam("lanes", expanding=True)))
_LOOK_IN = _LOOK.where(inbox.c.lane.in_(bindparam("lanes", expanding=True)))
#: The limit ends the trying of locks, too: lanes beyond it are left to other processes.
_CLAIM_LANES = text(
    "SELECT lane FROM unnest(CAST(:lanes AS bigint[])) AS lane WHERE pg_try_advisory_xact_lock(lane) LIMIT :limit"
)
_FINISH = update(inbox).where(inbox.c.update_id.in_(bindparam("ids", expanding=True))).values(outcome="done")
_BEGIN = update(inbox).where(inbox.c.update_id.in_(bindparam("ids", expanding=True))).values(starts=inbox.c.starts + 1)


async def store(connection: AsyncConnection, arrivals: Sequence[Arrival], now: float) -> None:
    """Keep updates as they came; one that is already here is ignored. `now`: real seconds."""
    rows = [
        {
            "update_id": arrival.update_id,
            "lane": arrival.lane,
            "body": arrival.body,
            "received_at": now,
            "outcome": arrival.outcome,
            "error": arrival.error,
        }
        for arrival in arrivals
    ]
    await connection.execute(_ADD[connection.dialect.name], rows)


async def claim(connection: AsyncConnection, limit: int, now: float) -> list[Head]:
    """The heads of up to `limit` lanes that nobody else is handling, oldest first.

    A lane whose head is not yet due (it failed a moment ago) is left out whole, so order holds. On PostgreSQL a lane is
    ours by an advisory lock that ends with the transaction; what is read after taking it is what earlier holders left
    behind.
    """
    rows = (await connection.execute(_LOOK)).all()
    heads = _first_of_each_lane(rows, WINDOW, now)
    if not heads and len(rows) == WINDOW:  # lanes that have to wait fill the window: look past them
        held = {"lanes": sorted({row.lane for row in rows})}
        heads = _first_of_each_lane((await connection.execute(_LOOK_PAST, held)).all(), WINDOW, now)
    if not heads or connection.dialect.name == "sqlite":
        return heads[:limit]
    lanes = [head.lane for head in heads]
    ours = (await connection.execute(_CLAIM_LANES, {"lanes": lanes, "limit": limit})).scalars().all()
    if not ours:
        return []
    return _first_of_each_lane((await connection.execute(_LOOK_IN, {"lanes": ours})).all(), limit, now)


def _first_of_each_lane(rows: Iterable[Any], limit: int, now: float) -> list[Head]:
    seen: set[int] = set()
    heads: list[Head] = []
    for update_id, lane, body, tries, starts, note, due_at in rows:
        if lane in seen:
            continue
        seen.add(lane)
        if due_at <= now and len(heads) < limit:
            heads.append(Head(update_id, lane, body, tries, starts, note))
    return heads


async def finish(connection: AsyncConnection, update_ids: Sequence[int]) -> None:
    await connection.execute(_FINISH, {"ids": list(update_ids)})


def rewrite(turn: Turn, raw: Any) -> None:
    """What is kept of the update that is being answered, whether the answer succeeds or not."""
    turn.put("received", u=turn.update_id, b=json.dumps(raw, ensure_ascii=True, separators=(",", ":")))


async def begin_carefully(connection: AsyncConnection, update_ids: Sequence[int]) -> None:
    """Count a beginning, committed before the work: an update that kills its process is found out by this number."""
    await connection.execute(_BEGIN, {"ids": list(update_ids)})


async def put_back(connection: AsyncConnection, update_id: int, due_at: float, error: str) -> None:
    """A failed try: the lane waits until `due_at` (real seconds)."""
    await connection.execute(
        update(inbox)
        .where(inbox.c.update_id == update_id)
        .values(tries=inbox.c.tries + 1, due_at=due_at, error=error[:2000])
    )


async def set_aside(connection: AsyncConnection, update_id: int, outcome: str, error: str) -> None:
    """Give up on an update (`bad` = unreadable, `parked` = failed too often); it stays visible to operators."""
    await connection.execute(
        update(inbox).where(inbox.c.update_id == update_id).values(outcome=outcome, error=error[:2000])
    )


async def requeue(connection: AsyncConnection, update_id: int) -> None:
    """An operator lets a set-aside update be tried again."""
    await connection.execute(
        update(inbox).where(inbox.c.update_id == update_id).values(outcome=null(), tries=0, starts=0, due_at=0)
    )


async def waiting(connection: AsyncConnection) -> tuple[int, float | None]:
    """How many updates are unfinished, and when the oldest came (real seconds)."""
    row = (await connection.execute(select(func.count(), func.min(inbox.c.received_at)).where(_OPEN))).one()
    return row[0], row[1]


async def trouble(connection: AsyncConnection, limit: int = 20) -> list[tuple[int, str, str]]:
    """Updates set aside: id, outcome, error; newest first."""
    query = (
        select(inbox.c.update_id, inbox.c.outcome, inbox.c.error)
        .where(inbox.c.outcome.in_(("bad", "parked")))
        .order_by(inbox.c.update_id.desc())
        .limit(limit)
    )
    return [(row[0], row[1], row[2] or "") for row in await connection.execute(query)]
