"""A desa with people who bring usulan and people who read them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.simulator.protocol import Json
from tests.support.town import Town, town

KABUPATEN, KECAMATAN, DESA = "73.16", "73.16.01", "73.16.01.2002"
STORY = "Mata air jauh, 23 rumah ambil air jalan kaki, lebih satu jam pulang pergi."
HOPE = "Pipa dari mata air ke bak di tengah dusun."


@dataclass
class Village:
    """A town with verbs for bringing and reading."""

    town: Town

    async def join(self, name: str, role: str, scope: str = DESA) -> Person:
        person = self.town.simulator.add_person(name)
        await self.town.simulator.begin(person, await self.town.code_for(role, scope))
        await self.town.simulator.wait_for(person, "Selamat datang")
        return person

    async def say(self, person: Person, text: str, wanted: str) -> str:
        await self.town.simulator.say(person, text)
        return str((await self.town.simulator.wait_for(person, wanted))["text"])

    async def press(self, person: Person, button: str, wanted: str) -> str:
        await self.town.simulator.press(person, button)
        return str((await self.town.simulator.wait_for(person, wanted))["text"])

    async def begin(self, name: str) -> Person:
        """Somebody who agreed, and is asked for their story."""
        person = self.town.simulator.add_person(name)
        await self.town.simulator.begin(person)
        await self.town.simulator.wait_for(person, "Setuju?")
        await self.press(person, "Setuju", "kecamatan")
        for answer, said in (("Maiwa", "Desa atau kelurahan"), ("Pattondon Salu", "Dusun"), ("Jambu", "ceritakan")):
            await self.press(person, answer, said)
        return person

    async def bring(self, name: str = "Sitti", number: str = "Maiwa 1", *, choice: bool = False) -> Person:
        """Somebody who has brought an usulan, with story and hope alone. `choice`: there are two who may read it."""
        person = await self.begin(name)
        await self.say(person, STORY, "harapkan")
        await self.say(person, HOPE, "foto")
        if choice:
            await self.press(person, "Cukup", "nanti dibaca")
        await self.press(person, "Baik" if choice else "Cukup", "Kami catat begini")
        await self.press(person, "Kirim", f"Nomornya {number}")
        return person

    async def labels(self, person: Person, wanted: str = "") -> list[str]:
        """The buttons under the last message with `wanted` in it."""
        return [
            key["text"] for key in buttons_of((await self.town.simulator.wait_for(person, wanted)).get("reply_markup"))
        ]

    async def shown(self, person: Person, wanted: str) -> Json:
        return await self.town.simulator.wait_for(person, wanted)

    async def toast(self, person: Person, data: str) -> str:
        """The short answer to a button, whatever stands on the screen."""
        before = len(self.town.simulator.calls)
        await self.town.simulator.press_data(person, 1, data)
        call = await self.town.simulator.wait_for_call("answerCallbackQuery", after=before)
        return str(call.params.get("text", ""))


@pytest.fixture
async def village(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    async with town(sqlite_url, tmp_path) as place:
        yield Village(place)


@pytest.fixture
async def either_village(database_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    """The same on each kind of database."""
    async with town(database_url, tmp_path) as place:
        yield Village(place)
