"""One of a few options."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import Heard
from bot.core.forms.offers import choose
from bot.core.forms.questions import Ask, Offer, Reading, Took
from bot.core.forms.say import Words


@dataclass(frozen=True, slots=True)
class Params:
    options: tuple[Offer, ...]


def read(ask: Ask, heard: Heard) -> Reading:
    chosen = choose(ask.question.params.options, heard)
    if not isinstance(chosen, tuple):
        return chosen
    return Took({"value": chosen[0].value, "label": chosen[0].label}, guessed=chosen[1])


def offers(ask: Ask) -> Sequence[Offer]:
    options: tuple[Offer, ...] = ask.question.params.options
    return options


def holds(ask: Ask, value: Any) -> bool:
    """An option that was taken out of the form no longer answers it; one that was renamed does."""
    return isinstance(value, dict) and any(o.value == value.get("value") for o in ask.question.params.options)


def show(ask: Ask, value: Any) -> str | Words:
    now = next((o.label for o in ask.question.params.options if o.value == value["value"]), value["label"])
    return str(now)
