"""The outbox: what is promised, who is sending it, and what became of it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import upsert
from bot.store.queues import pacing
from bot.store.queues.letters import REPEATABLE, Fate, Letter, spent
from bot.store.tables import outbox, people
from bot.store.tables import pacing as pacing_table
from bot.store.turn import ANNOUNCEMENT, REPLY

_e = outbox.alias("earlier")
_blocked_by_earlier = exists().where(
    _e.c.chat == outbox.c.chat,
    _e.c.outcome.is_(None),
    _e.c.id < outbox.c.id,
    _e.c.priority <= outbox.c.priority,
    or_(_e.c.lease_by.is_not(None), _e.c.due_at > bindparam("now")),
)
_chat_is_full = exists().where(
    pacing_table.c.scope == outbox.c.chat,
    or_(
        pacing_table.c.hold_until > bindparam("now"),
        pacing_table.c.tat
        > bindparam("now") + case((pacing_table.c.scope < 0, bindparam("group_room")), else_=bindparam("chat_room")),
    ),
)
_LETTER = ("id", "chat", "person_id", "priority", "method", "params", "refers_to", "tries", "created_at", "not_after")
_CANDIDATES = (
    select(*(outbox.c[name] for name in _LETTER))
    .where(
        outbox.c.outcome.is_(None),
        outbox.c.lease_by.is_(None),
        outbox.c.due_at <= bindparam("now"),
        or_(outbox.c.chat == 0, ~_blocked_by_earlier),
        ~_chat_is_full,
    )
    .order_by(outbox.c.priority, outbox.c.id)
    .limit(bindparam("limit"))
)
_REFERRED = select(outbox.c.id, outbox.c.outcome, outbox.c.message_id).where(
    outbox.c.id.in_(bindparam("ids", expanding=True))
)
_LEASE = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(lease_by=bindparam("me"), lease_until=bindparam("until"), tries=outbox.c.tries + 1)
)
_DROP = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(outcome="dropped", finished_at=bindparam("now"))
)
_FENCE = (outbox.c.id == bindparam("i"), outbox.c.lease_by == bindparam("me"))
_FINISH = (
    update(outbox)
    .where(*_FENCE)
    .values(
        outcome=bindparam("o"),
        message_id=bindparam("m"),
        result=bindparam("r"),
        error=bindparam("e"),
        finished_at=bindparam("now"),
        uncertain=or_(outbox.c.uncertain, bindparam("u")),
        params=func.coalesce(bindparam("p"), outbox.c.params),
        lease_by=None,
    )
)
_PUT_BACK = (
    update(outbox)
    .where(*_FENCE)
    .values(
        due_at=bindparam("d"),
        uncertain=or_(outbox.c.uncertain, bindparam("u")),
        tries=outbox.c.tries - bindparam("uncounted"),
        params=func.coalesce(bindparam("p"), outbox.c.params),
        method=func.coalesce(bindparam("w"), outbox.c.method),
        error=bindparam("e"),
        lease_by=None,
    )
)
_SILENCE = (
    update(outbox).where(outbox.c.chat == bindparam("c"), outbox.c.outcome.is_(None)).values(outcome="unreachable")
)


async def claim(
    connection: AsyncConnection, me: str, rates: pacing.Rates, limit: int, now: float, lease: float
) -> tuple[list[Letter], float]:
    """Letters that may leave now, replies first, and how long (s) to wait before asking again.

    Only as many as the pacing grants: what is not granted is not claimed. Within a chat the order of promising holds:
    nothing overtakes a letter in flight or one put back.
    """
    budget = await pacing.load(connection, rates, now)
    limit = min(limit, budget.overall_room())
    if limit <= 0:
        return [], budget.wait()
    room = {"chat_room": rates.chat_room, "group_room": rates.group_room}
    rows = (await connection.execute(_CANDIDATES, {"now": now, "limit": limit} | room)).all()
    if not rows:
        return [], 1.0
    await budget.load_chats(connection, {row.chat for row in rows})
    referred = await _referred(connection, rows)
    letters, orphans, held = [], [], 0.05
    for row in rows:
        waits_its_turn = row.priority != REPLY
        if waits_its_turn and not budget.is_calm:
            held = budget.until_calm()
            break  # replies come first: whatever follows is none, too
        if not budget.grants(row.chat):
            continue
        params = _params(row, referred)
        if params is None:
            continue
        if row.refers_to is not None and params["message_id"] is None:
            orphans.append(row.id)
            continue
        (budget.spend_calmly if waits_its_turn else budget.spend)(row.chat)
        letters.append(_letter(row, params))
    if orphans:
        await connection.execute(_DROP, {"ids": orphans, "now": now})
    if letters:
        await connection.execute(_LEASE, {"ids": [letter.id for letter in letters], "me": me, "until": now + lease})
        await budget.save(connection)
    return letters, _patience(len(letters), len(rows), limit, held)


def _patience(granted: int, seen: int, limit: int, held: float) -> float:
    """Seconds until asking again may bring more: at once when the look was full, soon when something was held back."""
    if granted < seen:
        return held
    return 0.0 if seen == limit else 1.0


async def _referred(connection: AsyncConnection, rows: Sequence[Any]) -> dict[int, tuple[str | None, int | None]]:
    ids = [row.refers_to for row in rows if row.refers_to is not None]
    return {row[0]: (row[1], row[2]) for row in await connection.execute(_REFERRED, {"ids": ids})} if ids else {}


def _params(row: Any, referred: Mapping[int, tuple[str | None, int | None]]) -> dict[str, Any] | None:
    """None: the message that it refers to is still on its way; `message_id` None: that never came to be."""
    params: dict[str, Any] = json.loads(row.params)
    if row.refers_to is None:
        return params
    outcome, message_id = referred.get(row.refers_to, ("dropped", None))
    return None if outcome is None else params | {"message_id": message_id}


def _letter(row: Any, params: dict[str, Any]) -> Letter:
    where = row.id, row.chat, row.person_id, row.priority, row.method
    return Letter(*where, params, row.tries + 1, row.created_at, row.not_after, row.refers_to)


async def record(connection: AsyncConnection, me: str, fates: Sequence[Fate], now: float) -> None:
    """Write down what became of letters: only whoever holds the lease may, a stalled sender comes too late."""
    done = [fate for fate in fates if fate.outcome is not None]
    back = [fate for fate in fates if fate.outcome is None]
    if done:
        await connection.execute(_FINISH, [_finish_row(fate, me, now) for fate in done])
    if back:
        await connection.execute(_PUT_BACK, [_put_back_row(fate, me) for fate in back])
    for scope, until in {fate.hold for fate in fates if fate.hold is not None}:
        await pacing.hold(connection, scope, until)


def _finish_row(fate: Fate, me: str, now: float) -> dict[str, Any]:
    return {
        "i": fate.letter.id,
        "me": me,
        "o": fate.outcome,
        "m": fate.message_id,
        "r": fate.result,
        "e": fate.error,
        "u": fate.uncertain,
        "p": spent(fate.letter.params) if fate.outcome == "sent" else None,
        "now": now,
    }


def _put_back_row(fate: Fate, me: str) -> dict[str, Any]:
    return {
        "i": fate.letter.id,
        "me": me,
        "d": fate.due_at,
        "u": fate.uncertain,
        "uncounted": 0 if fate.counted else 1,
        "p": None if fate.params is None else json.dumps(fate.params),
        "w": fate.method,
        "e": fate.error,
    }


async def promise(connection: AsyncConnection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows made by `outbox_row`."""
    if rows:
        await connection.execute(outbox.insert(), [dict(row) for row in rows])


