"""A database with an office, people and dates in it; the clock is whatever a test says."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, text

from bot.store.database.database import Database
from bot.store.database.ids import new_id
from bot.store.tables import grants, outbox, people
from bot.store.tasks.tasks import Task
from bot.work import due, notices
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks import planning
from tests.support.town import catalog_of

ZONE = ZoneInfo("Asia/Makassar")
DESA, KECAMATAN = "73.16.01.2002", "73.16.01"


def local(month: int, day: int, hour: int = 9, minute: int = 0, year: int = 2027) -> datetime:
    """A time in Enrekang."""
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


#: A Monday. The meeting is a Thursday in the next week, so that its preparation is due on Thursday the seventh.
NOW, HELD, DUE = local(1, 4), local(1, 14), local(1, 7, 7, 30)


@dataclass
class Desk:
    """What the clock would do, one look at a time."""

    database: Database
    office: Office = field(default_factory=lambda: Office(catalog_of(), "Bappeda Enrekang", ZONE))
    _real: float = 1_000.0

    async def join(self, name: str, role: str = "fasilitator_desa", scope: str = DESA, **more: Any) -> int:
        person = new_id()
        row = {"id": person, "channel": "telegram", "address": person % 10**9, "name": name}
        row |= {"named_by_self": False, "first_seen_at": NOW, "last_at": NOW} | more
        grant = {"id": new_id(), "person_id": person, "role": role, "scope": scope, "granted_at": NOW}
        async with self.database.write() as connection:
            await connection.execute(people.insert(), [row])
            await connection.execute(grants.insert(), [grant])
        return person

    async def hold(
        self, kind: str = "musrenbang_desa", wilayah: str = DESA, at: datetime = HELD, now: datetime = NOW
    ) -> planning.Planned:
        async with self.database.write() as connection:
            one = planning.new_occasion(self.office, kind, wilayah, at, now, None)
            return await planning.hold(Round(connection, self.office, now), one)

    async def tick(self, now: datetime) -> int:
        """One look of the clock, as the ticker takes it; returns how many messages it promised."""
        async with self.database.write() as connection:
            await due.take_up(Round(connection, self.office, now))
            return await notices.tell_what_is_due(Round(connection, self.office, now, self._real))

    async def told(self, person: int) -> list[dict[str, Any]]:
        """What was promised to somebody unasked, in order."""
        query = select(outbox.c.params).where(outbox.c.person_id == person).order_by(outbox.c.id)
        async with self.database.read() as connection:
            return [json.loads(row[0]) for row in await connection.execute(query)]

    async def rows(self, query: str, **values: Any) -> list[Any]:
        async with self.database.read() as connection:
            return list((await connection.execute(text(query), values)).all())

    async def run(self, statement: Any, *rows: Any) -> None:
        async with self.database.write() as connection:
            await connection.execute(statement, *rows)


def task_of(planned: planning.Planned, rule: str) -> Task:
    return next(task for task in planned.added if task.rule == rule)


def labels(message: dict[str, Any]) -> list[list[str]]:
    return [[key["text"] for key in row] for row in message["reply_markup"]["inline_keyboard"]]
