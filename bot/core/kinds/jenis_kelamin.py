"""Woman or man: not asked of somebody whose name tells it, such as "Pak Sulaiman" or "Hj. Salmiah"."""

from collections.abc import Sequence
from typing import Any

from bot.core.forms.heard import Heard
from bot.core.forms.questions import Ask, Offer, Reading
from bot.core.forms.say import Words
from bot.core.hall.guests import guests_of
from bot.core.kinds import choice

Params = choice.Params


def asked(ask: Ask) -> bool:
    """`nama`: the question that tells who it is about."""
    name = ask.values.get("nama")
    told = guests_of(ask.world.spellings.guests).gender_in(str(name["text"])) if isinstance(name, dict) else None
    return told is None or ask.mine is not None


def read(ask: Ask, heard: Heard) -> Reading:
    return choice.read(ask, heard)


def offers(ask: Ask) -> Sequence[Offer]:
    return choice.offers(ask)


def holds(ask: Ask, value: Any) -> bool:
    return choice.holds(ask, value)


def show(ask: Ask, value: Any) -> str | Words:
    return choice.show(ask, value)
