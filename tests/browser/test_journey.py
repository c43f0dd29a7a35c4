"""The first real journey in a browser, with the real bot: a villager brings an usulan, her facilitator reads it."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.browser import pictures
from tests.browser.conftest import Visit, open_page
from tests.support.town import Town, town

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

DESA = "73.16.01.2002"
STORY = "Mata air jauh, 23 rumah ambil air jalan kaki. Kalau kemarau lebih satu jam pulang pergi."
HOPE = "Pipa dari mata air ke bak di tengah dusun."
#: Where to leave pictures of the page, for those who want to look: `PICTURES=folder make test`.
PICTURES = os.environ.get("PICTURES")


class Village:
    """A town with the real bot, its villager and her facilitator, as the page's fixtures expect it."""

    def __init__(self, place: Town) -> None:
        self.place = place
        self.simulator = place.simulator
        self.villager = self.simulator.add_person("Sitti", role="warga")
        self.facilitator = self.simulator.add_person("Rahman", role="fasilitator desa")

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


def _button(phone: Locator, label: str) -> Locator:
    """The newest inline button with this label."""
    return phone.get_by_test_id("inline-button").filter(has_text=label).last


async def _press(phone: Locator, label: str, answer: str) -> None:
    """Press a button and wait until the bot has answered."""
    await _button(phone, label).click()
    await _hears(phone, answer)


async def _hears(phone: Locator, answer: str) -> None:
    bubble = phone.locator('[data-testid="message"][data-outgoing="true"]').last
    await expect(bubble).to_contain_text(answer, timeout=15_000)


async def _show(visit: Visit, person: Person) -> Locator:
    """On a narrow page one phone at a time: choose this one."""
    tab = visit.page.get_by_test_id(f"tab-{person.id}")
    if await tab.count() and not await visit.phone(person).is_visible():
        await tab.click()
    return visit.phone(person)


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_an_usulan_by_text_voice_and_photo_is_read_and_its_proposer_is_told(
    browser: Browser, village: Village, width: int, height: int
) -> None:
    visit = await open_page(browser, village, width, height)  # type: ignore[arg-type]  # has what a page needs of a town
    sitti = await _show(visit, village.villager)
    await sitti.get_by_test_id("start").click()
    await _hears(sitti, "Setuju?")
    await _look(visit, f"{width}-1-izin")
    await _press(sitti, "Setuju", "kecamatan")
    await _press(sitti, "Maiwa", "Desa atau kelurahan")
    await visit.type(village.villager, "patondon salo")  # as people spell it
    await _hears(sitti, "Dusun")
    await _press(sitti, "Jambu", "ceritakan")
    await _look(visit, f"{width}-2-cerita")
    await visit.type(village.villager, STORY)
    await _hears(sitti, "harapkan")
    await sitti.get_by_test_id("attach").click()
    await sitti.get_by_test_id("attach-voice").set_input_files(pictures.recording())
    await _hears(sitti, "foto")
    await sitti.get_by_test_id("attach").click()
    await sitti.get_by_test_id("attach-photo").set_input_files([pictures.photo()])
    await visit.page.get_by_test_id("dialog-ok").click()
    await _hears(sitti, "1 foto")
    if await _button(sitti, "Cukup").count():
        await _button(sitti, "Cukup").click()
    await _hears(sitti, "Sudah benar?")
    await _look(visit, f"{width}-3-tinjau")
    await _press(sitti, "Kirim", "Maiwa 1")
    await _look(visit, f"{width}-4-tanda-terima")
    assert await visit.overflow() <= 0

    rahman = await _show(visit, village.facilitator)
    code = await village.place.code_for(FASILITATOR_DESA, DESA)
    await village.simulator.begin(village.facilitator, code)
    await _hears(rahman, "Selamat datang")
    await visit.type(village.facilitator, "/periksa")
    await _hears(rahman, "menunggu dibaca")
    await _button(rahman, "Buka Maiwa 1").click()
    await expect(_button(rahman, "Sudah saya baca")).to_be_visible(timeout=15_000)
    await expect(rahman.get_by_test_id("voice").last).to_be_visible()
    await expect(rahman.get_by_test_id("photo").last).to_be_visible()
    await _look(visit, f"{width}-5-periksa")
    await _press(rahman, "Sudah saya baca", "Maiwa 1")

    sitti = await _show(visit, village.villager)
    await _hears(sitti, "sudah dibaca oleh Rahman")
    await _look(visit, f"{width}-6-kabar")
    assert await visit.overflow() <= 0
    assert visit.complaints == []
    await village.place.until("SELECT COUNT(*) FROM media WHERE outcome = 'stored'", 2)
    await visit.page.context.close()
