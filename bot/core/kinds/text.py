"""A few words or sentences, typed."""

from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, measure, not_this

FREE = True


@dataclass(frozen=True, slots=True)
class Params:
    """Lengths in characters."""

    shortest: int = 1
    longest: int = 1000


def read(ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Typed):
        return Refused(not_this(heard))
    text = clean(heard.text)
    params: Params = ask.question.params
    return measure(text, params.shortest, params.longest) or Took({"text": text})


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("text"), str)


def show(_ask: Ask, value: Any) -> str | Words:
    return str(value["text"])
