"""A whole usulan in a browser: by voice, photo and location, ended with Cukup; and its facilitator's next step."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, FilePayload, Locator, expect

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.browser import pictures
from tests.browser.conftest import Visit, open_page
from tests.browser.test_journey import DESA, Village, _button, _hears, _look, _press, _show
from tests.support.town import town

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]


async def _send(phone: Locator, kind: str, file: FilePayload) -> None:
    await phone.get_by_test_id("attach").click()
    await phone.get_by_test_id(f"attach-{kind}").set_input_files([file])


async def _invite(village: Village, person: Person, role: str, scope: str) -> None:
    await village.simulator.begin(person, await village.place.code_for(role, scope))
    await village.simulator.wait_for(person, "Selamat datang")


async def _until_hope(visit: Visit, village: Village, sitti: Locator) -> None:
    await sitti.get_by_test_id("start").click()
    await _hears(sitti, "Setuju?")
    await _press(sitti, "Setuju", "kecamatan")
    await _press(sitti, "Maiwa", "Desa atau kelurahan")
    await visit.type(village.villager, "pattondon salo")
    await _hears(sitti, "Dusun")
    await _press(sitti, "Jambu", "ceritakan")
    await _send(sitti, "voice", pictures.recording())
    await _hears(sitti, "harapkan")
    await _send(sitti, "voice", pictures.recording())
    await _hears(sitti, "foto")


async def _from_photo_to_landmark(visit: Visit, village: Village, sitti: Locator, width: int) -> None:
    await _look(visit, f"{width}-utuh-1-foto")
    await _send(sitti, "photo", pictures.photo())
    await visit.page.get_by_test_id("dialog-ok").click()
    await _hears(sitti, "urusan apa")
    await _look(visit, f"{width}-utuh-2-kategori")
    await _press(sitti, "Air, irigasi", "Siapa")
    await _button(sitti, "Ibu-ibu").click()
    await expect(_button(sitti, "✅ Ibu-ibu")).to_be_visible(timeout=15_000)
    await _look(visit, f"{width}-utuh-3-merasakan")
    await _press(sitti, "Selesai", "berapa orang")
    await visit.type(village.villager, "kira2 200 org")
    await _hears(sitti, "200 orang")
    await _press(sitti, "Belum tahu", "Kirim lokasi")
    await _look(visit, f"{width}-utuh-4-lokasi")
    await sitti.get_by_test_id("reply-key").filter(has_text="Kirim lokasi").click()
    await visit.page.get_by_test_id("place").first.click()
    await _hears(sitti, "dekat apa")
    await expect(sitti.get_by_test_id("reply-keyboard")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_a_whole_usulan_by_voice_photo_and_location_is_enough_at_any_time(
    browser: Browser, sqlite_url: str, tmp_path: Path, width: int, height: int
) -> None:
    async with town(sqlite_url, tmp_path) as place:
        village = Village(place)
        nurul = village.simulator.add_person("Nurul", role="fasilitator kecamatan")
        await _invite(village, village.facilitator, FASILITATOR_DESA, DESA)
        await _invite(village, nurul, FASILITATOR_KECAMATAN, DESA.rpartition(".")[0])
        visit = await open_page(browser, village, width, height)  # type: ignore[arg-type]  # has what a page needs
        sitti = await _show(visit, village.villager)
        await _until_hope(visit, village, sitti)
        await _from_photo_to_landmark(visit, village, sitti, width)
        await _press(sitti, "Cukup", "nanti dibaca Rahman")
        await _look(visit, f"{width}-utuh-5-pembaca")
        await _press(sitti, "Baik", "Sudah benar?")
        await _hears(sitti, "belum diisi")
        await _look(visit, f"{width}-utuh-6-tinjau")
        await _press(sitti, "Kirim", "Maiwa 1")
        assert await visit.overflow() <= 0

        rahman = await _show(visit, village.facilitator)
        await visit.type(village.facilitator, "/periksa")
        await _hears(rahman, "Maiwa 1")
        await _button(rahman, "Maiwa 1").click()
        await expect(_button(rahman, "Sudah saya baca")).to_be_visible(timeout=15_000)
        await expect(rahman.get_by_test_id("voice")).to_have_count(2)
        await expect(rahman.get_by_test_id("photo").last).to_be_visible()
        await _look(visit, f"{width}-utuh-7-periksa")
        await _button(rahman, "Sudah saya baca").click()
        sitti = await _show(visit, village.villager)
        await _hears(sitti, "sudah dibaca oleh Rahman")
        assert await visit.overflow() <= 0
        assert visit.complaints == []
        await visit.page.context.close()
