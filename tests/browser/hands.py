"""People of a town whose hands are on the chat page: what a test lets them do happens in a real browser."""

import asyncio
from collections.abc import Awaitable
from urllib.parse import urlsplit

from playwright.async_api import FilePayload, Locator

from bot.simulator import acts, story
from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.simulator.protocol import Json
from bot.simulator.story import Where, Who
from tests.browser.window import Window
from tests.support.client import PATIENCE, Telegram


class Hands(Telegram):
    """Typing, pressing, sending pictures and files by the page, as soon as `window` is open; before, and for what the
    page has no button for (an old button, a group), as in other tests."""

    window: Window | None = None

    async def say(self, person: Who, text: str, chat: Where = None, reply_to: int | None = None) -> Json:
        if self.window is None or chat is not None or reply_to is not None:
            return await super().say(person, text, chat, reply_to)
        box = (await self._phone(person)).get_by_test_id("input")
        await box.fill(text)
        return await self._comes_of("send", box.press("Enter"))

    async def press(self, person: Who, button: str, chat: Where = None, timeout: float = PATIENCE) -> str | Json:
        if self.window is None or chat is not None:
            return await super().press(person, button, chat, timeout)
        phone, talk = await self._phone(person), self.chat_of(person)
        async with asyncio.timeout(timeout):
            while not story.is_there(talk, button):
                await talk.changes.wait()
        if button in [key["text"] for key in buttons_of(talk.keyboard)]:
            return await self._comes_of(
                "send", phone.get_by_test_id("reply-key").get_by_text(button, exact=True).click()
            )
        number, found = acts.newest_button(talk, button)
        row = phone.locator(f'[data-testid="message"][data-message-id="{number}"]')
        pressed = row.locator(f'[data-testid="inline-button"][data-value="{found["callback_data"]}"]')
        return str((await self._comes_of("press", pressed.click()))["query"])

    async def photo(
        self, person: Who, content: bytes, caption: str | None = None, album: str | None = None, chat: Where = None
    ) -> Json:
        if self.window is None or album is not None or chat is not None:
            return await super().photo(person, content, caption, album, chat)
        await self._attach(person, "photo", FilePayload(name="foto.jpg", mimeType="image/jpeg", buffer=content))
        dialog = self.window.page.get_by_test_id("photo-dialog")
        await dialog.get_by_test_id("caption").fill(caption or "")
        return await self._comes_of("media", dialog.get_by_test_id("dialog-ok").click())

    async def document(
        self, person: Who, content: bytes, name: str = "berkas.pdf", mime: str = "", caption: str | None = None
    ) -> Json:
        if self.window is None or caption is not None:
            return await super().document(person, content, name, mime, caption)
        return await self._comes_of(
            "media", self._attach(person, "document", FilePayload(name=name, mimeType=mime, buffer=content))
        )

    async def _attach(self, person: Who, kind: str, file: FilePayload) -> None:
        phone = await self._phone(person)
        await phone.get_by_test_id("attach").click()
        await phone.get_by_test_id(f"attach-{kind}").set_input_files([file])

    async def _phone(self, person: Who) -> Locator:
        assert self.window is not None
        assert isinstance(person, Person)
        return await self.window.show(person)

    async def _comes_of(self, verb: str, act: Awaitable[None]) -> Json:
        """What the simulator answers the page when it does this."""
        assert self.window is not None
        async with self.window.page.expect_response(
            lambda answer: urlsplit(answer.url).path == f"/sim/{verb}"
        ) as answer:
            await act
        done: Json = await (await answer.value).json()
        return done
