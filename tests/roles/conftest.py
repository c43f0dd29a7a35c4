"""A town with an office: people with every role, and what they hold in their hands."""

import io
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.simulator.protocol import Json
from tests.support.client import Client, Telegram
from tests.support.town import Town, town

KABUPATEN, KECAMATAN, DESA = "73.16", "73.16.01", "73.16.01.2012"
OTHER_DESA, OTHER_KECAMATAN = "73.16.02.1001", "73.16.02"
#: Where each role is held in these tests.
SCOPES = {
    "delegasi": DESA,
    "fasilitator_desa": DESA,
    "fasilitator_kecamatan": KECAMATAN,
    "pendamping": KECAMATAN,
    "operator": DESA,
    "camat": KECAMATAN,
    "pelatih": KABUPATEN,
    "bappeda": KABUPATEN,
    "petugas_it": KABUPATEN,
}


@dataclass
class Office(Client):
    """A town with verbs for invitations."""

    town: Town

    @property
    def telegram(self) -> Telegram:
        return self.town.simulator

    async def code_for(self, role: str, scope: str) -> str:
        return await self.town.code_for(role, scope)

    async def join(self, name: str, role: str, scope: str | None = None) -> Person:
        """Somebody who has used an invitation to this role, by default where it is held in these tests."""
        return await super().join(name, role, scope or SCOPES[role])

    async def answers(self, person: Person, text: str) -> set[str]:
        """Say something; all that was said to them from then until nothing was left to be said."""
        await self.settle()
        before = len(self.town.simulator.said(person))
        await self.town.simulator.say(person, text)
        await self.settle()
        return set(self.town.simulator.said(person)[before:])

    async def settle(self) -> None:
        """Until all that was typed is answered, and every answer has left."""
        await self.town.simulator.wait_until_confirmed()
        await self.town.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
        await self.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)


def code_in(message: Json) -> str:
    """The code of an invitation, out of the message that tells it."""
    found = re.search(r"\b[A-Z0-9]{8}\b", message["text"])
    assert found is not None, message["text"]
    return found[0]


def links(message: Json) -> list[str]:
    """Addresses behind the buttons of a message."""
    return [button["url"] for button in buttons_of(message.get("reply_markup")) if "url" in button]


def sheet_rows(office: Office, file_id: str, sheet: int | str = 0) -> list[list[Any]]:
    """A sheet of a workbook that the bot sent."""
    from python_calamine import load_workbook

    book = load_workbook(io.BytesIO(office.town.simulator.file(file_id)))
    found = book.get_sheet_by_index(sheet) if isinstance(sheet, int) else book.get_sheet_by_name(sheet)
    rows: list[list[Any]] = found.to_python(skip_empty_area=False)
    return rows


@pytest.fixture
async def office(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with town(sqlite_url, tmp_path) as place:
        yield Office(place)


@pytest.fixture
async def any_office(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """The same on each kind of database."""
    async with town(database_url, tmp_path) as place:
        yield Office(place)
