"""What recipients did with an announcement: confirmed it, answered its question, wrote back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.broadcasts.shapes import GROUP
from bot.store.broadcasts.broadcasts import SENT_STATES
from bot.store.broadcasts.ledger import REMIND, TELL
from bot.store.database.dialects import insert_or_ignore, upsert
from bot.store.database.ids import new_id
from bot.store.tables import broadcast_replies as replies
from bot.store.tables import broadcasts, deliveries, group_members, outbox, people

_d = deliveries.c
#: What asks somebody to confirm: a reminder, and the word that it was put right.
_ASKING = (REMIND, TELL)
_ON_ITS_WAY = timedelta(days=7)  # a copy that is late, or an announcement that rested


@dataclass(frozen=True, slots=True)
class Receipt:
    """Of one person: `broadcast_id` they have, and whether they confirmed it."""

    broadcast_id: int
    understood_at: datetime | None


async def of(connection: AsyncConnection, broadcast_id: int, person_id: int) -> Receipt | None:
    """None when they are not among its recipients."""
    query = select(_d.understood_at).where(_d.broadcast_id == broadcast_id, _d.target == person_id)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else Receipt(broadcast_id, row[0])


async def is_landing(connection: AsyncConnection, broadcast_id: int, person_id: int) -> bool:
    """Whether it was sent to them just now, and the ledger does not know yet that it has arrived."""
    theirs = (_d.broadcast_id == broadcast_id, _d.target == person_id, _d.sent_at.is_(None), _d.understood_at.is_(None))
    query = select(_d.target).join(broadcasts, broadcasts.c.id == _d.broadcast_id)
    return (await connection.execute(query.where(*theirs, broadcasts.c.state.in_(SENT_STATES)))).first() is not None


_READER = insert_or_ignore(deliveries)
_MEMBER = upsert(group_members, ("chat", "person_id"), ("seen_at",))


async def of_reader(
    connection: AsyncConnection, broadcast_id: int, person_id: int, chat: int, now: datetime
) -> Receipt | None:
    """The same of somebody who reads it in a group; from now on they are known to read there. None when that group has
    no copy."""
    query = select(_d.place, _d.message_id, _d.version).where(_d.broadcast_id == broadcast_id, _d.target == chat)
    there = (await connection.execute(query)).one_or_none()
    if there is None:
        return None
    row = {"broadcast_id": broadcast_id, "target": person_id, "chat": chat, "role": GROUP, "place": there.place}
    row |= {"outcome": "sent", "version": there.version, "uncertain": False, "reminded": 0}
    await connection.execute(_READER[connection.dialect.name], row)
    member = {"chat": chat, "person_id": person_id, "seen_at": now}
    await connection.execute(_MEMBER[connection.dialect.name], member)
    return await of(connection, broadcast_id, person_id)


async def confirm(connection: AsyncConnection, broadcast_id: int, person_id: int, now: datetime) -> None:
    """They understood: nobody asks them for it any more, also not by what is about to leave."""
    await _ask_no_more(connection, broadcast_id, person_id)
    mine = (_d.broadcast_id == broadcast_id, _d.target == person_id)
    await connection.execute(update(deliveries).where(*mine).values(understood_at=func.coalesce(_d.understood_at, now)))


async def _ask_no_more(connection: AsyncConnection, broadcast_id: int, person_id: int) -> None:
    mine = (_d.broadcast_id == broadcast_id, _d.target == person_id, _d.todo.in_(_ASKING))
    waits = select(_d.row_id).where(*mine).scalar_subquery()
    unsent = (outbox.c.id == waits, outbox.c.lease_by.is_(None), outbox.c.outcome.is_(None))
    await connection.execute(update(outbox).where(*unsent).values(outcome="dropped"))
    await connection.execute(update(deliveries).where(*mine, _d.row_id.is_(None)).values(todo=None))


async def answer(connection: AsyncConnection, broadcast_id: int, person_id: int, chosen: int) -> int | None:
    """Returns what they had answered before."""
    mine = (_d.broadcast_id == broadcast_id, _d.target == person_id)
    was: int | None = (await connection.execute(select(_d.answer).where(*mine))).scalar()
    await connection.execute(update(deliveries).where(*mine).values(answer=chosen))
    return was


async def renumber(connection: AsyncConnection, broadcast_id: int, moved: Mapping[int, int]) -> None:
    """The choices stand in another order; whoever chose one that is gone has not answered."""
    mine = (_d.broadcast_id == broadcast_id, _d.answer.is_not(None))
    unanswered = {"understood_at": None, "replied_at": None, "reminded": 0}
    await connection.execute(update(deliveries).where(*mine, _d.answer.not_in(moved)).values(answer=None, **unanswered))
    if moved:
        await connection.execute(update(deliveries).where(*mine).values(answer=case(moved, value=_d.answer)))


async def copy_at(connection: AsyncConnection, chat: int, message_id: int) -> int | None:
    """Which announcement that message of ours is a copy of."""
    query = select(_d.broadcast_id).where(_d.chat == chat, _d.message_id == message_id).limit(1)
    return (await connection.execute(query)).scalar()


@dataclass(frozen=True, slots=True)
class Copy:
    """What somebody has lately been sent."""

    broadcast_id: int
    message_id: int | None
    understood_at: datetime | None


async def copies_since(
    connection: AsyncConnection, person_id: int, within: timedelta, now: datetime, real: float
) -> list[Copy]:
    """The copies of one person that arrived `within` this time and still count, newest first: of an announcement that
    has not been there for long."""
    began = func.coalesce(broadcasts.c.began_at, broadcasts.c.made_at)
    lately = (_d.sent_at >= real - within.total_seconds(), began >= now - within - _ON_ITS_WAY)
    of_theirs = (_d.target == person_id, _d.outcome == "sent", *lately)
    query = (
        select(_d.broadcast_id, _d.message_id, _d.understood_at)
        .join(broadcasts, broadcasts.c.id == _d.broadcast_id)
        .where(*of_theirs, broadcasts.c.state.in_(SENT_STATES))
        .order_by(_d.sent_at.desc(), _d.broadcast_id.desc())
    )
    return [Copy(*row) for row in await connection.execute(query)]


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody wrote back, and where an answer goes."""

    id: int
    broadcast_id: int
    person_id: int | None
    name: str
    address: int | None
    message_id: int
    words: str
    answer: str | None


