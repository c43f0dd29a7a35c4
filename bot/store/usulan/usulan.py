"""Statements about usulan that do not fit the batch: numbers, lists, readings, corrections."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, exists, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN, Usulan
from bot.store.database.dialects import insert_or_ignore
from bot.store.database.ids import new_id
from bot.store.tables import events, media, questions, short_codes, speakers, spoken, usulan
from bot.store.tables.columns import AT_ONCE
from bot.store.turn import Turn
from bot.store.usulan.events import MADE

_NEXT = (
    "INSERT INTO counters (series, last) VALUES (:series, 1) "
    "ON CONFLICT (series) DO UPDATE SET last = counters.last + 1 RETURNING last"
)
_LAST = 20  # drafts of one person whose button may still be looked at
_ADD_CODES = insert_or_ignore(short_codes)


async def next_serial(connection: AsyncConnection, series: str) -> int:
    """The next number of a series. Gapless: it is given back when the transaction (or the savepoint) is rolled back."""
    serial: int = (await connection.execute(text(_NEXT), {"series": series})).scalar_one()
    return serial


async def keep_short_codes(connection: AsyncConnection, wanted: Mapping[str, str]) -> dict[str, str]:
    """Store short codes that are not there yet; returns all, the stored ones winning over the wanted."""
    stored = {row[0]: row[1] for row in await connection.execute(select(short_codes))}
    missing = [{"wilayah": code, "short": short} for code, short in wanted.items() if code not in stored]
    if missing:
        await connection.execute(_ADD_CODES[connection.dialect.name], missing)
        stored = {row[0]: row[1] for row in await connection.execute(select(short_codes))}
    return stored


def as_usulan(row: Any) -> Usulan:
    return Usulan(
        id=row.id,
        code=row.code,
        kecamatan=row.kecamatan,
        serial=row.serial,
        desa=row.desa,
        person_id=row.person_id,
        answers=json.loads(row.answers),
        status=row.status,
        spoken_at=row.spoken_at,
        read_by=row.read_by,
        read_at=row.read_at,
        locked_at=row.locked_at,
        speaker_id=row.speaker_id,
        typed_by=row.typed_by,
        agreed=json.loads(row.agreed) if row.agreed else None,
        told_at=row.told_at,
        unnamed=row.unnamed,
        reader_id=row.reader_id,
        year=row.year,
        sipd=row.sipd,
    )


#: "Jangan kabari lewat HP ini": the speaker wants no news on the telephone through which it came.
KEPT_AWAY = exists().where(speakers.c.id == usulan.c.speaker_id, speakers.c.tell_directly)


def _is_of(person_id: int) -> ColumnElement[bool]:
    return and_(usulan.c.person_id == person_id, ~KEPT_AWAY)


async def kept_off(connection: AsyncConnection, person_id: int) -> list[Usulan]:
    """What they brought themselves, of which no news comes to their telephone."""
    away = KEPT_AWAY.where(speakers.c.account_id.is_(None))
    rows = await connection.execute(select(usulan).where(usulan.c.person_id == person_id, away))
    return [as_usulan(row) for row in rows]


def may_hear() -> ColumnElement[bool]:
    """Of the usulan of some telephone: those that whoever holds it may be written to about."""
    return and_(usulan.c.status != WITHDRAWN, or_(usulan.c.speaker_id.is_(None), ~KEPT_AWAY))


async def of_person(connection: AsyncConnection, person_id: int, limit: int = 10) -> list[Usulan]:
    """A person's own usulan, newest first."""
    query = select(usulan).where(_is_of(person_id)).order_by(usulan.c.id.desc()).limit(limit)
    return [as_usulan(row) for row in await connection.execute(query)]


async def typed_by(connection: AsyncConnection, person_id: int, since: datetime, limit: int) -> list[Usulan]:
    """What somebody wrote down for others since then, newest first."""
    mine = usulan.c.typed_by == person_id, usulan.c.spoken_at > since, usulan.c.status != WITHDRAWN
    query = select(usulan).where(*mine).order_by(usulan.c.id.desc()).limit(limit)
    return [as_usulan(row) for row in await connection.execute(query)]


async def agree(connection: AsyncConnection, usulan_id: int, agreed: Mapping[str, Any]) -> None:
    """How the speaker agreed, put right."""
    changed = update(usulan).where(usulan.c.id == usulan_id).values(agreed=json.dumps(agreed))
    await connection.execute(changed)


async def is_of(connection: AsyncConnection, person_id: int, usulan_id: int) -> bool:
    query = select(usulan.c.id).where(usulan.c.id == usulan_id, _is_of(person_id))
    return (await connection.execute(query)).first() is not None


async def made_of(connection: AsyncConnection, person_id: int, draft: str) -> Usulan | None:
    """What this draft of theirs became, if it was one of the last."""
    query = select(usulan, events.c.detail).join(events, events.c.usulan_id == usulan.c.id)
    made = query.where(_is_of(person_id), events.c.kind == MADE, events.c.detail.is_not(None))
    for row in await connection.execute(made.order_by(usulan.c.id.desc()).limit(_LAST)):
        if json.loads(row.detail).get("draf") == draft:
            return as_usulan(row)
    return None


async def set_unnamed(connection: AsyncConnection, person_id: int, *, unnamed: bool) -> int:
    """On all that is theirs, and on what they asked. Returns how many usulan that are."""
    own = update(usulan).where(usulan.c.person_id == person_id).values(unnamed=unnamed)
    await connection.execute(update(questions).where(questions.c.person_id == person_id).values(unnamed=unnamed))
    return (await connection.execute(own)).rowcount


async def by_id(connection: AsyncConnection, usulan_id: int) -> Usulan | None:
    row = (await connection.execute(select(usulan).where(usulan.c.id == usulan_id))).one_or_none()
    return None if row is None else as_usulan(row)


