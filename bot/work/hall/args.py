"""What stands behind the verb in a button's data: never trusted, always a number that may be none of ours."""

from collections.abc import Sequence

_DIGITS = 19  # of an id


def number(args: Sequence[str], at: int = 0) -> int:
    """0 for anything that is no number."""
    told = args[at] if len(args) > at else ""
    return int(told) if told.isascii() and told.isdigit() and len(told) <= _DIGITS else 0


def page_of(args: Sequence[str], total: int, size: int, at: int = 0) -> int:
    """A page that there is: lists grow shorter."""
    last = max(-(-total // size) - 1, 0)
    return min(number(args, at), last)
