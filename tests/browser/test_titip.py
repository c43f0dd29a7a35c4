"""A titip in a browser: a facilitator brings an usulan for a woman without a telephone; with the slip's code she takes
it over on her granddaughter's."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.browser.conftest import Visit, open_page
from tests.support.town import Town, town

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

DESA = "73.16.01.2002"
#: Where to leave pictures of the page, for those who want to look: `PICTURES=folder make test`.
PICTURES = os.environ.get("PICTURES")


class Village:
    """A town with a facilitator and somebody who has a telephone only later, as the page's fixtures expect it."""

    def __init__(self, place: Town) -> None:
        self.place = place
        self.simulator = place.simulator
        self.facilitator = self.simulator.add_person("Rahman", role="fasilitator desa")
        self.claimant = self.simulator.add_person("Rabi", role="warga")

    @property
    def url(self) -> str:
        return self.simulator.url


@pytest_asyncio.fixture(loop_scope="session")
async def village(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    async with town(sqlite_url, tmp_path) as place:
        yield Village(place)


async def _look(visit: Visit, name: str) -> None:
    if PICTURES:
        await visit.page.screenshot(path=Path(PICTURES) / f"titip-{name}.png")


async def _hears(phone: Locator, answer: str) -> None:
    bubble = phone.locator('[data-testid="message"][data-outgoing="true"]').last
    await expect(bubble).to_contain_text(answer, timeout=15_000)


async def _press(phone: Locator, label: str, answer: str) -> None:
    """Press the newest button with this label and wait until the bot has answered."""
    await phone.get_by_test_id("inline-button").filter(has_text=label).last.click()
    await _hears(phone, answer)


async def _type(visit: Visit, person: Person, text: str, answer: str) -> None:
    await visit.type(person, text)
    await _hears(visit.phone(person), answer)


async def _show(visit: Visit, person: Person) -> Locator:
    """On a narrow page one phone at a time: choose this one."""
    tab = visit.page.get_by_test_id(f"tab-{person.id}")
    if await tab.count() and not await visit.phone(person).is_visible():
        await tab.click()
    return visit.phone(person)


async def _bring(visit: Visit, village: Village, rahman: Locator) -> str:
    """The whole titip; returns the code on the slip."""
    me = village.facilitator
    await _type(visit, me, "/titip", "suara siapa")
    await _type(visit, me, "Nenek Rabi", "Perempuan atau laki-laki")
    await _press(rahman, "Perempuan", "18 tahun")
    await _press(rahman, "Sudah", "Apakah setuju?")
    await _press(rahman, "Setuju, ada saksi", "menyaksikan")
    await _type(visit, me, "Bu Kader", "Dusun")
    await _press(rahman, "Jambu", "ceritakan")
    await _type(visit, me, "Mata air jauh, nenek-nenek ambil air jalan kaki satu jam.", "harapkan")
    await _type(visit, me, "Pipa dari mata air ke dusun.", "foto")
    await _press(rahman, "Cukup", "Bacakan keras-keras")
    await _look(visit, "1-bacakan")
    await _press(rahman, "Kirim", "LEMBAR USULAN")
    await _look(visit, "2-lembar")
    slip = await rahman.locator('[data-testid="message"][data-outgoing="true"]').last.inner_text()
    return slip.partition("milik sendiri:")[2].strip()[:9]


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_a_titip_is_brought_read_told_in_person_and_taken_over(
    browser: Browser, village: Village, width: int, height: int
) -> None:
    visit = await open_page(browser, village, width, height)  # type: ignore[arg-type]  # has what a page needs of a town
    rahman = await _show(visit, village.facilitator)
    await village.simulator.begin(village.facilitator, await village.place.code_for(FASILITATOR_DESA, DESA))
    await _hears(rahman, "Selamat datang")
    code = await _bring(visit, village, rahman)

    await _type(visit, village.facilitator, "/periksa", "1 usulan menunggu dibaca")
    await _look(visit, "3-periksa")
    await _press(rahman, "Buka Maiwa 1", "kabarnya Bapak/Ibu yang bawa")
    await _look(visit, "4-utuh")
    await _press(rahman, "Sudah saya baca", "Mohon Nenek Rabi dikabari langsung")
    await _press(rahman, "Sudah saya kabari", "tercatat sudah dikabari langsung")

    rabi = await _show(visit, village.claimant)
    await village.simulator.begin(village.claimant, code.replace(" ", ""))
    await _hears(rabi, "Setuju?")
    await expect(rabi).to_contain_text("sekarang milik Bapak/Ibu sendiri")
    await _look(visit, "5-diambil")
    await _press(rabi, "Setuju", "kecamatan")
    await _type(visit, village.claimant, "/usulanku", "Maiwa 1")
    await _look(visit, "6-usulanku")
    assert await visit.overflow() <= 0
    assert visit.complaints == []
