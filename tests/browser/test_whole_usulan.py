"""A whole usulan in a browser: by voice, photo and location, ended with Cukup; and its facilitator's next step."""

import pytest
from playwright.async_api import Browser, FilePayload, Locator, expect

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.browser import pictures
from tests.browser.window import Village, Window, button, hears, open_window, press, shows

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

DESA = "73.16.01.2002"


async def _send(phone: Locator, kind: str, file: FilePayload) -> None:
    await phone.get_by_test_id("attach").click()
    await phone.get_by_test_id(f"attach-{kind}").set_input_files([file])


async def _until_hope(visit: Window, villager: Person, sitti: Locator) -> None:
    await sitti.get_by_test_id("start").click()
    await hears(sitti, "Setuju?")
    await press(sitti, "Setuju", "kecamatan")
    await press(sitti, "Maiwa", "Desa atau kelurahan")
    await visit.type(villager, "pattondon salo")
    await hears(sitti, "Dusun")
    await press(sitti, "Jambu", "ceritakan")
    await _send(sitti, "voice", pictures.recording())
    await hears(sitti, "harapkan")
    await _send(sitti, "voice", pictures.recording())
    await hears(sitti, "foto")


async def _from_photo_to_landmark(visit: Window, villager: Person, sitti: Locator, width: int) -> None:
    await visit.look(f"{width}-utuh-1-foto")
    await _send(sitti, "photo", pictures.photo())
    await visit.page.get_by_test_id("dialog-ok").click()
    await hears(sitti, "urusan apa")
    await visit.look(f"{width}-utuh-2-kategori")
    await press(sitti, "Air, irigasi", "Siapa")
    await button(sitti, "Ibu-ibu").click()
    await expect(button(sitti, "✅ Ibu-ibu")).to_be_visible(timeout=15_000)
    await visit.look(f"{width}-utuh-3-merasakan")
    await press(sitti, "Selesai", "berapa orang")
    await visit.type(villager, "kira2 200 org")
    await hears(sitti, "200 orang")
    await press(sitti, "Belum tahu", "Kirim lokasi")
    await visit.look(f"{width}-utuh-4-lokasi")
    await sitti.get_by_test_id("reply-key").filter(has_text="Kirim lokasi").click()
    await visit.page.get_by_test_id("place").first.click()
    await hears(sitti, "dekat apa")
    await expect(sitti.get_by_test_id("reply-keyboard")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_a_whole_usulan_by_voice_photo_and_location_is_enough_at_any_time(
    browser: Browser, village: Village, width: int, height: int
) -> None:
    villager, facilitator = village.add("Sitti", "warga"), village.add("Rahman", "fasilitator desa")
    nurul = village.add("Nurul", "fasilitator kecamatan")
    await village.seat(facilitator, FASILITATOR_DESA, DESA)
    await village.seat(nurul, FASILITATOR_KECAMATAN, DESA.rpartition(".")[0])
    visit = await open_window(browser, village.simulator.url, width, height)
    sitti = await visit.show(villager)
    await _until_hope(visit, villager, sitti)
    await _from_photo_to_landmark(visit, villager, sitti, width)
    await press(sitti, "Cukup", "nanti dibaca Rahman")
    await visit.look(f"{width}-utuh-5-pembaca")
    await press(sitti, "Baik", "Sudah benar?")
    await hears(sitti, "belum diisi")
    await visit.look(f"{width}-utuh-6-tinjau")
    await press(sitti, "Kirim", "Maiwa 1")
    assert await visit.overflow() <= 0

    rahman = await visit.show(facilitator)
    await visit.type(facilitator, "/periksa")
    await shows(rahman, "Maiwa 1")  # that there is one to read is told unasked, too, and may come later
    await button(rahman, "Maiwa 1").click()
    await expect(button(rahman, "Sudah saya baca")).to_be_visible(timeout=15_000)
    await expect(rahman.get_by_test_id("voice")).to_have_count(2)
    await expect(rahman.get_by_test_id("photo").last).to_be_visible()
    await visit.look(f"{width}-utuh-7-periksa")
    await button(rahman, "Sudah saya baca").click()
    sitti = await visit.show(villager)
    await hears(sitti, "sudah dibaca oleh Rahman")
    await visit.close()
