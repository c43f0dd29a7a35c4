"""The words of an announcement, as they were typed, or a file with them."""

from dataclasses import dataclass
from html import escape
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import measure, not_this

FREE = True


@dataclass(frozen=True, slots=True)
class Params:
    """Length in characters."""

    longest: int = 3000


def read(ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Typed):
        return Refused(not_this(heard))
    text = heard.text.strip()
    params: Params = ask.question.params
    return measure(text, 1, params.longest) or Took({"html": escape(text, quote=False), "media": None})


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("html"), str)


def show(_ask: Ask, value: Any) -> str | Words:
    return str(value["html"])