async def desa_of(connection: AsyncConnection, which: Sequence[int]) -> dict[int, str]:
    """By usulan."""
    query = select(usulan.c.id, usulan.c.desa).where(usulan.c.id.in_(which))
    return {row[0]: row[1] for row in await connection.execute(query)}


async def take_back(connection: AsyncConnection, usulan_id: int) -> None:
    """Nobody reads it from now on."""
    await connection.execute(update(usulan).where(usulan.c.id == usulan_id).values(status=WITHDRAWN))


async def bring_back(connection: AsyncConnection, usulan_id: int, status: str, unread_at: datetime | None) -> None:
    """It is read again, as it was before it was withdrawn."""
    query = update(usulan).where(usulan.c.id == usulan_id, usulan.c.status == WITHDRAWN)
    await connection.execute(query.values(status=status, unread_at=unread_at))


async def give_to_reader(connection: AsyncConnection, usulan_id: int, reader_id: int | None) -> None:
    """To that one alone, or to whoever is nearest."""
    await connection.execute(update(usulan).where(usulan.c.id == usulan_id).values(reader_id=reader_id))


async def to_change(connection: AsyncConnection, usulan_id: int) -> Usulan | None:
    """As it is now, and nobody else changes it before this transaction ends: two may complete it at the same time."""
    query = select(usulan).where(usulan.c.id == usulan_id).with_for_update()
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else as_usulan(row)


async def correct(connection: AsyncConnection, usulan_id: int, answers: Mapping[str, Any]) -> None:
    changed = {"answers": json.dumps(answers), "sift_at": AT_ONCE}
    await connection.execute(update(usulan).where(usulan.c.id == usulan_id).values(changed))


async def sift_again(connection: AsyncConnection, usulan_id: int) -> None:
    """Something was added beside its answers."""
    await connection.execute(update(usulan).where(usulan.c.id == usulan_id).values(sift_at=AT_ONCE))


async def mark_read(connection: AsyncConnection, usulan_id: int, reader: int, at: datetime) -> bool:
    """True for the first reader only; two people cannot both be the one."""
    result = await connection.execute(
        update(usulan)
        .where(usulan.c.id == usulan_id, usulan.c.read_at.is_(None))
        .values(read_by=reader, read_at=at, unread_at=None)
    )
    return result.rowcount == 1


async def said_in(connection: AsyncConnection, person_id: int, message_id: int) -> tuple[Usulan, str] | None:
    """The usulan and the question that a message of this person answered."""
    query = select(spoken.c.usulan_id, spoken.c.question).where(
        spoken.c.person_id == person_id, spoken.c.message_id == message_id
    )
    row = (await connection.execute(query)).one_or_none()
    found = None if row is None else await by_id(connection, row[0])
    return None if found is None or row is None else (found, row[1])


class Media(NamedTuple):
    """`kind`: photo, file (a picture, too) or voice. `file_id` is empty where it was erased. `words`: written under
    it."""

    kind: str
    file_id: str
    question: str
    words: str


async def media_of(connection: AsyncConnection, usulan_id: int) -> list[Media]:
    """An usulan's photos and voices, in the order given."""
    m = media.c
    query = select(m.kind, m.file_id, m.question, m.words).where(m.usulan_id == usulan_id).order_by(m.id)
    return [Media(row[0], row[1], row[2], row[3] or "") for row in await connection.execute(query)]


def add(turn: Turn, answers: Mapping[str, Any], **columns: Any) -> int:
    """A new usulan; returns its id. `columns`: those of the table that do not follow from the answers."""
    usulan_id = new_id()
    where = {"kecamatan": answers["kecamatan"]["code"], "desa": answers["desa"]["code"]}
    when = {"spoken_at": turn.now, "sift_at": turn.now}
    turn.put("usulan", id=usulan_id, **where, **columns, answers=json.dumps(answers), **when)
    return usulan_id


def said(turn: Turn, usulan_id: int, question: str, message_id: int) -> None:
    """Which message of whoever speaks gave which answer, so that editing it corrects it."""
    what = {"usulan_id": usulan_id, "question": question}
    turn.put("spoken", person_id=turn.speaker.id, message_id=message_id, **what)


_MOST_YEARS = 4


async def of(connection: AsyncConnection, kecamatan: str, serial: int, *, withdrawn: bool = False) -> list[Usulan]:
    """Every usulan of that kecamatan and number, newest year first; `withdrawn` ones are nobody's news."""
    same = usulan.c.kecamatan == kecamatan, usulan.c.serial == serial
    stands = () if withdrawn else (usulan.c.status != WITHDRAWN,)
    query = select(usulan).where(*same, *stands).order_by(usulan.c.year.desc()).limit(_MOST_YEARS)
    return [as_usulan(row) for row in await connection.execute(query)]


async def of_same_dusun(connection: AsyncConnection, usulan_id: int, limit: int) -> list[Usulan]:
    """The usulan of the same year and dusun, newest first; none where the dusun is not known."""
    one = await by_id(connection, usulan_id)
    dusun = one and (one.answers.get("dusun") or {}).get("name")
    if one is None or not dusun:
        return []
    year = select(usulan.c.year).where(usulan.c.id == usulan_id).scalar_subquery()
    same = (usulan.c.year == year, usulan.c.kecamatan == one.kecamatan, usulan.c.desa == one.desa)
    query = select(usulan).where(*same, usulan.c.status != WITHDRAWN).order_by(usulan.c.serial.desc())
    rows = [as_usulan(row) for row in await connection.execute(query)]
    return [row for row in rows if (row.answers.get("dusun") or {}).get("name") == dusun][:limit]
