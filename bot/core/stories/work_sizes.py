"""How long what is broken is, where a story tells it of the thing itself: "jalan rusak panjang 300 meter", "pipa 2 km
bocor". How far somebody walks, how deep a hole is and how wide the water stands is no size of it."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bot.core.listening.shapes import Told
from bot.core.spelt import either
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import Tongue

_SIZE, _LONG = "ukuran", "p"
_LEAST = 10  # metres; what is shorter may be the hole
_METRES = {"m": 1, "km": 1000}
_CLAUSE = re.compile(r"[.;\n]+(?!\d)\s*")
_OVER = re.compile(r"\s*(?:$|[.,;!\n])")


def work_size(text: str, tongue: Tongue) -> Mapping[str, Any] | None:
    """The one size of the work, as an answer keeps it; None where it may measure anything else."""
    told = [one for one in told_in(text, tongue) if one.sort == _SIZE]
    if len(told) != 1 or not told[0].sure or not _is_long(told[0].value):
        return None
    start = max((cut.end() for cut in _CLAUSE.finditer(text, 0, told[0].span[0])), default=0)
    value: Mapping[str, Any] = told[0].value
    return value if _is_of_it(text, start, told[0], tongue) else None


def _is_long(value: Mapping[str, Any]) -> bool:
    first, *_ = value["sizes"]
    metres = float(str(first["amount"]).replace(",", ".")) * _METRES.get(first["unit"], 0)
    return metres >= _LEAST and first["side"] in ("", _LONG)


def _is_of_it(text: str, start: int, told: Told, tongue: Tongue) -> bool:
    """In the sentence of the thing: said to be so long, or nothing but what is wrong with it stands beside."""
    before, behind = text[start : told.span[0]], text[told.span[1] :]
    thing, broken, wrong = _patterns(tongue)
    if told.value["sizes"][0]["side"] == _LONG:
        return thing.search(before) is not None
    if wrong.match(behind) is not None:
        last = list(thing.finditer(before))[-1:]
        return bool(last) and not before[last[0].end() :].strip()
    return broken.search(before) is not None and _OVER.match(behind) is not None


@lru_cache(maxsize=8)
def _patterns(tongue: Tongue) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The thing; the thing and what is wrong with it, up to the size; what is wrong behind it."""
    things = either((*tongue.words.sizes.road, *tongue.words.places.works))
    thing, wrong = rf"\b(?:{things})(?:nya)?\b", rf"(?:{either(tongue.words.common.contrasts['rusak'])})"
    about = rf"(?:(?:{either((*tongue.words.common.about, *tongue.words.common.which))})\s+)?"
    return (
        re.compile(rf"{thing}", re.IGNORECASE),
        re.compile(rf"{thing}\s+{about}{wrong}\s+(?:{wrong}\s+)?{about}$", re.IGNORECASE),
        re.compile(rf"\s+{about}{wrong}\b", re.IGNORECASE),
    )
