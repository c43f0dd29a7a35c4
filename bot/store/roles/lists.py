"""Lists that somebody sent, of people or of what SIPD answers: those that still lie with Telegram, and those that wait
for a yes."""

import json
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import exists, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import old
from bot.store.database.ids import new_id
from bot.store.tables import lists
from bot.store.turn import Turn

#: It was read and shown, and waits for a yes.
SHOWN = "shown"
#: The kind of a list that tells what SIPD answers of usulan.
SIPD = "sipd"
#: That holds the kamus usulan.
KAMUS = "kamus"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A list to fetch and read; `tries` counts those that Telegram did not answer well, `starts` those of which no end
    was seen. `occasion_id`: whose guests they are; None = people to invite to a role, unless a `kind` is told. `found`:
    what was read of it before, and was agreed to."""

    id: int
    person_id: int
    file_id: str
    tries: int
    starts: int = 0
    occasion_id: int | None = None
    found: str | None = None
    kind: str | None = None


async def any_due(connection: AsyncConnection, now: float) -> bool:
    """A look without a lock, for most of the time there is nothing."""
    query = select(exists().where(lists.c.outcome.is_(None), lists.c.due_at <= now))
    return bool((await connection.execute(query)).scalar_one())


async def claim(connection: AsyncConnection, now: float, lease: float) -> Waiting | None:
    """The oldest list that is due, counted as begun; nobody else takes it before `now + lease` (real seconds)."""
    query = (
        select(*(lists.c[field.name] for field in fields(Waiting)))
        .where(lists.c.outcome.is_(None), lists.c.due_at <= now)
        .order_by(lists.c.due_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    await connection.execute(
        update(lists).where(lists.c.id == row.id).values(due_at=now + lease, starts=row.starts + 1)
    )
    return Waiting(*row)


async def newest(connection: AsyncConnection, person_id: int, since: float) -> tuple[str | None, bool] | None:
    """What became of the last that somebody sent since then (real seconds), and whether it was read before."""
    theirs = lists.c.person_id == person_id, lists.c.due_at >= since
    query = select(lists.c.outcome, lists.c.found.is_not(None)).where(*theirs).order_by(lists.c.id.desc()).limit(1)
    row = (await connection.execute(query)).first()
    return None if row is None else (row[0], bool(row[1]))


async def finish(connection: AsyncConnection, list_id: int, outcome: str, error: str | None = None) -> bool:
    """`read`, `refused` (not a list we can read), `gone` (Telegram has it no more), `parked` (failed three times).
    False when it was finished before: then it must not be answered twice."""
    query = update(lists).where(lists.c.id == list_id, lists.c.outcome.is_(None))
    return (await connection.execute(query.values(outcome=outcome, error=error, found=null()))).rowcount == 1


async def put_back(connection: AsyncConnection, list_id: int, due_at: float, error: str) -> None:
    """Telegram did not give it: an end that was seen, and counted among the tries."""
    values = {"due_at": due_at, "tries": lists.c.tries + 1, "starts": 0, "error": error}
    await connection.execute(update(lists).where(lists.c.id == list_id).values(**values))


def take(turn: Turn, file_id: str, occasion_id: int | None = None, kind: str | None = None) -> None:
    """A list that is to be fetched and read, at once. `occasion_id`: it names guests of this meeting."""
    row = {"id": new_id(), "person_id": turn.speaker.id, "file_id": file_id, "due_at": turn.real, "tries": 0}
    turn.put("list", **row, occasion_id=occasion_id, kind=kind)


async def keep(
    connection: AsyncConnection, turn: Turn, occasion_id: int | None, found: Any, kind: str | None = None
) -> int:
    """A list that was typed, and waits for a yes. Returns its id."""
    list_id = new_id()
    row: dict[str, Any] = {"id": list_id, "person_id": turn.speaker.id, "file_id": "", "due_at": turn.real, "tries": 0}
    row |= {"occasion_id": occasion_id, "outcome": SHOWN, "found": json.dumps(found), "kind": kind}
    await connection.execute(lists.insert(), [row])
    return list_id


async def show(connection: AsyncConnection, list_id: int, found: Any, kind: str | None = None) -> bool:
    """What was read waits for a yes. `kind`: what it turned out to be. False when it was finished before: then it must
    not be shown twice."""
    query = update(lists).where(lists.c.id == list_id, lists.c.outcome.is_(None))
    values = {"outcome": SHOWN, "found": json.dumps(found)} | ({"kind": kind} if kind is not None else {})
    return (await connection.execute(query.values(values))).rowcount == 1


async def agree(connection: AsyncConnection, list_id: int, person_id: int, now: float, kind: str | None = None) -> bool:
    """It is taken up again, by what was read. False when it does not wait for this person's yes."""
    waits = *_shown(list_id, person_id), lists.c.kind == kind
    again = {"outcome": null(), "due_at": now, "starts": 0}
    return (await connection.execute(update(lists).where(*waits).values(again))).rowcount == 1


