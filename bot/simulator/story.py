"""What people do, and how somebody who plays them waits for what the bot answers."""

import asyncio
import re
from collections.abc import Callable
from contextlib import suppress

from bot.simulator import acts
from bot.simulator.chats import Chat, Person
from bot.simulator.entities import formatted_of
from bot.simulator.keyboards import buttons_of
from bot.simulator.posting import post_from_person, set_blocked
from bot.simulator.protocol import Json
from bot.simulator.refusals import PageRefusal
from bot.simulator.stage import Called, Stage, new_id

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What a deep link may carry."""

Who = Person | int
Where = Chat | Person | int | None
"""A chat; None means the person's private chat with the bot."""

Wanted = str | Callable[[Json], bool]
"""What to wait for: a piece of the text, or a condition on the message as the page sees it."""

PATIENCE = 30.0
"""Seconds. What is awaited comes within one; only where the machine is busy with other things it takes longer, and that
is nobody's fault. Whoever waits for what must *not* come says how long."""


def is_there(chat: Chat, button: str) -> bool:
    """Whether some message of this chat, or its keyboard, shows a button with this label or data."""
    shown = [message.get("reply_markup") for message in chat.messages.values()]
    keys = [key for markup in (*shown, chat.keyboard) for key in buttons_of(markup)]
    return any(button in (key["text"], key.get("callback_data")) for key in keys)


