"""A town on a Thursday morning, a week before musrenbang desa: most of its preparation is due today."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.simulator.chats import Person
from bot.simulator.story import Who
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks import planning
from tests.support.client import Client, Telegram, labels
from tests.support.desk import DESA, HELD, NOW, ZONE, local
from tests.support.screens import screen
from tests.support.town import Town, catalog_of, town

__all__ = ["THURSDAY", "Home", "home", "labels"]

THURSDAY = local(1, 7, 9)


@dataclass
class Home(Client):
    """A town with verbs for people who have tasks."""

    town: Town
    office: Office

    @property
    def telegram(self) -> Telegram:
        return self.town.simulator

    async def code_for(self, role: str, scope: str) -> str:
        return await self.town.code_for(role, scope)

    async def join(self, name: str, role: str = "fasilitator_desa", scope: str = DESA) -> Person:
        return await super().join(name, role, scope)

    async def hold(
        self, kind: str = "musrenbang_desa", wilayah: str = DESA, at: datetime = HELD, now: datetime = NOW
    ) -> planning.Planned:
        async with self.town.database.write() as connection:
            one = planning.new_occasion(self.office, kind, wilayah, at, now, None)
            return await planning.hold(Round(connection, self.office, now), one)

    async def move_clock(self, to: datetime) -> None:
        """The bot looks at the civil clock once a second; a new start looks at once."""
        await self.town.stop()
        await self.town.simulator.move_clock(to=to)
        await self.town.start()

    def newest(self, person: Who, data: str = "") -> int:
        """The number of the message on which such a button stands."""
        return screen(self.town.simulator, person, data) if data else super().newest(person)

    async def toast(self, person: Who, data: str, on: int | None = None) -> str:
        return await super().toast(person, data, self.newest(person, data) if on is None else on)

    async def task(self, rule: str) -> Any:
        return (await self.town.rows("SELECT * FROM tasks WHERE rule = :r", r=rule))[0]

    async def events(self, rule: str) -> list[str]:
        """What happened to a task, but for reminders: they come by themselves, sooner or later."""
        query = "SELECT e.kind FROM task_events e JOIN tasks t ON t.id = e.task_id WHERE t.rule = :r ORDER BY e.id"
        return [row[0] for row in await self.town.rows(query, r=rule) if row[0] not in ("reminded", "named")]

    async def id_of(self, person: Person) -> int:
        found = await self.town.rows("SELECT id FROM people WHERE address = :a", a=person.id)
        return int(found[0][0])

    def title(self, rule: str) -> str:
        return self.office.catalog.text(f"tugas.{rule}.judul")


@asynccontextmanager
async def home(database_url: str, folder: Path, now: datetime = THURSDAY) -> AsyncIterator[Home]:
    async with town(database_url, folder, started=False) as place:
        await place.simulator.move_clock(to=now)
        await place.start()
        yield Home(place, Office(catalog_of(), "Bappeda Enrekang", ZONE))
