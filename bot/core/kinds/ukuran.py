"""How much or how big: a number with its unit, or the sides of something."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any

from bot.core.forms.digits import is_digits
from bot.core.forms.heard import Heard
from bot.core.forms.questions import Ask, Offer, Reading
from bot.core.forms.say import Words
from bot.core.understanding.answers import Answers, is_unknown, offer_unknown
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.volume import Size, Volume, fits, say_volume, show_volume

_SIDES = frozenset({"", "p", "l", "t", "luas"})
_ASCII = {"m²": "m2", "m³": "m3"}
_FROM_ASCII = {plain: unit for unit, plain in _ASCII.items()}


@dataclass(frozen=True, slots=True)
class Params:
    """`belum_tahu`: label of the button for those who do not know, if they may."""

    belum_tahu: str | None = None


def read(ask: Ask, heard: Heard) -> Reading:
    return _answers(ask).read(
        heard, tongue_of(ask.world.spellings).read_volume, ask.question.params.belum_tahu is not None
    )


def offers(ask: Ask) -> Sequence[Offer]:
    return offer_unknown(ask.question.params.belum_tahu)


def holds(ask: Ask, value: Any) -> bool:
    if is_unknown(value):
        return ask.question.params.belum_tahu is not None
    return _volume(ask, value) is not None


def show(ask: Ask, value: Any) -> str | Words:
    volume = _volume(ask, value)
    return Words("pengertian.belum_tahu") if volume is None else say_volume(volume)


def _keep(volume: Volume) -> dict[str, Any]:
    """Amounts are written as text, exactly: {"sizes": [{"amount": "2.5", "unit": "m", "side": "l"}]}."""
    return {"sizes": [{"amount": _write(s.amount), "unit": s.unit, "side": s.side} for s in volume.sizes]}


def _volume(ask: Ask, value: Any) -> Volume | None:
    """The sizes of a kept value; None when it is not one."""
    told = value.get("sizes") if isinstance(value, dict) else None
    if not (isinstance(told, list) and told and all(isinstance(size, dict) for size in told)):
        return None
    return _made(ask, [(size.get("amount"), size.get("unit"), size.get("side", "")) for size in told])


def _made(ask: Ask, told: Sequence[tuple[Any, Any, Any]]) -> Volume | None:
    units = tongue_of(ask.world.spellings).units
    if not all(_is_amount(amount) and _is_in(unit, units) and _is_in(side, _SIDES) for amount, unit, side in told):
        return None
    volume = Volume(tuple(Size(Fraction(amount), unit, side) for amount, unit, side in told))
    return volume if fits(volume) else None


def _is_amount(text: Any) -> bool:
    return isinstance(text, str) and len(text) < 20 and is_digits(text.replace(".", "", 1))


def _is_in(word: Any, words: frozenset[str]) -> bool:
    return isinstance(word, str) and word in words


def _write(amount: Fraction) -> str:
    whole, part = divmod(int(amount * 1000), 1000)
    return f"{whole}.{part:03}".rstrip("0").rstrip(".")


def _code(volume: Volume) -> str:
    return ",".join(f"{_write(s.amount)}:{_ASCII.get(s.unit, s.unit)}:{s.side}".rstrip(":") for s in volume.sizes)


def _decode(ask: Ask, code: str) -> Volume | None:
    parts = [[*part.split(":"), ""] for part in code.split(",")]
    if any(len(part) not in (3, 4) for part in parts):
        return None
    return _made(ask, [(amount, _FROM_ASCII.get(unit, unit), side) for amount, unit, side, *_ in parts])


def _answers(ask: Ask) -> Answers[Volume]:
    return Answers(_keep, show_volume, _code, partial(_decode, ask), "pengertian.contoh_ukuran")
