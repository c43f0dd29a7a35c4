"""A say's buttons as Telegram's `reply_markup`, in the JSON of the Bot API."""

from collections.abc import Callable
from typing import Any

from bot.core.forms.say import Button, Rows, Say, Words

Told = Callable[[str | Words], str]
_REQUEST = {
    "location": ("tombol.kirim_lokasi", "request_location"),
    "contact": ("tombol.kirim_kontak", "request_contact"),
}


def markup_of(say: Say, told: Told) -> dict[str, Any] | None:
    """Inline buttons; or, where the phone has to send something, a keyboard whose keys type their own label."""
    if say.keyboard == "remove":
        return {"remove_keyboard": True}
    if say.keyboard:
        return _reply_keyboard(say.keyboard, say.buttons, told)
    if not say.buttons:
        return None
    return {"inline_keyboard": [[_inline(button, told) for button in row] for row in say.buttons]}


def _inline(button: Button, told: Told) -> dict[str, str]:
    if button.url:
        return {"text": told(button.label), "url": button.url}
    return {"text": told(button.label), "callback_data": button.data}


def _reply_keyboard(keyboard: str, rows: Rows, told: Told) -> dict[str, Any]:
    label, request = _REQUEST[keyboard]
    asked: list[list[dict[str, Any]]] = [[{"text": told(Words(label)), request: True}]]
    keys = [[{"text": told(button.label)} for button in row] for row in rows]
    return {"keyboard": asked + keys, "resize_keyboard": True, "one_time_keyboard": True}
