"""A facilitator reads fifteen usulan in a browser: a list is one screen of a telephone, and turns in its place."""

import json

import pytest
from playwright.async_api import Browser, Locator, expect
from sqlalchemy import text

from bot.work.access import FASILITATOR_DESA
from tests.browser.window import Village, bubbles, hears, newest, open_window, press

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

DESA = "73.16.01.2002"
#: What Telegram leaves for messages on a telephone of 360 x 640.
ROOM = 530
_ONE = """INSERT INTO usulan
(id, code, year, kecamatan, serial, desa, person_id, answers, status, spoken_at, sift_at)
VALUES (:id, :code, :year, '73.16.01', :serial, :desa, NULL, :answers, 'tercatat', :at, :at)"""
_PLACE = {"desa": {"code": DESA, "name": "Pattondon Salu"}, "kecamatan": {"code": "73.16.01", "name": "Maiwa"}}
_TOLD = (
    (
        "Jalan ke kebun licin waktu hujan, anak-anak sering jatuh.",
        "Jalannya dirabat dari masjid sampai jembatan",
    ),
    ("Sekarang tebing longsor menimbun rumah, ada orang terkurung.", "Tebingnya diberi bronjong dan talud"),
    (
        "Mata air jauh, 23 rumah ambil air jalan kaki, lebih satu jam pulang pergi.",
        "Dibuatkan bak air di tengah dusun kami",
    ),
    ("Jembatan gantung ke sekolah papannya sudah lapuk dan berlubang.", "Jembatannya diperbaiki sebelum musim hujan"),
    ("Posyandu menumpang di rumah warga, ibu-ibu antre di bawah terik.", "Dibangunkan posyandu"),
)


async def _settle(village: Village) -> None:
    async with village.place.database.write() as connection:
        for serial in range(1, 16):
            story, wish = _TOLD[serial % len(_TOLD)]
            told = {"cerita": {"text": story}, "harapan": {"text": wish}}
            answers = {**_PLACE, **told, "dusun": {"name": ("Jambu", "Kaju", "Buntu Lamba")[serial % 3]}}
            row = {"id": serial, "code": f"ENR-27-MAI-{serial:04}", "serial": serial, "desa": DESA, "year": 2027}
            row |= {"answers": json.dumps(answers), "at": "2026-01-01 00:00:00"}
            await connection.execute(text(_ONE), row)
    # What a list is sifted by was read out of them.
    await village.place.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)


async def _height(phone: Locator) -> float:
    """Pixels of the newest message with its buttons."""
    box = await newest(phone).bounding_box()
    assert box is not None
    return box["height"]


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_a_list_of_usulan_is_one_screen_and_is_turned_sieved_and_searched(
    browser: Browser, village: Village, width: int, height: int
) -> None:
    facilitator = village.add("Rahman", "fasilitator desa")
    await village.seat(facilitator, FASILITATOR_DESA, DESA)
    await _settle(village)
    visit = await open_window(browser, village.simulator.url, width, height)
    rahman = await visit.show(facilitator)
    await visit.type(facilitator, "/periksa", "15 usulan menunggu dibaca")
    await visit.look(f"baca-1-daftar-{width}")
    assert await _height(rahman) <= ROOM
    shown = await bubbles(rahman).count()
    await press(rahman, "Berikutnya", "6–10")
    await visit.look(f"baca-2-berikutnya-{width}")
    assert await bubbles(rahman).count() == shown
    await press(rahman, "Saring", "Mau lihat usulan yang mana?")
    await visit.look(f"baca-3-saring-{width}")
    await press(rahman, "Belum lengkap (15)", "15 usulan belum lengkap")
    await visit.look(f"baca-4-kurang-{width}")
    assert await _height(rahman) <= ROOM
    await visit.type(facilitator, "cari jembatan", "“jembatan”")
    await visit.look(f"baca-5-cari-{width}")
    await rahman.get_by_test_id("inline-button").get_by_text("13", exact=True).last.click()
    await hears(rahman, "Kalau sudah membaca")
    await visit.look(f"baca-6-satu-{width}")
    await press(rahman, "Sudah saya baca", "tercatat sudah dibaca")
    await expect(newest(rahman)).to_contain_text("Berikutnya")
    await visit.look(f"baca-7-dibaca-{width}")
    await visit.close()
