"""A titip in a browser: a facilitator brings an usulan for a woman without a telephone; with the slip's code she takes
it over on her granddaughter's."""

import pytest
from playwright.async_api import Browser, Locator, expect

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.browser.window import Village, Window, hears, newest, open_window, press

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

DESA = "73.16.01.2002"


async def _bring(visit: Window, me: Person, rahman: Locator) -> str:
    """The whole titip; returns the code on the slip."""
    await visit.type(me, "/titip", "suara siapa")
    await visit.type(me, "Nenek Rabi", "Perempuan atau laki-laki")
    await press(rahman, "Perempuan", "18 tahun")
    await press(rahman, "Sudah 18 tahun", "Apakah setuju?")
    await press(rahman, "Setuju, ada saksi", "menyaksikan")
    await visit.type(me, "Bu Kader", "Dusun")
    await press(rahman, "Jambu", "ceritakan")
    await visit.type(me, "Mata air jauh, nenek-nenek ambil air jalan kaki satu jam.", "harapkan")
    await visit.type(me, "Pipa dari mata air ke dusun.", "foto")
    await press(rahman, "Cukup", "Bacakan keras-keras")
    await visit.look("titip-1-bacakan")
    await press(rahman, "Kirim", "LEMBAR USULAN")
    await visit.look("titip-2-lembar")
    slip = await newest(rahman).inner_text()
    return slip.partition("milik sendiri:")[2].strip()[:9]


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_a_titip_is_brought_read_told_in_person_and_taken_over(
    browser: Browser, village: Village, width: int, height: int
) -> None:
    facilitator, claimant = village.add("Rahman", "fasilitator desa"), village.add("Rabi", "warga")
    visit = await open_window(browser, village.simulator.url, width, height)
    rahman = await visit.show(facilitator)
    await village.simulator.begin(facilitator, await village.place.code_for(FASILITATOR_DESA, DESA))
    await hears(rahman, "Selamat datang")
    code = await _bring(visit, facilitator, rahman)

    await visit.type(facilitator, "/periksa", "1 usulan menunggu dibaca")
    await visit.look("titip-3-periksa")
    await press(rahman, "Buka Maiwa 1", "kabarnya Bapak/Ibu yang bawa")
    await visit.look("titip-4-utuh")
    await press(rahman, "Sudah saya baca", "Mohon Nenek Rabi dikabari langsung")
    await press(rahman, "Sudah saya kabari", "tercatat sudah dikabari langsung")

    rabi = await visit.show(claimant)
    await village.simulator.begin(claimant, code.replace(" ", ""))
    await hears(rabi, "Setuju?")
    await press(rabi, "Setuju", "kecamatan")
    await expect(rabi).to_contain_text("sekarang milik Bapak/Ibu sendiri")
    await visit.look("titip-5-diambil")
    await visit.type(claimant, "/usulanku", "Maiwa 1")
    await visit.look("titip-6-usulanku")
    await visit.close()
