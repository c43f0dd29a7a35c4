"""One thing that is asked about an usulan: asked, answered, or left unanswered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Usulan
from bot.store.awaited import ANSWERED, OPEN, UNANSWERED, listens, moments
from bot.store.database.ids import new_id
from bot.store.tables import clarifications, outbox, people, usulan
from bot.store.usulan.usulan import as_usulan, may_hear

WITHDRAWN = "withdrawn"
#: What an usulan's state is called while something is asked.
STAGE = "ditanya"
_c = clarifications.c


@dataclass(frozen=True, slots=True)
class Clarification:
    """`field`: a question of the form, None for none; `words`: own ones, None for the content's."""

    id: int
    usulan_id: int
    field: str | None
    words: str | None
    stage: str
    asked_by: int | None
    asked_at: datetime
    asked_in: int | None
    due_at: datetime
    state: str
    reminded: int
    next_at: datetime | None
    answer: str | None = None

    @property
    def waits(self) -> bool:
        """Whether an answer is still taken: also one that comes late."""
        return self.state in (OPEN, UNANSWERED)


_COLUMNS = tuple(_c[name] for name in Clarification.__dataclass_fields__)


def _one(row: Any) -> Clarification | None:
    return None if row is None else Clarification(*row)


async def add(connection: AsyncConnection, **row: Any) -> int:
    """A question is asked, and the usulan says so; returns its id."""
    made = new_id()
    await connection.execute(clarifications.insert().values(id=made, state=OPEN, reminded=0, **row))
    await connection.execute(update(usulan).where(usulan.c.id == row["usulan_id"]).values(status=STAGE))
    return made


async def sent_by(connection: AsyncConnection, which: int, letter: int) -> None:
    """Which promise took it to the proposer: a reply to that message is an answer."""
    await connection.execute(update(clarifications).where(_c.id == which).values(letter=letter))


async def by_id(connection: AsyncConnection, which: int) -> Clarification | None:
    return _one((await connection.execute(select(*_COLUMNS).where(_c.id == which))).one_or_none())


async def waiting(connection: AsyncConnection, usulan_ids: Sequence[int]) -> list[Clarification]:
    """All that still take an answer, oldest first."""
    here = _c.usulan_id.in_(usulan_ids), _c.state.in_((OPEN, UNANSWERED))
    return [Clarification(*row) for row in await connection.execute(select(*_COLUMNS).where(*here).order_by(_c.id))]


async def waiting_of(connection: AsyncConnection, asker: int, most: int) -> list[Clarification]:
    """What this person asked and nobody has answered, oldest first."""
    theirs = _c.asked_by == asker, _c.state.in_((OPEN, UNANSWERED))
    query = select(*_COLUMNS).where(*theirs).order_by(_c.id).limit(most)
    return [Clarification(*row) for row in await connection.execute(query)]


async def asked_at(connection: AsyncConnection, usulan_id: int) -> datetime | None:
    """When something was asked of it last."""
    newest = select(_c.asked_at).where(_c.usulan_id == usulan_id).order_by(_c.asked_at.desc()).limit(1)
    found: datetime | None = (await connection.execute(newest)).scalar()
    return found


async def answered_beside(connection: AsyncConnection, which: Sequence[int]) -> list[Clarification]:
    """What was answered in words that stand nowhere else: about no question of the form, or nothing it could hold."""
    here = _c.usulan_id.in_(which), _c.state == ANSWERED, _c.answer.is_not(None)
    return [Clarification(*row) for row in await connection.execute(select(*_COLUMNS).where(*here).order_by(_c.id))]


async def listening_of(connection: AsyncConnection, person_id: int, now: datetime) -> Clarification | None:
    """What was asked last of this person: what is open, then what is late, then what was answered just now."""
    query = select(*_COLUMNS).join(usulan, usulan.c.id == _c.usulan_id)
    theirs = usulan.c.person_id == person_id, listens(), may_hear()
    query = query.where(*theirs).order_by(_c.state != OPEN, _c.state != UNANSWERED, _c.id.desc()).limit(1)
    return _one((await connection.execute(query, moments(now))).one_or_none())


