"""Files of usulan that still lie with Telegram."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.tables import media, people, usulan
from bot.store.turn import Turn

#: The questions under which a photo of what was made is kept, and a voice that tells what differs.
AFTER, DIFFERENCE = "foto_sesudah", "foto_beda"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to fetch: `kind` photo, file (a picture, too) or voice; `tries` counts those that Telegram did not answer
    well, `starts` those of which no end was seen."""

    id: int
    kind: str
    file_id: str
    tries: int
    starts: int


async def any_due(connection: AsyncConnection, now: float) -> bool:
    """A look without a lock, for most of the time there is nothing."""
    query = select(exists().where(media.c.outcome.is_(None), media.c.due_at <= now))
    return bool((await connection.execute(query)).scalar_one())


async def claim(connection: AsyncConnection, now: float, lease: float, limit: int) -> list[Wanted]:
    """Files that are due; nobody else takes them before `now + lease` (real seconds). Each counts as begun from here
    on; one that was begun before and never ended is taken alone, so that it takes no other along."""
    query = (
        select(media.c.id, media.c.kind, media.c.file_id, media.c.tries, media.c.starts)
        .where(media.c.outcome.is_(None), media.c.due_at <= now)
        .order_by(media.c.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    wanted = [Wanted(*row) for row in await connection.execute(query)]
    wanted = next(([one] for one in wanted if one.starts), wanted)
    if wanted:
        begun = {"due_at": now + lease, "starts": media.c.starts + 1}
        await connection.execute(update(media).where(media.c.id.in_([one.id for one in wanted])).values(**begun))
    return wanted


async def take_over(connection: AsyncConnection, now: float) -> None:
    """No other process can be alive (SQLite): what a dead one was fetching is due now. `now`: real seconds."""
    await connection.execute(update(media).where(media.c.outcome.is_(None)).values(due_at=now))


async def finish(connection: AsyncConnection, media_id: int, outcome: str, path: str | None, error: str | None) -> bool:
    """`stored` with its path, or given up (`refused`: not what it says; `gone`: Telegram has it no more; `parked`: it
    failed three times). False when nobody wants the file any more."""
    values = {"outcome": outcome, "path": path, "error": error}
    wanted = (media.c.id == media_id, media.c.outcome.is_(None))
    return (await connection.execute(update(media).where(*wanted).values(**values))).rowcount == 1


async def put_back(connection: AsyncConnection, media_id: int, due_at: float, error: str) -> None:
    """Telegram did not give it: an end that was seen, and counted among the tries."""
    values = {"due_at": due_at, "tries": media.c.tries + 1, "starts": 0, "error": error}
    await connection.execute(update(media).where(media.c.id == media_id).values(**values))


def keep(turn: Turn, usulan_id: int, question: str, kind: str, file: Mapping[str, Any]) -> int:
    """A file to fetch from Telegram, at once. `file`: as an answer keeps it, with its file_id, size (bytes) and the
    words under it. Returns the id of its row."""
    made, what = new_id(), {"usulan_id": usulan_id, "question": question, "kind": kind}
    known = {"file_id": file["file_id"], "size": file.get("size") or None, "words": file.get("caption")}
    turn.put("media", id=made, **what, **known, due_at=turn.real)
    return made


async def let_wait(connection: AsyncConnection, media_id: int, due_at: float, error: str) -> None:
    """It failed by a fault nobody foresaw; what was counted when it was taken stays."""
    await connection.execute(update(media).where(media.c.id == media_id).values(due_at=due_at, error=error))


async def give_back(connection: AsyncConnection, media_id: int, due_at: float) -> None:
    """It was taken, and something of everybody's (the disk) failed: as if it had not been taken."""
    untaken = {"due_at": due_at, "starts": media.c.starts - 1}
    wanted = (media.c.id == media_id, media.c.outcome.is_(None), media.c.starts > 0)
    await connection.execute(update(media).where(*wanted).values(**untaken))


async def sender_of(connection: AsyncConnection, media_id: int) -> tuple[int, int, int, str, int] | None:
    """(person, address, files of the usulan that were given up, kecamatan, serial): who typed the usulan of this file,
    else whose it is. None where there is nobody to tell, and for a photo of what was made: whoever sent that is asked
    for another one."""
    who = func.coalesce(usulan.c.typed_by, usulan.c.person_id)
    others = media.alias("others")
    lost = (
        select(func.count())
        .where(others.c.usulan_id == usulan.c.id, others.c.outcome.in_(("refused", "parked")))
        .scalar_subquery()
    )
    query = (
        select(people.c.id, people.c.address, lost, usulan.c.kecamatan, usulan.c.serial)
        .join_from(media, usulan, usulan.c.id == media.c.usulan_id)
        .join(people, people.c.id == who)
        .where(media.c.id == media_id, media.c.question != AFTER)
    )
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else (row[0], row[1], row[2], row[3], row[4])
