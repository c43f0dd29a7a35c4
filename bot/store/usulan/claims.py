"""Codes by which the person of a titip takes their usulan over: one use each, only a hash is stored."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN
from bot.store.database.dialects import insert_or_ignore
from bot.store.roles.invites import hash_of
from bot.store.tables import blocks, claims, claims_waiting, events, people, speakers, spoken, usulan
from bot.store.turn import Turn

#: A year: from one round of meetings to the next.
DAYS = 365
_WAIT = insert_or_ignore(claims_waiting)


def offer(turn: Turn, code: str, usulan_id: int) -> datetime:
    """Whoever brings the code may take the usulan over; returns until when."""
    ends = turn.now + timedelta(days=DAYS)
    row = {"code_hash": hash_of(code), "usulan_id": usulan_id, "expires_at": ends}
    turn.put("claim", **row, used_at=None, used_by=None)
    return ends


async def void(connection: AsyncConnection, usulan_id: int) -> None:
    """Codes of this usulan that nobody used are good for nothing any more."""
    await connection.execute(delete(claims).where(claims.c.usulan_id == usulan_id, claims.c.used_at.is_(None)))


def _open(key: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return claims.c.code_hash == key, claims.c.used_at.is_(None), claims.c.expires_at > now


def _may_have(person_id: int) -> tuple[ColumnElement[bool], ...]:
    """Whose usulan it may become: nobody has it, and whoever wrote it down is not who it is for."""
    return usulan.c.person_id.is_(None), usulan.c.status != WITHDRAWN, ~_saw_the_slip(person_id)


async def is_for_somebody_else(connection: AsyncConnection, code: str, person_id: int, now: datetime) -> bool:
    """Whether whoever brings this open code is the one who wrote the usulan down, or whose telephone did."""
    noted = exists().where(
        events.c.usulan_id == claims.c.usulan_id, events.c.kind == "dicatat", events.c.by == person_id
    )
    query = select(claims.c.code_hash).where(*_open(hash_of(code), now), noted)
    return (await connection.execute(query)).first() is not None


async def asked_for(connection: AsyncConnection, code: str, person_id: int, now: datetime) -> int | None:
    """The usulan that this person may have for the code; None when there is none, or no more."""
    query = select(usulan.c.id).join(claims, claims.c.usulan_id == usulan.c.id)
    query = query.where(*_open(hash_of(code), now), *_may_have(person_id))
    return (await connection.execute(query)).scalar_one_or_none()


async def let_wait(connection: AsyncConnection, code: str, person_id: int) -> None:
    """Until they have agreed the code is only remembered: nothing of the usulan changes."""
    row = {"person_id": person_id, "code_hash": hash_of(code)}
    await connection.execute(_WAIT[connection.dialect.name], row)


async def end_waiting(connection: AsyncConnection, person_id: int) -> list[str]:
    """The codes (as they are stored) that this person brought before they answered."""
    query = delete(claims_waiting).where(claims_waiting.c.person_id == person_id).returning(claims_waiting.c.code_hash)
    return sorted((await connection.execute(query)).scalars())


async def redeem(connection: AsyncConnection, key: str, person_id: int, now: datetime) -> int | None:
    """The usulan is this person's from now on, if they are the first with this code (`key`: as it is stored). Returns
    its id."""
    waits = select(usulan.c.id).where(usulan.c.id == claims.c.usulan_id, *_may_have(person_id))
    query = update(claims).where(*_open(key, now), waits.exists()).values(used_at=now, used_by=person_id)
    found = await connection.execute(query.returning(claims.c.usulan_id))
    usulan_id: int | None = found.scalar_one_or_none()
    if usulan_id is not None:
        await _give(connection, usulan_id, person_id, now)
    return usulan_id


def _saw_the_slip(person_id: int) -> ColumnElement[bool]:
    """Whoever had a hand in it and was replaced since, and a telephone that was lost with the slip on its screen."""
    account = select(people.c.address).where(people.c.id == person_id).scalar_subquery()
    return or_(
        exists().where(events.c.usulan_id == usulan.c.id, events.c.by == person_id),
        exists().where(blocks.c.account == account, blocks.c.at >= usulan.c.spoken_at),
    )


async def _give(connection: AsyncConnection, usulan_id: int, person_id: int, now: datetime) -> None:
    """News comes to them and needs nobody who brings it; messages of whoever typed it correct it no
    more."""
    voice = select(usulan.c.speaker_id).where(usulan.c.id == usulan_id)
    whose = speakers.c.id.in_(voice)
    await connection.execute(update(speakers).where(whose).values(account_id=person_id, tell_directly=False))
    await connection.execute(update(usulan).where(usulan.c.id == usulan_id).values(person_id=person_id, told_at=now))
    await connection.execute(delete(spoken).where(spoken.c.usulan_id == usulan_id))