async def close(
    connection: AsyncConnection,
    list_id: int,
    person_id: int,
    outcome: str,
    occasion_id: int | None = None,
    kind: str | None = None,
) -> list[Any] | None:
    """What was read, and waits no more: `read` or `dropped`. None when it did not wait for this person's word, names
    guests of another meeting, or is of another kind."""
    waits = *_shown(list_id, person_id), lists.c.occasion_id == occasion_id, lists.c.kind == kind
    found = (await connection.execute(select(lists.c.found).where(*waits).with_for_update())).scalar_one_or_none()
    if found is None:
        return None
    await connection.execute(update(lists).where(lists.c.id == list_id).values(outcome=outcome, found=null()))
    told: list[Any] = json.loads(found)
    return told


def _shown(list_id: int, person_id: int) -> tuple[Any, ...]:
    return lists.c.id == list_id, lists.c.person_id == person_id, lists.c.outcome == SHOWN


async def drop_old(connection: AsyncConnection, before: float, limit: int) -> int:
    """What was shown before (real seconds) and got no answer: the names go."""
    waits = lists.c.found.is_not(None), lists.c.outcome == SHOWN, lists.c.due_at < before
    return await old.blank(connection, lists, limit, *waits, outcome="dropped", found=null())


async def rest_of(connection: AsyncConnection, list_id: int) -> Any:
    """What is still to be done of a list that was agreed to, and nobody else does it in this transaction; None when it
    is done."""
    query = select(lists.c.found).where(lists.c.id == list_id, lists.c.outcome.is_(None)).with_for_update()
    found = (await connection.execute(query)).scalar_one_or_none()
    return None if found is None else json.loads(found)


async def keep_rest(connection: AsyncConnection, list_id: int, rest: Any, due_at: float) -> None:
    """A part of it is done, with this transaction; whoever goes on begins with the rest. `due_at`: when somebody else
    may take it."""
    values = {"found": json.dumps(rest), "starts": 0, "due_at": due_at}
    await connection.execute(update(lists).where(lists.c.id == list_id).values(values))


async def let_wait(connection: AsyncConnection, list_id: int, due_at: float, error: str) -> None:
    """It failed by a fault nobody foresaw; what was counted when it was taken stays."""
    await connection.execute(update(lists).where(lists.c.id == list_id).values(due_at=due_at, error=error))


async def give_back(connection: AsyncConnection, list_id: int, due_at: float) -> None:
    """It was taken, and something of everybody's (the disk) failed: as if it had not been taken."""
    untaken = {"due_at": due_at, "starts": lists.c.starts - 1}
    wanted = (lists.c.id == list_id, lists.c.outcome.is_(None), lists.c.starts > 0)
    await connection.execute(update(lists).where(*wanted).values(**untaken))
