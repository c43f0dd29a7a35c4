"""How big something is, as it is kept and said back."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from bot.core.forms.say import Words
from bot.core.understanding.amounts.bounds import say_amount, sign_amount
from bot.core.understanding.amounts.numerals import Bound
from bot.core.understanding.amounts.show import is_plain

MOST = 10**9


@dataclass(frozen=True, slots=True)
class Size:
    """`side`: p(anjang), l(ebar), t(inggi or thickness), luas, or empty when none was named. `to`: up to how much."""

    amount: Fraction
    unit: str
    side: str = ""
    bound: Bound = ""
    to: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Volume:
    """One size, or the sides of one thing in the order they were told."""

    sizes: tuple[Size, ...]


def say_volume(volume: Volume) -> Words:
    told = [{"angka": say_amount(size.amount, size.bound, size.to), "satuan": size.unit} for size in volume.sizes]
    return Words("pengertian.ukuran", {"ukuran": told})


def show_volume(volume: Volume) -> str:
    """As people write it: "120 m × 3 m"; bounds by signs, for a button."""
    return " × ".join(f"{sign_amount(size.amount, size.bound, size.to)} {size.unit}" for size in volume.sizes)


def fits(volume: Volume) -> bool:
    """More than nothing, and no number too big or too fine to be written down."""
    amounts = [each for size in volume.sizes for each in (size.amount, size.to) if each is not None]
    ordered = all(size.to is None or size.amount < size.to for size in volume.sizes)
    return ordered and all(0 < amount <= MOST and is_plain(amount) for amount in amounts)


def keep(volume: Volume) -> dict[str, Any]:
    """Amounts are written as text, exactly: {"sizes": [{"amount": "2.5", "unit": "m", "side": "l"}]}."""
    return {"sizes": [_kept(size) for size in volume.sizes]}


def _kept(size: Size) -> dict[str, str]:
    to = {} if size.to is None else {"to": write(size.to)}
    return {"amount": write(size.amount), "unit": size.unit, "side": size.side} | _told_of(size) | to


def _told_of(size: Size) -> dict[str, str]:
    return {"bound": size.bound} if size.bound else {}


def write(amount: Fraction) -> str:
    whole, part = divmod(int(amount * 1000), 1000)
    return f"{whole}.{part:03}".rstrip("0").rstrip(".")


def told_on(before: Any, told: dict[str, Any]) -> dict[str, Any]:
    """One side alone of what was told with several: it takes the place of that one, and the others stay. Without a name
    it is the first of its unit.

    >>> road = {"sizes": [{"amount": "200", "unit": "m", "side": ""}, {"amount": "3", "unit": "m", "side": "l"}]}
    >>> [size["amount"] for size in told_on(road, {"sizes": [{"amount": "120", "unit": "m", "side": "p"}]})["sizes"]]
    ['120', '3']
    """
    old, new = ((one or {}).get("sizes") or [] for one in (before, told))
    if len(old) < 2 or len(new) != 1:
        return told
    names = [size.get("side", "") for size in old]
    side = new[0].get("side", "")
    same = [at for at, size in enumerate(old) if size.get("unit") == new[0].get("unit")]
    at = names.index(side) if side and side in names else next((at for at in same if names[at] in ("", "p")), None)
    if at is None or (side and side not in names and side != "p"):
        return told
    return {**told, "sizes": [new[0] if place == at else size for place, size in enumerate(old)]}
