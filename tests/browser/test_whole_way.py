"""The whole way of one usulan, each act of it by hand on the chat page."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser.hands import Hands
from tests.browser.window import DESKTOP, open_window
from tests.journeys.whole_way import IN_DESA, all_was_told, walk, way

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(300)]


async def test_an_usulan_goes_all_the_way_by_hand(browser: Browser, sqlite_url: str, tmp_path: Path) -> None:
    async with way(sqlite_url, tmp_path, IN_DESA, Hands) as going:
        hands = going.telegram
        assert isinstance(hands, Hands)
        hands.window = await open_window(browser, hands.url, *DESKTOP)
        await walk(going)
        await all_was_told(going)
        for who, picture in (
            (going.rahman, "jalan-1-rahman"),
            (going.amir, "jalan-2-amir"),
            (going.dian, "jalan-3-dian"),
        ):
            await hands.window.show(who)
            await hands.window.look(picture)
        await hands.window.close()
