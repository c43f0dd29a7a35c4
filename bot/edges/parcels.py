"""Files that go along with a letter: made just before it leaves, in a thread, and kept nowhere."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.reports import Made, make


class CannotMake(Exception):
    """The report does not exist or cannot be made of what the letter says; trying again would not help."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes to Telegram: parameters, and files by the name of their parameter."""

    params: dict[str, Any]
    files: dict[str, Made]


def _is_report(value: Any) -> bool:
    return isinstance(value, dict) and "report" in value


async def pack(params: dict[str, Any]) -> Parcel:
    """Make what the letter carries as `{"report": name, "args": {...}}`. Raises CannotMake."""
    wanted = {name: value for name, value in params.items() if _is_report(value)}
    if not wanted:
        return Parcel(params, {})
    files = {name: await _make(value) for name, value in wanted.items()}
    return Parcel({name: value for name, value in params.items() if name not in files}, files)


async def _make(told: Mapping[str, Any]) -> Made:
    try:
        return await asyncio.to_thread(make, str(told["report"]), told.get("args") or {})
    except Exception as error:
        raise CannotMake(f"{told['report']}: {error!r}"[:300]) from error
