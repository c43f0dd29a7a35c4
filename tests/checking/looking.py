"""A desa in which somebody goes and looks at an usulan."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from bot.store.tables import usulan
from bot.work.access import FASILITATOR_DESA
from tests.browser.pictures import photo
from tests.deciding.asking import Asking, asking
from tests.support.client import words_of
from tests.support.sentences import says, words

TOLD: Mapping[str, Any] = {
    "ukuran": {"sizes": [{"amount": "200", "unit": "m", "side": ""}]},
    "lokasi": {"lat": -3.55, "lon": 119.77},
}


@dataclass
class Looking(Asking):
    """Rahman reads, Sitti has brought Maiwa 1, and Amir may go and look."""

    amir: Person

    async def tells(self, **answers: Any) -> None:
        """As if Sitti had told this besides."""
        now = json.dumps(await self.answers() | answers)
        async with self.town.database.write() as connection:
            await connection.execute(usulan.update().values(answers=now))

    async def give(self, name: str = "Amir", *, whole: bool = False) -> Json:
        """What Amir reads then."""
        await self.open()
        await self.press(self.rahman, words("uji_tombol_beri"), says("uji_siapa", penuh=False))
        if whole:
            await self.press(self.rahman, words("uji_tombol_penuh"), says("uji_siapa", penuh=True))
        who = f"{name} · {words('peran_fasilitator_desa')}"
        await self.press(self.rahman, who[:60], says("uji_diberikan", siapa=name, nomor="Maiwa 1"))
        return await self.hears(self.amir, says("uji_diminta", dari="Rahman", nomor="Maiwa 1"))

    async def open_sheet(self, who: Person | None = None) -> Json:
        check = await self.check()
        return await self.press_data(who or self.amir, f"cek:buka:{check}", says("uji_lembar", nomor="Maiwa 1"))

    async def check(self) -> int:
        return int((await self.town.rows("SELECT id FROM field_checks ORDER BY id DESC"))[0][0])

    async def begin_item(self, item: str, who: Person | None = None) -> None:
        """Its first question is asked."""
        check, first = await self.check(), {"tempat": "tempat", "saksi_1": "saksi_nama", "saksi_2": "saksi_nama"}
        asked = says(f"form.uji_silang.{first.get(item, item)}.tanya")
        await self.press_data(who or self.amir, f"cek:isi:{check}:{item}", asked)

    async def see_place(self, answer: str = "betul", point: tuple[float, float] | None = None) -> Json:
        await self.begin_item("tempat")
        await self.press(self.amir, option("tempat", answer), says("form.uji_silang.titik.tanya"))
        if point is None:
            return await self.press(self.amir, words("tombol.lewati"), says("uji_lembar"))
        await self.telegram.location(self.amir, *point)
        return await self.hears(self.amir, says("uji_lembar"))

    async def measure(self, told: str = "120 m", who: Person | None = None) -> Json:
        whom = who or self.amir
        await self.begin_item("ukuran", whom)
        await self.ask(whom, told, says("form.uji_silang.alat.tanya"))
        return await self.press(whom, option("alat", "meteran"), says("uji_lembar"))

    async def photograph(self, colours: tuple[tuple[int, int, int], ...] = ((90, 140, 200), (10, 10, 200))) -> Json:
        await self.begin_item("foto")
        for colour in colours:
            await self.telegram.photo(self.amir, bytes(photo(colour=colour)["buffer"]))
            await self.hears(self.amir, says("form.uji_silang.tinjau"))
        return await self.press(self.amir, words("tombol.kirim"), says("uji_lembar"))

    async def witness(self, number: int, name: str, gender: str, party: str, who: Person | None = None) -> Json:
        whom = who or self.amir
        await self.begin_item(f"saksi_{number}", whom)
        await self.ask(whom, name, says("form.uji_silang.saksi_jenis.tanya"))
        await self.press(whom, option("saksi_jenis", gender), says("form.uji_silang.saksi_pihak.tanya"))
        return await self.press(whom, option("saksi_pihak", party), says("uji_lembar"))

    async def fill(self, told: str = "120 m", point: tuple[float, float] | None = None) -> Json:
        """Everything of the short sheet."""
        await self.see_place(point=point)
        await self.measure(told)
        await self.photograph()
        await self.witness(1, "Nurhayati", "p", "warga")
        return await self.witness(2, "Sikki", "l", "adat")

    async def end(self, word: str, reason: str = "") -> Json:
        await self.press(self.amir, words("uji_tombol_hasil"), says("uji_hasil_mana"))
        if not reason:
            return await self.press(self.amir, words(f"uji_hasil_{word}"), says("uji_selesai", hasil=word))
        await self.press(self.amir, words(f"uji_hasil_{word}"), says("form.uji_alasan.alasan.tanya"))
        return await self.ask(self.amir, reason, says("uji_selesai", hasil=word, alasan=reason))

    async def findings(self) -> dict[str, Any]:
        return {row[0]: json.loads(row[1]) for row in await self.town.rows("SELECT item, value FROM check_findings")}


def option(question: str, value: str) -> str:
    return words(f"form.uji_silang.{question}.pilihan.{value}")


def shows(message: Json, sentence: str, **values: Any) -> bool:
    return words_of(message) in says(sentence, **values)


@asynccontextmanager
async def looking(database_url: str, folder: Path) -> AsyncIterator[Looking]:
    async with asking(database_url, folder) as place:
        amir = await place.join("Amir", FASILITATOR_DESA)
        yield Looking(place.town, place.rahman, place.sitti, amir)
