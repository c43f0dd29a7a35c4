"""Forgetting a person: the wish, who is due, what they and their usulan were called, and every rule of `erasure_rules`
carried out; their files are erased from the disk before the rows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, select, text, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.names import NAMELESS
from bot.store import tables as t
from bot.store.database.dialects import insert_or_ignore
from bot.store.database.ids import new_id
from bot.store.people.erasure_rules import RULES
from bot.store.tables.columns import AT_ONCE
from bot.store.turn import Turn

_ASK = insert_or_ignore(t.erasures)
_SAID = (t.questions, t.tried, t.lesson_questions)  # to others


@dataclass(frozen=True, slots=True)
class Erasure:
    """Somebody who is to be forgotten; `names`: what they and their speakers were called, and by what else a message
    of somebody else is known to be about them: words of theirs that others typed."""

    person_id: int
    address: int
    with_words: bool
    farewell: int
    names: tuple[str, ...]


def erasure_in(row: Any) -> Erasure:
    return Erasure(row.person_id, row.address, row.with_words, row.farewell, tuple(json.loads(row.names or "[]")))


async def due(connection: AsyncConnection, limit: int) -> list[Erasure]:
    """Those whose tables are still as they were, oldest first."""
    query = select(t.erasures).where(t.erasures.c.erased_at.is_(None)).order_by(t.erasures.c.asked_at).limit(limit)
    return [erasure_in(row) for row in await connection.execute(query)]


async def hold(connection: AsyncConnection, one: Erasure) -> bool:
    """Nobody answers this chat while we forget it; False when somebody is doing so right now (PostgreSQL), or when
    another process has forgotten it in the meantime."""
    if connection.dialect.name != "sqlite":
        asked = await connection.execute(text("SELECT pg_try_advisory_xact_lock(:lane)"), {"lane": one.address})
        if not asked.scalar():
            return False
    e = t.erasures.c
    waits = select(e.person_id).where(e.person_id == one.person_id, e.erased_at.is_(None)).with_for_update()
    return (await connection.execute(waits)).first() is not None


async def names_of(connection: AsyncConnection, person_id: int) -> list[str]:
    """What the person, and whoever spoke through them, is called."""
    through = t.speakers.c.account_id == person_id
    claimed = t.speakers.c.id.in_(select(t.usulan.c.speaker_id).where(t.usulan.c.person_id == person_id))
    own = select(t.people.c.name).where(t.people.c.id == person_id)
    theirs = select(t.speakers.c.name).where(or_(through, claimed))
    guardians = select(t.speakers.c.guardian).where(or_(through, claimed), t.speakers.c.guardian.is_not(None))
    return [row[0] for query in (own, theirs, guardians) for row in await connection.execute(query)]


@dataclass(frozen=True, slots=True)
class Told:
    """An usulan of the person, with what was typed down of its voices. `by_hand_of_others`: somebody else wrote the
    answers down, in a chat of their own."""

    id: int
    answers: dict[str, Any]
    status: str
    locked: bool
    wordings: dict[str, str]
    by_hand_of_others: bool = False


async def usulan_of(connection: AsyncConnection, person_id: int) -> list[Told]:
    own = t.usulan.c.person_id == person_id
    rows = (await connection.execute(select(t.usulan).where(own).with_for_update())).all()
    typed = (
        select(t.wordings)
        .where(t.wordings.c.usulan_id.in_(select(t.usulan.c.id).where(own)), t.wordings.c.refused_at.is_(None))
        .order_by(t.wordings.c.id)
    )
    words: dict[int, dict[str, str]] = {}
    for row in await connection.execute(typed):
        words.setdefault(row.usulan_id, {})[row.question] = row.text
    return [
        Told(
            row.id,
            json.loads(row.answers),
            row.status,
            row.locked_at is not None,
            words.get(row.id, {}),
            by_hand_of_others=row.typed_by is not None,
        )
        for row in rows
    ]


async def asked_by(connection: AsyncConnection, person_id: int) -> list[str]:
    """What they asked, told of a practice, or wrote back to announcements: it stands in letters to others. What stands
    in brackets is the kind of a file, in everybody's letters alike."""
    r = t.broadcast_replies.c
    said = [select(one.c.words).where(one.c.person_id == person_id) for one in _SAID]
    replied = select(r.words).where(r.person_id == person_id, ~r.words.startswith("("))
    return list((await connection.execute(union_all(*said, replied))).scalars())


async def keep_nameless(connection: AsyncConnection, usulan_id: int, answers: Mapping[str, Any], status: str) -> None:
    """Put these answers in the place of the usulan's own."""
    kept = json.dumps(answers, ensure_ascii=True)
    changed = {"answers": kept, "status": status, "sift_at": AT_ONCE}
    await connection.execute(update(t.usulan).where(t.usulan.c.id == usulan_id).values(changed))


async def forget(connection: AsyncConnection, one: Erasure, names: Sequence[str], at: datetime) -> None:
    """Carry out every rule. What is left are bodies of messages, which `last_traces` finds."""
    values = {"person": one.person_id, "address": one.address, "farewell": one.farewell}
    for rule in RULES.values():
        for statement in rule.statements:
            wanted = statement.compile().params.keys() & values.keys()
            await connection.execute(statement, {name: values[name] for name in wanted})
    kept = json.dumps(sorted({*one.names, *names}), ensure_ascii=True)
    done = update(t.erasures).where(t.erasures.c.person_id == one.person_id)
    await connection.execute(done.values(erased_at=at, names=kept))


async def ask_for(connection: AsyncConnection, people: Sequence[tuple[int, int]], at: datetime) -> None:
    """These (person, address) are to be forgotten without a word: their time is over."""
    rows = [
        {"person_id": person, "address": address, "asked_at": at, "with_words": False, "farewell": new_id()}
        for person, address in people
    ]
    if rows:
        await connection.execute(_ASK[connection.dialect.name], rows)


def ask(turn: Turn, *, with_words: bool, farewell: int) -> None:
    """Whoever speaks is forgotten once the promise `farewell` has left. `with_words`: their usulan go, too."""
    person = turn.speaker
    names = [person.name] if person.name != NAMELESS else []
    who = {"person_id": person.id, "address": person.address, "names": json.dumps(names)}
    turn.put("erasure", **who, asked_at=turn.now, with_words=with_words, farewell=farewell, erased_at=None)


async def erased_files(connection: AsyncConnection, limit: int) -> list[tuple[int, str | None]]:
    """(row, path below the media folder) of files that have to go."""
    query = select(t.media.c.id, t.media.c.path).where(t.media.c.outcome == "erased").order_by(t.media.c.id)
    return [(row[0], row[1]) for row in await connection.execute(query.limit(limit))]


async def drop_files(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """The files are gone; so are their rows."""
    await connection.execute(delete(t.media).where(t.media.c.id.in_(ids)))


async def known_files(connection: AsyncConnection, paths: Sequence[str]) -> set[str]:
    """Which of these paths some row names."""
    return set((await connection.execute(select(t.media.c.path).where(t.media.c.path.in_(paths)))).scalars())
