"""What stands behind the verb in a button's data: never trusted, always a number that may be none of ours."""

from collections.abc import Sequence

from bot.work.saying import keyboard


def number(args: Sequence[str], at: int = 0) -> int:
    """0 for anything that is no number."""
    return (keyboard.number(args[at]) if len(args) > at else None) or 0
