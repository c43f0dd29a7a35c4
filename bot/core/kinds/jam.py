"""An hour of a day that is told elsewhere: "jam 9 pagi", "13.30"."""

from datetime import date, time
from typing import Any

from bot.core.forms.digits import is_digits
from bot.core.forms.heard import Heard, Pressed, Sent
from bot.core.forms.questions import Ask, Offer, Reading, Refused, Took, Unsure
from bot.core.forms.say import Words
from bot.core.forms.writing import not_this
from bot.core.understanding import results
from bot.core.understanding.tongue import tongue_of

_ANY_DAY = date(2000, 1, 2)  # where nobody told which day it is: only the hour counts


def read(ask: Ask, heard: Heard) -> Reading:
    if isinstance(heard, Sent):
        return Refused(not_this(heard))
    if isinstance(heard, Pressed):
        hour = _pressed(heard.value)
        return _took(hour) if hour is not None else Refused(Words("mesin.pilihan_tidak_ada"))
    bare = heard.text.strip(" .").lower()
    text = f"jam {bare}" if is_digits(bare) else heard.text
    world = ask.world
    found = tongue_of(world.spellings).read_when(text, world.today or _ANY_DAY, world.zone)
    if isinstance(found, results.Unsure) and found.options:
        hours = [one.value.at for one in found.options if one.value.at is not None]
        return Unsure(found.why, tuple(Offer(at.strftime("%H%M"), at.strftime("%H.%M")) for at in hours))
    return _took(found.value.at if isinstance(found, results.Understood) else None)


def _pressed(value: str) -> time | None:
    is_hour = len(value) == 4 and is_digits(value) and value < "2400" and value[2:] < "60"
    return time(int(value[:2]), int(value[2:])) if is_hour else None


def _took(hour: time | None) -> Reading:
    return Took({"at": hour.strftime("%H.%M")}, guessed=True) if hour else Refused(Words("mesin.contoh_jam"))


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("at"), str)


def show(_ask: Ask, value: Any) -> str | Words:
    """The figures alone: the words around them say whose clock it is."""
    return str(value["at"])
