"""A whole number, in figures or in words: "23", "kira-kira 1.250 orang", "dua puluh tiga"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, not_this

_FIGURES = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)|(?<![\d.,])\d{1,9}(?![\d.,]*\d)", re.ASCII)
_BELOW_TEN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_ONES = {word: n for n, word in enumerate((*_BELOW_TEN, "sepuluh", "sebelas"))}
_TIMES = {"belas": 1, "puluh": 10, "ratus": 100, "ribu": 1000}
_ONE_OF = {"seratus": 100, "seribu": 1000}


@dataclass(frozen=True, slots=True)
class Params:
    least: int = 0
    most: int = 1_000_000


def read(ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Typed):
        return Refused(not_this(heard))
    number = number_in(clean(heard.text))
    if number is None:
        return Refused(Words("mesin.butuh_angka"))
    params: Params = ask.question.params
    if not params.least <= number <= params.most:
        return Refused(Words("mesin.angka_di_luar", {"paling_kecil": params.least, "paling_besar": params.most}))
    return Took(number)


def number_in(text: str) -> int | None:
    """The one number in the text; None when there is none, or several to choose from."""
    figures = _FIGURES.findall(text)
    if len(figures) == 1:
        return int(figures[0].replace(".", ""))
    return None if figures else _in_words(text.lower().split())


def _in_words(words: Sequence[str]) -> int | None:
    total, part, seen = 0, 0, False
    for word in words:
        if word in _ONES:
            part, seen = part + _ONES[word], True
        elif word in _ONE_OF:
            total, seen = total + _ONE_OF[word], True
        elif word == "belas":
            part += 10
        elif word in _TIMES and (part or total):
            total, part = (total + part) * 1000 if word == "ribu" else total + part * _TIMES[word], 0
    return total + part if seen else None


def holds(ask: Ask, value: Any) -> bool:
    params: Params = ask.question.params
    return type(value) is int and params.least <= value <= params.most


def show(_ask: Ask, value: Any) -> str | Words:
    return f"{value:,}".replace(",", ".")
