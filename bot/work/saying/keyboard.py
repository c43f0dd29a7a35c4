"""Rows of buttons under a message, and the grammar of what a button carries: `family:verb:argument…`, 64 bytes at
most. What comes back is never trusted: the access table and the state of things decide."""

from collections.abc import Sequence
from typing import Any

from bot.core.forms.digits import whole

_DIGITS = 19  # of an id; what is larger fits no column
_LARGEST = 2**63

#: Characters of a label that a narrow telephone shows whole.
LABEL = 40

#: (label, data)
Key = tuple[str, str]


def keyboard(*rows: Sequence[Key]) -> dict[str, Any]:
    """An inline keyboard; rows without a button are left out."""
    keys = [[{"text": label, "callback_data": data} for label, data in row] for row in rows if row]
    return {"inline_keyboard": keys}


def press(*parts: object) -> str:
    """The data of a button."""
    return ":".join(map(str, parts))


def in_rows(keys: Sequence[Key], across: int = 2) -> list[Sequence[Key]]:
    return [keys[at : at + across] for at in range(0, len(keys), across)]


def number(told: str) -> int | None:
    """An id, or any other whole number; None for what is none."""
    found = whole(told, _DIGITS)
    return found if found is not None and found < _LARGEST else None
