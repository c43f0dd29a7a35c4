"""An amount of money, in whole rupiah: about, more or less than so much, or from one to another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import Heard
from bot.core.forms.questions import Ask, Offer, Reading
from bot.core.forms.say import Words
from bot.core.understanding.amounts.bounds import BOUNDS
from bot.core.understanding.amounts.money import Rupiah, fits, say_money, sign_money
from bot.core.understanding.amounts.numerals import Bound
from bot.core.understanding.answers import Answers, is_unknown, offer_unknown
from bot.core.understanding.tongue import tongue_of

_LETTERS: dict[str, str] = {"": "", "kira": "k", "lebih": "l", "kurang": "r"}
_BOUNDS: dict[str, Bound] = {"": "", "k": "kira", "l": "lebih", "r": "kurang"}
_CODE = re.compile(r"([0-9]{1,14})([klr]?)(?:-([0-9]{1,14}))?")


@dataclass(frozen=True, slots=True)
class Params:
    """`belum_tahu`: label of the button for those who do not know, if they may."""

    belum_tahu: str | None = None


def read(ask: Ask, heard: Heard) -> Reading:
    return _ANSWERS.read(heard, tongue_of(ask.world.spellings).read_money, ask.question.params.belum_tahu is not None)


def offers(ask: Ask) -> Sequence[Offer]:
    return offer_unknown(ask.question.params.belum_tahu)


def holds(ask: Ask, value: Any) -> bool:
    if is_unknown(value):
        return ask.question.params.belum_tahu is not None
    return isinstance(value, dict) and _is_sum(value.get("rupiah"), value.get("bound", ""), value.get("to"))


def _is_sum(rupiah: Any, bound: Any, to: Any) -> bool:
    bounded = bound in ("", *BOUNDS)
    ends = [rupiah] if to is None else [rupiah, to]
    return bounded and all(type(each) is int and fits(each) for each in ends) and (to is None or rupiah < to)


def show(_ask: Ask, value: Any) -> str | Words:
    return Words("pengertian.belum_tahu") if is_unknown(value) else say_money(_kept(value))


def _keep(told: Rupiah) -> dict[str, Any]:
    """What was told exactly is kept as it always was: {"rupiah": 1500000}."""
    bound = {"bound": told.bound} if told.bound else {}
    return {"rupiah": told.amount} | bound | ({} if told.to is None else {"to": told.to})


def _kept(value: dict[str, Any]) -> Rupiah:
    return Rupiah(value["rupiah"], value.get("bound", ""), value.get("to"))


def _code(told: Rupiah) -> str:
    """As "10000000k-15000000": the bound behind the number, then the end of the range."""
    to = "" if told.to is None else f"-{told.to}"
    return f"{told.amount}{_LETTERS[told.bound]}{to}"


def _decode(code: str) -> Rupiah | None:
    found = _CODE.fullmatch(code)
    if found is None:
        return None
    told = Rupiah(int(found[1]), _BOUNDS[found[2]], int(found[3]) if found[3] else None)
    return told if _is_sum(told.amount, told.bound, told.to) else None


_ANSWERS = Answers[Rupiah](_keep, sign_money, _code, _decode, "pengertian.contoh_uang")
