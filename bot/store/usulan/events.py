"""What happened to an usulan; only ever added to."""

import json
from typing import Any

from bot.store.database.ids import new_id
from bot.store.turn import Turn


def note(turn: Turn, usulan_id: int, kind: str, **detail: Any) -> None:
    by = turn.person.id if turn.person is not None else None
    told = json.dumps(detail) if detail else None
    turn.put("event", id=new_id(), usulan_id=usulan_id, at=turn.now, by=by, kind=kind, detail=told)
