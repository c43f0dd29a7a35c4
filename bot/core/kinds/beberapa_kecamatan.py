"""One or several kecamatan of this kabupaten: those in which this person may act (`World.scopes`)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.forms.heard import Heard
from bot.core.forms.questions import Ask, Offer, Reading
from bot.core.forms.say import Words
from bot.core.kinds import choice, choices
from bot.core.understanding.where.said import is_near

TOGGLES = True


def offers(ask: Ask) -> Sequence[Offer]:
    places = ask.world.places
    found = (Offer(place.code, place.name, (place.name,)) for place in places.children(places.kabupaten.code))
    return tuple(offer for offer in found if is_near(offer.value, ask.world.scopes))


def _among(ask: Ask) -> Ask:
    """As a choice of several options."""
    return replace(ask, question=replace(ask.question, params=choice.Params(tuple(offers(ask)))))


def read(ask: Ask, heard: Heard) -> Reading:
    return choices.read(_among(ask), heard)


def holds(ask: Ask, value: Any) -> bool:
    return choices.holds(_among(ask), value)


def show(ask: Ask, value: Any) -> str | Words:
    return choices.show(_among(ask), value)
