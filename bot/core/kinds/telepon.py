"""A number to be rung at, as people write it: "0812-3456-7890", "+62 812 3456 7890", "0420 12345"."""

import re
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, not_this

_BETWEEN = re.compile(r"[\s().\-/]+")
_NUMBER = re.compile(r"(?:\+?62|0)([1-9]\d{6,11})")
_GROUP, _FEWEST = 4, 3  # digits that are read together


def read(_ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Typed):
        return Refused(not_this(heard))
    found = _NUMBER.fullmatch(_BETWEEN.sub("", clean(heard.text)))
    return Refused(Words("telepon_bukan")) if found is None else Took({"text": f"0{found[1]}"})


def show(_ask: Ask, value: Any) -> str | Words:
    return spelt(str(value["text"]))


def spelt(number: str) -> str:
    """ "0812-3456-7890", "0420-12345": so it is read aloud and typed."""
    parts = [number[at : at + _GROUP] for at in range(0, len(number), _GROUP)]
    if len(parts) > 1 and len(parts[-1]) < _FEWEST:
        parts[-2:] = [parts[-2] + parts[-1]]
    return "-".join(parts)