_IN_SLOT = upsert(
    outbox, ("slot",), ("params", "due_at", "outcome", "lease_by", "lease_until", "tries"), outbox.c.lease_by.is_(None)
)


async def promise_in_slot(connection: AsyncConnection, row: Mapping[str, Any]) -> None:
    """A row made by `outbox_row` with a `slot`: it takes the place of the one before, unless that is leaving now."""
    await connection.execute(_IN_SLOT[connection.dialect.name], dict(row))


async def silence(connection: AsyncConnection, chat: int, now: Any) -> None:
    """The person blocked us: nothing more is tried, and it shows, until they write again. `now`: civil time."""
    await connection.execute(_SILENCE, {"c": chat})
    await connection.execute(
        update(people)
        .where(people.c.address == chat, people.c.unreachable_since.is_(None))
        .values(unreachable_since=now)
    )


async def move_chat(connection: AsyncConnection, old: int, new: int) -> None:
    """A group became a supergroup: what waits goes to its new id."""
    rows = await connection.execute(
        select(outbox.c.id, outbox.c.params).where(outbox.c.chat == old, outbox.c.outcome.is_(None))
    )
    for row_id, params in rows.all():
        moved = json.dumps(json.loads(params) | {"chat_id": new})
        await connection.execute(update(outbox).where(outbox.c.id == row_id).values(chat=new, params=moved))


