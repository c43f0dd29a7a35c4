"""The ledger of an announcement: a row for each who is to get it, claimed before sending and finished after.

A row with `todo` and no `row_id` waits; with `row_id` its letter is on its way; without `todo` nothing is to be done.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, delete, func, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.broadcasts.shapes import GROUP
from bot.store.tables import deliveries, outbox

SEND, EDIT, DELETE, AGAIN, REMIND, TELL = "send", "edit", "delete", "again", "remind", "tell"
_d = deliveries.c
_WAITS = _d.todo.is_not(None) & _d.row_id.is_(None)
_FLIES = _d.row_id.is_not(None)
#: One recipient, of a ledger that still names them; and how many any row stands for.
IS_NAMED, NUMBER = _d.many.is_(None), func.coalesce(_d.many, 1)
#: Neither confirmed nor written back to.
UNANSWERED = (_d.understood_at.is_(None), _d.replied_at.is_(None))


@dataclass(frozen=True, slots=True)
class Copy:
    """What is to be done for one recipient. `target` below 0: a group. `sent_at`: real seconds."""

    target: int
    chat: int
    todo: str
    message_id: int | None
    sent_at: float | None

    @property
    def is_person(self) -> bool:
        return self.target > 0


def _of(broadcast_id: int, *more: Any) -> tuple[Any, ...]:
    return (_d.broadcast_id == broadcast_id, *more)


async def next_copies(
    connection: AsyncConnection, broadcast_id: int, now: datetime, most: int, *, sends: bool
) -> list[Copy]:
    """What may leave now, those that wait longest first. `sends`: also to who has no copy yet."""
    kinds = () if sends else (_d.todo != SEND,)
    query = (
        select(_d.target, _d.chat, _d.todo, _d.message_id, _d.sent_at)
        .where(*_of(broadcast_id, _WAITS, _d.due_at <= now, *kinds))
        .order_by(_d.due_at, _d.target)
        .limit(most)
        .with_for_update(skip_locked=True, of=deliveries)
    )
    return [Copy(*row) for row in await connection.execute(query)]


_ONE = (_d.broadcast_id == bindparam("b"), _d.target == bindparam("t"))
_FLY = update(deliveries).where(*_ONE).values(row_id=bindparam("r"))
_NOT_NOW = update(deliveries).where(*_ONE).values(due_at=bindparam("d"))
_NEVER = update(deliveries).where(*_ONE).values(todo=null(), outcome=func.coalesce(_d.outcome, bindparam("o")))


async def fly(connection: AsyncConnection, broadcast_id: int, letters: Iterable[tuple[int, int]]) -> None:
    """(target, letter): their letters are promised."""
    rows = [{"b": broadcast_id, "t": target, "r": letter} for target, letter in letters]
    if rows:
        await connection.execute(_FLY, rows)


async def postpone(connection: AsyncConnection, broadcast_id: int, targets: Iterable[int], until: datetime) -> None:
    rows = [{"b": broadcast_id, "t": target, "d": until} for target in targets]
    if rows:
        await connection.execute(_NOT_NOW, rows)


async def leave_out(connection: AsyncConnection, broadcast_id: int, targets: Iterable[int], why: str) -> None:
    """Nothing is sent to these; what they have, they have."""
    rows = [{"b": broadcast_id, "t": target, "o": why} for target in targets]
    if rows:
        await connection.execute(_NEVER, rows)


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of a letter. `answered`: whoever got it had understood, or written back."""

    target: int
    todo: str
    then: str | None
    outcome: str
    message_id: int | None
    uncertain: bool
    error: str | None
    finished_at: float | None
    answered: bool = False


_ANSWERED: ColumnElement[Any] = func.coalesce(_d.understood_at, _d.replied_at)


async def arrived(connection: AsyncConnection, broadcast_id: int, most: int) -> list[Arrived]:
    """Letters on their way that have ended; one that is gone from the outbox ended, too."""
    o = outbox.c
    ended = or_(o.id.is_(None), o.outcome.is_not(None))
    query = (
        select(_d.target, _d.todo, _d.then, o.outcome, o.message_id, o.uncertain, o.error, o.finished_at, _ANSWERED)
        .outerjoin(outbox, o.id == _d.row_id)
        .where(*_of(broadcast_id, _FLIES, ended))
        .limit(most)
    )
    return [
        Arrived(
            row[0], row[1] or SEND, row[2], row[3] or "dead", row[4], bool(row[5]), row[6], row[7], row[8] is not None
        )
        for row in await connection.execute(query)
    ]


