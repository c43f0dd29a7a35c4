"""A desa in which something is asked about an usulan."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import Village
from tests.support.client import PATIENCE, words_of
from tests.support.desk import ZONE
from tests.support.sentences import Said, says, words
from tests.support.town import town

#: A Tuesday in the morning.
BEGUN = datetime(2027, 1, 12, 9, 0, tzinfo=ZONE)


@dataclass
class Asking(Village):
    """Rahman reads, and Sitti has brought Maiwa 1."""

    rahman: Person
    sitti: Person

    async def open(self, reader: Person | None = None) -> Json:
        """The whole usulan, as its reader sees it."""
        who = reader or self.rahman
        usulan = (await self.town.rows("SELECT id FROM usulan"))[0][0]
        await self.town.ask(who, "/periksa", lambda message: bool(words_of(message)))
        shown = await self.telegram.press_data(who, self.newest(who), f"u:lihat:{usulan}")
        await self.telegram.answer_to(shown)
        return await self.hears(who, says("usulan_utuh", nomor="Maiwa 1"))

    async def ask_for(self, title: str) -> Json:
        """One tap; what Sitti reads then."""
        await self.open()
        await self.press(self.rahman, words("klarifikasi_tombol_tanyakan", judul=title), says("klarifikasi_dikirim"))
        return await self.hears(self.sitti, says("klarifikasi_tanya", nomor="Maiwa 1", siapa="Rahman"))

    async def answers(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((await self.town.rows("SELECT answers FROM usulan"))[0][0])
        return found

    async def stage(self) -> str:
        return str((await self.town.rows("SELECT status FROM usulan"))[0][0])

    async def states(self) -> list[str]:
        return [row[0] for row in await self.town.rows("SELECT state FROM clarifications ORDER BY id")]

    async def told(self, person: Person, said: Said, times: int) -> None:
        """Wait until somebody was told this so often."""
        async with asyncio.timeout(PATIENCE):
            while sum(text in said for text in self.texts(person)) != times:
                await asyncio.sleep(0.05)

    async def days_later(self, days: float) -> None:
        await self.telegram.move_clock(to=BEGUN + timedelta(days=days, hours=1))


@asynccontextmanager
async def asking(database_url: str, folder: Path) -> AsyncIterator[Asking]:
    async with town(database_url, folder, started=False) as place:
        await place.simulator.move_clock(to=BEGUN)
        await place.start()
        village = Village(place)
        rahman = await village.join("Rahman", FASILITATOR_DESA)
        yield Asking(place, rahman, await village.bring())
