"""What nobody may leave with us: numbers of identity papers in anything that is written, and cards of other people.
Both go before the update is read, and out of the inbox with it."""

from typing import Any

from bot.core.forms.papers import cover
from bot.store.queues import inbox
from bot.store.turn import Turn

#: Where an update carries words of people.
_WORDS = frozenset({"text", "caption", "first_name", "last_name", "title", "file_name", "address", "performer"})
_NOBODYS_CARD = {"phone_number": "", "first_name": ""}


def cover_up(turn: Turn) -> None:
    """From here on nobody sees them; `turn.covered` tells whether the person is to hear why."""
    kept = _covered(turn.raw)
    if kept == turn.raw:
        return
    turn.covered = _said(kept) != _said(turn.raw)
    turn.raw = kept
    inbox.rewrite(turn, kept)


def _covered(told: Any, key: str = "") -> Any:
    if isinstance(told, dict):
        return _NOBODYS_CARD if key == "contact" else {name: _covered(part, name) for name, part in told.items()}
    if isinstance(told, list):
        return [_covered(part, key) for part in told]
    return cover(told) if isinstance(told, str) and key in _WORDS else told


def _said(raw: Any) -> list[Any]:
    """The person's own words of this update."""
    messages = [raw.get(kind) for kind in ("message", "edited_message")] if isinstance(raw, dict) else []
    return [message.get(part) for message in messages if isinstance(message, dict) for part in ("text", "caption")]
