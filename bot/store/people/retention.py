"""What is older than the office may keep: found by its age, a few hundred at a time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import tables as t
from bot.store.database import old
from bot.store.database.ids import id_at
from bot.store.grants import in_force
from bot.store.people import consents
from bot.store.tables.columns import AT_ONCE

#: The question under which the recorded yes of a titip is kept.
AGREEMENT = "suara_rekaman"


#: What simply goes when it is too old: by when it is, and what else holds of it. Telegram repeats no update that is
#: older than a day; the ids of letters tell when they were promised; what was asked goes with its answer, or without;
#: who was last seen reading a group long ago is from then on written to themselves.
_OLD: Mapping[str, tuple[Any, ...]] = {
    "inbox": (t.inbox.c.received_at, t.inbox.c.outcome.is_not(None)),
    "outbox": (t.outbox.c.id, t.outbox.c.outcome.is_not(None)),
    "wrong_codes": (t.wrong_codes.c.at,),
    "notices": (t.notices.c.due_at, t.notices.c.outcome.is_not(None)),
    "alarms": (t.alarms.c.at, t.alarms.c.next_at.is_(None)),
    "news": (t.news.c.at, t.news.c.next_at.is_(None)),
    "feeds": (t.feeds.c.revoked_at,),
    "questions": (t.questions.c.asked_at,),
    "broadcast_replies": (t.broadcast_replies.c.at,),
    "group_members": (t.group_members.c.seen_at,),
    "tried": (t.tried.c.told_at,),
    "lesson_questions": (t.lesson_questions.c.asked_at, ~t.lesson_questions.c.published),
    "urgings": (t.urgings.c.at,),
}


async def drop(connection: AsyncConnection, name: str, before: Any, limit: int) -> int:
    """`before`: real seconds of what came and went, a moment of all the rest."""
    at, *rest = _OLD[name]
    return await old.drop(connection, at.table, limit, at < (id_at(before) if name == "outbox" else before), *rest)


async def drop_drafts(connection: AsyncConnection, mark: str, before: datetime, limit: int) -> int:
    """Drafts whose state bears this mark and that nobody has gone on with since: nothing came of what they tell."""
    c = t.conversations.c
    marked = c.state.contains(f'"{mark}":true', autoescape=True)
    return await old.drop(connection, t.conversations, limit, c.touched_at < before, marked)


async def forget_proofs(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """The files that were sent before as proof of a task; that there was one, and what was counted, stays."""
    p = t.proofs.c
    return await old.blank(connection, t.proofs, limit, p.file_id.is_not(None), p.at < before, file_id=null())


async def forget_labels(connection: AsyncConnection, before: datetime, limit: int) -> int:
    """Whom an invitation was for, some time after it can no longer be used."""
    i = t.invites.c
    return await old.blank(connection, t.invites, limit, i.label.is_not(None), i.expires_at < before, label=null())


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
    query = select(u.id, u.speaker_id).where(u.speaker_id.is_not(None), u.person_id.is_(None), u.spoken_at < before)
    rows = (await connection.execute(query.order_by(u.speaker_id).limit(limit))).all()
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
    due = t.people.c.last_at < before, _holds_a_role(now)
    await old.blank(connection, t.people, limit, *due, last_at=now)
