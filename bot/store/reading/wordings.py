"""What voices say, typed down: the first wording that is open stands until the speaker has said yes or no to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import Usulan
from bot.store.tables import people, spoken, usulan, wordings
from bot.store.tables.columns import AT_ONCE


@dataclass(frozen=True, slots=True)
class Wording:
    """`by`: the name of who typed it, empty when they are gone."""

    id: int
    usulan_id: int
    question: str
    text: str
    by: str
    made_by: int | None
    confirmed_at: datetime | None
    refused_at: datetime | None


_QUERY = select(
    wordings.c.id,
    wordings.c.usulan_id,
    wordings.c.question,
    wordings.c.text,
    people.c.name,
    wordings.c.made_by,
    wordings.c.confirmed_at,
    wordings.c.refused_at,
).select_from(wordings.outerjoin(people, people.c.id == wordings.c.made_by))


async def of_usulan(connection: AsyncConnection, usulan_id: int) -> list[Wording]:
    """All of them, also refused ones, in the order in which they were typed."""
    query = _QUERY.where(wordings.c.usulan_id == usulan_id).order_by(wordings.c.id)
    return [Wording(row[0], row[1], row[2], row[3], row[4] or "", *row[5:]) for row in await connection.execute(query)]


async def texts(
    connection: AsyncConnection, found: Sequence[Usulan], questions: Sequence[str]
) -> dict[int, dict[str, str]]:
    """What each usulan tells at these questions: written, or typed down from the voice."""
    w = wordings.c
    query = select(w.usulan_id, w.question, w.text).where(w.usulan_id.in_([one.id for one in found]))
    rows = await connection.execute(query.where(w.refused_at.is_(None)).order_by(w.id))
    typed = {(row[0], row[1]): row[2] for row in rows}
    return {
        one.id: {key: (one.answers.get(key) or {}).get("text") or typed.get((one.id, key), "") for key in questions}
        for one in found
    }


async def by_id(connection: AsyncConnection, wording_id: int) -> Wording | None:
    row = (await connection.execute(_QUERY.where(wordings.c.id == wording_id))).one_or_none()
    return None if row is None else Wording(row[0], row[1], row[2], row[3], row[4] or "", *row[5:])


async def open_one(connection: AsyncConnection, usulan_id: int, question: str) -> Wording | None:
    """The wording that stands: not refused."""
    found = await of_usulan(connection, usulan_id)
    return next((one for one in found if one.question == question and one.refused_at is None), None)


async def add(connection: AsyncConnection, row: dict[str, Any]) -> Wording | None:
    """Keep a wording if none stands yet; else the one that came first. The row of the usulan is held meanwhile, so that
    of two who type at once the second sees the first."""
    await connection.execute(select(usulan.c.id).where(usulan.c.id == row["usulan_id"]).with_for_update())
    first = await open_one(connection, row["usulan_id"], row["question"])
    if first is None:
        await connection.execute(wordings.insert(), row)
        await connection.execute(_sifted_again(row["usulan_id"]))
    return first


async def answer(connection: AsyncConnection, wording_id: int, at: datetime, *, right: bool) -> bool:
    """*Betul* or *Bukan begitu*: True for the first answer only."""
    said = {"confirmed_at": at} if right else {"refused_at": at}
    unanswered = (wordings.c.confirmed_at.is_(None), wordings.c.refused_at.is_(None))
    query = update(wordings).where(wordings.c.id == wording_id, *unanswered).values(**said)
    is_first = (await connection.execute(query)).rowcount == 1
    if is_first:
        of = select(wordings.c.usulan_id).where(wordings.c.id == wording_id).scalar_subquery()
        await connection.execute(_sifted_again(of))
    return is_first


def _sifted_again(usulan_id: Any) -> Any:
    return update(usulan).where(usulan.c.id == usulan_id).values(sift_at=AT_ONCE)


async def message_of(connection: AsyncConnection, usulan_id: int, person_id: int, question: str) -> int | None:
    """The message in which this person said it, to be replied to."""
    query = select(spoken.c.message_id).where(
        spoken.c.usulan_id == usulan_id, spoken.c.person_id == person_id, spoken.c.question == question
    )
    found: int | None = (await connection.execute(query.order_by(spoken.c.message_id).limit(1))).scalar_one_or_none()
    return found
