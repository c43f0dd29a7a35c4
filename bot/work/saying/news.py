"""News about somebody's own affairs: at once, and without a sound in quiet hours."""

from typing import Any

from bot.core.hours import quiet_until
from bot.store.turn import Turn, outbox_row
from bot.work.office import Office


def tell(
    turn: Turn,
    office: Office,
    address: int,
    person_id: int | None,
    text: str,
    *,
    loud: bool = False,
    more: dict[str, Any] | None = None,
) -> None:
    """Promise a text to somebody else than who speaks. `loud`: wake them, somebody may die. `more`: parameters, such as
    buttons."""
    params: dict[str, Any] = {"chat_id": address, "text": text, "parse_mode": "HTML"} | (more or {})
    if not loud and quiet_until(office.local(turn.now)) is not None:
        params["disable_notification"] = True
    turn.put("reply", **outbox_row("sendMessage", params, chat=address, real=turn.real, person_id=person_id))