async def take_over(
    connection: AsyncConnection, now: float, me: str = "", gone: Sequence[str] = (), *, all_of_them: bool = False
) -> int:
    """Letters of senders that are `gone`, or stalled: repeat what may be repeated, mark the rest uncertain. Returns how
    many. An announcement is tried once only; then a person decides (`unsure`). `all_of_them`: no other process can be
    alive (SQLite).
    """
    lost = [outbox.c.outcome.is_(None), outbox.c.lease_by.is_not(None), outbox.c.lease_by != me]
    if not all_of_them:
        lost.append(or_(outbox.c.lease_until < now, outbox.c.lease_by.in_(gone)))
    repeatable = or_(*(outbox.c.method.startswith(prefix) for prefix in REPEATABLE))
    result = await connection.execute(
        update(outbox)
        .where(*lost)
        .values(
            lease_by=None,
            due_at=now,
            uncertain=or_(outbox.c.uncertain, ~repeatable),
            outcome=case((outbox.c.priority == ANNOUNCEMENT, "unsure"), else_=None),
        )
    )
    return result.rowcount


async def unasked_on(connection: AsyncConnection, person_ids: Sequence[int], day: date) -> dict[int, int]:
    """How many unasked messages each person was promised on their local day."""
    query = (
        select(outbox.c.person_id, func.count())
        .where(outbox.c.unasked_on == day, outbox.c.person_id.in_(person_ids))
        .group_by(outbox.c.person_id)
    )
    return {row[0]: row[1] for row in await connection.execute(query)}


async def waiting(connection: AsyncConnection) -> tuple[int, float | None]:
    """How many letters are unfinished, and when the oldest was promised (real seconds)."""
    query = select(func.count(), func.min(outbox.c.created_at)).where(outbox.c.outcome.is_(None))
    row = (await connection.execute(query)).one()
    return row[0], row[1]


async def waiting_behind(connection: AsyncConnection, priority: int, most: int) -> int:
    """How many letters of this priority are unfinished; counted up to `most`."""
    first = select(outbox.c.id).where(outbox.c.outcome.is_(None), outbox.c.priority == priority).limit(most).subquery()
    return int((await connection.execute(select(func.count()).select_from(first))).scalar_one())


async def trouble(connection: AsyncConnection) -> dict[str, int]:
    """How many letters ended badly, by outcome."""
    query = (
        select(outbox.c.outcome, func.count())
        .where(outbox.c.outcome.in_(("refused", "unsure", "dead")))
        .group_by(outbox.c.outcome)
    )
    return {row[0]: row[1] for row in await connection.execute(query)}


async def requeue_dead(connection: AsyncConnection, now: float) -> int:
    """An operator lets letters that were given up be tried again."""
    again = {"outcome": None, "tries": 0, "due_at": now, "created_at": now}
    return (await connection.execute(update(outbox).where(outbox.c.outcome == "dead").values(**again))).rowcount
