"""Rows of buttons under a message."""

from collections.abc import Sequence
from typing import Any


def buttons(*rows: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """An inline keyboard of (label, data)."""
    return {"inline_keyboard": [[{"text": label, "callback_data": data} for label, data in row] for row in rows]}
