"""What is older than the office may keep: found by its age, a few hundred at a time."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, null, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import tables as t
from bot.store.database.ids import id_at
from bot.store.grants import in_force
from bot.store.people import consents
from bot.store.tables.columns import AT_ONCE

#: The question under which the recorded yes of a titip is kept.
AGREEMENT = "suara_rekaman"


async def drop_received(connection: AsyncConnection, before: float, limit: int) -> int:
    """Updates received before (real seconds) and finished. Telegram repeats nothing that is older than a day."""
    old = select(t.inbox.c.update_id).where(t.inbox.c.outcome.is_not(None), t.inbox.c.received_at < before)
    ids = list((await connection.execute(old.order_by(t.inbox.c.received_at).limit(limit))).scalars())
    return await _delete(connection, t.inbox, "update_id", ids)


async def drop_sent(connection: AsyncConnection, before: float, limit: int) -> int:
    """Letters promised before (real seconds) and finished: their ids tell when."""
    old = select(t.outbox.c.id).where(t.outbox.c.id < id_at(before), t.outbox.c.outcome.is_not(None))
    ids = list((await connection.execute(old.order_by(t.outbox.c.id).limit(limit))).scalars())
    return await _delete(connection, t.outbox, "id", ids)


async def drop_drafts(connection: AsyncConnection, mark: str, before: datetime, limit: int) -> int:
    """Drafts whose state bears this mark and that nobody has gone on with since: nothing came of what they tell."""
    c = t.conversations.c
    old = select(c.person_id, c.flow).where(c.touched_at < before, c.state.contains(f'"{mark}":true', autoescape=True))
    found = [tuple(row) for row in await connection.execute(old.limit(limit))]
    if found:
        await connection.execute(delete(t.conversations).where(tuple_(c.person_id, c.flow).in_(found)))
    return len(found)


async def drop_wrong_codes(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """Wrong codes count for an hour; there are never many."""
    old = select(t.wrong_codes.c.id).where(t.wrong_codes.c.at < before).limit(limit)
    return await _delete(connection, t.wrong_codes, "id", list((await connection.execute(old)).scalars()))


async def drop_notices(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """What was told, or was no longer true when it was to be, with what was due before."""
    n = t.notices.c
    old = select(n.id).where(n.outcome.is_not(None), n.due_at < before).limit(limit)
    return await _delete(connection, t.notices, "id", list((await connection.execute(old)).scalars()))


async def drop_news(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """What happened before and was told to everybody."""
    old = select(t.news.c.id).where(t.news.c.next_at.is_(None), t.news.c.at < before).limit(limit)
    return await _delete(connection, t.news, "id", list((await connection.execute(old)).scalars()))


async def drop_feeds(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """Addresses of calendars that were taken back before."""
    old = select(t.feeds.c.token_hash).where(t.feeds.c.revoked_at < before).limit(limit)
    return await _delete(connection, t.feeds, "token_hash", list((await connection.execute(old)).scalars()))


async def forget_proofs(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """The files that were sent before as proof of a task; that there was one, and what was counted, stays."""
    p = t.proofs.c
    old = select(p.id).where(p.file_id.is_not(None), p.at < before).limit(limit)
    ids = list((await connection.execute(old)).scalars())
    if ids:
        await connection.execute(update(t.proofs).where(p.id.in_(ids)).values(file_id=null()))
    return len(ids)


async def drop_questions(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """What was asked before, with its answer; also what nobody answered."""
    old = select(t.questions.c.id).where(t.questions.c.asked_at < before).limit(limit)
    return await _delete(connection, t.questions, "id", list((await connection.execute(old)).scalars()))


async def drop_replies(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """What was written back to announcements before, with its answer."""
    old = select(t.broadcast_replies.c.id).where(t.broadcast_replies.c.at < before).limit(limit)
    return await _delete(connection, t.broadcast_replies, "id", list((await connection.execute(old)).scalars()))


async def drop_readers(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """Who was last seen reading a group before: from then on they are written to themselves."""
    m = t.group_members.c
    old = (await connection.execute(select(m.chat, m.person_id).where(m.seen_at < before).limit(limit))).all()
    if old:
        await connection.execute(
            delete(t.group_members).where(tuple_(m.chat, m.person_id).in_([tuple(one) for one in old]))
        )
    return len(old)


async def drop_lesson_stories(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """What was told of practices before, and questions about lessons that are not published."""
    told = select(t.tried.c.id).where(t.tried.c.told_at < before).limit(limit)
    q = t.lesson_questions.c
    asked = select(q.id).where(q.asked_at < before, ~q.published).limit(limit)
    gone = await _delete(connection, t.tried, "id", list((await connection.execute(told)).scalars()))
    return gone + await _delete(connection, t.lesson_questions, "id", list((await connection.execute(asked)).scalars()))


async def _delete(connection: AsyncConnection, table: Any, key: str, ids: Sequence[Any]) -> int:
    if ids:
        await connection.execute(delete(table).where(table.c[key].in_(ids)))
    return len(ids)


async def forget_labels(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """Whom an invitation was for, some time after it can no longer be used."""
    i = t.invites.c
    old = select(i.code_hash).where(i.label.is_not(None), i.expires_at < before).limit(limit)
    codes = list((await connection.execute(old)).scalars())
    if codes:
        await connection.execute(update(t.invites).where(i.code_hash.in_(codes)).values(label=null()))
    return len(codes)


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice whose typed words were confirmed long enough ago."""

    wording_id: int
    usulan_id: int
    question: str
    text: str
    answers: dict[str, Any]


