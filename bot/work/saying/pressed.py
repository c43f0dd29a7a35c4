"""The message whose button was pressed: what else stands under it tells which screen it is."""

from typing import Any

from bot.store.turn import Turn


def keys_under(turn: Turn) -> frozenset[str]:
    """What the buttons of that message carry; nothing where none was pressed."""
    message = _part(_part(turn.raw, "callback_query"), "message")
    rows = _part(_part(message, "reply_markup"), "inline_keyboard")
    keys = [key for row in rows if isinstance(row, list) for key in row] if isinstance(rows, list) else []
    return frozenset(str(key["callback_data"]) for key in keys if isinstance(key, dict) and "callback_data" in key)


def _part(told: Any, name: str) -> Any:
    return told.get(name) if isinstance(told, dict) else None
