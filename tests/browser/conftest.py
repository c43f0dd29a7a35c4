"""A real browser on the simulator's page. Without Chromium these tests are skipped loudly; in CI that fails."""

import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import NoReturn

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, Playwright, ViewportSize, async_playwright
from playwright.async_api import Error as PlaywrightError

from bot.simulator.chats import Person
from bot.simulator.rates import Rates
from bot.simulator.server import Simulator
from tests.browser.echo import EchoBot

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
PATIENCE_MS = 10_000


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
class Visit:
    """One visitor's page; `complaints` are console errors and uncaught exceptions."""

    page: Page
    town: Town
    complaints: list[str] = field(default_factory=list)

    def phone(self, person: Person) -> Locator:
        return self.page.get_by_test_id(f"phone-{person.id}")

    async def type(self, person: Person, text: str) -> None:
        box = self.phone(person).get_by_test_id("input")
        await box.fill(text)
        await box.press("Enter")

    async def begin(self, person: Person) -> Locator:
        """Press *Mulai* and wait for the bot's welcome; returns the phone."""
        phone = self.phone(person)
        await phone.get_by_test_id("start").click()
        await phone.get_by_test_id("inline-keyboard").wait_for()
        return phone

    async def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        pixels: int = await self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return pixels


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
    """A fresh visitor with a window of this size, on the simulator's page."""
    window = ViewportSize(width=width, height=height)
    context = await browser.new_context(viewport=window, locale="id-ID", permissions=["microphone"])
    context.set_default_timeout(PATIENCE_MS)
    page = await context.new_page()
    visit = Visit(page, town)
    page.on("console", lambda line: visit.complaints.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    await page.goto(town.url)
    await page.get_by_test_id("hint").wait_for()
    return visit


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser, town: Town) -> AsyncIterator[Visit]:
    """The page in a desktop window; a test fails when the page complained in its console."""
    visit = await open_page(browser, town, 1366, 800)
    yield visit
    await visit.page.context.close()
    assert [] == visit.complaints


@pytest_asyncio.fixture(loop_scope="session")
async def small_visit(browser: Browser, town: Town) -> AsyncIterator[Visit]:
    """The page on a cheap phone, 360 pixels wide."""
    visit = await open_page(browser, town, 360, 740)
    yield visit
    await visit.page.context.close()
    assert [] == visit.complaints
