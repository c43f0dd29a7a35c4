"""A part of an answer that is corrected: one side of a size, the women alone, one more of several choices. The rest
of it stands."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.forms.questions import Took
from bot.core.understanding.amounts.counts import is_kept, joined, keep, kept

#: In the order in which people say sides without naming them: length, width, height.
_SIDES = ("p", "l", "t")
_PEOPLE = ("male", "female")
_COUNTED = frozenset({"total", "families", "houses", *_PEOPLE})
_SAME_ORDER = 3  # times
_LENGTHS = frozenset({"m", "cm", "km"})
RT_RW = ("rt", "rw")


def amended(old: Any, new: Any, part: str, adds: bool) -> Any:
    """`part`: the name of the part that is meant, empty when it is all; `adds`: the new one comes beside the old. None
    when it cannot be told where it belongs."""
    if isinstance(old, dict) and isinstance(new, dict) and "sizes" in old and "sizes" in new:
        side = _with_side(old["sizes"], new["sizes"], part) if part else _with_nearest(old["sizes"], new["sizes"])
        return new if side is None and not part and len(old["sizes"]) == 1 else side
    if part in _PEOPLE and isinstance(old, dict) and isinstance(new, dict) and not set(_PEOPLE) <= set(new):
        return _with_people(old, new, part)
    if not part and isinstance(old, dict) and isinstance(new, dict) and len(new) == 1 and set(new) <= set(_PEOPLE):
        return _with_people(old, new, next(iter(new)))
    if part in RT_RW:
        return new if new.get("name") == old.get("name") and part in new else None
    counted = _COUNTED & set(new) if isinstance(old, dict) and isinstance(new, dict) else set()
    if adds and len(counted) == 1 and counted <= set(old):
        return _more_of_them(old, new, next(iter(counted)))
    if adds and isinstance(old, list) and isinstance(new, list):
        return [*old, *(one for one in new if one not in old)]
    return _beside_others(old, new) if counted else new


def _beside_others(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """ "Bukan 65 KK tapi 58 KK", of 120 men and 130 women, too: these stay."""
    before, told = _COUNTED & set(old), _COUNTED & set(new)
    told |= {"total", *_PEOPLE} if told & {"total", *_PEOPLE} else set()
    if not before & told or not before - told or not is_kept(old):
        return new
    known = kept(old)
    left = replace(known, limits=tuple(limit for limit in known.limits if limit.field not in told))
    gone: dict[str, Any] = dict.fromkeys(told)
    return joined(keep(replace(left, **gone)), new) or new


def holds(old: Any, told: Took) -> bool:
    """Whether so many of these are among several that were counted: 65 families, of so many men and women, too."""
    counted = _COUNTED & set(told.value) if isinstance(told.value, dict) and isinstance(old, dict) else set()
    return bool(counted) and all(old.get(field) == told.value[field] for field in counted)


def _more_of_them(old: dict[str, Any], new: dict[str, Any], field: str) -> Any:
    """ "Tambah 2 KK lagi", of 8; what is more than there were may be all of them."""
    return {**old, field: old[field] + new[field]} if new[field] < old[field] else None


def counted_as(old: Any, new: Any) -> Any:
    """ "Bukan lebih dari 80, pas 80" of families: so many families, where only people were read. None where both count
    several things, or none."""
    one, other = ((_COUNTED & set(each)) if isinstance(each, dict) else set() for each in (old, new))
    if len(one) != 1 or other != {"total"}:
        return None
    return {**{key: value for key, value in new.items() if key != "total"}, next(iter(one)): new["total"]}


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
        return _rest_of_them(old, new, part) if part in new else None
    whole = {**old, part: new[part]}
    if "total" in old:
        whole["total"] = old["total"] - old[part] + new[part]
    return whole


def _rest_of_them(old: dict[str, Any], new: dict[str, Any], part: str) -> Any:
    """ "Perempuannya 18", of 25 people: the others are men."""
    total, other = old.get("total"), next(one for one in _PEOPLE if one != part)
    if set(new) != {part} or not isinstance(total, int) or other in old or new[part] >= total:
        return new
    return {**old, part: new[part], other: total - new[part]}


def _with_nearest(old: Sequence[Any], new: Sequence[Any]) -> Any:
    """ "Maksudku 450 meter" of 400 m x 3 m: the one side of that order; several or none cannot be told."""
    amount, unit = float(new[0]["amount"]), new[0]["unit"]
    if len(new) > 1 or new[0].get("side") or unit not in {size["unit"] for size in old}:
        return {"sizes": list(new)}
    near = [at for at, size in enumerate(old) if size["unit"] == unit and _are_near(float(size["amount"]), amount)]
    if len(near) != 1:
        return None
    kept = {key: value for key, value in old[near[0]].items() if key == "side"}
    return {"sizes": [*old[: near[0]], {**new[0], **kept}, *old[near[0] + 1 :]]}


def _are_near(one: float, other: float) -> bool:
    return 0 < min(one, other) and max(one, other) <= _SAME_ORDER * min(one, other)


def _with_side(old: Sequence[Any], new: Sequence[Any], side: str) -> Any:
    if len(new) != 1 or side not in _SIDES:
        return {"sizes": list(new)} if len(new) > 1 else None
    at = _place(old, side)
    if at is None:
        return _beside_lengths(old, new[0], side)
    told = {**new[0], **({"side": side} if old[at].get("side") else {})}
    if not old[at].get("side"):
        told.pop("side", None)
    return {"sizes": [*old[:at], told, *old[at + 1 :]]}


def _beside_lengths(old: Sequence[Any], new: Any, side: str) -> Any:
    """ "Lebarnya 3 meter" beside 30 m; "panjangnya 35 meter" in its place. None where no length is known."""
    named = [size.get("side") for size in old]
    if not _LENGTHS.issuperset(size["unit"] for size in (*old, new)) or (len(old) > 1 and not all(named)):
        return None
    if side == "p" and not any(named):
        return {"sizes": [{key: value for key, value in new.items() if key != "side"}]}
    return {"sizes": [*old, {**new, "side": side}]}


def _place(old: Sequence[Any], side: str) -> int | None:
    named = [size.get("side") for size in old]
    if side in named:
        return named.index(side)
    at = _SIDES.index(side)
    return at if not any(named) and 1 < len(old) <= len(_SIDES) and at < len(old) else None


def options_of(value: Any) -> Any:
    """Without how it was called: "balita" of a story is *Balita* of the buttons."""
    return [one.get("value") for one in value] if isinstance(value, list) else value


def counting_the_same(right: str, wrong: str) -> str:
    """ "Bukan 20 KK tapi 30": 30 KK, and no people; empty where the new value has its own unit, or there is none."""
    unit = wrong.lstrip("0123456789., ")
    return f"{right} {unit}" if unit and unit != wrong and not right.lstrip("0123456789., ") else ""
