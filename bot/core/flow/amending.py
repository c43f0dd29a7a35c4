"""A part of an answer that is corrected: one side of a size, one more of several choices. The rest of it stands."""

from collections.abc import Sequence
from typing import Any

#: In the order in which people say sides without naming them: length, width, height.
_SIDES = ("p", "l", "t")


def amended(old: Any, new: Any, part: str, adds: bool) -> Any:
    """`part`: the name of the part that is meant, empty when it is all; `adds`: the new one comes beside the old. None
    when it cannot be told where it belongs."""
    if part and isinstance(old, dict) and isinstance(new, dict) and "sizes" in old and "sizes" in new:
        return _with_side(old["sizes"], new["sizes"], part)
    if adds and isinstance(old, list) and isinstance(new, list):
        return [*old, *(one for one in new if one not in old)]
    return new


def _with_side(old: Sequence[Any], new: Sequence[Any], side: str) -> Any:
    if len(new) != 1 or side not in _SIDES:
        return {"sizes": list(new)} if len(new) > 1 else None
    at = _place(old, side)
    if at is None:
        return None
    told = {**new[0], **({"side": side} if old[at].get("side") else {})}
    if not old[at].get("side"):
        told.pop("side", None)
    return {"sizes": [*old[:at], told, *old[at + 1 :]]}


def _place(old: Sequence[Any], side: str) -> int | None:
    named = [size.get("side") for size in old]
    if side in named:
        return named.index(side)
    at = _SIDES.index(side)
    return at if not any(named) and 1 < len(old) <= len(_SIDES) and at < len(old) else None
