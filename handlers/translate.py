"""From Telegram's messages and buttons to what the conversation can hear."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from telegram import CallbackQuery, Message

from bot.core.forms.heard import FileRef, Pressed, Sent, Typed
from bot.work.people import first_words
from bot.work.visit import Visit

_OWN_TAGS = re.compile(r"</?tg-(?:emoji|time)\b[^<>]*>")
_PERSON = re.compile(r'<a href="tg://user\?id=\d+">(.*?)</a>', re.DOTALL)


def heard_in(message: Message, *, edited: bool = False) -> Typed | Sent:
    """Any message at all: what is not known to us is heard as something `other`."""
    number, album = message.message_id, message.media_group_id
    html, forwarded = _html(message), message.forward_origin is not None
    if message.text is not None:
        return Typed(message.text, number, edited, int(message.date.timestamp()), html, forwarded)
    for what, file in (("photo", _photo(message)), ("voice", _voice(message)), ("document", _document(message))):
        if file is not None:
            return Sent(what, number, file, album, message.caption, None, edited, html, forwarded)
    if message.location is not None:
        point = (message.location.latitude, message.location.longitude)
        return Sent("location", number, point=point, edited=edited)
    return Sent("contact" if message.contact is not None else "other", number, caption=message.caption, edited=edited)


def heard_again(told: Any) -> Typed | Sent:
    """A message that was kept as it came; of Telegram's own, so that it can always be read."""
    message = Message.de_json(told)
    assert message is not None
    return heard_in(message)


async def heard_then(visit: Visit, update_id: int) -> Typed | Sent | None:
    """What this update of the same chat brought; None where it is no more."""
    told = await first_words.told_in(visit, update_id)
    return heard_again(told) if told is not None else None


def with_words(act: Callable[..., Awaitable[object]]) -> Callable[..., Awaitable[None]]:
    """Of a button whose last part is the update that brought some words: what it does gets them in its place, as if
    they were said now. Where they are no more, or it has no use for them (False), the button is an old one."""

    async def press(visit: Visit, *told: Any) -> None:
        heard = await heard_then(visit, told[-1])
        if heard is None or await act(replace(visit, said_in=told[-1]), *told[:-1], heard) is False:
            visit.stale()

    return press


def _html(message: Message) -> str:
    """The text or caption with its formatting; empty where it has none, which is nearly always. Without what only the
    writer's own account can send, and without links to the accounts of people."""
    if not (message.entities or message.caption_entities):
        return ""
    try:
        told = message.text_html if message.text is not None else message.caption_html
    except UnicodeError:  # half a letter, or marks that begin within one
        return ""
    return _PERSON.sub(r"\1", _OWN_TAGS.sub("", told or ""))


def _photo(message: Message) -> FileRef | None:
    if not message.photo:
        return None
    largest = message.photo[-1]
    return FileRef(
        largest.file_id,
        largest.file_unique_id,
        size=largest.file_size or 0,
        mime="image/jpeg",
        width=largest.width,
        height=largest.height,
    )


def _voice(message: Message) -> FileRef | None:
    """A voice note; a forwarded or recorded sound file serves as one."""
    sound = message.voice or message.audio
    if sound is None:
        return None
    seconds = sound.duration
    length = int(seconds.total_seconds() if hasattr(seconds, "total_seconds") else seconds)
    return FileRef(
        sound.file_id, sound.file_unique_id, size=sound.file_size or 0, mime=sound.mime_type or "", seconds=length
    )


def _document(message: Message) -> FileRef | None:
    found = message.document
    if found is None:
        return None
    return FileRef(found.file_id, found.file_unique_id, size=found.file_size or 0, mime=found.mime_type or "")


def pressed_in(query: CallbackQuery) -> Pressed | None:
    """The button of an open form: `f:<draft>:<question>:<value>`."""
    parts = (query.data or "").split(":", 3)
    return Pressed(*parts[1:]) if len(parts) == 4 and parts[0] == "f" else None


def size_of(heard: Typed | Sent) -> int:
    """Bytes of the file that came along, 0 when there is none."""
    return heard.file.size if isinstance(heard, Sent) and heard.file is not None else 0


def data_replied_to(message: Message) -> list[str]:
    """What the buttons carry under the message that this one replies to; nothing where it is no reply."""
    return data_under(message.reply_to_message) if message.reply_to_message is not None else []


def data_under(message: Message) -> list[str]:
    """What the buttons under a message carry."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup is not None else ()
    return [str(button.callback_data) for row in rows for button in row if button.callback_data]
