"""A point on the map, sent by the phone."""

from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import Heard, Sent
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import not_this

TAKES = frozenset({"location"})
KEYBOARD = "location"
STAYS = True  # a location that moves while it is shared is edited every few seconds: the first point counts


@dataclass(frozen=True, slots=True)
class Params:
    pass


def read(_ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Sent):
        return Refused(Words("mesin.butuh_lokasi"))
    if heard.what != "location" or heard.point is None:
        return Refused(not_this(heard))
    return Took({"lat": heard.point[0], "lon": heard.point[1]})


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(axis), int | float) for axis in ("lat", "lon"))


def show(_ask: Ask, _value: Any) -> str | Words:
    return Words("mesin.isi_lokasi")
