"""Methods that send, forward, edit and delete messages."""

from typing import Any

from telegram.constants import MessageLimit, ReactionEmoji

from bot.simulator.api import Call, answers, formatted
from bot.simulator.chats import Chat
from bot.simulator.entities import Formatted
from bot.simulator.posting import post_from_bot
from bot.simulator.protocol import Json
from bot.simulator.refusals import bad_request

DELETABLE_FOR = 48 * 3600
"""Seconds; older messages stay."""


def send(call: Call, content: Json) -> Json:
    """Put a message of the bot into the chat of the call."""
    chat = call.chat()
    return post_from_bot(call.stage, chat, content, call.markup(), call.reply_to(chat))


def read_text(call: Call) -> Formatted:
    params = call.params
    longest = MessageLimit.MAX_TEXT_LENGTH
    read = formatted(params["text"], params.get("parse_mode"), params.get("entities"), longest, "message")
    if not read.text:
        raise bad_request("text must be non-empty")
    return read


def read_caption(params: Json) -> Json:
    """`caption` and `caption_entities` of a message; empty when there is no caption."""
    given = params.get("caption") or ""
    longest = MessageLimit.CAPTION_LENGTH
    entities = params.get("caption_entities")
    read = formatted(given, params.get("parse_mode"), entities, longest, "message caption")
    return written(read, "caption", "caption_entities") if read.text else {}


def written(read: Formatted, text: str = "text", entities: str = "entities") -> Json:
    return {text: read.text} | ({entities: list(read.entities)} if read.entities else {})


@answers
async def send_message(call: Call) -> Json:
    return send(call, written(read_text(call)))


@answers
async def send_location(call: Call) -> Json:
    latitude, longitude = call.params["latitude"], call.params["longitude"]
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong latitude or longitude specified")
    return send(call, {"location": {"latitude": latitude, "longitude": longitude}})


@answers
async def send_contact(call: Call) -> Json:
    fields = ("phone_number", "first_name", "last_name", "vcard")
    return send(call, {"contact": {name: call.params[name] for name in fields if call.params.get(name)}})


@answers
async def send_chat_action(call: Call) -> bool:
    chat = call.chat()
    call.stage.feed.publish("typing", chat=chat.id, action=call.params["action"])
    return True


@answers
async def forward_message(call: Call) -> Json:
    message = source_message(call)
    origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    return send(call, content_of(message) | {"forward_origin": origin})


@answers
async def copy_message(call: Call) -> Json:
    content = content_of(source_message(call))
    if call.params.get("caption") is not None:
        content = {name: part for name, part in content.items() if not name.startswith("caption")}
        content |= read_caption(call.params)
    return {"message_id": send(call, content)["message_id"]}


def source_message(call: Call) -> Json:
    chat = call.stage.directory.find_chat(call.params["from_chat_id"])
    message = chat.messages.get(call.params["message_id"]) if chat else None
    if message is None:
        word = "copy" if call.method.startswith("copy") else "forward"
        raise bad_request(f"message to {word} not found")
    return message


ENVELOPE = frozenset({"message_id", "from", "chat", "date", "edit_date", "reply_to_message", "reply_markup"})


def content_of(message: Json) -> Json:
    """A message without its envelope."""
    return {name: part for name, part in message.items() if name not in ENVELOPE and name != "media_group_id"}


def own_message(call: Call, verb: str) -> tuple[Chat, Json]:
    """The bot's own message that the call names; refuses a missing one and another's."""
    if call.params.get("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    if call.params.get("message_id") is None:
        raise bad_request("message identifier is not specified")
    chat = call.chat()
    message = chat.messages.get(call.params["message_id"])
    if message is None:
        raise bad_request(f"message to {verb} not found")
    if not call.stage.is_outgoing(message):
        raise bad_request(f"message can't be {verb}ed")
    return chat, message


@answers
async def edit_message_text(call: Call) -> Json:
    chat, message = own_message(call, "edit")
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return change(call, chat, message, written(read_text(call)), ("text", "entities"))


@answers
async def edit_message_caption(call: Call) -> Json:
    chat, message = own_message(call, "edit")
    if not message.keys() & {"photo", "voice", "audio", "document", "video", "animation"}:
        raise bad_request("there is no caption in the message to edit")
    return change(call, chat, message, read_caption(call.params), ("caption", "caption_entities"))


@answers
async def edit_message_reply_markup(call: Call) -> Json:
    chat, message = own_message(call, "edit")
    return change(call, chat, message, {}, ())


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


def change(call: Call, chat: Chat, message: Json, content: Json, replaced: tuple[str, ...]) -> Json:
    """Replace parts of a message and its inline keyboard; an edit without a keyboard takes the keyboard away."""
    markup = call.markup()
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    content = content | ({"reply_markup": markup} if markup and markup["inline_keyboard"] else {})
    parts = (*replaced, "reply_markup")
    if all(message.get(name) == content.get(name) for name in parts):
        raise bad_request(NOT_MODIFIED)
    for name in parts:
        message.pop(name, None)
    message.update(content, edit_date=call.stage.clock.unix())
    call.stage.publish("edit", chat, message)
    return message


@answers
async def delete_message(call: Call) -> bool:
    chat = call.known_chat()
    message = chat.messages.get(call.params["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    if call.stage.clock.unix() - message["date"] > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    if not chat.is_private and not call.stage.is_outgoing(message):
        raise bad_request("message can't be deleted")
    _remove(call, chat, message["message_id"])
    return True


@answers
async def delete_messages(call: Call) -> bool:
    """Those that are there; the others are passed over, as Telegram does."""
    chat = call.known_chat()
    for message_id in call.params["message_ids"]:
        if message_id in chat.messages:
            _remove(call, chat, message_id)
    return True


def _remove(call: Call, chat: Chat, message_id: int) -> None:
    chat.forget(message_id)
    call.stage.feed.publish("delete", chat=chat.id, message_id=message_id)


@answers
async def pin_chat_message(call: Call) -> bool:
    chat = call.chat()
    if call.params["message_id"] not in chat.messages:
        raise bad_request("message to pin not found")
    return _pin(call, chat, call.params["message_id"])


@answers
async def unpin_chat_message(call: Call) -> bool:
    return _pin(call, call.chat(), None)


def _pin(call: Call, chat: Chat, message_id: int | None) -> bool:
    chat.pinned = message_id
    call.stage.feed.publish("chat", chat=call.stage.chat_view(chat, with_messages=False))
    return True


@answers
async def set_message_reaction(call: Call) -> bool:
    chat = call.chat()
    if call.params["message_id"] not in chat.messages:
        raise bad_request("message to react not found")
    emoji = _emoji(call.params.get("reaction"))
    chat.reactions.pop(call.params["message_id"], None)
    if emoji:
        chat.reactions[call.params["message_id"]] = emoji
    call.stage.feed.publish("reaction", chat=chat.id, message_id=call.params["message_id"], emoji=emoji)
    return True


def _emoji(reaction: Any) -> str | None:
    """The one emoji a bot may set; None takes it away."""
    if not reaction:
        return None
    first = reaction[0] if isinstance(reaction, list) else reaction
    emoji = first.get("emoji") if isinstance(first, dict) else first
    if emoji not in set(ReactionEmoji):
        raise bad_request("REACTION_INVALID")
    return str(emoji)
