"""The book of promises: what was promised about an usulan or a question; kept, admitted to be late, or void."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.tables import promises
from bot.store.turn import Turn
from bot.store.within import within

#: A word about an usulan, decided or not; that somebody has read it; an answer to a question.
NEWS, READ, ANSWER = "kabar", "baca", "jawab"
OPEN, HANDED, KEPT, MOOT = "open", "handed", "kept", "moot"
_STILL = (OPEN, HANDED)
_LATELY = timedelta(days=1)
_SOON = timedelta(days=5)  # a little more than the clock begins before a word is due
_p = promises.c


@dataclass(frozen=True, slots=True)
class Promised:
    """`subject`: the usulan, or the question. `person_id`: whom; None = somebody who is told in person."""

    id: int
    kind: str
    subject: int
    desa: str
    person_id: int | None
    due_at: datetime
    rung: int = 0
    state: str = OPEN
    admitted_at: datetime | None = None


_COLUMNS = tuple(_p[name] for name in Promised.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Term:
    """`due_at`: what was promised. `next_at`: when the clock begins to look after it."""

    due_at: datetime
    next_at: datetime


def _row(kind: str, subject: int, desa: str, person_id: int | None, at: datetime, term: Term) -> dict[str, Any]:
    whom = {"id": new_id(), "kind": kind, "subject": subject, "desa": desa, "person_id": person_id}
    return whom | {"made_at": at, "due_at": term.due_at, "next_at": term.next_at, "rung": 0, "state": OPEN}


def make(turn: Turn, kind: str, subject: int, desa: str, person_id: int | None, term: Term) -> None:
    turn.put("promise", **_row(kind, subject, desa, person_id, turn.now, term))


async def add(
    connection: AsyncConnection, kind: str, subject: int, desa: str, person_id: int, at: datetime, term: Term
) -> None:
    await connection.execute(promises.insert().values(_row(kind, subject, desa, person_id, at, term)))


async def end(connection: AsyncConnection, kind: str, subjects: Sequence[int], at: datetime, state: str = KEPT) -> None:
    """The word was given, or there is none to give any more."""
    if subjects:
        still = update(promises).where(_p.subject.in_(subjects), _p.kind == kind, _p.state.in_(_STILL))
        await connection.execute(still.values(state=state, ended_at=at, next_at=None))


async def was_given(connection: AsyncConnection, usulan_id: int, since: datetime) -> bool:
    """Whether whoever brought it had a word about it after that."""
    kept = _p.kind == NEWS, _p.subject == usulan_id, _p.state == KEPT, _p.ended_at > since
    return (await connection.execute(select(_p.id).where(*kept).limit(1))).first() is not None


async def word_until(connection: AsyncConnection, usulan_id: int, person_id: int) -> datetime | None:
    """Until when this person was promised a word about it; None where none is open."""
    query = select(func.max(_p.due_at)).where(_p.kind == NEWS, _p.subject == usulan_id, _p.person_id == person_id)
    found: datetime | None = (await connection.execute(query.where(_p.state.in_(_STILL)))).scalar()
    return found


async def renew(
    connection: AsyncConnection, found: Sequence[tuple[int, str, int | None]], at: datetime, term: Term
) -> None:
    """(usulan, desa, person): they have a word now, and the next one is promised."""
    await end(connection, NEWS, [subject for subject, _, _ in found], at)
    rows = [_row(NEWS, subject, desa, person_id, at, term) for subject, desa, person_id in found]
    if rows:
        await connection.execute(promises.insert(), rows)


async def waits(connection: AsyncConnection, kind: str, subject: int, now: datetime) -> bool:
    """Whether the clock is after it by now."""
    query = select(_p.id).where(_p.subject == subject, _p.kind == kind, _p.state == OPEN, _p.made_at < now)
    due_soon = _p.next_at.is_not(None), _p.due_at < now + _SOON
    return (await connection.execute(query.where(*due_soon).limit(1))).first() is not None


async def hand_over(connection: AsyncConnection, which: int, next_at: datetime | None) -> None:
    """There is no telephone for it: from now on somebody owes it in person."""
    handed = update(promises).where(_p.id == which, _p.state == OPEN)
    await connection.execute(handed.values(state=HANDED, next_at=next_at))


async def admit(connection: AsyncConnection, which: int, at: datetime) -> bool:
    """Whoever waits was told that it is late; True the first time."""
    late = update(promises).where(_p.id == which, _p.state == OPEN, _p.admitted_at.is_(None))
    return (await connection.execute(late.values(admitted_at=at))).rowcount == 1


async def admits_now(connection: AsyncConnection, usulan_id: int, now: datetime) -> bool:
    """Whether it is said these days, or is about to be, that nobody has read it yet."""
    query = select(_p.id).where(_p.subject == usulan_id, _p.kind == READ, _p.state == OPEN)
    told = or_(_p.admitted_at > now - _LATELY, and_(_p.admitted_at.is_(None), _p.next_at <= now + _LATELY))
    return (await connection.execute(query.where(told).limit(1))).first() is not None


async def by_id(connection: AsyncConnection, which: int) -> Promised | None:
    row = (await connection.execute(select(*_COLUMNS).where(_p.id == which))).one_or_none()
    return None if row is None else Promised(*row)


async def due(connection: AsyncConnection, now: datetime, most: int) -> list[Promised]:
    """What the clock has to look at, the longest waiting first; of several processes each takes others."""
    query = select(*_COLUMNS).where(_p.next_at <= now).order_by(_p.next_at, _p.id).limit(most)
    return [Promised(*row) for row in await connection.execute(query.with_for_update(skip_locked=True))]


async def look_again(connection: AsyncConnection, which: int, next_at: datetime | None, rung: int = 0) -> None:
    await connection.execute(update(promises).where(_p.id == which).values(next_at=next_at, rung=rung))


async def late(connection: AsyncConnection, scopes: Sequence[str], now: datetime, rung: int = 0) -> dict[str, int]:
    """By kind (and "langsung" for those that are owed in person) how many are late in these wilayah. `rung`: that have
    climbed so far at least."""
    here = within(scopes, _p.desa), _p.state.in_(_STILL), _p.due_at < now, _p.rung >= rung
    query = select(_p.kind, _p.state, func.count()).where(*here).group_by(_p.kind, _p.state)
    found: dict[str, int] = {}
    for kind, state, number in await connection.execute(query):
        name = "langsung" if state == HANDED else kind
        found[name] = found.get(name, 0) + number
    return found
