"""One usulan of a woman without a telephone, all the way: told to her facilitator, asked about, looked at, typed into
SIPD and back, paid for, built and photographed; and who heard what on the way, no more and no less."""

import io
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from python_calamine import load_workbook

from bot.simulator.chats import Person
from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.checking.looking import Looking
from tests.deciding.asking import BEGUN
from tests.monitoring.done import AFTER
from tests.reading.conftest import DESA, KABUPATEN, KECAMATAN, Village
from tests.reading.test_titip import titip
from tests.sipd.coming_back import book
from tests.support.client import Telegram
from tests.support.sentences import says, words
from tests.support.town import Town, town

#: Whatever reaches somebody who did not ask for it just now.
_UNASKED = (
    "ingat_usulan_baru",
    "klarifikasi_tanya",
    "klarifikasi_ingat_langsung",
    "klarifikasi_jawaban",
    "uji_diminta",
    "uji_selesai_kabar",
    "hasil_kabar",
    "keadaan_kabar",
    "foto_sesudah_kabar",
    "foto_sesudah_tunjukkan",
    "foto_beda_kabar",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happens: its musrenbang, what a hamlet is called there and one of them; by which states, and by whose
    word, it goes on."""

    code: str
    meeting: str
    asked: str
    hamlet: str
    onward: tuple[tuple[str, str], ...]


IN_DESA = Place(DESA, "musrenbang_desa", "Dusun", "Jambu", (("musdes", "musdes"), ("masuk_du", "kantor_desa")))
IN_KELURAHAN = Place(
    "73.16.01.1001",
    "musrenbang_kelurahan",
    "Lingkungan",
    "Maroangin",
    (("muskel", "musyawarah_kelurahan"), ("ke_kabupaten", "kantor_kelurahan")),
)


@dataclass
class Way(Looking):
    """Nenek Rabi has told Rahman Maiwa 1. Amir serves beside him, Dian in the kecamatan, Andi in the kabupaten."""

    dian: Person
    andi: Person
    place: Place

    async def moves(self, who: Person, state: str, decider: str) -> None:
        one = (await self.town.rows("SELECT id, moved FROM usulan"))[0]
        await self.toast(who, f"u:sah:{one.id}:{one.moved}:{state}:-:{decider}")
        await self.hears(who, says("keadaan_dicatat", nomor="Maiwa 1"))

    def heard(self, who: Person) -> list[str]:
        """Which of `_UNASKED` came to somebody, in this order."""
        return [name for text in self.texts(who) for name in _UNASKED if text in says(name)]


@asynccontextmanager
async def way(database_url: str, folder: Path, place: Place, telegram: type[Telegram] = Telegram) -> AsyncIterator[Way]:
    async with town(database_url, folder, started=False, telegram=telegram) as street:
        await street.simulator.move_clock(to=BEGUN)
        await street.start()
        yield await told(street, place)


async def told(street: Town, place: Place) -> Way:
    """The people have their roles, and Rahman has written down what Nenek Rabi says."""
    village = Village(street)
    rahman = await village.join("Rahman", FASILITATOR_DESA, place.code)
    await titip(village, rahman, hamlet=place.hamlet, asked=place.asked)
    amir = await village.join("Amir", FASILITATOR_DESA, place.code)
    dian = await village.join("Dian", FASILITATOR_KECAMATAN, KECAMATAN)
    andi = await village.join("Andi", BAPPEDA, KABUPATEN)
    return Way(street, rahman, rahman, amir, dian, andi, place)


async def _asked_and_answered(way: Way) -> None:
    await way.open(way.dian)
    ask = words("klarifikasi_tombol_tanyakan", judul="Patokan")
    await way.press(way.dian, ask, says("klarifikasi_langsung", siapa="Nenek Rabi", penulis="Rahman"))
    await way.hears(way.rahman, says("klarifikasi_ingat_langsung", nomor="Maiwa 1", siapa="Dian"))
    await way.open(way.rahman)
    fill = words("klarifikasi_tombol_isi", judul="Patokan")
    await way.press(way.rahman, fill, says("klarifikasi_pertanyaan", bersama=True))
    await way.ask(way.rahman, "Dari masjid sampai pos ronda", says("klarifikasi_dicatat", penanya="Dian"))


async def _through_sipd(way: Way) -> None:
    """Out as a sheet, its answer written in, and back."""
    sent = await way.ask(way.andi, "/sipd", says("sipd_kirim", jumlah=1))
    rows = load_workbook(io.BytesIO(way.telegram.file(sent["document"]["file_id"]))).get_sheet_by_index(1).to_python()
    told = dict(zip(rows[0], rows[1], strict=True))
    assert "120" in str(told[words("sipd_kolom.volume")]), "as Amir measured it"
    rows[1][rows[0].index(words("sipd_kolom.status"))] = "Forum SKPD"
    await way.press(way.andi, words("sipd_tombol_masuk"), says("form.sipd_jawaban.berkas.tanya"))
    await way.document(way.andi, book(rows), says("sipd_dibaca"), "sipd.xlsx")
    await way.hears(way.andi, says("sipd_pratinjau", ubah=1))
    ended = says("sipd_selesai", jumlah=1, langsung=1)
    await way.press(way.andi, words("sipd_tombol_jalankan", jumlah=1), ended)


async def _photographed(way: Way) -> None:
    usulan = (await way.town.rows("SELECT id FROM usulan"))[0][0]
    await way.press_data(way.rahman, f"u:lihat:{usulan}", says("usulan_harus_dikabari", foto=True))
    await way.press(way.rahman, words("tombol_foto_sesudah"), says("form.foto_sesudah.foto.tanya"))
    await way.photo(way.rahman, AFTER, says("foto_sesudah_diterima"))
    await way.hears(way.rahman, says("foto_sesudah_tunjukkan", nomor="Maiwa 1"))
    await way.press(way.rahman, words("tombol_sudah_sesuai"), says("foto_sesudah_sesuai", nomor="Maiwa 1"))
    await way.toast(way.rahman, f"u:kabari:{usulan}")


async def _looked_at(way: Way) -> None:
    await way.give()
    await way.fill()
    await way.end("sesuai")


async def at_once(_: datetime) -> None:
    """Nobody waits for the day of an act."""


async def walk(way: Way, wait: Callable[[datetime], Awaitable[None]] = at_once) -> None:
    """The whole of it. `wait` is awaited with the day of each act that needs one, as it would be in a year."""
    await _asked_and_answered(way)
    await wait(_day(1, 15))
    await _looked_at(way)
    for number, (state, decider) in enumerate(way.place.onward):
        await wait(_day(1, 26 + number))
        await way.moves(way.rahman, state, decider)
    await wait(_day(3, 10))
    await _through_sipd(way)
    await wait(_day(7, 6))
    await way.moves(way.andi, "masuk_rkpd", "bupati")
    await wait(_day(11, 25))
    await way.moves(way.andi, "masuk_apbd", "bupati_dprd")
    await wait(_day(12, 14))
    await way.moves(way.rahman, "dikerjakan", "dinas")
    await wait(_day(12, 28))
    await way.moves(way.rahman, "selesai", "dinas")
    await _photographed(way)


def _day(month: int, day: int) -> datetime:
    return BEGUN.replace(month=month, day=day, hour=10)


async def all_was_told(way: Way) -> None:
    """AssertionError when something is left, or somebody heard what was not theirs, twice, or not at all."""
    await nothing_is_left(way)
    assert way.heard(way.rahman) == ["klarifikasi_ingat_langsung", "uji_selesai_kabar", "foto_sesudah_tunjukkan"]
    assert way.heard(way.amir) == ["uji_diminta"]
    assert way.heard(way.dian) == ["klarifikasi_jawaban"]
    assert way.heard(way.andi) == []
    everything = "\n".join(text for who in (way.amir, way.andi) for text in way.texts(who))
    assert "Nenek Rabi" not in everything, "her name is not needed there"


async def nothing_is_left(way: Way) -> None:
    """It has gone through every state, and whoever had to hear of it has."""
    states = [row[0] for row in await way.town.rows("SELECT state FROM moves ORDER BY id")]
    begun = [state for state, _ in way.place.onward]
    assert states == [*begun, "sipd_opd", "masuk_rkpd", "masuk_apbd", "dikerjakan", "selesai"]
    assert await way.town.rows("SELECT count(*) FROM usulan WHERE told_at IS NULL") == [(0,)]
    assert await way.town.rows("SELECT count(*) FROM moves WHERE told_at IS NULL") == [(0,)]
