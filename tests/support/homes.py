"""A town on a Thursday morning, a week before musrenbang desa: most of its preparation is due today."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.simulator.story import PATIENCE
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks import planning
from tests.support.desk import DESA, HELD, NOW, ZONE, local
from tests.support.screens import screen
from tests.support.town import Town, catalog_of, town

Json = dict[str, Any]
THURSDAY = local(1, 7, 9)


@dataclass
class Home:
    """A town with verbs for people who have tasks."""

    town: Town
    office: Office

    async def join(self, name: str, role: str = "fasilitator_desa", scope: str = DESA) -> Person:
        person = self.town.simulator.add_person(name)
        await self.town.simulator.begin(person, await self.town.code_for(role, scope))
        await self.town.simulator.wait_for(person, "tercatat sebagai", timeout=PATIENCE)
        return person

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

    async def ask(self, person: Person, text: str, wanted: str) -> Json:
        await self.town.simulator.say(person, text)
        return await self.hears(person, wanted)

    async def press(self, person: Person, button: str, wanted: str) -> Json:
        await self.town.simulator.press(person, button)
        return await self.hears(person, wanted)

    async def press_data(self, person: Person, data: str, wanted: str) -> Json:
        """As an old button would."""
        await self.town.simulator.press_data(person, self.newest(person, data), data)
        return await self.hears(person, wanted)

    def newest(self, person: Person, data: str) -> int:
        return screen(self.town.simulator, person, data)

    async def hears(self, person: Person, wanted: str) -> Json:
        return await self.town.simulator.wait_for(person, wanted, timeout=PATIENCE)

    async def task(self, rule: str) -> Any:
        return (await self.town.rows("SELECT * FROM tasks WHERE rule = :r", r=rule))[0]

    async def events(self, rule: str) -> list[str]:
        """What happened to a task, but for reminders: they come by themselves, sooner or later."""
        query = "SELECT e.kind FROM task_events e JOIN tasks t ON t.id = e.task_id WHERE t.rule = :r ORDER BY e.id"
        return [row[0] for row in await self.town.rows(query, r=rule) if row[0] != "reminded"]

    async def id_of(self, person: Person) -> int:
        found = await self.town.rows("SELECT id FROM people WHERE address = :a", a=person.id)
        return int(found[0][0])

    def title(self, rule: str) -> str:
        return self.office.catalog.text(f"tugas.{rule}.judul")


def labels(message: Json) -> list[str]:
    return [button["text"] for button in buttons_of(message.get("reply_markup"))]


@asynccontextmanager
async def home(database_url: str, folder: Path, now: datetime = THURSDAY) -> AsyncIterator[Home]:
    async with town(database_url, folder, started=False) as place:
        await place.simulator.move_clock(to=now)
        await place.start()
        yield Home(place, Office(catalog_of(), "Bappeda Enrekang", ZONE))
