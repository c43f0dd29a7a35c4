"""A real browser on the simulator's page. Without Chromium these tests are skipped loudly; in CI that fails."""

import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from bot.simulator.chats import Person
from bot.simulator.rates import Rates
from tests.browser.echo import EchoBot
from tests.browser.window import DESKTOP, PHONE, Village, Window, open_window
from tests.support.simulator import Simulator
from tests.support.town import town as a_town

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


@dataclass
class Town:
    """The simulator with three people and a bot that answers, and the times the bot was killed."""

    simulator: Simulator
    bot: EchoBot
    villager: Person
    facilitator: Person
    officer: Person
    kills: list[None]

    @property
    def url(self) -> str:
        return self.simulator.url


@dataclass
class Visit(Window):
    """A window on a town with the answering bot."""

    town: Town

    async def begin(self, person: Person) -> Locator:
        """Press *Mulai* and wait for the bot's welcome; returns the phone."""
        phone = self.phone(person)
        await phone.get_by_test_id("start").click()
        await phone.get_by_test_id("inline-keyboard").wait_for()
        return phone


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The system's Chromium, else playwright's own; one for all tests."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    async with async_playwright() as playwright:
        chromium = await _launch(playwright, found)
        yield chromium
        await chromium.close()


async def _launch(playwright: Playwright, path: str | None) -> Browser:
    try:
        return await playwright.chromium.launch(executable_path=path, args=FLAGS)
    except PlaywrightError as error:
        _give_up(str(error).splitlines()[0])


def _give_up(reason: str) -> NoReturn:
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(f"no Chromium to test the page with: {reason}")
    pytest.skip(f"NOT TESTED in a browser, no Chromium found: {reason}")


@pytest_asyncio.fixture(loop_scope="session")
async def town(fake_token: str) -> AsyncIterator[Town]:
    kills: list[None] = []

    async def note_kill() -> None:
        kills.append(None)

    simulator = Simulator(fake_token, on_kill=note_kill, rates=Rates.unlimited())
    url = await simulator.start()
    villager = simulator.add_person("Bu Sitti", role="warga")
    facilitator = simulator.add_person("Pak Rahmat", role="fasilitator desa")
    officer = simulator.add_person("Bu Andi", role="petugas Bappeda")
    bot = EchoBot(url, fake_token)
    await bot.start()
    yield Town(simulator, bot, villager, facilitator, officer, kills)
    await bot.stop()
    await simulator.stop()


async def open_page(browser: Browser, town: Town, width: int, height: int) -> Visit:
    window = await open_window(browser, town.url, width, height)
    return Visit(window.page, window.complaints, town)


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser, town: Town) -> AsyncIterator[Visit]:
    """The page in a desktop window; a test fails when the page complained in its console."""
    visit = await open_page(browser, town, *DESKTOP)
    yield visit
    await visit.page.context.close()
    assert [] == visit.complaints


@pytest_asyncio.fixture(loop_scope="session")
async def small_visit(browser: Browser, town: Town) -> AsyncIterator[Visit]:
    """The page on a cheap phone, 360 pixels wide."""
    visit = await open_page(browser, town, *PHONE)
    yield visit
    await visit.page.context.close()
    assert [] == visit.complaints


@pytest_asyncio.fixture(loop_scope="session")
async def village(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    """A town with the real bot and nobody in it yet."""
    async with a_town(sqlite_url, tmp_path) as place:
        yield Village(place)
