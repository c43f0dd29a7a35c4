"""A point on the map, sent by the phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.heard import Heard, Sent
from bot.core.questions import Ask, Offer, Reading, Refused, Took
from bot.core.say import Keyboard, Words

TAKES = frozenset({"location"})
FREE = False
GATHERS = False
KEYBOARD: Keyboard | None = "location"


@dataclass(frozen=True, slots=True)
class Params:
    pass


def read(ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Sent):
        return Refused(Words("mesin.butuh_lokasi"))
    if heard.what != "location" or heard.point is None:
        return Refused(Words(f"mesin.bukan_{heard.what}"))
    return Took({"lat": heard.point[0], "lon": heard.point[1]})


def offers(ask: Ask) -> Sequence[Offer]:
    return ()


def holds(ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(axis), int | float) for axis in ("lat", "lon"))


def show(ask: Ask, value: Any) -> str | Words:
    return Words("mesin.isi_lokasi")
