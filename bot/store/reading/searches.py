"""Usulan of a wilayah by their words, and by their dusun."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.records import WITHDRAWN, Usulan
from bot.store.reading.readings import Sight, by_ids, counted, visible
from bot.store.tables import people, speakers, usulan, usulan_words
from bot.store.usulan.usulan import as_usulan
from bot.store.within import desa_within


def _with_words(who: Sight, words: Sequence[str]) -> Any:
    """Those in which all of these words stand, as the index of words tells it: the newest first."""
    first = usulan_words.alias("first")
    query = select(usulan.c.id).join(first, first.c.usulan_id == usulan.c.id)
    query = query.where(first.c.word == words[0], desa_within(who.scopes, first.c.desa), visible(who))
    for number, word in enumerate(words[1:]):
        more = usulan_words.alias(f"more{number}")
        query = query.join(more, (more.c.usulan_id == first.c.usulan_id) & (more.c.word == word))
    return query.order_by(first.c.usulan_id.desc())


async def with_words(
    connection: AsyncConnection, who: Sight, words: Sequence[str], limit: int, skip: int = 0
) -> list[Usulan]:
    """`words` as `core.usulan.finding.words_in` spells them; none of them: nothing."""
    if not words or not who.scopes:
        return []
    rows = await connection.execute(_with_words(who, words).limit(limit).offset(skip))
    return await by_ids(connection, list(rows.scalars()))


async def count_with_words(connection: AsyncConnection, who: Sight, words: Sequence[str]) -> int:
    return await counted(connection, _with_words(who, words)) if words and who.scopes else 0


async def of_named(connection: AsyncConnection, who: Sight, me: int, name: str, limit: int) -> list[tuple[Usulan, str]]:
    """With what they are called: usulan whose proposer, or whoever speaks in them, has this in their name, the newest
    first. Not of those who want no name on it, but for whoever wrote it down."""
    if not who.scopes:
        return []
    called = func.coalesce(speakers.c.name, people.c.name)
    query = select(usulan, called.label("called"))
    query = query.outerjoin(people, people.c.id == usulan.c.person_id)
    query = query.outerjoin(speakers, speakers.c.id == usulan.c.speaker_id)
    is_said = usulan.c.unnamed.is_(False) | (usulan.c.typed_by == me)
    query = query.where(func.lower(called).contains(name, autoescape=True), is_said, visible(who))
    rows = await connection.execute(query.order_by(usulan.c.id.desc()).limit(limit))
    return [(as_usulan(row), row.called) for row in rows]


async def of_dusun(
    connection: AsyncConnection, who: Sight, usulan_id: int, limit: int, skip: int = 0
) -> tuple[str, list[Usulan], int]:
    """(its name, its usulan newest first, how many) of the dusun in which this usulan lies; an empty name where it is
    out of sight."""
    here = select(usulan.c.desa, usulan.c.dusun).where(usulan.c.id == usulan_id, visible(who))
    row = (await connection.execute(here)).one_or_none()
    if row is None or row[1] is None or not who.scopes:
        return "", [], 0
    same = (usulan.c.desa == row[0], usulan.c.dusun == row[1], visible(who))
    all_of_it = select(usulan.c.id).where(*same).order_by(usulan.c.id.desc())
    page = list((await connection.execute(all_of_it.limit(limit).offset(skip))).scalars())
    return row[1], await by_ids(connection, page), await counted(connection, all_of_it)


async def dusun_of(connection: AsyncConnection, desa: str, who: Sight) -> list[tuple[str, int, int]]:
    """(name, how many usulan, one of them) of each dusun of this desa, by name."""
    u = usulan.c
    query = select(u.dusun, func.count(), func.max(u.id)).where(u.desa == desa, u.dusun != "", visible(who))
    rows = await connection.execute(query.where(u.status != WITHDRAWN).group_by(u.dusun).order_by(u.dusun))
    return [(row[0], row[1], row[2]) for row in rows]
