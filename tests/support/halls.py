"""A meeting in a town, its facilitator with one telephone, and usulan to read back."""

import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.simulator.protocol import Json
from bot.simulator.story import Wanted
from bot.store.calendar.occasions import Occasion
from bot.store.database.ids import new_id
from bot.store.tables import usulan
from bot.work.office import Office as WorkOffice
from bot.work.round import Round
from bot.work.tasks import planning
from tests.roles.conftest import DESA, Office
from tests.support.desk import ZONE
from tests.support.screens import screen
from tests.support.sentences import mentions, says, words
from tests.support.town import Town, catalog_of, town

STORY = "Air bersih mati sejak pipa di hulu patah, dua puluh tiga rumah mengambil air dari sungai."


@dataclass
class Meeting:
    """Verbs of whoever leads it."""

    office: Office
    occasion: Occasion
    leader: Person

    @property
    def town(self) -> Town:
        return self.office.town

    async def open(self, person: Person | None = None) -> Json:
        return await self.town.ask(person or self.leader, "/rapat", says("rapat_utama"))

    async def press(self, button: str, wanted: Wanted, person: Person | None = None) -> Json:
        return await self.town.press(person or self.leader, button, wanted)

    async def look(self, button: str, wanted: Wanted) -> Json:
        """Press until the screen says so: the clock of a running bot follows a moved one within a second."""
        for _ in range(20):
            await self.town.touch(self.leader, button)
            try:
                return await self.town.simulator.wait_for(self.leader, wanted, timeout=1.0)
            except TimeoutError:
                continue
        raise TimeoutError(f"nothing like {wanted!r}: {self.town.simulator.said(self.leader)[-1]}")

    async def say(self, text: str, wanted: Wanted, person: Person | None = None) -> Json:
        return await self.town.ask(person or self.leader, text, wanted)

    async def press_data(self, data: str, person: Person | None = None) -> str:
        """Press any data where such buttons stand; returns the short answer."""
        who = person or self.leader
        return await self.town.toast(who, data, screen(self.town.simulator, who, data))

    def data(self, button: str, person: Person | None = None) -> str:
        """What the newest button of this label carries."""
        for message in reversed(self.town.simulator.messages(person or self.leader)):
            for found in buttons_of(message.get("reply_markup")):
                if found["text"] == button:
                    return str(found["callback_data"])
        raise LookupError(button)

    async def invite(self, *lines: str) -> None:
        """Write these people down."""
        await self.open()
        await self.press(words("rapat_tombol_undangan"), says("rapat_undangan"))
        await self.press(words("rapat_tombol_banyak"), mentions("form.tamu_banyak.daftar.tanya"))
        await self.say("\n".join(lines), says("rapat_pratinjau", jumlah=len(lines)))
        await self.press(words("rapat_tombol_simpan", jumlah=len(lines)), says("rapat_banyak_dicatat"))

    async def guests(self) -> dict[str, Any]:
        """What is stored of everybody on the list, by name."""
        query = (
            "SELECT name, element, state, came, turns, replaces, is_woman, id, speaks_for "
            "FROM invitees WHERE occasion_id = :o"
        )
        return {row[0]: row for row in await self.town.rows(query, o=self.occasion.id)}

    async def bring(self, number: int, story: str = STORY, desa: str = DESA, **more: Any) -> int:
        """An usulan of this wilayah, as it stands in the table."""
        now = self.town.simulator.stage.clock.now()
        kecamatan = desa.rpartition(".")[0]
        place = {"desa": {"code": desa, "name": "Boiya"}, "dusun": {"name": "Buntu", "listed": True}}
        answers = {"kecamatan": {"code": kecamatan, "name": "Maiwa"}, **place, "cerita": {"text": story}}
        usulan_id = new_id()
        row = {"id": usulan_id, "code": f"ENR-27-MWA-{number:04d}-{desa}"[:24], "year": 2027, "kecamatan": kecamatan}
        row |= {"serial": number, "desa": desa, "person_id": None, "status": "tercatat", "spoken_at": now}
        row |= {"answers": json.dumps(answers)} | more
        async with self.town.database.write() as connection:
            await connection.execute(usulan.insert(), [row])
        return usulan_id


async def hold(place: Town, kind: str = "musrenbang_desa", wilayah: str = DESA, hours: float = 0.5) -> Occasion:
    """A meeting so many hours from now, with its tasks."""
    office = WorkOffice(catalog_of(), "Bappeda Enrekang", ZONE)
    now = place.simulator.stage.clock.now()
    one = planning.new_occasion(office, kind, wilayah, now + timedelta(hours=hours), now, None, place="balai desa")
    async with place.database.write() as connection:
        await planning.hold(Round(connection, office, now), one)
    return one


#: A Tuesday, so that no test's meeting runs into the night.
TEN_O_CLOCK = datetime(2027, 1, 12, 10, 0, tzinfo=ZONE)


@asynccontextmanager
async def meeting(database_url: str, folder: Path) -> AsyncIterator[Meeting]:
    async with town(database_url, folder, started=False) as place:
        await place.simulator.move_clock(to=TEN_O_CLOCK)
        await place.start()
        office = Office(place)
        leader = await office.join("Rahman", "fasilitator_desa")
        yield Meeting(office, await hold(place), leader)


def text_of(hall: Meeting, sent: dict[str, object]) -> str:
    """What stands on the pages of a file that was sent."""
    document = sent["document"]
    assert isinstance(document, dict)
    pages = PdfReader(io.BytesIO(hall.town.simulator.file(document["file_id"]))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
