"""Files of usulan that still lie with Telegram."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.tables import media
from bot.store.turn import Turn


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to fetch: `kind` photo, file (a picture, too) or voice; `tries` counts the earlier ones."""

    id: int
    kind: str
    file_id: str
    tries: int


async def claim(connection: AsyncConnection, now: float, lease: float, limit: int) -> list[Wanted]:
    """Files that are due; nobody else takes them before `now + lease` (real seconds)."""
    query = (
        select(media.c.id, media.c.kind, media.c.file_id, media.c.tries)
        .where(media.c.outcome.is_(None), media.c.due_at <= now)
        .order_by(media.c.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    wanted = [Wanted(*row) for row in await connection.execute(query)]
    if wanted:
        ids = [one.id for one in wanted]
        await connection.execute(update(media).where(media.c.id.in_(ids)).values(due_at=now + lease))
    return wanted


async def take_over(connection: AsyncConnection, now: float) -> None:
    """No other process can be alive (SQLite): what a dead one was fetching is due now. `now`: real seconds."""
    await connection.execute(update(media).where(media.c.outcome.is_(None)).values(due_at=now))


async def finish(connection: AsyncConnection, media_id: int, outcome: str, path: str | None, error: str | None) -> bool:
    """`stored` with its path, or given up (`refused`: not what it says; `gone`: Telegram has it no more). False when
    nobody wants the file any more."""
    values = {"outcome": outcome, "path": path, "error": error}
    wanted = (media.c.id == media_id, media.c.outcome.is_(None))
    return (await connection.execute(update(media).where(*wanted).values(**values))).rowcount == 1


async def put_back(connection: AsyncConnection, media_id: int, due_at: float, error: str) -> None:
    values = {"due_at": due_at, "tries": media.c.tries + 1, "error": error}
    await connection.execute(update(media).where(media.c.id == media_id).values(**values))


def keep(turn: Turn, usulan_id: int, question: str, kind: str, file: Mapping[str, Any]) -> None:
    """A file to fetch from Telegram, at once. `file`: as an answer keeps it, with its file_id and size (bytes)."""
    what = {"usulan_id": usulan_id, "question": question, "kind": kind}
    size = file.get("size") or None
    turn.put("media", id=new_id(), **what, file_id=file["file_id"], size=size, due_at=turn.real)
