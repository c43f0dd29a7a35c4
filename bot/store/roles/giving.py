"""Roles that are given."""

from datetime import datetime

from bot.core.records import Grant
from bot.store.database.ids import new_id
from bot.store.turn import Turn


def give(turn: Turn, role: str, scope: str, until: datetime | None) -> None:
    """Whoever speaks holds this role there from now on; their tasks are looked at anew."""
    turn.grants = (*turn.grants, Grant(role, scope))
    row = {"id": new_id(), "person_id": turn.speaker.id, "role": role, "scope": scope}
    turn.put("grant", **row, granted_at=turn.now, until=until, settle_at=turn.now)
