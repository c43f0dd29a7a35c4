"""Methods that send, edit and delete messages, polls and quizzes among them."""

from typing import Any

from telegram.constants import MessageLimit, PollLimit

from bot.simulator.api import Call, answers, formatted
from bot.simulator.chats import Chat
from bot.simulator.entities import Formatted
from bot.simulator.posting import post_from_bot
from bot.simulator.protocol import Json
from bot.simulator.refusals import bad_request
from bot.simulator.stage import new_id

MOST_OPTIONS = 12
MOST_LINES = 2
"""Line feeds in the explanation of a quiz."""


@answers
async def send_poll(call: Call) -> Json:
    poll = _read_poll(call.params)
    return send(call, {"poll": poll})


def _read_poll(params: Json) -> Json:
    quiz = params.get("type") == "quiz"
    asked = formatted(
        params["question"], params.get("question_parse_mode"), params.get("question_entities"), 300, "poll question"
    )
    anonymous = params.get("is_anonymous")
    poll = {
        "id": new_id(), "options": _read_options(params["options"]), "total_voter_count": 0, "is_closed": False,
        "is_anonymous": True if anonymous is None else anonymous, "type": "quiz" if quiz else "regular",
        "allows_multiple_answers": bool(params.get("allows_multiple_answers")), "allows_revoting": not quiz,
        "members_only": False,
    }  # fmt: skip
    return poll | written(asked, "question", "question_entities") | (_read_quiz(params, poll) if quiz else {})


def _read_options(given: Any) -> list[Json]:
    if not isinstance(given, list) or not given:
        raise bad_request("poll must have at least 1 option")
    if len(given) > MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {MOST_OPTIONS} options")
    texts = [str(option.get("text", "") if isinstance(option, dict) else option) for option in given]
    for text in texts:
        if not 1 <= len(text) <= PollLimit.MAX_OPTION_LENGTH:
            raise bad_request(f"poll options length must not exceed {PollLimit.MAX_OPTION_LENGTH}")
    return [{"text": text, "voter_count": 0, "persistent_id": str(place)} for place, text in enumerate(texts)]


def _read_quiz(params: Json, poll: Json) -> Json:
    correct = params.get("correct_option_ids")
    if correct is None:
        correct = [] if params.get("correct_option_id") is None else [params["correct_option_id"]]
    if not correct or any(not 0 <= place < len(poll["options"]) for place in correct):
        raise bad_request("wrong correct option ID specified")
    explanation = params.get("explanation") or ""
    longest = PollLimit.MAX_EXPLANATION_LENGTH
    read = formatted(explanation, params.get("explanation_parse_mode"), None, longest, "explanation")
    if read.text.count("\n") > MOST_LINES:
        raise bad_request("explanation has too many line feeds")
    shown = written(read, "explanation", "explanation_entities") if read.text else {}
    return {"correct_option_ids": correct} | shown


@answers
async def stop_poll(call: Call) -> Json:
    chat, message = own_message(call)
    if "poll" not in message:
        raise bad_request("message with poll to stop not found")
    if message["poll"]["is_closed"]:
        raise bad_request("poll has already been closed")
    message["poll"]["is_closed"] = True
    call.stage.publish("poll", chat, message)
    poll: Json = message["poll"]
    return poll


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


def own_message(call: Call) -> tuple[Chat, Json]:
    """The bot's own message that the call names; refuses a missing one and another's."""
    if call.params.get("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    if call.params.get("message_id") is None:
        raise bad_request("message identifier is not specified")
    chat = call.chat()
    message = chat.messages.get(call.params["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if not call.stage.is_outgoing(message):
        raise bad_request("message can't be edited")
    return chat, message


@answers
async def edit_message_text(call: Call) -> Json:
    chat, message = own_message(call)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return change(call, chat, message, written(read_text(call)), ("text", "entities"))


@answers
async def edit_message_caption(call: Call) -> Json:
    chat, message = own_message(call)
    if not message.keys() & {"photo", "voice", "document"}:
        raise bad_request("there is no caption in the message to edit")
    return change(call, chat, message, read_caption(call.params), ("caption", "caption_entities"))


@answers
async def edit_message_reply_markup(call: Call) -> Json:
    chat, message = own_message(call)
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
    chat.forget(message["message_id"])
    call.stage.feed.publish("delete", chat=chat.id, message_id=message["message_id"])
    return True
