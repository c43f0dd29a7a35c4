"""A check in the field on a cheap phone: the sheet, what contradicts, and what goes back to the proposer."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.browser.window import PHONE, open_window, shows
from tests.checking.looking import TOLD, looking
from tests.support.sentences import says, words

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]


async def test_the_sheet_and_its_differences_fit_a_cheap_phone(
    browser: Browser, sqlite_url: str, tmp_path: Path
) -> None:
    async with looking(sqlite_url, tmp_path) as place:
        await place.tells(**TOLD)
        visit = await open_window(browser, place.telegram.url, *PHONE)
        await visit.show(place.rahman)
        await place.give()
        await visit.look("uji-1-diberikan")
        amir = await visit.show(place.amir)
        await visit.look("uji-2-diminta")
        await place.fill(point=(-3.559, 119.77))
        sheet = await shows(amir, "⚠ Ukurannya: diceritakan 200 m, dilihat 120 m")
        await expect(sheet).to_contain_text("titik dikirim 1000 meter dari titik yang diceritakan")
        await visit.look("uji-3-lembar")
        await place.end("berubah", "Jalannya 120 meter")
        await visit.look("uji-4-selesai")
        sitti = await visit.show(place.sitti)
        await place.told(place.sitti, says("uji_tanya"), 2)
        await shows(sitti, words("uji_tombol_tetap"))
        await visit.look("uji-5-ditanya")
        rahman = await visit.show(place.rahman)
        await place.open()
        await shows(rahman, "Sudah diuji silang")
        await visit.look("uji-6-di-usulan")
        await visit.close()
