"""A town in the morning, with an office that announces and people who have a copy."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.core.broadcasts.shapes import Audience, Check, Message
from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import WAITING
from tests.support.town import Town

#: A Tuesday, ten in the morning.
MORNING = datetime(2026, 11, 3, 2, 0, tzinfo=UTC)
DESA, OTHER_DESA, KABUPATEN = "73.16.01.2012", "73.16.01.2001", "73.16"
FACILITATORS = Audience(("73.16.01",), ("fasilitator_desa",))
WORDS = "Musrenbang kecamatan dimulai pukul 09.00."


@dataclass
class Street:
    """`announces`: who wrote it, an officer of the kabupaten."""

    town: Town
    announces: Person

    async def id_of(self, person: Person) -> int:
        return int((await self.town.rows("SELECT id FROM people WHERE address = :a", a=person.id))[0][0])

    async def announce(
        self,
        audience: Audience = FACILITATORS,
        text: str = WORDS,
        check: Check | None = None,
        choices: tuple[str, ...] = (),
        **more: Any,
    ) -> int:
        """Sent to everybody; returns its id."""
        now, author = self.town.simulator.stage.clock.now(), await self.id_of(self.announces)
        async with self.town.database.write() as connection:
            message = Message(text, check=check, choices=choices)
            number = await broadcasts.add(connection, author, audience, message, now, **more)
            await broadcasts.change(connection, number, state=WAITING, next_at=now)
        await self.town.until(f"SELECT state FROM broadcasts WHERE id = {number}", "done")
        return number

    async def copy_of(self, person: Any, words: str = WORDS) -> int:
        """The number of the newest message of this chat that has these words."""
        message: Json = await self.town.simulator.wait_for(person, words, since=0)
        return int(message["message_id"])


async def open_street(town: Town) -> Street:
    await town.simulator.move_clock(to=MORNING)
    return Street(town, await town.join("Hasnah", "bappeda", KABUPATEN))


def chats(people: Sequence[Person]) -> list[int]:
    return [person.id for person in people]


Streets = AsyncIterator[Street]