def stood(found: Usulan, known: Sequence[Clarification]) -> str:
    """Where it stands, or stood before something was asked of it. `known`: those of it that wait."""
    before = next((one.stage for one in known if one.state == OPEN), found.status)
    return before if found.status == STAGE else found.status


async def replied_to(connection: AsyncConnection, chat: int, message_id: int) -> int | None:
    """The question that stood in that message of ours."""
    theirs = select(usulan.c.id).join(people, people.c.id == usulan.c.person_id).where(people.c.address == chat)
    query = select(_c.id).join(outbox, outbox.c.id == _c.letter)
    query = query.where(_c.usulan_id.in_(theirs), outbox.c.chat == chat, outbox.c.message_id == message_id)
    return (await connection.execute(query.limit(1))).scalar()


async def settle(
    connection: AsyncConnection,
    /,
    which: int,
    state: str,
    at: datetime,
    *,
    next_at: datetime | None = None,
    **values: Any,
) -> bool:
    """Answered, withdrawn or unanswered; where nothing else is open the usulan goes back to where it stood. False when
    somebody else settled it first."""
    before = (OPEN, UNANSWERED) if state == ANSWERED else (OPEN,)
    change = update(clarifications).where(_c.id == which, _c.state.in_(before))
    told = {"answered_at": at} if state == ANSWERED else {}
    if (await connection.execute(change.values(state=state, next_at=next_at, **told, **values))).rowcount != 1:
        return False
    await _go_back(connection, which)
    return True


async def _go_back(connection: AsyncConnection, which: int) -> None:
    row = (await connection.execute(select(_c.usulan_id, _c.stage).where(_c.id == which))).one()
    still = select(func.count()).where(_c.usulan_id == row.usulan_id, _c.state == OPEN)
    if not (await connection.execute(still)).scalar_one():
        back = update(usulan).where(usulan.c.id == row.usulan_id, usulan.c.status == STAGE)
        await connection.execute(back.values(status=row.stage))


async def add_to_answer(connection: AsyncConnection, one: Clarification, words: str) -> None:
    """They went on telling."""
    told = f"{one.answer}\n{words}" if one.answer else words
    await connection.execute(update(clarifications).where(_c.id == one.id).values(answer=told))


async def answer_by_the_way(
    connection: AsyncConnection, usulan_id: int, fields: Sequence[str], by: int, at: datetime
) -> list[Clarification]:
    """These fields were told in another way: nobody has to answer any more. Returns the questions that are settled."""
    found = [one for one in await waiting(connection, [usulan_id]) if one.field in fields]
    return [one for one in found if await settle(connection, one.id, ANSWERED, at, answered_by=by)]


async def bring_in_person(connection: AsyncConnection, usulan_id: int, reader: int, at: datetime) -> None:
    """There is no telephone, and something came of it: it stands on the list of those who are to be told in person, and
    whoever wanted to know has read it."""
    told = {"told_at": None, "read_at": func.coalesce(usulan.c.read_at, at)}
    who = {"read_by": func.coalesce(usulan.c.read_by, reader)}
    await connection.execute(update(usulan).where(usulan.c.id == usulan_id).values(**told, **who))


# --- the clock -------------------------------------------------------------------------------------------------------


async def due(connection: AsyncConnection, now: datetime, most: int) -> list[tuple[Clarification, Usulan]]:
    """What the clock has to look at, with its usulan; of several processes each takes others."""
    query: Select[Any] = select(usulan, *(column.label(f"c_{column.name}") for column in _COLUMNS))
    query = query.join(clarifications, _c.usulan_id == usulan.c.id).where(_c.next_at <= now)
    query = query.order_by(_c.next_at, _c.id).limit(most).with_for_update(skip_locked=True, of=clarifications)
    rows: list[Any] = list((await connection.execute(query)).all())
    return [(Clarification(*row[-len(_COLUMNS) :]), as_usulan(row)) for row in rows]


async def wait_on(connection: AsyncConnection, which: int, reminded: int, next_at: datetime | None) -> None:
    await connection.execute(update(clarifications).where(_c.id == which).values(reminded=reminded, next_at=next_at))
