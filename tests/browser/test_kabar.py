"""A facilitator says on the chat page what became of an usulan; its proposer reads it, and those without a telephone
hear it read aloud."""

import json
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, expect

from bot.simulator.chats import Person
from bot.store.database.ids import new_id
from bot.store.tables import usulan
from bot.work.access import BAPPEDA, FASILITATOR_DESA
from tests.browser.window import ANSWER_MS, PHONE, Village, Window, button, open_window, press, shows
from tests.support.desk import local
from tests.support.halls import hold
from tests.support.sentences import words

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

DESA = "73.16.01.2002"
STORY = "Mata air jauh, 23 rumah ambil air jalan kaki, lebih satu jam pulang pergi."
HOPE = "Dibuatkan bak air di tengah dusun."


async def _bring(village: Village, serial: int, person_id: int | None, **more: Any) -> None:
    """An usulan that was read, as it stands in the table."""
    now = village.simulator.stage.clock.now()
    place = {"kecamatan": {"code": "73.16.01", "name": "Maiwa"}, "desa": {"code": DESA, "name": "Pattondon Salu"}}
    answers = place | {"dusun": {"name": "Jambu", "listed": True}, "cerita": {"text": STORY}, "harapan": {"text": HOPE}}
    row = {"id": new_id(), "code": f"ENR-27-MWA-{serial:04d}", "year": 2027, "kecamatan": "73.16.01", "serial": serial}
    row |= {"desa": DESA, "person_id": person_id, "answers": json.dumps(answers), "status": "tercatat"}
    async with village.place.database.write() as connection:
        await connection.execute(usulan.insert(), [row | {"spoken_at": now, "read_at": now} | more])


async def _refuse(visit: Window, phone: Locator, me: Person) -> None:
    await visit.type(me, "/periksa", "")
    await press(phone, words("tombol_daftar_sudah", jumlah=4), "sudah dibaca")
    await press(phone, "1", "Usulan ini sudah dibaca")
    await press(phone, words("tombol_ubah_keadaan"), "Jadi apa?")
    await visit.look("kabar-1-jadi-apa")
    await press(phone, words("keadaan.ditolak.nama"), "Sebabnya apa?")
    await visit.look("kabar-2-sebab")
    await press(phone, words("alasan.R07.tombol"), "Siapa yang memutuskan?")
    await visit.look("kabar-3-siapa")
    await press(phone, words("pemutus.musdes"), "Begini bunyinya nanti")
    await visit.look("kabar-4-periksa")
    await press(phone, words("tombol_sahkan"), "Tercatat")


async def _tick(visit: Window, phone: Locator, me: Person) -> None:
    await visit.type(me, "/periksa", "sudah dibaca. Terima kasih")
    await press(phone, words("tombol_daftar_sudah", jumlah=4), "sudah dibaca")
    await press(phone, words("tombol_centang"), "Ubah banyak sekaligus")
    for number in ("Maiwa 2", "Maiwa 3"):
        await button(phone, number).click()
        await expect(button(phone, words("tombol_tercentang", nomor=number))).to_be_visible(timeout=ANSWER_MS)
    await visit.look("kabar-6-centang")
    await press(phone, words("tombol_centang_ubah", jumlah=2), "2 usulan")
    await press(phone, words("keadaan.cadangan.nama"), "Siapa yang memutuskan?")
    await press(phone, words("pemutus.musrenbang_desa"), "Begini bunyinya nanti")
    await press(phone, words("tombol_sahkan"), "Tercatat")


async def test_what_became_of_it_is_said_read_and_read_aloud(browser: Browser, village: Village) -> None:
    rahman, sitti = village.add("Rahman", "fasilitator desa"), village.add("Sitti", "warga")
    ani = village.add("Ani", "petugas kabupaten")
    await village.place.stop()
    await village.simulator.move_clock(to=local(1, 20, 9))
    await village.place.start()
    await village.seat(rahman, FASILITATOR_DESA, DESA)
    await village.seat(ani, BAPPEDA, "73.16")
    await village.place.start_chat(sitti, "Setuju")
    await village.place.press(sitti, words("tombol_setuju"), "kecamatan")
    ids = {row[1]: row[0] for row in await village.place.rows("SELECT id, name FROM people")}
    await _bring(village, 1, ids["Sitti"])
    for serial in (2, 3, 4):
        await _bring(village, serial, None, typed_by=ids["Rahman"], told_at=village.simulator.stage.clock.now())

    visit = await open_window(browser, village.simulator.url, *PHONE)
    phone = await visit.show(rahman)
    await _refuse(visit, phone, rahman)
    await shows(await visit.show(sitti), words("alasan.R07.teks"))
    await visit.look("kabar-5-pengusul")
    await press(await visit.show(sitti), words("hasil_tombol_tanya"), "Apa yang mau ditanyakan")

    phone = await visit.show(rahman)
    await _tick(visit, phone, rahman)
    await visit.type(rahman, "/periksa", "")
    await press(phone, words("tombol_daftar_kabari", jumlah=2), "harus dikabari langsung")
    await visit.look("kabar-7-langsung")
    await press(phone, words("tombol_bacakan", jumlah=2), "Siap dibacakan")
    await visit.look("kabar-8-bacakan")
    await press(phone, words("tombol_sudah_dibacakan"), "2 usulan tercatat")
    await press(phone, words("tombol_baca", nomor="Maiwa 2"), "sudah dibaca")
    await press(phone, words("tombol_riwayat"), "Riwayat Maiwa 2")
    await visit.look("kabar-9-riwayat")

    await hold(village.place, "musrenbang_kecamatan", "73.16.01")
    phone = await visit.show(ani)
    await visit.type(ani, "/rapat", "Musrenbang kecamatan")
    await press(phone, words("rapat_tombol_hasil"), "Hasil dari daftar")
    await visit.look("kabar-10-daftar")
    await visit.close()
