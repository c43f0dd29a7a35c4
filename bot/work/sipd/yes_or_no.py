"""A file of the office was read and shown, and waits for a yes or a no."""

from typing import Any

from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit


def answer(visit: Visit, sentence: str, *, done: bool, **values: Any) -> None:
    """What came of it; its buttons go. `done`: it still waited."""
    if not done:
        visit.stale()
        return
    if visit.turn.message is not None:
        visit.call("editMessageReplyMarkup", message_id=visit.turn.message, reply_markup=keyboard())
    visit.say(sentence, **values)