async def keep_reply(
    connection: AsyncConnection, broadcast_id: int, person_id: int, message_id: int, words: str, at: datetime
) -> int:
    """They answered: nobody asks them to confirm it any more. Returns its id."""
    await _ask_no_more(connection, broadcast_id, person_id)
    mine = (_d.broadcast_id == broadcast_id, _d.target == person_id)
    await connection.execute(update(deliveries).where(*mine).values(replied_at=func.coalesce(_d.replied_at, at)))
    row = {"id": new_id(), "broadcast_id": broadcast_id, "person_id": person_id, "message_id": message_id}
    await connection.execute(replies.insert().values(**row, words=words, at=at))
    return row["id"]


_REPLY = select(
    replies.c.id,
    replies.c.broadcast_id,
    replies.c.person_id,
    people.c.name,
    people.c.address,
    replies.c.message_id,
    replies.c.words,
    replies.c.answer,
).outerjoin(people, people.c.id == replies.c.person_id)


async def reply(connection: AsyncConnection, reply_id: int) -> Reply | None:
    row = (await connection.execute(_REPLY.where(replies.c.id == reply_id))).one_or_none()
    return None if row is None else _reply(row)


async def written_in(connection: AsyncConnection, person_id: int, message_id: int) -> Reply | None:
    """What they wrote back in that message, as it was last."""
    mine = (replies.c.person_id == person_id, replies.c.message_id == message_id)
    row = (await connection.execute(_REPLY.where(*mine).order_by(replies.c.id.desc()).limit(1))).first()
    return None if row is None else _reply(row)


async def reword(connection: AsyncConnection, reply_id: int, words: str) -> int:
    """They edited it."""
    await connection.execute(update(replies).where(replies.c.id == reply_id).values(words=words))
    return reply_id


async def unanswered(connection: AsyncConnection, author_id: int, since: datetime, most: int) -> list[Reply]:
    """What came back to the announcements of one author, and waits; the newest first."""
    own = select(broadcasts.c.id).where(broadcasts.c.author_id == author_id)
    waits = (replies.c.broadcast_id.in_(own), replies.c.answer.is_(None), replies.c.person_id.is_not(None))
    query = _REPLY.where(*waits, replies.c.at >= since).order_by(replies.c.at.desc(), replies.c.id.desc())
    return [_reply(row) for row in await connection.execute(query.limit(most))]


async def answered_lately(connection: AsyncConnection, by: int, since: datetime, most: int) -> list[Reply]:
    """What this person answered, the last first."""
    mine = (replies.c.answered_by == by, replies.c.answered_at >= since)
    query = _REPLY.where(*mine).order_by(replies.c.answered_at.desc()).limit(most)
    return [_reply(row) for row in await connection.execute(query)]


async def written(connection: AsyncConnection, broadcast_id: int, most: int) -> list[Reply]:
    """What came back to one announcement, the newest last."""
    query = _REPLY.where(replies.c.broadcast_id == broadcast_id, replies.c.person_id.is_not(None))
    rows = (await connection.execute(query.order_by(replies.c.at.desc(), replies.c.id.desc()).limit(most))).all()
    return [_reply(row) for row in reversed(rows)]


async def words_of_each(connection: AsyncConnection, broadcast_id: int) -> dict[int, str]:
    """Everything that each of them wrote back, the first of it first."""
    theirs = (replies.c.broadcast_id == broadcast_id, replies.c.person_id.is_not(None))
    query = select(replies.c.person_id, replies.c.words).where(*theirs).order_by(replies.c.at, replies.c.id)
    found: dict[int, str] = {}
    for person_id, words in await connection.execute(query):
        found[person_id] = f"{found[person_id]}\n{words}" if person_id in found else words
    return found


def _reply(row: Any) -> Reply:
    return Reply(row[0], row[1], row[2], row[3] or "", *row[4:])


async def take_back_answer(connection: AsyncConnection, reply_id: int, by: int, since: datetime) -> str | None:
    """The words of an answer that this person gave not before `since`; it waits for an answer again. None: it is none
    of theirs any more."""
    theirs = (replies.c.id == reply_id, replies.c.answered_by == by, replies.c.answered_at >= since)
    words: str | None = (await connection.execute(select(replies.c.answer).where(*theirs))).scalar()
    if words is not None:
        nothing = {"answer": None, "answered_by": None, "answered_at": None}
        await connection.execute(update(replies).where(*theirs).values(**nothing))
    return words


async def answer_reply(connection: AsyncConnection, reply_id: int, words: str, by: int, at: datetime) -> bool:
    """False when somebody has answered before."""
    told = {"answer": words, "answered_by": by, "answered_at": at}
    first = update(replies).where(replies.c.id == reply_id, replies.c.answer.is_(None)).values(**told)
    return (await connection.execute(first)).rowcount == 1