async def heard_voices(connection: AsyncConnection, before: datetime, limit: int) -> list[Heard]:
    w, u = t.wordings.c, t.usulan.c
    query = (
        select(w.id, w.usulan_id, w.question, w.text, u.answers)
        .join(t.usulan, u.id == w.usulan_id)
        .where(w.confirmed_at < before, w.voice_gone_at.is_(None))
        .order_by(w.confirmed_at)
        .limit(limit)
        .with_for_update(of=t.usulan)
    )
    rows = (await connection.execute(query)).all()
    return [Heard(row[0], row[1], row[2], row[3], json.loads(row[4])) for row in rows]


async def drop_voice(connection: AsyncConnection, voice: Heard, answers: Mapping[str, Any], at: datetime) -> None:
    """The words stay, the recording goes: its file, where it lay with Telegram, and its place in the answers."""
    kept = json.dumps(answers, ensure_ascii=True)
    await connection.execute(
        update(t.usulan).where(t.usulan.c.id == voice.usulan_id).values(answers=kept, sift_at=AT_ONCE)
    )
    await connection.execute(
        update(t.media)
        .where(t.media.c.usulan_id == voice.usulan_id, t.media.c.question == voice.question, t.media.c.kind == "voice")
        .values(outcome="erased", file_id="", error=None)
    )
    same = (t.wordings.c.usulan_id == voice.usulan_id, t.wordings.c.question == voice.question)
    await connection.execute(update(t.wordings).where(*same).values(voice_gone_at=at))


async def forget_spoken_for(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """Who spoke through a facilitator before this, and took nothing over: their name, the witness, the recorded yes."""
    u = t.usulan.c
    old = select(u.id, u.speaker_id).where(u.speaker_id.is_not(None), u.person_id.is_(None), u.spoken_at < before)
    rows = (await connection.execute(old.order_by(u.speaker_id).limit(limit))).all()
    if rows:
        theirs, voices = [row[0] for row in rows], [row[1] for row in rows]
        recorded = (t.media.c.usulan_id.in_(theirs), t.media.c.question == AGREEMENT)
        await connection.execute(update(t.media).where(*recorded).values(outcome="erased", file_id="", error=None))
        await connection.execute(update(t.usulan).where(u.id.in_(theirs)).values(speaker_id=null(), agreed=null()))
        await connection.execute(delete(t.speakers).where(t.speakers.c.id.in_(voices)))
    return len(rows)


def _holds_a_role(now: datetime) -> Any:
    return exists().where(t.grants.c.person_id == t.people.c.id, *in_force(now))


async def never_agreed(connection: AsyncConnection, before: datetime, now: datetime, limit: int) -> list[Any]:
    """(id, address) of people who have not agreed, or no longer agree, and have let it rest since `before`."""
    p = t.people.c
    query = select(p.id, p.address).where(p.last_at < before, _has_not_agreed(), ~_holds_a_role(now))
    return list((await connection.execute(query.where(_unasked()).order_by(p.last_at).limit(limit))).all())


def _has_not_agreed() -> Any:
    version = t.people.c.consent_version
    return or_(version.is_(None), version == consents.AWAITS_GUARDIAN)


async def long_silent(connection: AsyncConnection, before: datetime, now: datetime, limit: int) -> list[Any]:
    """(id, address) of people whose contact has served its time."""
    p = t.people.c
    query = select(p.id, p.address).where(p.last_at < before, ~_holds_a_role(now))
    return list((await connection.execute(query.where(_unasked()).order_by(p.last_at).limit(limit))).all())


def _unasked() -> Any:
    return ~exists().where(t.erasures.c.person_id == t.people.c.id)


async def keep_role_holders(connection: AsyncConnection, before: datetime, now: datetime, limit: int) -> None:
    """Whoever holds a role is needed: their time begins anew, so that they are not looked at every hour."""
    p = t.people.c
    old = select(p.id).where(p.last_at < before, _holds_a_role(now)).order_by(p.last_at).limit(limit)
    ids = list((await connection.execute(old)).scalars())
    if ids:
        await connection.execute(update(t.people).where(p.id.in_(ids)).values(last_at=now))
