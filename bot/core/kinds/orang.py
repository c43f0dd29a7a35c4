"""How many people, with men and women apart where somebody knows it; or how many families."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from bot.core.forms.digits import whole
from bot.core.forms.heard import Heard
from bot.core.forms.questions import Ask, Offer, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.understanding.answers import Answers, is_unknown, offer_unknown
from bot.core.understanding.people import MOST, People, say_people
from bot.core.understanding.show import show_number
from bot.core.understanding.tongue import tongue_of

_FIELDS = ("total", "male", "female", "families")


@dataclass(frozen=True, slots=True)
class Params:
    """`hitung`: what a bare number counts. `belum_tahu`: label of the button for those who do not know, if they may."""

    hitung: Literal["orang", "keluarga"] = "orang"
    belum_tahu: str | None = None


def read(ask: Ask, heard: Heard) -> Reading:
    params: Params = ask.question.params
    families = params.hitung == "keluarga"
    understand = partial(tongue_of(ask.world.spellings).read_people, families=families)
    reading = _ANSWERS.read(heard, understand, params.belum_tahu is not None)
    if families and isinstance(reading, Took) and not is_unknown(reading.value) and "families" not in reading.value:
        return Refused(Words("pengertian.keluarga_bukan_orang"))
    return reading


def offers(ask: Ask) -> Sequence[Offer]:
    return offer_unknown(ask.question.params.belum_tahu)


def holds(ask: Ask, value: Any) -> bool:
    params: Params = ask.question.params
    if is_unknown(value):
        return params.belum_tahu is not None
    if not (isinstance(value, dict) and value and set(value) <= set(_FIELDS)):
        return False
    counted = all(type(number) is int and 0 <= number <= 2 * MOST for number in value.values())
    return counted and (params.hitung == "orang" or "families" in value)


def show(_ask: Ask, value: Any) -> str | Words:
    return Words("pengertian.belum_tahu") if is_unknown(value) else say_people(People(**value))


def _keep(people: People) -> dict[str, Any]:
    return {field: getattr(people, field) for field in _FIELDS if getattr(people, field) is not None}


def _label(people: People) -> str:
    split = people.male is not None and people.female is not None
    told = (
        (None if split else people.total, "orang"),
        (people.male, "laki-laki"),
        (people.female, "perempuan"),
        (people.families, "KK"),
    )
    return ", ".join(f"{show_number(number)} {word}" for number, word in told if number is not None)


def _code(people: People) -> str:
    return ".".join("" if getattr(people, field) is None else str(getattr(people, field)) for field in _FIELDS)


def _decode(code: str) -> People | None:
    parts = code.split(".")
    if len(parts) != len(_FIELDS) or not any(parts) or not all(part == "" or _is_count(part) for part in parts):
        return None
    return People(**{field: int(part) for field, part in zip(_FIELDS, parts, strict=True) if part})


def _is_count(part: str) -> bool:
    count = whole(part, 7)
    return count is not None and count <= 2 * MOST


_ANSWERS = Answers(_keep, _label, _code, _decode, "pengertian.contoh_orang")
