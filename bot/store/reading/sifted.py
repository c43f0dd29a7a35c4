"""What readers sift usulan by: derived from the answers once they have changed, so that no list of a whole kabupaten
opens every usulan."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import media, usulan, usulan_words, wordings
from bot.store.usulan.media import AFTER

_KEEP = (
    update(usulan)
    .where(usulan.c.id == bindparam("u"))
    .values(sift_at=None, dusun=bindparam("dusun"), lacks=bindparam("lacks"), unwritten=bindparam("unwritten"))
)
_LONGEST_DUSUN = 64


@dataclass(frozen=True, slots=True)
class Unsifted:
    """`wordings`: what is written down of its voices, by question; `pictured`: whether a picture of it was sent."""

    id: int
    desa: str
    answers: dict[str, Any]
    wordings: dict[str, str]
    pictured: bool


@dataclass(frozen=True, slots=True)
class Sifted:
    """`lacks`: how many marks nothing earns; `unwritten`: how many voices nobody wrote down."""

    id: int
    desa: str
    dusun: str
    lacks: int
    unwritten: int
    words: Sequence[str]


async def due(connection: AsyncConnection, now: datetime, limit: int) -> list[Unsifted]:
    query = select(usulan.c.id, usulan.c.desa, usulan.c.answers).where(usulan.c.sift_at <= now)
    query = query.order_by(usulan.c.sift_at, usulan.c.id).limit(limit).with_for_update(skip_locked=True)
    rows = (await connection.execute(query)).all()
    which = [row[0] for row in rows]
    typed, seen = await typed_down(connection, which), await pictured(connection, which)
    return [Unsifted(row[0], row[1], json.loads(row[2]), typed.get(row[0], {}), row[0] in seen) for row in rows]


async def pictured(connection: AsyncConnection, which: Sequence[int]) -> set[int]:
    """Those of which there is a picture, also one that came beside the answers; what was made later shows no need."""
    seen = (media.c.usulan_id.in_(which), media.c.kind != "voice", media.c.file_id != "", media.c.question != AFTER)
    query = select(media.c.usulan_id).where(*seen).distinct()
    return {row[0] for row in await connection.execute(query)} if which else set()


async def typed_down(connection: AsyncConnection, which: Sequence[int]) -> dict[int, dict[str, str]]:
    """By usulan and question, what is written down of its voices and was not refused."""
    found: dict[int, dict[str, str]] = {}
    query = select(wordings.c.usulan_id, wordings.c.question, wordings.c.text)
    query = query.where(wordings.c.usulan_id.in_(which), wordings.c.refused_at.is_(None)).order_by(wordings.c.id)
    for row in await connection.execute(query) if which else ():
        found.setdefault(row[0], {})[row[1]] = row[2]
    return found


async def keep(connection: AsyncConnection, sifted: Sequence[Sifted]) -> None:
    if not sifted:
        return
    rows = [
        {"u": one.id, "dusun": one.dusun[:_LONGEST_DUSUN], "lacks": one.lacks, "unwritten": one.unwritten}
        for one in sifted
    ]
    await connection.execute(_KEEP, rows)
    await connection.execute(delete(usulan_words).where(usulan_words.c.usulan_id.in_([one.id for one in sifted])))
    words = [{"usulan_id": one.id, "word": word, "desa": one.desa} for one in sifted for word in one.words]
    if words:
        await connection.execute(usulan_words.insert(), words)
