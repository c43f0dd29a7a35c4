"""A promise on its way, and what became of it. Of a letter whose file was made on the way the names and codes go once
they have arrived."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

#: Calls that may be repeated without anybody noticing: they are never uncertain.
REPEATABLE = ("edit", "delete", "set", "get")


def is_repeatable(method: str) -> bool:
    return method.startswith(REPEATABLE)


@dataclass(frozen=True, slots=True)
class Letter:
    """A claimed row on its way: `tries` counts this one."""

    id: int
    chat: int
    person_id: int | None
    priority: int
    method: str
    params: dict[str, Any]
    tries: int
    created_at: float
    not_after: float | None
    refers_to: int | None = None  # another letter of ours, whose message it changes


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a letter. `outcome` None puts it back until `due_at` (real seconds); `hold` keeps a scope (0 =
    all) silent."""

    letter: Letter
    outcome: str | None
    due_at: float = 0.0
    uncertain: bool = False
    counted: bool = True
    message_id: int | None = None
    result: str | None = None
    error: str | None = None
    params: Mapping[str, Any] | None = None
    method: str | None = None  # it goes out another way
    hold: tuple[int, float] | None = None
    is_unmade: bool = False  # it never left, since its file cannot be made


def spent(params: Mapping[str, Any]) -> str | None:
    """The parameters without what a report was made of, as JSON; None when there was no report."""
    reports = {name for name, value in params.items() if isinstance(value, dict) and "report" in value}
    if not reports:
        return None
    return json.dumps({k: {"report": v["report"]} if k in reports else v for k, v in params.items()})