_LANDED = {"row_id": null(), "todo": bindparam("n"), "then": null(), "due_at": bindparam("d")}
_FIRST = (
    update(deliveries)
    .where(*_ONE)
    .values(
        **_LANDED,
        outcome=bindparam("o"),
        message_id=func.coalesce(bindparam("m", type_=_d.message_id.type), _d.message_id),
        uncertain=or_(_d.uncertain, bindparam("u")),
        version=bindparam("v"),
        error=bindparam("e"),
        sent_at=bindparam("s"),
    )
)
_LATER = (
    update(deliveries)
    .where(*_ONE)
    .values(**_LANDED, mended=bindparam("x"), version=func.coalesce(bindparam("v", type_=_d.version.type), _d.version))
)
_REMINDED = update(deliveries).where(*_ONE).values(**_LANDED, reminded=_d.reminded + bindparam("x"))
#: Which letters are written down how, and what the statement asks for.
_WRITTEN = (
    (_FIRST, frozenset({SEND}), ("b", "t", "n", "d", "o", "m", "u", "v", "e", "s")),
    (_LATER, frozenset({EDIT, DELETE, AGAIN}), ("b", "t", "n", "d", "v", "x")),
    (_REMINDED, frozenset({REMIND, TELL}), ("b", "t", "n", "d", "x")),
)


@dataclass(frozen=True, slots=True)
class Landing:
    """How a row goes on after its letter ended; `next`: what is to be done now; `version`: the wording they have now,
    None = the one they had."""

    what: Arrived
    next: str | None
    version: int | None
    mended: str | None = None


async def land(connection: AsyncConnection, broadcast_id: int, landings: Sequence[Landing], now: datetime) -> None:
    """Write down what became of letters that have ended."""
    for statement, kinds, names in _WRITTEN:
        rows = [_landed(broadcast_id, one, now) for one in landings if one.what.todo in kinds]
        if rows:
            await connection.execute(statement, [{name: row[name] for name in names} for row in rows])


def _landed(broadcast_id: int, one: Landing, now: datetime) -> dict[str, Any]:
    what = one.what
    told = {"b": broadcast_id, "t": what.target, "n": one.next, "d": now if one.next else None, "v": one.version}
    if what.todo in {REMIND, TELL}:
        return told | {"x": 1 if what.todo == REMIND and what.outcome in {"sent", "unsure"} else 0}
    first = {"o": what.outcome, "m": what.message_id, "u": what.uncertain, "e": what.error, "s": what.finished_at}
    return told | first | {"x": one.mended}


# --- all of them at once ---------------------------------------------------------------------------------------------


async def call_back(connection: AsyncConnection, broadcast_id: int) -> None:
    """Letters that nobody has taken up yet wait in the ledger again."""
    mine = select(_d.row_id).where(*_of(broadcast_id, _FLIES)).scalar_subquery()
    untouched = (outbox.c.id.in_(mine), outbox.c.lease_by.is_(None), outbox.c.outcome.is_(None))
    await connection.execute(delete(outbox).where(*untouched))
    there = select(outbox.c.id).where(outbox.c.id == _d.row_id).exists()
    await connection.execute(update(deliveries).where(*_of(broadcast_id, _FLIES, ~there)).values(row_id=null()))


async def end_waiting(connection: AsyncConnection, broadcast_id: int, why: str) -> int:
    """Whoever has no copy gets none. Returns how many."""
    done = update(deliveries).where(*_of(broadcast_id, _WAITS, _d.todo == SEND)).values(todo=null(), outcome=why)
    return (await connection.execute(done)).rowcount


