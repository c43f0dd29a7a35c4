"""An office with usulan in SIPD, and the files in which it tells what became of them."""

import io
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from sqlalchemy import insert

from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.simulator.protocol import Json
from bot.store.database.ids import new_id
from bot.store.tables import people, usulan
from bot.work.access import BAPPEDA, FASILITATOR_DESA
from tests.reading.conftest import DESA, KABUPATEN, KECAMATAN, Village
from tests.support.desk import ZONE
from tests.support.sentences import Said, says, words
from tests.support.town import town

BEGUN = datetime(2027, 1, 12, 9, 0, tzinfo=ZONE)
HEAD = ("NOMOR USULAN", "STATUS", "ALASAN")
ENDED = says("sipd_selesai")
Rows = Sequence[Sequence[Any]]


def code(number: int) -> str:
    return f"ENR-27-MAI-{number:04d}"


def book(*sheets: Rows) -> bytes:
    """An .xlsx as an office would send it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False}) as made:
        for rows in sheets:
            page = made.add_worksheet()
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return out.getvalue()


@dataclass
class Office(Village):
    """Andi is Bappeda's; Rahman reads in Pattondon Salu, and has typed for those without a telephone."""

    andi: Person
    rahman: Person

    async def settle(self, count: int, without_telephone: int = 0, **more: Any) -> list[int]:
        """So many usulan, each of somebody else, the last ones without a telephone. Returns the ids of the others."""
        rahman = (await self.town.rows("SELECT id FROM people WHERE name = 'Rahman'"))[0][0]
        known, rows = list[dict[str, Any]](), list[dict[str, Any]]()
        for number in range(1, count + 1):
            row = {"id": new_id(), "code": code(number), "year": 2027, "kecamatan": KECAMATAN, "serial": number}
            row |= {"desa": DESA, "answers": json.dumps(_answers(number)), "status": "dibahas", "spoken_at": BEGUN}
            row |= {"state": "masuk_du", "read_at": BEGUN, "person_id": None, "typed_by": None, "told_at": None}
            if number > count - without_telephone:
                row |= {"typed_by": rahman, "told_at": BEGUN}
            else:
                known.append(self._villager(number))
                row["person_id"] = known[-1]["id"]
            rows.append(row | more)
        async with self.town.database.write() as connection:
            if known:
                await connection.execute(insert(people), known)
            await connection.execute(insert(usulan), rows)
        return [int(one["id"]) for one in known]

    def _villager(self, number: int) -> dict[str, Any]:
        person = self.telegram.add_person(f"Warga {number}")
        self.telegram.stage.directory.chats[person.id].started = True
        row = {"id": new_id(), "channel": "telegram", "address": person.id, "name": person.first_name}
        return row | {"named_by_self": False, "first_seen_at": BEGUN, "last_at": BEGUN, "consent_version": "1"}

    async def show(self, rows: Rows | bytes, wanted: Said, name: str = "sipd.xlsx", who: Person | None = None) -> Json:
        """Andi, or somebody else, sends SIPD's answers; what is shown of them."""
        one = who or self.andi
        await self.ask(one, "/sipd", says("sipd_kirim"))
        await self.press(one, words("sipd_tombol_masuk"), says("form.sipd_jawaban.berkas.tanya"))
        await self.document(one, rows if isinstance(rows, bytes) else book(rows), says("sipd_dibaca"), name)
        return await self.hears(one, wanted)

    async def run(
        self, rows: Rows | bytes, wanted: Said = ENDED, name: str = "sipd.xlsx", who: Person | None = None
    ) -> Json:
        """The same, and *Jalankan*."""
        shown = await self.show(rows, says("sipd_pratinjau"), name, who)
        return await self.press(who or self.andi, buttons_of(shown["reply_markup"])[0]["text"], wanted)

    async def told(self) -> dict[int, int]:
        """How many messages about a change each person was promised."""
        query = "SELECT person_id, count(*) FROM outbox WHERE params LIKE '%k:paham:%' GROUP BY person_id"
        return {row[0]: row[1] for row in await self.town.rows(query)}

    async def states(self) -> list[str]:
        """In the order of the numbers."""
        return [row[0] for row in await self.town.rows("SELECT state FROM usulan ORDER BY serial")]

    async def count(self, table: str) -> int:
        return int((await self.town.rows(f"SELECT count(*) FROM {table}"))[0][0])

    async def all_told(self) -> None:
        await self.town.until("SELECT count(*) FROM news WHERE kind = 'keadaan' AND next_at IS NOT NULL", 0)


def _answers(number: int) -> dict[str, Any]:
    return {
        "kecamatan": {"code": KECAMATAN, "name": "Maiwa"},
        "desa": {"code": DESA, "name": "Pattondon Salu"},
        "dusun": {"name": "Jambu", "listed": True},
        "cerita": {"text": f"Cerita {number}"},
        "harapan": {"text": f"Harapan {number}"},
    }


@asynccontextmanager
async def office(database_url: str, folder: Path) -> AsyncIterator[Office]:
    async with town(database_url, folder, started=False) as place:
        await place.simulator.move_clock(to=BEGUN)
        await place.start()
        village = Village(place)
        rahman = await village.join("Rahman", FASILITATOR_DESA)
        yield Office(place, await village.join("Andi", BAPPEDA, KABUPATEN), rahman)
