"""An amount of money, in whole rupiah."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.forms.digits import whole
from bot.core.forms.heard import Heard
from bot.core.forms.questions import Ask, Offer, Reading
from bot.core.forms.say import Words
from bot.core.understanding.answers import Answers, is_unknown, offer_unknown
from bot.core.understanding.money import fits, say_money
from bot.core.understanding.show import show_money
from bot.core.understanding.tongue import tongue_of


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
    rupiah = value.get("rupiah") if isinstance(value, dict) else None
    return type(rupiah) is int and fits(rupiah)


def show(_ask: Ask, value: Any) -> str | Words:
    return Words("pengertian.belum_tahu") if is_unknown(value) else say_money(value["rupiah"])


def _decode(code: str) -> int | None:
    rupiah = whole(code, 14) or 0
    return rupiah if fits(rupiah) else None


_ANSWERS = Answers[int](lambda rupiah: {"rupiah": rupiah}, show_money, str, _decode, "pengertian.contoh_uang")
