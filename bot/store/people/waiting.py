"""First words: which updates of a person wait unread, and their bodies when they may be read."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import first_words, inbox
from bot.store.turn import Turn


async def update_ids(connection: AsyncConnection, person_id: int) -> list[int]:
    query = select(first_words.c.update_ids).where(first_words.c.person_id == person_id)
    found = (await connection.execute(query)).scalar()
    return list(json.loads(found)) if found else []


async def bodies(connection: AsyncConnection, person_id: int) -> list[dict[str, Any]]:
    """In the order in which they came; what was too old to be kept is left out."""
    ids = await update_ids(connection, person_id)
    if not ids:
        return []
    query = select(inbox.c.update_id, inbox.c.body).where(inbox.c.update_id.in_(ids), inbox.c.body != "")
    found = {row[0]: json.loads(row[1]) for row in await connection.execute(query)}
    return [found[one] for one in ids if one in found]


async def said_in(connection: AsyncConnection, update_id: int, chat: int) -> dict[str, Any] | None:
    """This update, where it was said in that chat and is still here."""
    query = select(inbox.c.body).where(inbox.c.update_id == update_id, inbox.c.lane == chat, inbox.c.body != "")
    body = (await connection.execute(query)).scalar()
    return dict(json.loads(body)) if body else None


async def words_in(connection: AsyncConnection, update_id: int, chat: int) -> str:
    """What was written in it, if it is still here."""
    message = (await said_in(connection, update_id, chat) or {}).get("message", {})
    return str(message.get("text") or message.get("caption") or "")


async def sent_since(connection: AsyncConnection, begins: float, chat: int, before: int) -> list[dict[str, Any]]:
    """Updates of that chat with a file or a point on the map, answered since then and still here, the oldest first.

    What came lately is looked through, and never all that is here: so their order is made of what was found."""
    i = inbox.c
    is_here = i.lane == chat, i.received_at >= begins, i.outcome.is_not(None)
    holds = or_(i.body.contains('"file_id"'), i.body.contains('"location"'))
    found = await connection.execute(select(i.update_id, i.body).where(*is_here, holds))
    return [json.loads(body) for one, body in sorted(tuple(row) for row in found) if one < before]


async def said_since(connection: AsyncConnection, begins: float, chat: int, before: int) -> list[dict[str, Any]]:
    """Updates of that chat since then, answered and still here, the oldest first."""
    i = inbox.c
    is_here = i.lane == chat, i.received_at >= begins, i.outcome.is_not(None), i.body != ""
    found = await connection.execute(select(i.update_id, i.body).where(*is_here))
    return [json.loads(body) for one, body in sorted(tuple(row) for row in found) if one < before]


async def typed_since(connection: AsyncConnection, begins: float, chat: int, before: int) -> list[str]:
    """What was typed of that."""
    bodies = await said_since(connection, begins, chat, before)
    return [text for one in bodies if (text := one.get("message", {}).get("text"))]


async def forget(connection: AsyncConnection, person_id: int) -> None:
    """What somebody said before they said no, where they stay known for another reason."""
    waits = select(first_words.c.update_ids).where(first_words.c.person_id == person_id)
    ids = json.loads((await connection.execute(waits)).scalar() or "[]")
    if ids:
        await connection.execute(update(inbox).where(inbox.c.update_id.in_(ids)).values(body="", error=null()))
    await connection.execute(delete(first_words).where(first_words.c.person_id == person_id))


def keep(turn: Turn, ids: Sequence[int]) -> None:
    """These updates of whoever speaks wait unread."""
    turn.put("first_words", person_id=turn.speaker.id, update_ids=json.dumps([*ids]), at=turn.now)


def is_kept_in(turn: Turn) -> bool:
    """Whether any of whoever speaks wait since this turn."""
    return bool(turn.writes["first_words"])


def end(turn: Turn) -> None:
    """They are read, or nobody may read them any more."""
    turn.put("first_words_end", p=turn.speaker.id)
