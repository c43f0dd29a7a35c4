"""A part of an answer that is corrected: one side of a size, the women alone, one more of several choices. The rest
of it stands."""

from collections.abc import Sequence
from typing import Any

#: In the order in which people say sides without naming them: length, width, height.
_SIDES = ("p", "l", "t")
_PEOPLE = ("male", "female")
RT_RW = ("rt", "rw")


def amended(old: Any, new: Any, part: str, adds: bool) -> Any:
    """`part`: the name of the part that is meant, empty when it is all; `adds`: the new one comes beside the old. None
    when it cannot be told where it belongs."""
    if part and isinstance(old, dict) and isinstance(new, dict) and "sizes" in old and "sizes" in new:
        return _with_side(old["sizes"], new["sizes"], part)
    if part in _PEOPLE and isinstance(old, dict) and isinstance(new, dict) and not set(_PEOPLE) <= set(new):
        return _with_people(old, new, part)
    if part in RT_RW:
        return new if new.get("name") == old.get("name") and part in new else None
    if adds and isinstance(old, list) and isinstance(new, list):
        return [*old, *(one for one in new if one not in old)]
    return new


def unit_of(old: Any, part: str) -> str:
    """The unit of the size, or of the side of it that is meant: "panjangnya 250" is in metres as before."""
    sizes = old.get("sizes") if isinstance(old, dict) else None
    if not sizes:
        return ""
    at = (_place(sizes, part) if part in _SIDES else 0 if len(sizes) == 1 else None) if part else 0
    return "" if at is None else str(sizes[at].get("unit", ""))


def is_amount(old: Any, amount: str) -> bool:
    """Whether a bare number is that of the size, or of one of its sides."""
    sizes = old.get("sizes") if isinstance(old, dict) else None
    return any(amount == size.get("amount") for size in sizes or ())


def _with_people(old: dict[str, Any], new: dict[str, Any], part: str) -> Any:
    """Women or men alone; the whole follows where it was their sum."""
    if part not in old or part not in new:
        return new if part in new else None
    whole = {**old, part: new[part]}
    if "total" in old:
        whole["total"] = old["total"] - old[part] + new[part]
    return whole


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
