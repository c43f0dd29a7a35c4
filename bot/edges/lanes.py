"""What can be told of a raw update before anybody understands it: its lane, and when it was written."""

from collections.abc import Mapping
from typing import Any


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**52 else None


def _in(value: Any, *path: str) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


#: Where the order key stands, most telling first: the chat, for updates without one the user.
_PATHS = (
    ("chat", "id"),
    ("message", "chat", "id"),
    ("user", "id"),
    ("from", "id"),
    ("voter_chat", "id"),
    ("user_chat_id",),
)


def payload_of(update: Mapping[str, Any]) -> Any:
    """The one field besides update_id."""
    return next((value for name, value in update.items() if name != "update_id"), None)


def lane_of(update: Mapping[str, Any]) -> int:
    """The order key: updates of one lane are answered one after the other. 0 when nothing can be told."""
    payload = payload_of(update)
    for path in _PATHS:
        found = _number(_in(payload, *path))
        if found is not None:
            return found
    return 0


def speaker_of(update: Mapping[str, Any]) -> int | None:
    """The account that speaks: the user, never a chat or an anonymous admin's stand-in."""
    payload = payload_of(update)
    return _number(_in(payload, "from", "id")) or _number(_in(payload, "user", "id"))


def written_at(update: Mapping[str, Any]) -> float | None:
    """Telegram's own time of the message (seconds), where there is one."""
    found = _number(_in(payload_of(update), "date"))
    return None if found is None else float(found)
