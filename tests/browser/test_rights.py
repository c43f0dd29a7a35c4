"""She speaks before anybody has asked her anything, reads what it is for, and says no: nothing is left."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser import pictures
from tests.browser.window import Village, hears, open_window, press
from tests.support.town import Town

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

NAME = "Zulaikhah"


async def _traces(place: Town, folder: Path) -> list[str]:
    """Where the name is still found: in the file of the database, in its log, or as a file of hers."""
    raw = {path.name: path.read_bytes() for path in folder.glob("kawan.db*")}
    media = [path.name for path in place.settings.media_dir.rglob("*") if path.is_file()]
    return [name for name, content in raw.items() if NAME.encode() in content] + media


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_a_voice_before_consent_and_then_no_leaves_nothing(
    browser: Browser, village: Village, tmp_path: Path, width: int, height: int
) -> None:
    zulaikhah = village.add(NAME, "warga")
    visit = await open_window(browser, village.simulator.url, width, height)
    phone, place = visit.phone(zulaikhah), village.place
    await phone.get_by_test_id("start").click()
    await hears(phone, "Setuju?")
    await phone.get_by_test_id("attach").click()
    await phone.get_by_test_id("attach-voice").set_input_files(pictures.recording())
    await hears(phone, "Belum ada yang membuka")
    await visit.look(f"{width}-hak-1-suara-dulu")
    await press(phone, "Selengkapnya", "Undang-Undang Nomor 27")
    await phone.get_by_test_id("inline-button").filter(has_text="Tidak").last.click()
    await hears(phone, "Tidak apa-apa")
    await visit.look(f"{width}-hak-2-tidak")
    assert await visit.overflow() <= 0
    await place.until("SELECT count(*) FROM people", 0)
    await place.until("SELECT count(*) FROM erasures", 0)
    await place.until("SELECT count(*) FROM inbox WHERE body <> ''", 0)
    await visit.page.wait_for_timeout(500)
    assert await _traces(place, tmp_path) == []
    assert not any(call.method == "getFile" for call in place.simulator.calls)
    assert visit.complaints == []
    await visit.page.context.close()


async def test_a_voice_before_consent_and_then_yes_is_not_asked_for_twice(browser: Browser, village: Village) -> None:
    zulaikhah = village.add(NAME, "warga")
    visit = await open_window(browser, village.simulator.url, 360, 740)
    phone = visit.phone(zulaikhah)
    await phone.get_by_test_id("start").click()
    await hears(phone, "Setuju?")
    await phone.get_by_test_id("attach").click()
    await phone.get_by_test_id("attach-voice").set_input_files(pictures.recording())
    await hears(phone, "Belum ada yang membuka")
    await press(phone, "Setuju", "Itu cerita yang mau disampaikan")
    await press(phone, "Ya, itu ceritanya", "kecamatan")
    await press(phone, "Maiwa", "Desa atau kelurahan")
    await visit.type(zulaikhah, "pattondon salu")
    await hears(phone, "Dusun")
    await press(phone, "Jambu", "harapkan")
    await visit.look("360-hak-3-setuju")
    await visit.type(zulaikhah, "/dataku")
    await hears(phone, "Data Bapak/Ibu pada kami")
    await visit.look("360-hak-4-dataku")
    await press(phone, "Hapus data saya", "tidak bisa dibatalkan")
    await visit.look("360-hak-5-hapus")
    assert await visit.overflow() <= 0
    await press(phone, "Tidak jadi", "tidak ada yang berubah")
    assert visit.complaints == []
    await visit.page.context.close()
