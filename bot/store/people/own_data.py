"""Everything that is kept about one person, for that person."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN
from bot.store import tables as t
from bot.store.people import genders, phones
from bot.store.people.erasure_rules import RULES

#: What of the rules of forgetting makes an usulan nobody's, though its proposer stays.
_LET_STAND = ("media", "events", "wordings", "claims", "clarifications", "after_photos", "after_answers", "spoken")


@dataclass(frozen=True, slots=True)
class OwnData:
    """Rows as they are, without our own numbers, and without what a speaker wants kept from this telephone.
    `usulan` carries `wordings`, `events`, what was `asked` about it and whether what was made `fits`; `media`: (kind,
    file id, what was written under it)."""

    first_seen_at: datetime | None
    consents: list[dict[str, Any]]
    speakers: list[dict[str, Any]]
    usulan: list[dict[str, Any]]
    media: list[tuple[str, str, str]]
    questions: list[dict[str, Any]]
    lessons: list[dict[str, Any]]
    tried: list[dict[str, Any]]
    exams: list[dict[str, Any]]
    certificates: list[dict[str, Any]]
    trainings: list[dict[str, Any]]
    phone: str = ""
    is_woman: bool | None = None


_CONSENT = (t.consents.c.version, t.consents.c.at, t.consents.c.answer)
_SPEAKER = (t.speakers.c.name, t.speakers.c.guardian, t.speakers.c.tell_directly, t.speakers.c.made_at)
_QUESTION = (t.questions.c.words, t.questions.c.asked_at, t.questions.c.answer)
_r = t.broadcast_replies.c
_REPLY = (_r.words, _r.at.label("asked_at"), _r.answer)  # asked of an announcement
_LESSON = (t.lesson_progress.c.lesson, t.lesson_progress.c.opened_at, t.lesson_progress.c.finished_at)
_TRIED = (t.tried.c.lesson, t.tried.c.words, t.tried.c.told_at, t.tried.c.shared)
_EXAM = (t.exams.c.kind, t.exams.c.begun_at, t.exams.c.finished_at, t.exams.c.asked, t.exams.c.hits)
_CERTIFICATE = (t.certificates.c.name, t.certificates.c.number, t.certificates.c.asked_at, t.certificates.c.given_at)
_TRAINING = (t.occasions.c.about, t.occasions.c.starts_at, t.training_seats.c.answer, t.training_seats.c.came_at)
_USULAN = tuple(
    t.usulan.c[name] for name in ("id", "code", "kecamatan", "serial", "answers", "status", "spoken_at", "read_at")
)


async def of_person(connection: AsyncConnection, person_id: int) -> OwnData:
    seen = (await connection.execute(select(t.people.c.first_seen_at).where(t.people.c.id == person_id))).scalar()
    consents = select(*_CONSENT).where(t.consents.c.person_id == person_id).order_by(t.consents.c.id)
    speakers = select(*_SPEAKER).where(t.speakers.c.account_id == person_id).order_by(t.speakers.c.id)
    kept_away = exists().where(t.speakers.c.id == t.usulan.c.speaker_id, t.speakers.c.tell_directly)
    own = select(*_USULAN).where(t.usulan.c.person_id == person_id, ~kept_away).order_by(t.usulan.c.id)
    usulan = [dict(row) for row in (await connection.execute(own)).mappings()]
    await _add_history(connection, usulan)
    ids = [row["id"] for row in usulan]
    m = t.media.c
    files = select(m.kind, m.file_id, m.words).where(m.usulan_id.in_(ids), m.file_id != "")
    media = [(row[0], row[1], row[2] or "") for row in await connection.execute(files.order_by(m.id))] if ids else []
    asked = select(*_QUESTION).where(t.questions.c.person_id == person_id).order_by(t.questions.c.id)
    replied = select(*_REPLY).where(_r.person_id == person_id).order_by(_r.id)
    learnt = [
        select(*columns).where(table.c.person_id == person_id).order_by(table.c.lesson)
        for table, columns in ((t.lesson_progress, _LESSON), (t.tried, _TRIED))
    ]
    examined = [
        select(*columns).where(table.c.person_id == person_id).order_by(table.c.id)
        for table, columns in ((t.exams, _EXAM), (t.certificates, _CERTIFICATE))
    ]
    invited = select(*_TRAINING).join(t.training_seats, t.training_seats.c.occasion_id == t.occasions.c.id)
    examined.append(invited.where(t.training_seats.c.person_id == person_id).order_by(t.occasions.c.id))
    media += await _told_tried(connection, person_id)
    queries = (consents, speakers, asked, replied, *learnt, *examined)
    told = [await _all(connection, query) for query in queries]
    phone = (await phones.of(connection, [person_id])).get(person_id, "")
    lessons, tried, exams, certificates, trainings = told[4:]
    is_woman = await genders.of(connection, person_id)
    learnt_of = (lessons, tried, exams, certificates, trainings)
    return OwnData(seen, told[0], told[1], usulan, media, told[2] + told[3], *learnt_of, phone, is_woman)


async def _told_tried(connection: AsyncConnection, person_id: int) -> list[tuple[str, str, str]]:
    """What they told of practices by voice, or showed."""
    query = select(t.tried.c.file_kind, t.tried.c.file_id).where(t.tried.c.person_id == person_id)
    found = await connection.execute(query.where(t.tried.c.file_id.is_not(None)))
    return [(row[0] or "voice", row[1], "") for row in found]


async def _all(connection: AsyncConnection, query: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in (await connection.execute(query)).mappings()]


async def _add_history(connection: AsyncConnection, usulan: list[dict[str, Any]]) -> None:
    by_id = {row["id"]: row for row in usulan}
    for row in usulan:
        row |= {"answers": json.loads(row["answers"]), "wordings": [], "events": [], "asked": [], "fits": None}
    typed = select(t.wordings).where(t.wordings.c.usulan_id.in_(by_id)).order_by(t.wordings.c.id)
    for wording in await connection.execute(typed) if by_id else ():
        told = {"question": wording.question, "text": wording.text, "confirmed_at": wording.confirmed_at}
        by_id[wording.usulan_id]["wordings"].append(told)
    asked = select(t.clarifications).where(t.clarifications.c.usulan_id.in_(by_id)).order_by(t.clarifications.c.id)
    for one in await connection.execute(asked) if by_id else ():
        about = {"field": one.field, "words": one.words, "asked_at": one.asked_at, "answer": one.answer}
        by_id[one.usulan_id]["asked"].append(about)
    said = select(t.after_answers).where(t.after_answers.c.usulan_id.in_(by_id))
    for answer in await connection.execute(said) if by_id else ():
        by_id[answer.usulan_id]["fits"] = {
            "answer": answer.answer,
            "words": answer.words,
            "answered_at": answer.answered_at,
        }
    moved = select(t.moves).where(t.moves.c.usulan_id.in_(by_id)).order_by(t.moves.c.id)
    for move in await connection.execute(moved) if by_id else ():
        by_id[move.usulan_id]["events"].append({"kind": move.state, "at": move.at})
    happened = select(t.events).where(t.events.c.usulan_id.in_(by_id)).order_by(t.events.c.id)
    for event in await connection.execute(happened) if by_id else ():
        by_id[event.usulan_id]["events"].append({"kind": event.kind, "at": event.at})


async def count_usulan(connection: AsyncConnection, person_id: int) -> int:
    query = select(func.count()).where(t.usulan.c.person_id == person_id)
    return (await connection.execute(query)).scalar_one()


async def silence(connection: AsyncConnection, person_id: int, address: int) -> None:
    """Nothing that waits reaches this person any more, and nobody reads what they asked."""
    await connection.execute(delete(t.questions).where(t.questions.c.person_id == person_id))
    await connection.execute(delete(t.broadcast_replies).where(_r.person_id == person_id))
    await quiet(connection, person_id, address)


async def quiet(connection: AsyncConnection, person_id: int, address: int) -> None:
    """Nothing that waits reaches this telephone."""
    n, o = t.notices.c, t.outbox.c
    waiting = (n.person_id == person_id, n.outcome.is_(None))
    await connection.execute(update(t.notices).where(*waiting).values(outcome="moot"))
    open_ones = (o.chat == address, o.outcome.is_(None), o.lease_by.is_(None))
    await connection.execute(update(t.outbox).where(*open_ones).values(outcome="dropped", params="{}"))


async def withdraw(connection: AsyncConnection, person_id: int) -> list[tuple[int, int | None]]:
    """Usulan that no meeting has taken up are taken back. Returns which, and who had read each."""
    u = t.usulan.c
    open_ones = (u.person_id == person_id, u.locked_at.is_(None), u.status != WITHDRAWN)
    found = [(one, reader) for one, reader in await connection.execute(select(u.id, u.read_by).where(*open_ones))]
    if found:
        ids = [one for one, _ in found]
        await connection.execute(update(t.usulan).where(u.id.in_(ids)).values(status=WITHDRAWN))
    return found


async def let_stand(connection: AsyncConnection, person_id: int) -> None:
    """The person's usulan become those of a warga; the caller has made their answers nameless."""
    for name in _LET_STAND:
        for statement in RULES[name].statements:
            await connection.execute(statement, {"person": person_id})
    u = t.usulan.c
    nobody = {"person_id": None, "speaker_id": None, "agreed": None}
    await connection.execute(update(t.usulan).where(u.person_id == person_id).values(**nobody))
