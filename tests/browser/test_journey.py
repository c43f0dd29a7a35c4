"""The first real journey in a browser, with the real bot: a villager brings an usulan, her facilitator reads it."""

import pytest
from playwright.async_api import Browser, expect

from bot.work.access import FASILITATOR_DESA
from tests.browser import pictures
from tests.browser.window import Village, button, hears, open_window, press

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

DESA = "73.16.01.2002"
STORY = "Mata air jauh, 23 rumah ambil air jalan kaki. Kalau kemarau lebih satu jam pulang pergi."
HOPE = "Dibuatkan bak air di tengah dusun."


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_an_usulan_by_text_voice_and_photo_is_read_and_its_proposer_is_told(
    browser: Browser, village: Village, width: int, height: int
) -> None:
    villager, facilitator = village.add("Sitti", "warga"), village.add("Rahman", "fasilitator desa")
    visit = await open_window(browser, village.simulator.url, width, height)
    sitti = await visit.show(villager)
    await sitti.get_by_test_id("start").click()
    await hears(sitti, "Setuju?")
    await visit.look(f"{width}-1-izin")
    await press(sitti, "Setuju", "kecamatan")
    await press(sitti, "Maiwa", "Desa atau kelurahan")
    await visit.type(villager, "patondon salo")  # as people spell it
    await hears(sitti, "Dusun")
    await press(sitti, "Jambu", "ceritakan")
    await visit.look(f"{width}-2-cerita")
    await visit.type(villager, STORY)
    await hears(sitti, "harapkan")
    await sitti.get_by_test_id("attach").click()
    await sitti.get_by_test_id("attach-voice").set_input_files(pictures.recording())
    await hears(sitti, "foto")
    await sitti.get_by_test_id("attach").click()
    await sitti.get_by_test_id("attach-photo").set_input_files([pictures.photo()])
    await visit.page.get_by_test_id("dialog-ok").click()
    await hears(sitti, "1 foto")
    if await button(sitti, "Cukup").count():
        await button(sitti, "Cukup").click()
    await hears(sitti, "Sudah benar?")
    await visit.look(f"{width}-3-tinjau")
    await press(sitti, "Kirim", "Maiwa 1")
    await visit.look(f"{width}-4-tanda-terima")
    assert await visit.overflow() <= 0

    rahman = await visit.show(facilitator)
    code = await village.place.code_for(FASILITATOR_DESA, DESA)
    await village.simulator.begin(facilitator, code)
    await hears(rahman, "Selamat datang")
    await visit.type(facilitator, "/periksa")
    await hears(rahman, "menunggu dibaca")
    await button(rahman, "Buka Maiwa 1").click()
    await expect(button(rahman, "Sudah saya baca")).to_be_visible(timeout=15_000)
    await expect(rahman.get_by_test_id("voice").last).to_be_visible()
    await expect(rahman.get_by_test_id("photo").last).to_be_visible()
    await visit.look(f"{width}-5-periksa")
    await press(rahman, "Sudah saya baca", "Maiwa 1")

    sitti = await visit.show(villager)
    await hears(sitti, "sudah dibaca oleh Rahman")
    await visit.look(f"{width}-6-kabar")
    await visit.close()
    await village.place.until("SELECT COUNT(*) FROM media WHERE outcome = 'stored'", 2)
    await visit.page.context.close()
