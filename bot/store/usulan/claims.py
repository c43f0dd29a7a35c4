"""Codes by which the person of a titip takes their usulan over: one use each, only a hash is stored."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN
from bot.store.roles.invites import hash_of
from bot.store.tables import blocks, claims, events, people, speakers, spoken, usulan
from bot.store.turn import Turn

#: A year: from one round of meetings to the next.
DAYS = 365


def offer(turn: Turn, code: str, usulan_id: int) -> datetime:
    """Whoever brings the code may take the usulan over; returns until when."""
    ends = turn.now + timedelta(days=DAYS)
    row = {"code_hash": hash_of(code), "usulan_id": usulan_id, "expires_at": ends}
    turn.put("claim", **row, used_at=None, used_by=None)
    return ends


async def is_for_somebody_else(connection: AsyncConnection, code: str, person_id: int, now: datetime) -> bool:
    """Whether whoever brings this open code is the one who wrote the usulan down."""
    query = (
        select(usulan.c.id)
        .join(claims, claims.c.usulan_id == usulan.c.id)
        .where(
            claims.c.code_hash == hash_of(code),
            claims.c.used_at.is_(None),
            claims.c.expires_at > now,
            usulan.c.typed_by == person_id,
        )
    )
    return (await connection.execute(query)).first() is not None


async def redeem(connection: AsyncConnection, code: str, person_id: int, now: datetime) -> int | None:
    """The usulan is this person's from now on, if they are the first with this code. Returns its id."""
    waits = select(usulan.c.id).where(
        usulan.c.id == claims.c.usulan_id,
        usulan.c.person_id.is_(None),
        usulan.c.status != WITHDRAWN,
        or_(usulan.c.typed_by.is_(None), usulan.c.typed_by != person_id),
        ~_saw_the_slip(person_id),
    )
    query = (
        update(claims)
        .where(
            claims.c.code_hash == hash_of(code),
            claims.c.used_at.is_(None),
            claims.c.expires_at > now,
            waits.exists(),
        )
        .values(used_at=now, used_by=person_id)
        .returning(claims.c.usulan_id)
    )
    usulan_id: int | None = (await connection.execute(query)).scalar_one_or_none()
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
