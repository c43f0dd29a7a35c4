"""A question to somebody, typed or spoken: whatever its words, it is the answer here and no question to us."""

from typing import Any

from bot.core.forms.heard import Heard
from bot.core.forms.questions import Ask, Reading
from bot.core.forms.say import Words
from bot.core.kinds import story

TAKES = story.TAKES
#: Not FREE, like `ucapan`: there a short question is taken for one to us.
Params = story.Params


def read(ask: Ask, heard: Heard) -> Reading:
    return story.read(ask, heard)


def holds(ask: Ask, value: Any) -> bool:
    return story.holds(ask, value)


def show(ask: Ask, value: Any) -> str | Words:
    return story.show(ask, value)
