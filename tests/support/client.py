"""The phones of the people in tests: what they do, and how a test waits for what comes of it.

Every wait counts from before the act. A pressed button waits for the answer to that very press, and what was said for a
message that came afterwards; so that what somebody else, or an earlier press, was told is never taken for it.
"""

import asyncio
from typing import Any

from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.simulator.protocol import Json
from bot.simulator.stage import Called
from bot.simulator.story import Wanted, Where, Who
from tests.support.sentences import says
from tests.support.simulator import Simulator

#: Seconds; the machine may be busy with other tests. Nothing that holds waits that long.
PATIENCE = 30.0


class Telegram(Simulator):
    """The simulator, with the patience of a busy machine."""

    async def wait_for(self, chat: Where, wanted: Wanted, timeout: float = PATIENCE, since: int | None = None) -> Json:
        return await super().wait_for(chat, wanted, timeout, since)

    async def wait_for_call(self, method: str, timeout: float = PATIENCE, after: int = 0) -> Called:
        return await super().wait_for_call(method, timeout, after)

    async def wait_until_confirmed(self, timeout: float = PATIENCE) -> None:
        await super().wait_until_confirmed(timeout)

    async def answer_to(self, press: str) -> str:
        """The short answer to this press of a button, by the id of its query; empty when it only stops the waiting."""
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    seen = self.stage.feed.count
                    for call in self.calls:
                        if call.ok and call.params.get("callback_query_id") == press:
                            return str(call.params.get("text", ""))
                    await self.stage.feed.wait_beyond(seen)
        except TimeoutError:
            raise TimeoutError(f"nobody answered the press {press}") from None


class Client:
    """Verbs for people. Whoever has a town is one."""

    @property
    def telegram(self) -> Telegram:
        raise NotImplementedError

    async def code_for(self, role: str, scope: str) -> str:
        raise NotImplementedError

    async def join(self, name: str, role: str, scope: str) -> Person:
        """Somebody who has used an invitation to this role."""
        person = self.telegram.add_person(name)
        await self.telegram.begin(person, await self.code_for(role, scope))
        await self.hears(person, says("kode_dipakai", nama=name))
        return person

    async def start_chat(self, person: Who, wanted: Wanted) -> Json:
        """Press Mulai."""
        await self.telegram.begin(person)
        answer = await self.hears(person, wanted)
        assert answer
        return answer

    async def ask(self, person: Who, text: str, wanted: Wanted, reply_to: int | None = None) -> Json:
        """Say something; the answer that is wanted, come after it."""
        await self.telegram.say(person, text, reply_to=reply_to)
        answer = await self.hears(person, wanted)
        assert answer
        return answer

    async def press(self, person: Who, button: str, wanted: Wanted) -> Json:
        """Press the newest button of this label; the message that is wanted, come or changed after it."""
        pressed = await self.telegram.press(person, button)
        if isinstance(pressed, str):  # else it was a key under the text field, which says its words
            await self.telegram.answer_to(pressed)
        answer = await self.hears(person, wanted)
        assert answer
        return answer

    async def touch(self, person: Who, button: str) -> str:
        """Press the newest button of this label; the short answer to this press."""
        pressed = await self.telegram.press(person, button)
        assert isinstance(pressed, str), f"{button} is a key under the text field: it gets no short answer"
        return await self.telegram.answer_to(pressed)

    async def press_data(self, person: Who, data: str, wanted: Wanted) -> Json:
        """As an old button would; the message that is wanted, come or changed after it."""
        await self.toast(person, data)
        answer = await self.hears(person, wanted)
        assert answer
        return answer

    async def toast(self, person: Who, data: str, on: int | None = None) -> str:
        """Press with any data, on the newest message or another one; the short answer to this press."""
        message = self.newest(person) if on is None else on
        return await self.telegram.answer_to(await self.telegram.press_data(person, message, data))

    async def photo(self, person: Who, content: bytes, wanted: Wanted, **more: Any) -> Json:
        await self.telegram.photo(person, content, **more)
        answer = await self.hears(person, wanted)
        assert answer
        return answer

    async def voice(self, person: Who, content: bytes, wanted: Wanted) -> Json:
        await self.telegram.voice(person, content)
        answer = await self.hears(person, wanted)
        assert answer
        return answer

    async def document(self, person: Who, content: bytes, wanted: Wanted, name: str = "", mime: str = "") -> Json:
        await self.telegram.document(person, content, name, mime)
        answer = await self.hears(person, wanted)
        assert answer
        return answer

    async def hears(self, person: Who, wanted: Wanted) -> Json:
        """The newest message that is wanted, come or changed after the last act of this person."""
        message = await self.telegram.wait_for(person, wanted)
        assert message["outgoing"]
        return message

    def newest(self, person: Who) -> int:
        """The number of the message that stands lowest; of none, that of the first to come."""
        return max((int(message["message_id"]) for message in self.telegram.messages(person)), default=1)

    def texts(self, person: Who) -> list[str]:
        """All that the bot said, oldest first."""
        return self.telegram.said(person)


def words_of(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def labels(message: Json) -> list[str]:
    """The buttons under a message."""
    return [button["text"] for button in buttons_of(message.get("reply_markup"))]
