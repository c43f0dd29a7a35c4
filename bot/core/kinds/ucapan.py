"""Whatever is typed, also a question: what somebody asks us to hand on, and what somebody says to them."""

from typing import Any

from bot.core.forms.heard import Heard
from bot.core.forms.questions import Ask, Reading
from bot.core.forms.say import Words
from bot.core.kinds import text

#: Not FREE: there a short question is taken for one to us, and here it is the answer.
Params = text.Params


def read(ask: Ask, heard: Heard) -> Reading:
    return text.read(ask, heard)


def holds(ask: Ask, value: Any) -> bool:
    return text.holds(ask, value)


def show(ask: Ask, value: Any) -> str | Words:
    return text.show(ask, value)
