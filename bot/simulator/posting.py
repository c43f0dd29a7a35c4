"""Putting a message into a chat, from the bot or from a person, and telling the other side."""

from bot.simulator.chats import Chat, Person
from bot.simulator.entities import formatted_of, utf16_slice
from bot.simulator.protocol import Json
from bot.simulator.refusals import PageRefusal
from bot.simulator.stage import Stage

SERVICE = frozenset(
    {"new_chat_members", "left_chat_member", "group_chat_created", "migrate_to_chat_id", "migrate_from_chat_id"}
)


def post(stage: Stage, chat: Chat, sender: Json, content: Json, reply_to: int | None = None) -> Json:
    """Number and keep a message and show it on the page."""
    message: Json = {"message_id": 0, "from": sender, "chat": chat.as_chat(), "date": stage.clock.unix()}
    answered = chat.messages.get(reply_to or 0)
    if answered is not None:
        message["reply_to_message"] = {key: part for key, part in answered.items() if key != "reply_to_message"}
    message |= content
    chat.keep(message)
    stage.publish("message", chat, message)
    return message


def post_from_bot(stage: Stage, chat: Chat, content: Json, markup: Json | None, reply_to: int | None = None) -> Json:
    """A message of the bot; only an inline keyboard becomes part of it, any other lies under the chat."""
    inline = markup if markup and "inline_keyboard" in markup else None
    if markup and not inline:
        chat.keyboards[chat.next_id] = markup
        chat.keyboard = None if "remove_keyboard" in markup else markup
    return post(stage, chat, stage.bot_user, content | ({"reply_markup": inline} if inline else {}), reply_to)


def post_from_person(
    stage: Stage, person: Person, chat: Chat, content: Json, reply_to: int | None = None, anonymous: bool = False
) -> Json:
    """A message of a person; the bot is told if it may hear it. Raises PageRefusal for a chat they are not in."""
    if person.id not in chat.members:
        raise PageRefusal("Orang ini bukan anggota percakapan itu.")
    wake_chat(stage, person, chat)
    if chat.keyboard and (chat.keyboard.get("one_time_keyboard") or "force_reply" in chat.keyboard):
        chat.keyboard = None
    content = content | ({"sender_chat": chat.as_chat()} if anonymous else {})
    message = post(stage, chat, ANONYMOUS if anonymous else person.as_user(), content, reply_to)
    chat.acted_at = stage.feed.count
    tell_bot(stage, chat, "message", message)
    return message


ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
"""How Telegram names the author when an administrator of a group hides behind it."""


def wake_chat(stage: Stage, person: Person, chat: Chat) -> None:
    """Writing starts a private chat, and unblocks the bot as a phone would ask to."""
    if not chat.is_private or (chat.started and not chat.blocked):
        return
    if chat.blocked:
        set_blocked(stage, person, chat, False)
    chat.started = True
    stage.feed.publish("chat", chat=stage.chat_view(chat, with_messages=False))


def set_blocked(stage: Stage, person: Person, chat: Chat, blocked: bool) -> None:
    """The bot learns of it as my_chat_member."""
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    chat.acted_at = stage.feed.publish("chat", chat=stage.chat_view(chat, with_messages=False))
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    tell_membership(stage, person, chat, old, new)


def tell_membership(stage: Stage, person: Person, chat: Chat, old: str, new: str) -> None:
    """Queue my_chat_member: what the bot is in this chat now."""
    change: Json = {"chat": chat.as_chat(), "from": person.as_user(), "date": stage.clock.unix()}
    change["old_chat_member"] = _membership(stage, old)
    change["new_chat_member"] = _membership(stage, new)
    stage.updates.put("my_chat_member", change)


def _membership(stage: Stage, status: str) -> Json:
    return {"user": stage.bot_user, "status": status} | ({"until_date": 0} if status == "kicked" else {})


def tell_bot(stage: Stage, chat: Chat, kind: str, message: Json) -> None:
    """Queue `message` or `edited_message`, unless privacy mode keeps the bot from hearing it."""
    if chat.bot_is_member and bot_hears(stage, chat, message):
        stage.updates.put(kind, message)


def bot_hears(stage: Stage, chat: Chat, message: Json) -> bool:
    """Privacy mode: in a group only commands, replies to the bot, mentions of it and service messages."""
    if chat.is_private or not stage.privacy or SERVICE & message.keys():
        return True
    answered = message.get("reply_to_message")
    if answered and stage.is_outgoing(answered):
        return True
    read = formatted_of(message)
    return any(_addresses(stage, read.text, entity) for entity in read.entities)


def _addresses(stage: Stage, text: str, entity: Json) -> bool:
    word = utf16_slice(text, entity["offset"], entity["length"]).lower()
    own = f"@{stage.settings.username}".lower()
    if entity["type"] == "bot_command":
        return "@" not in word or word.endswith(own)
    return entity["type"] == "mention" and word == own


def migrate(stage: Stage, chat: Chat) -> Chat:
    """Turn a group into a supergroup with another id; the old one refuses everything from now on."""
    if chat.migrated_to is None:
        new = stage.directory.add_group(chat.title, chat.members, supergroup=True)
        chat.migrated_to = new.id
        sender = stage.directory.people[chat.members[0]].as_user() if chat.members else ANONYMOUS
        for place, content in ((chat, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": chat.id})):
            tell_bot(stage, place, "message", post(stage, place, sender, content))
        stage.feed.publish("chat", chat=stage.chat_view(new, with_messages=False))
    return stage.directory.chats[chat.migrated_to]