async def mend(connection: AsyncConnection, broadcast_id: int, now: datetime, *, by: str, adds: bool = False) -> None:
    """`by` EDIT or DELETE: for every copy that is out, also those that are leaving now; a copy of which nobody knows
    whether it arrived is followed by a new message. `adds`: the old words stand as they were."""
    copies = _of(broadcast_id, IS_NAMED, _d.row_id.is_(None))
    has_one = and_(_d.outcome == "sent", _d.message_id.is_not(None))
    is_readers = and_(_d.role == GROUP, _d.target > 0)
    nameless = and_(_d.outcome == "sent", _d.message_id.is_(None), ~is_readers)
    waits = {"due_at": now, "mended": null()}
    if by == EDIT and not adds:  # whoever understood the old words has not understood the new ones
        unread = {"understood_at": null(), "replied_at": null(), "answer": null(), "reminded": 0}
        await connection.execute(update(deliveries).where(*_of(broadcast_id, IS_NAMED)).values(**unread))
    await connection.execute(update(deliveries).where(*copies, has_one).values(todo=by, **waits))
    follows = or_(_d.outcome == "unsure", nameless)
    await connection.execute(update(deliveries).where(*copies, follows).values(todo=AGAIN, **waits))
    await connection.execute(update(deliveries).where(*_of(broadcast_id, _FLIES)).values(then=by))


async def send_again(connection: AsyncConnection, broadcast_id: int, now: datetime, outcomes: Sequence[str]) -> int:
    """To those alone for whom it ended so. Returns how many."""
    again = {"todo": SEND, "due_at": now, "outcome": null(), "error": null()}
    which = _of(broadcast_id, IS_NAMED, _d.todo.is_(None), _d.outcome.in_(outcomes))
    return (await connection.execute(update(deliveries).where(*which).values(**again))).rowcount


def _put_off(broadcast_id: int, now: datetime) -> tuple[Any, ...]:
    return _of(broadcast_id, _WAITS, _d.todo == SEND, _d.due_at > now)


async def put_off(connection: AsyncConnection, broadcast_id: int, now: datetime) -> int:
    """How many have no copy yet, as theirs waits for a better hour."""
    query = select(func.count()).where(*_put_off(broadcast_id, now))
    return int((await connection.execute(query)).scalar_one())


async def hurry(connection: AsyncConnection, broadcast_id: int, now: datetime) -> int:
    """Those get it now. Returns how many."""
    due = update(deliveries).where(*_put_off(broadcast_id, now)).values(due_at=now)
    return (await connection.execute(due)).rowcount


# --- how far it is ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Standing:
    """How many rows: `flying` on their way; how many ended how, and `""`: not yet."""

    flying: int
    outcomes: dict[str, int]
    understood: int

    @property
    def total(self) -> int:
        return sum(self.outcomes.values())

    @property
    def open(self) -> int:
        """Without an end so far."""
        return self.outcomes.get("", 0)


async def standing(connection: AsyncConnection, broadcast_id: int) -> Standing:
    ended = func.coalesce(_d.outcome, "")
    query = select(ended, func.sum(NUMBER), _sum(_FLIES), UNDERSTOOD).where(*_of(broadcast_id)).group_by(ended)
    rows = (await connection.execute(query)).all()
    flying, understood = (sum(int(row[column]) for row in rows) for column in (2, 3))
    return Standing(flying, {row[0]: int(row[1]) for row in rows}, understood)


def _sum(what: Any) -> Any:
    return func.sum(case((what, 1), else_=0))


#: How many of them are understood.
UNDERSTOOD = func.sum(case((_d.understood_at.is_not(None), NUMBER), else_=0))
#: How many of the others who have it wrote back.
_WROTE = (_d.outcome == "sent") & _d.understood_at.is_(None) & _d.replied_at.is_not(None)
REPLIED = func.sum(case((_WROTE, NUMBER), else_=0))


async def flying(connection: AsyncConnection, broadcast_id: int) -> int:
    return int((await connection.execute(select(func.count()).where(*_of(broadcast_id, _FLIES)))).scalar_one())


async def next_due(connection: AsyncConnection, broadcast_id: int, *, sends: bool) -> datetime | None:
    """When something waits to be done next; None when nothing does."""
    kinds = () if sends else (_d.todo != SEND,)
    query = select(func.min(_d.due_at)).where(*_of(broadcast_id, _WAITS, *kinds))
    found: datetime | None = (await connection.execute(query)).scalar()
    return found
