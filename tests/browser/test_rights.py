"""She speaks before anybody has asked her anything, reads what it is for, and says no: nothing is left."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from tests.browser import pictures
from tests.browser.conftest import Visit, open_page
from tests.support.town import Town, town

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

#: Where to leave pictures of the page, for those who want to look: `PICTURES=folder make test`.
PICTURES = os.environ.get("PICTURES")
NAME = "Zulaikhah"


class Village:
    """A town with the real bot and one villager, as the page's fixtures expect it."""

    def __init__(self, place: Town) -> None:
        self.place = place
        self.simulator = place.simulator
        self.villager = self.simulator.add_person(NAME, role="warga")

    @property
    def url(self) -> str:
        return self.simulator.url


@pytest_asyncio.fixture(loop_scope="session")
async def village(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    async with town(sqlite_url, tmp_path) as place:
        yield Village(place)


async def _look(visit: Visit, name: str) -> None:
    if PICTURES:
        await visit.page.screenshot(path=Path(PICTURES) / f"{name}.png")


async def _hears(phone: Locator, answer: str) -> None:
    bubble = phone.locator('[data-testid="message"][data-outgoing="true"]').last
    await expect(bubble).to_contain_text(answer, timeout=15_000)


async def _press(phone: Locator, label: str, answer: str) -> None:
    await phone.get_by_test_id("inline-button").filter(has_text=label).last.click()
    await _hears(phone, answer)


async def _traces(place: Town, folder: Path) -> list[str]:
    """Where the name is still found: in the file of the database, in its log, or as a file of hers."""
    raw = {path.name: path.read_bytes() for path in folder.glob("kawan.db*")}
    media = [path.name for path in place.settings.media_dir.rglob("*") if path.is_file()]
    return [name for name, content in raw.items() if NAME.encode() in content] + media


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_a_voice_before_consent_and_then_no_leaves_nothing(
    browser: Browser, village: Village, tmp_path: Path, width: int, height: int
) -> None:
    visit = await open_page(browser, village, width, height)  # type: ignore[arg-type]  # has what a page needs of a town
    phone, place = visit.phone(village.villager), village.place
    await phone.get_by_test_id("start").click()
    await _hears(phone, "Setuju?")
    await phone.get_by_test_id("attach").click()
    await phone.get_by_test_id("attach-voice").set_input_files(pictures.recording())
    await _hears(phone, "Belum ada yang membuka")
    await _look(visit, f"{width}-hak-1-suara-dulu")
    await _press(phone, "Selengkapnya", "Undang-Undang Nomor 27")
    await phone.get_by_test_id("inline-button").filter(has_text="Tidak").last.click()
    await _hears(phone, "Tidak apa-apa")
    await _look(visit, f"{width}-hak-2-tidak")
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
    visit = await open_page(browser, village, 360, 740)  # type: ignore[arg-type]  # has what a page needs of a town
    phone = visit.phone(village.villager)
    await phone.get_by_test_id("start").click()
    await _hears(phone, "Setuju?")
    await phone.get_by_test_id("attach").click()
    await phone.get_by_test_id("attach-voice").set_input_files(pictures.recording())
    await _hears(phone, "Belum ada yang membuka")
    await _press(phone, "Setuju", "tidak perlu diulang")
    await _press(phone, "Maiwa", "Desa atau kelurahan")
    await visit.type(village.villager, "pattondon salu")
    await _hears(phone, "Dusun")
    await _press(phone, "Jambu", "harapkan")
    await _look(visit, "360-hak-3-setuju")
    await visit.type(village.villager, "/dataku")
    await _hears(phone, "Data Bapak/Ibu pada kami")
    await _look(visit, "360-hak-4-dataku")
    await _press(phone, "Hapus data saya", "tidak bisa dibatalkan")
    await _look(visit, "360-hak-5-hapus")
    assert await visit.overflow() <= 0
    await _press(phone, "Tidak jadi", "tidak ada yang berubah")
    assert visit.complaints == []
    await visit.page.context.close()
