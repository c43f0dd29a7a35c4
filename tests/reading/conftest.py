"""A desa with people who bring usulan and people who read them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.support.client import Client, Telegram
from tests.support.sentences import says, words
from tests.support.town import Town, town

KABUPATEN, KECAMATAN, DESA = "73.16", "73.16.01", "73.16.01.2002"
STORY = "Mata air jauh, 23 rumah ambil air jalan kaki, lebih satu jam pulang pergi."
HOPE = "Dibuatkan bak air di tengah dusun."
HELP = "Mohon orangnya ditolong."


@dataclass
class Village(Client):
    """A town with verbs for bringing and reading."""

    town: Town

    @property
    def telegram(self) -> Telegram:
        return self.town.simulator

    async def code_for(self, role: str, scope: str) -> str:
        return await self.town.code_for(role, scope)

    async def join(self, name: str, role: str, scope: str = DESA) -> Person:
        return await super().join(name, role, scope)

    async def begin(self, name: str) -> Person:
        """Somebody who agreed, and is asked for their story."""
        person = self.town.simulator.add_person(name)
        await self.town.start_chat(person, says("izin"))
        await self.press(person, words("tombol_setuju"), "kecamatan")
        for answer, said in (("Maiwa", "Desa atau kelurahan"), ("Pattondon Salu", "Dusun"), ("Jambu", "ceritakan")):
            await self.press(person, answer, said)
        return person

    async def bring(self, name: str = "Sitti", number: str = "Maiwa 1", *, choice: bool = False) -> Person:
        """Somebody who has brought an usulan, with story and hope alone. `choice`: there are two who may read it."""
        person = await self.begin(name)
        await self.ask(person, STORY, "harapkan")
        await self.ask(person, HOPE, "foto")
        if choice:
            await self.press(person, words("tombol.cukup"), "nanti dibaca")
        await self.press(person, "Baik" if choice else "Cukup", "Kami catat begini")
        await self.press(person, words("tombol.kirim"), says("tanda_terima", nomor=number))
        return person


@pytest.fixture
async def village(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    async with town(sqlite_url, tmp_path) as place:
        yield Village(place)


@pytest.fixture
async def either_village(database_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    """The same on each kind of database."""
    async with town(database_url, tmp_path) as place:
        yield Village(place)
