"""Promising replies to the chat that spoke."""

from collections.abc import Sequence
from typing import Any

from bot.core.forms.say import Say
from bot.store.turn import Turn
from bot.work.office import Office

#: Telegram sends an album in parts; the answer to it waits this long (s) for the last.
ALBUM_WAIT = 1.5
#: Telegram takes 4,096 UTF-16 units: up to half as many characters fit whatever they are, and need no counting.
_SURELY_FITS = 2048


def send(
    turn: Turn,
    text: str,
    markup: dict[str, Any] | None = None,
    *,
    method: str = "sendMessage",
    more: dict[str, Any] | None = None,
    slot: str | None = None,
    delay: float = 0.0,
) -> int:
    """Promise a text to the chat that spoke. Returns the promise's id."""
    params: dict[str, Any] = {"chat_id": turn.lane, "text": text, "parse_mode": "HTML"} | (more or {})
    if markup is not None:
        params["reply_markup"] = markup
    person_id = turn.person.id if turn.person is not None else None
    return turn.send(method, params, chat=turn.lane, person_id=person_id, slot=slot, delay=delay)


def say(turn: Turn, office: Office, sentence: str, markup: dict[str, Any] | None = None, **values: Any) -> int:
    """Promise a sentence of the content; long ones go in parts, the buttons under the last."""
    text = office.catalog.text(sentence, **values)
    *first, last = office.catalog.split(text) if len(text) > _SURELY_FITS else [text]
    for part in first:
        send(turn, part)
    return send(turn, last, markup)


def say_all(turn: Turn, office: Office, says: Sequence[Say], pressed_message: int | None = None) -> None:
    """Promise what a conversation wants said. `pressed_message`: the message whose button was pressed."""
    for one in says:
        if one.toast:
            toast(turn, office.catalog.text(one.toast))
        if one.sentence:
            _say(turn, office, one, pressed_message)


def _say(turn: Turn, office: Office, one: Say, pressed_message: int | None) -> None:
    message = office.catalog.message(one)
    if one.replace and pressed_message is not None:
        edit = {"message_id": pressed_message}
        send(turn, message.text, message.reply_markup, method="editMessageText", more=edit)
        return
    slot = f"album:{turn.lane}:{one.album}" if one.album else None
    send(turn, message.text, message.reply_markup, slot=slot, delay=ALBUM_WAIT if slot else 0.0)


def toast(turn: Turn, text: str) -> None:
    """The short answer to a button press; nothing when no button was pressed."""
    if turn.query_id is not None:
        turn.toasts[:] = [{"callback_query_id": turn.query_id, "text": text[:200]}]


def buttons(*rows: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """An inline keyboard of (label, data)."""
    return {"inline_keyboard": [[{"text": label, "callback_data": data} for label, data in row] for row in rows]}
