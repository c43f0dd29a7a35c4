"""A file of the office was read and shown, and waits for a yes or a no."""

from typing import Any

from bot.work.visit import Visit


def answer(visit: Visit, sentence: str, *, done: bool, **values: Any) -> None:
    """What came of it; its buttons go. `done`: it still waited."""
    if not done:
        visit.stale()
        return
    visit.take_buttons_away(visit.turn.message)
    visit.say(sentence, **values)
