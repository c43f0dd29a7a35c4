"""Rows of buttons under a message, and the grammar of what a button carries: `family:verb:argument…`, 64 bytes at
most. What comes back is never trusted: the access table and the state of things decide."""

from collections.abc import Sequence
from typing import Any

from bot.core.forms.digits import whole
from bot.store.turn import Turn

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


def keys_under(turn: Turn) -> frozenset[str]:
    """What the buttons of that message carry; nothing where none was pressed."""
    message = _part(_part(turn.raw, "callback_query"), "message")
    rows = _part(_part(message, "reply_markup"), "inline_keyboard")
    keys = [key for row in rows if isinstance(row, list) for key in row] if isinstance(rows, list) else []
    return frozenset(str(key["callback_data"]) for key in keys if isinstance(key, dict) and "callback_data" in key)


def _part(told: Any, name: str) -> Any:
    return told.get(name) if isinstance(told, dict) else None
