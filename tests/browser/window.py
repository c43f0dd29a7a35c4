"""A window of a real browser on the simulator's page, and how people act in it."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from bot.simulator.chats import Person
from tests.support.town import Town

PATIENCE_MS = 10_000
#: How long the real bot may take to answer on a busy machine.
ANSWER_MS = 30_000
#: Where to leave pictures of the page, for those who want to look: `PICTURES=folder make test`.
PICTURES = os.environ.get("PICTURES")
PHONE, DESKTOP = (360, 740), (1366, 800)


@dataclass
class Window:
    """One visitor's page; `complaints` are console errors and uncaught exceptions."""

    page: Page
    complaints: list[str]

    def phone(self, person: Person) -> Locator:
        return self.page.get_by_test_id(f"phone-{person.id}")

    async def show(self, person: Person) -> Locator:
        """On a narrow page one phone at a time: choose this one."""
        tab = self.page.get_by_test_id(f"tab-{person.id}")
        if await tab.count() and not await self.phone(person).is_visible():
            await tab.click()
        return self.phone(person)

    async def type(self, person: Person, text: str, answer: str = "") -> None:
        """`answer`: what a message that comes then says; news may come after it."""
        box, answers = self.phone(person).get_by_test_id("input"), bubbles(self.phone(person)).filter(has_text=answer)
        before = await answers.count()
        await box.fill(text)
        await box.press("Enter")
        if answer:
            await expect(answers.nth(before)).to_be_visible(timeout=ANSWER_MS)

    async def look(self, name: str) -> None:
        """Leave a picture for those who want one."""
        if PICTURES:
            await self.page.screenshot(path=Path(PICTURES) / f"{name}.png")

    async def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        pixels: int = await self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return pixels

    async def close(self) -> None:
        """Nothing stood out of the page, and it never complained."""
        assert await self.overflow() <= 0
        assert self.complaints == []
        await self.page.context.close()


async def open_window(browser: Browser, url: str, width: int, height: int) -> Window:
    """A fresh visitor on the simulator's page."""
    size = ViewportSize(width=width, height=height)
    context = await browser.new_context(viewport=size, locale="id-ID", permissions=["microphone"])
    context.set_default_timeout(PATIENCE_MS)
    window = Window(await context.new_page(), [])
    window.page.on("console", lambda line: window.complaints.append(line.text) if line.type == "error" else None)
    window.page.on("pageerror", lambda error: window.complaints.append(str(error)))
    await window.page.goto(url)
    await window.page.get_by_test_id("hint").wait_for()
    return window


class Village:
    """A town with the real bot, and the people whom a test lets live there."""

    def __init__(self, place: Town) -> None:
        self.place = place
        self.simulator = place.simulator

    def add(self, name: str, role: str) -> Person:
        """`role`: as the page shows it beside the name; it grants nothing."""
        return self.simulator.add_person(name, role=role)

    async def seat(self, person: Person, role: str, scope: str) -> None:
        """Give somebody a role, by a code as the office would."""
        await self.simulator.begin(person, await self.place.code_for(role, scope))
        await self.simulator.wait_for(person, "Selamat datang")


def bubbles(phone: Locator) -> Locator:
    """What the bot said."""
    return phone.locator('[data-testid="message"][data-outgoing="true"]')


def newest(phone: Locator) -> Locator:
    """The newest message of the bot."""
    return bubbles(phone).last


async def hears(phone: Locator, answer: str) -> None:
    """The newest message of the bot says this."""
    await expect(newest(phone)).to_contain_text(answer, timeout=ANSWER_MS)


async def shows(phone: Locator, answer: str) -> Locator:
    """Some message of the bot says this; another may have come after it."""
    bubble = bubbles(phone).filter(has_text=answer).last
    await expect(bubble).to_be_visible(timeout=ANSWER_MS)
    return bubble


def button(phone: Locator, label: str) -> Locator:
    """The newest inline button with this label; a number is the whole of it."""
    wanted = re.compile(rf"^\s*{label}\s*$") if label.isdigit() else label
    return phone.get_by_test_id("inline-button").filter(has_text=wanted).last


async def press(phone: Locator, label: str, answer: str) -> None:
    """Press a button and wait until the bot has answered, by what it wrote last or by what came before other news."""
    answers = bubbles(phone).filter(has_text=answer)
    before = await answers.count()
    await button(phone, label).click()
    answered = answers.nth(before).or_(newest(phone).filter(has_text=answer)).first
    await expect(answered).to_be_visible(timeout=ANSWER_MS)
