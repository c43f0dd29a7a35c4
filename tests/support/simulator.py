"""The simulator of the tests: what people do that the chat page has no button for, and what a test may look at."""

import asyncio

from bot.simulator import Simulator as Played
from bot.simulator import acts
from bot.simulator.chats import Chat
from bot.simulator.posting import migrate, post_from_person, tell_bot, tell_membership
from bot.simulator.posting import post as post_service
from bot.simulator.protocol import Json
from bot.simulator.refusals import PageRefusal
from bot.simulator.story import PATIENCE, Where, Who

ENVELOPE = frozenset({"message_id", "from", "chat", "date", "edit_date", "reply_to_message", "reply_markup"})


class Simulator(Played):
    """With everything else that somebody can do in Telegram."""

    async def forward(self, person: Who, message: Json, chat: Where = None) -> Json:
        """Forward a message, whoever wrote it and wherever."""
        return forward(self.actor(person, chat), message)

    async def photo(
        self, person: Who, content: bytes, caption: str | None = None, album: str | None = None, chat: Where = None
    ) -> Json:
        return await self.media(person, "photo", content, chat, caption, album)

    async def voice(self, person: Who, content: bytes, caption: str | None = None, chat: Where = None) -> Json:
        """Any recording; it arrives as Ogg/Opus."""
        return await self.media(person, "voice", content, chat, caption)

    async def document(
        self, person: Who, content: bytes, name: str = "berkas.pdf", mime: str = "", caption: str | None = None
    ) -> Json:
        return await self.media(person, "document", content, None, caption, None, name, mime)

    async def remove_bot(self, person: Who, group: Where) -> None:
        """Somebody takes the bot out of a group."""
        remove_bot(self.actor(person, group))

    async def join_group(self, person: Who, group: Where) -> None:
        join_group(self.actor(person, group))

    async def leave_group(self, person: Who, group: Where) -> None:
        leave_group(self.actor(person, group))

    async def migrate(self, group: Where) -> Chat:
        """The group becomes a supergroup; returns it."""
        return migrate(self.stage, self.chat_of(0, group))

    def file(self, file_id: str) -> bytes:
        """The bytes behind a file_id. Raises KeyError."""
        stored = self.stage.files.find(file_id)
        if stored is None:
            raise KeyError(file_id)
        return stored.content

    async def wait_until_confirmed(self, timeout: float = PATIENCE) -> None:
        """Until the bot has confirmed every update. Raises TimeoutError."""
        async with asyncio.timeout(timeout):
            while len(self.stage.updates):
                await self.stage.updates.confirmations.wait()

    @property
    def updates_confirmed(self) -> int:
        return self.stage.updates.confirmed

    def inject(self, update: Json, numbered: bool = True) -> int:
        """Queue any JSON as an update; without `numbered` it gets no update_id of its own."""
        return self.stage.updates.inject(update, numbered)

    def inject_raw(self, text: str) -> int:
        """Queue a piece of text, placed as it is inside the list that getUpdates answers."""
        return self.stage.updates.inject_raw(text)


def join_group(actor: acts.Actor) -> None:
    """Come into a group; everybody there sees it."""
    stage, person, chat = actor
    if chat.is_private or person.id in chat.members:
        raise PageRefusal("Orang ini tidak bisa masuk ke sana.")
    chat.members.append(person.id)
    user = person.as_user()
    tell_bot(stage, chat, "message", post_service(stage, chat, user, {"new_chat_members": [user]}))
    stage.feed.publish("chat", chat=stage.chat_view(chat, with_messages=False))


def leave_group(actor: acts.Actor) -> None:
    """Go out of a group; everybody there sees it."""
    stage, person, chat = actor
    if chat.is_private or person.id not in chat.members:
        raise PageRefusal("Orang ini bukan anggota percakapan itu.")
    chat.members.remove(person.id)
    user = person.as_user()
    tell_bot(stage, chat, "message", post_service(stage, chat, user, {"left_chat_member": user}))
    stage.feed.publish("chat", chat=stage.chat_view(chat, with_messages=False))


def remove_bot(actor: acts.Actor) -> None:
    """Take the bot out of a group."""
    stage, person, chat = actor
    if chat.is_private:
        raise PageRefusal("Ini bukan grup.")
    chat.bot_is_member = False
    tell_membership(stage, person, chat, "member", "kicked")


def forward(actor: acts.Actor, message: Json) -> Json:
    """Pass on what somebody wrote somewhere, under one's own name and with where it came from."""
    content = {name: part for name, part in message.items() if name not in ENVELOPE | {"media_group_id"}}
    origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    return post_from_person(*actor, {"forward_origin": origin} | content)