class Story:
    """Everything a person can do, as methods; `stage` is where it happens."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._albums: dict[tuple[int, str], str] = {}

    def add_person(
        self, first_name: str, last_name: str | None = None, username: str | None = None, role: str | None = None
    ) -> Person:
        """Somebody new; their private chat has the same id and is not started. Raises PageRefusal without a name."""
        if not first_name.strip():
            raise PageRefusal("Namanya belum diisi.")
        person = self.stage.directory.add_person(first_name.strip(), last_name, username, role)
        people = [one.as_json() for one in self.stage.directory.people.values()]
        self.stage.feed.publish("people", people=people)
        chat = self.stage.directory.chats[person.id]
        self.stage.feed.publish("chat", chat=self.stage.chat_view(chat, with_messages=False))
        return person

    def add_group(self, title: str, members: list[Who]) -> Chat:
        """A group with these people and the bot in it."""
        return acts.add_group(self.stage, title, [acts.find_person(self.stage, member).id for member in members])

    def chat_of(self, person: Who, chat: Where = None) -> Chat:
        """The chat meant, the private one when none is given. Raises PageRefusal."""
        meant = person if chat is None else chat
        return acts.find_chat(self.stage, meant.id if isinstance(meant, Person) else meant)

    def actor(self, person: Who, chat: Where = None) -> acts.Actor:
        return acts.Actor(self.stage, acts.find_person(self.stage, person), self.chat_of(person, chat))

    async def say(self, person: Who, text: str, chat: Where = None, reply_to: int | None = None) -> Json:
        """Type a text; returns the person's message."""
        return await self.post(person, acts.read_text(text), chat, reply_to)

    async def post(
        self, person: Who, content: Json, chat: Where = None, reply_to: int | None = None, anonymous: bool = False
    ) -> Json:
        """Send a message with any content (a sticker, a live location …), or as the group's anonymous admin."""
        return post_from_person(*self.actor(person, chat), content, reply_to, anonymous)

    async def begin(self, person: Who, payload: str | None = None) -> Json:
        """Press Mulai, or open the deep link `t.me/<bot>?start=<payload>`. Raises PageRefusal for a broken link."""
        if payload and not PAYLOAD.fullmatch(payload):
            raise PageRefusal("Tautan undangan ini tidak utuh.")
        return await self.say(person, f"/start {payload}" if payload else "/start")

    async def press(self, person: Who, button: str, chat: Where = None, timeout: float = PATIENCE) -> str | Json:
        """Press the newest inline button with this label or data, else the key of the reply keyboard, as soon as it is
        there: what was waited for before may have been said by something that came unasked.

        Raises LookupError naming the buttons there are. Returns the query's id, or the message a key sends.
        """
        actor = self.actor(person, chat)
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout):
                while not is_there(actor.chat, button):
                    await actor.chat.changes.wait()
        try:
            message_id, found = acts.newest_button(actor.chat, button)
        except LookupError:
            if not any(key["text"] == button for key in buttons_of(actor.chat.keyboard)):
                raise
            return await self.say(person, button, chat)
        if "callback_data" not in found:
            raise LookupError(f"the button {button!r} only opens {found.get('url')}")
        return acts.press(actor, message_id, found["callback_data"])

    async def press_data(self, person: Who, message_id: int, data: str, chat: Where = None) -> str:
        """Press with any data on any message, also a deleted one: what an old or forged client would send."""
        return acts.press(self.actor(person, chat), message_id, data)

    async def media(
        self, person: Who, kind: str, content: bytes, chat: Where = None, caption: str | None = None,
        album: str | None = None, name: str = "", mime: str = "", reply_to: int | None = None,
    ) -> Json:  # fmt: skip
        """Send a file as photo, voice, document. Messages with one `album` name belong together."""
        actor = self.actor(person, chat)
        extra: Json = acts.read_text(caption, "caption", "caption_entities") if caption else {}
        if album:
            extra["media_group_id"] = self._albums.setdefault((actor.person.id, album), new_id())
        return await acts.send_media(actor, kind, content, name, mime, extra, reply_to)

    async def location(self, person: Who, latitude: float, longitude: float, chat: Where = None) -> Json:
        return await self.post(person, {"location": {"latitude": latitude, "longitude": longitude}}, chat)

    async def contact(
        self, person: Who, phone_number: str, first_name: str, user_id: int | None = None, chat: Where = None
    ) -> Json:
        """A contact card; it is the person's own when `user_id` is theirs."""
        card: Json = {"phone_number": phone_number, "first_name": first_name}
        return await self.post(person, {"contact": card | ({"user_id": user_id} if user_id else {})}, chat)

    async def edit(self, person: Who, message_id: int, text: str, chat: Where = None) -> Json:
        return acts.edit(self.actor(person, chat), message_id, text)

    async def delete(self, person: Who, message_id: int, chat: Where = None) -> None:
        acts.delete(self.actor(person, chat), message_id)

    async def vote(self, person: Who, message_id: int, options: list[int], chat: Where = None) -> None:
        acts.vote(self.actor(person, chat), message_id, options)

    async def block(self, person: Who, blocked: bool = True) -> None:
        set_blocked(*self.actor(person), blocked)

    def messages(self, chat: Where) -> list[Json]:
        """All messages of a chat as the page sees them (with `outgoing`), oldest first."""
        place = acts.find_chat(self.stage, chat.id if isinstance(chat, Person) else chat)
        return [self.stage.view(message) for message in place.messages.values()]

    def said(self, chat: Where) -> list[str]:
        """Only the bot's texts and captions, oldest first."""
        own = (message for message in self.messages(chat) if message["outgoing"])
        return [formatted_of(message).text for message in own]

    async def wait_for(self, chat: Where, wanted: Wanted, timeout: float = PATIENCE, since: int | None = None) -> Json:
        """The newest message of the bot that was sent or edited after the last act of a person in this chat.

        `since` is another event number to count from (0: any message). `timeout` is in seconds; TimeoutError names
        what the bot said instead.
        """
        place = acts.find_chat(self.stage, chat.id if isinstance(chat, Person) else chat)
        try:
            async with asyncio.timeout(timeout):
                while (found := self._newest(place, wanted, place.acted_at if since is None else since)) is None:
                    await place.changes.wait()
                return found
        except TimeoutError:
            said = self.said(place)[-4:]
            raise TimeoutError(f"nothing like {wanted!r} in chat {place.id}; the bot said {said}") from None

    async def wait_for_call(self, method: str, timeout: float = PATIENCE, after: int = 0) -> Called:
        """The first successful call of a method, not counting the first `after` calls. Raises TimeoutError."""
        async with asyncio.timeout(timeout):
            while True:
                seen = self.stage.feed.count
                fits = (call for call in self.calls[after:] if call.ok and call.method == method)
                if (found := next(fits, None)) is not None:
                    return found
                await self.stage.feed.wait_beyond(seen)

    def _newest(self, chat: Chat, wanted: Wanted, since: int) -> Json | None:
        fits = wanted if callable(wanted) else lambda message: wanted in formatted_of(message).text
        for message_id, number in reversed(chat.changed.items()):
            if number <= since:
                return None
            message = self.stage.view(chat.messages[message_id])
            if message["outgoing"] and fits(message):
                return message
        return None

    @property
    def calls(self) -> list[Called]:
        """Calls of the Bot API so far, without the successful getUpdates."""
        return list(self.stage.calls)
