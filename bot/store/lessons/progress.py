"""How far somebody is with each lesson."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import ByDialect
from bot.store.tables import lesson_progress

ORDER, NEAR, ONESELF = "urutan", "dekat", "sendiri"


@dataclass(frozen=True, slots=True)
class Progress:
    """`page`: how many messages were read, the last at `read_at`; `sent_at` None: opened by oneself. `named`: how often
    it was brought since anything of it was read."""

    lesson: str
    version: str
    sent_at: datetime | None
    opened_at: datetime | None
    page: int
    finished_at: datetime | None
    read_at: datetime | None = None
    named: int = 0


_p = lesson_progress.c
_COLUMNS = (_p.lesson, _p.version, _p.sent_at, _p.opened_at, _p.page, _p.finished_at, _p.read_at, _p.named)


def _bringing(insert: Any) -> Any:
    """What was brought before and is half read is brought once more."""
    new = insert(lesson_progress)
    changed = {"sent_at": new.excluded.sent_at, "named": _p.named + 1}
    return new.on_conflict_do_update(index_elements=["person_id", "lesson"], set_=changed)


_SENT = ByDialect(_bringing)


def _opening(insert: Any) -> Any:
    """The first opening counts, the furthest page, and when it was read last."""
    new = insert(lesson_progress)
    furthest = func.greatest if insert.__module__.startswith("sqlalchemy.dialects.postgresql") else func.max
    changed = {
        "opened_at": func.coalesce(_p.opened_at, new.excluded.opened_at),
        "page": furthest(_p.page, new.excluded.page),
        "read_at": new.excluded.read_at,
        "named": 0,
    }
    return new.on_conflict_do_update(index_elements=["person_id", "lesson"], set_=changed)


_OPENED = ByDialect(_opening)


async def of_people(connection: AsyncConnection, person_ids: Sequence[int]) -> dict[int, dict[str, Progress]]:
    """By person and lesson: what was sent to them or opened by them."""
    found: dict[int, dict[str, Progress]] = defaultdict(dict)
    for row in await connection.execute(select(_p.person_id, *_COLUMNS).where(_p.person_id.in_(person_ids))):
        found[row.person_id][row.lesson] = Progress(*row[1:])
    return found


async def send(connection: AsyncConnection, sent: Sequence[tuple[int, str, str, str]], at: datetime) -> None:
    """(person, lesson, version, why): it was put before them."""
    rows = [
        {"person_id": person, "lesson": lesson, "version": version, "why": why, "sent_at": at, "page": 0, "named": 1}
        for person, lesson, version, why in sent
    ]
    if rows:
        await connection.execute(_SENT[connection.dialect.name], rows)


async def read_page(
    connection: AsyncConnection, person_id: int, lesson: str, version: str, page: int, at: datetime
) -> None:
    """They read it up to this page; whatever brought it to them."""
    row = {"person_id": person_id, "lesson": lesson, "version": version, "why": ONESELF, "sent_at": None}
    await connection.execute(_OPENED[connection.dialect.name], [row | {"opened_at": at, "read_at": at, "page": page}])


async def finish(connection: AsyncConnection, person_id: int, lesson: str, at: datetime) -> bool:
    """True the first time."""
    own = _p.person_id == person_id, _p.lesson == lesson, _p.finished_at.is_(None)
    return bool((await connection.execute(update(lesson_progress).where(*own).values(finished_at=at))).rowcount)


async def who_reads(connection: AsyncConnection, person_ids: Sequence[int], since: datetime) -> set[int]:
    """Those of them who opened a lesson since and have not finished it."""
    begun = _p.person_id.in_(person_ids), _p.opened_at > since, _p.finished_at.is_(None)
    return set((await connection.execute(select(_p.person_id).where(*begun).distinct())).scalars())
