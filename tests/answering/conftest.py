"""Somebody asks: the answer as it would be said, without a town around it."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot import app
from bot.core.records import Conversation
from bot.simulator.chats import Person
from bot.store.database.database import Database
from bot.store.database.ids import new_id
from bot.store.people import consents, conversations
from bot.store.tables import people, usulan
from bot.store.turn import Turn, look_up, write
from bot.work.answering import answers
from bot.work.journeys import JOURNEYS
from bot.work.office import Office
from bot.work.visit import Visit
from tests.reading import conftest as reading
from tests.support.desk import DESA, NOW, Desk
from tests.support.sentences import says, words
from tests.support.town import catalog_of, town

KELURAHAN = "73.16.03.1001"
_SERIAL = count(1)


@dataclass
class Counter(Desk):
    """A desk at which people ask."""

    at: datetime = NOW

    async def warga(self, name: str = "Sitti", *, agreed: bool = True, place: str = "") -> int:
        """Somebody without a role; returns their address. `place`: the desa or kelurahan of last time."""
        address = new_id() % 10**9
        row = {"id": new_id(), "channel": "telegram", "address": address, "name": name, "named_by_self": False}
        row |= {"first_seen_at": NOW, "last_at": NOW, "place": None, "consent_version": None, "consented_at": None}
        if agreed:
            row |= {"consent_version": consents.VERSION, "consented_at": NOW}
        if place:
            row["place"] = json.dumps({"desa": self.place(place)})
        await self.run(people.insert(), [row])
        return address

    def place(self, code: str) -> dict[str, str]:
        found = self.office.catalog.places.find(code)
        assert found is not None
        return {"code": code, "name": found.name}

    async def id_of(self, address: int) -> int:
        return int((await self.rows("SELECT id FROM people WHERE address = :a", a=address))[0][0])

    async def bring(self, address: int, desa: str = DESA, **more: Any) -> int:
        """An usulan of theirs; returns its id."""
        serial, usulan_id = next(_SERIAL), new_id()
        answers = {"desa": self.place(desa), "cerita": {"text": "Jalan ke kebun licin."}}
        row = {"id": usulan_id, "code": f"ENR-27-MAI-{serial:04}", "year": 2027, "kecamatan": desa[:8]}
        row |= {"serial": serial, "desa": desa, "person_id": await self.id_of(address), "answers": json.dumps(answers)}
        await self.run(usulan.insert(), [row | {"status": "tercatat", "spoken_at": NOW} | more])
        return usulan_id

    async def draft(self, address: int, desa: str = DESA) -> None:
        """They are in the middle of telling one."""

        async def begin(visit: Visit) -> None:
            told = {"desa": {"value": self.place(desa), "messages": []}}
            state = {"flow": "usulan", "draft": "d1", "answers": told}
            conversations.keep(visit.turn, Conversation("usulan", "d1", state, self.at))

        await self._visit(address, begin)

    async def ask(self, address: int, act: str, text: str = "") -> dict[str, Any]:
        """The one letter that answers; its text and its buttons."""

        async def answer(visit: Visit) -> None:
            assert await answers.answer(visit, act, text)

        said = await self._visit(address, answer)
        assert len(said) == 1
        return said[0]

    async def _visit(self, address: int, what: Any) -> list[dict[str, Any]]:
        return await visit(self.database, self.office, address, self.at, what)


async def visit(database: Database, office: Office, address: int, at: datetime, what: Any) -> list[dict[str, Any]]:
    """One turn, in which somebody does what is told here; the letters that it promises."""
    async with database.write() as connection:
        known = await look_up(connection, "telegram", [address], at)
        person = known.people[address]
        turn = Turn(connection, at, 0.0, address, 1, person, grants=known.grants.get(person.id, ()))
        turn.conversations = known.conversations.get(person.id, {})
        await what(Visit(turn, office, JOURNEYS))
        said = [json.loads(row["params"]) for row in turn.writes.get("reply", [])]
        await turn.keep()
        await write(connection, [turn])
    return said


class Village(reading.Village):
    """A town in which people also ask: what they type is not heard yet, so it is answered here."""

    async def act(self, person: Person, act: str, text: str = "") -> None:
        """The answer of the bot, promised like any other."""

        async def answer(visit: Visit) -> None:
            assert await answers.answer(visit, act, text)

        now = self.town.simulator.stage.clock.now()
        office = app.office_of(self.town.settings, catalog_of())
        await visit(self.town.database, office, person.id, now, answer)

    async def tell(self, person: Person, story: str = reading.STORY) -> None:
        """Story and hope, and sent."""
        await self.ask(person, story, "harapkan")
        await self.ask(person, reading.HOPE, "foto")
        await self.press(person, words("tombol.cukup"), "Kami catat begini")
        await self.press(person, words("tombol.kirim"), says("tanda_terima"))


@pytest.fixture
async def counter(sqlite_url: str) -> AsyncIterator[Counter]:
    database = Database(sqlite_url)
    yield Counter(database)
    await database.close()


@pytest.fixture
async def either_counter(database_url: str) -> AsyncIterator[Counter]:
    """The same on each kind of database."""
    database = Database(database_url)
    yield Counter(database)
    await database.close()


@pytest.fixture
async def village(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    async with town(sqlite_url, tmp_path) as place:
        yield Village(place)


@pytest.fixture
async def either_village(database_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    """The same on each kind of database."""
    async with town(database_url, tmp_path) as place:
        yield Village(place)


def buttons(letter: dict[str, Any]) -> list[str]:
    """What stands behind the buttons under a letter."""
    rows = letter.get("reply_markup", {}).get("inline_keyboard", [])
    return [key["callback_data"] for row in rows for key in row]
