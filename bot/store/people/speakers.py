"""Who speaks through an account that is not theirs."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.tables import people, speakers, usulan
from bot.store.turn import Turn

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Speaker:
    """`tell_directly`: nothing about their usulan goes to the account they speak through."""

    id: int
    name: str
    tell_directly: bool
    guardian: str | None = None


async def of_account(connection: AsyncConnection, person_id: int) -> list[Speaker]:
    """Who has spoken through this account, newest first."""
    query = select(speakers.c.id, speakers.c.name, speakers.c.tell_directly, speakers.c.guardian)
    query = query.where(speakers.c.account_id == person_id)
    rows = await connection.execute(query.order_by(speakers.c.id.desc()).limit(_SHOWN))
    return [Speaker(*row) for row in rows]


async def whom_to_tell(connection: AsyncConnection, usulan_id: int) -> tuple[int, str] | None:
    """(address, name) of the account that gets news of this usulan; None when nobody may be told: it is nobody's, its
    proposer took the consent back, or the speaker does not want to be told by this telephone."""
    query = (
        select(people.c.address, people.c.name, speakers.c.tell_directly)
        .select_from(usulan)
        .join(people, people.c.id == usulan.c.person_id)
        .outerjoin(speakers, speakers.c.id == usulan.c.speaker_id)
        .where(usulan.c.id == usulan_id, people.c.consent_version.is_not(None))
    )
    row = (await connection.execute(query)).one_or_none()
    return None if row is None or row[2] else (row[0], row[1])


async def names_of(connection: AsyncConnection, which: Collection[int | None]) -> dict[int | None, str]:
    """By id; the account's own voice has none, and costs no look."""
    ids = [one for one in which if one is not None]
    rows = await connection.execute(select(speakers.c.id, speakers.c.name).where(speakers.c.id.in_(ids))) if ids else ()
    return {row[0]: row[1] for row in rows}


def add(
    turn: Turn,
    name: str,
    *,
    account_id: int | None,
    tell_directly: bool,
    guardian: str | None,
    speaker_id: int | None = None,
) -> Speaker:
    """Somebody who speaks through an account that is not theirs; `account_id` None = through nobody's, `speaker_id`:
    by which they were known in the draft."""
    speaker = Speaker(speaker_id or new_id(), name, tell_directly, guardian)
    told = {"account_id": account_id, "tell_directly": tell_directly, "guardian": guardian}
    turn.put("speaker", id=speaker.id, name=name, **told, made_at=turn.now)
    return speaker


async def rename(connection: AsyncConnection, speaker_id: int, name: str) -> None:
    await connection.execute(update(speakers).where(speakers.c.id == speaker_id).values(name=name))


def _own(person_id: int) -> ColumnElement[bool]:
    return and_(usulan.c.person_id == person_id, usulan.c.speaker_id.is_(None))


async def has_sent(connection: AsyncConnection, person_id: int) -> bool:
    """Whether something bears the name of this account."""
    query = select(usulan.c.id).where(_own(person_id)).limit(1)
    return (await connection.execute(query)).first() is not None


async def keep_name(connection: AsyncConnection, person_id: int, name: str, at: datetime) -> None:
    """What was sent keeps the name under which it was: from now on somebody else has this account."""
    await _put_under(connection, person_id, {"account_id": person_id, "name": name, "tell_directly": False}, at)


async def keep_off(connection: AsyncConnection, person_id: int, name: str, at: datetime) -> None:
    """What was sent is theirs still, and no news of it goes to this account."""
    through = speakers.c.account_id == person_id
    await connection.execute(update(speakers).where(through).values(tell_directly=True))
    await _put_under(connection, person_id, {"account_id": None, "name": name, "tell_directly": True}, at)


async def _put_under(connection: AsyncConnection, person_id: int, told: dict[str, Any], at: datetime) -> None:
    if not await has_sent(connection, person_id):
        return
    voice = {"id": new_id(), **told, "made_at": at}
    await connection.execute(insert(speakers).values(voice))
    await connection.execute(update(usulan).where(_own(person_id)).values(speaker_id=voice["id"]))
