"""A few words or sentences, typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, is_bare, key_of, measure, not_this
from bot.core.understanding.rt_rw import UNTOLD
from bot.core.understanding.tongue import tongue_of

FREE = True
_OF_IT = "nya"
_WORD = re.compile(r"[^\W\d_]{2}")  # a bare number or year is near nothing


@dataclass(frozen=True, slots=True)
class Params:
    """Lengths in characters. `completes`: the question for a dusun whose RT and RW may be told here. `reason`: it asks
    why, and a bare yes or no says nothing of that. `deed`: the same where it asks what somebody is to do."""

    shortest: int = 1
    longest: int = 1000
    completes: str | None = None
    reason: bool = False
    deed: bool = False


def read(ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Typed):
        return Refused(not_this(heard))
    params: Params = ask.question.params
    text = _unnamed(ask, clean(heard.text))
    if params.reason and is_bare(text, ask.world):
        return Refused(Words("mesin.belum_alasan"), nothing=True)
    if params.deed and is_bare(text, ask.world):
        return Refused(Words("mesin.belum_diminta"))
    if params.completes and not _WORD.search(text):
        return Refused(Words("pengertian.contoh_patokan"))
    return measure(text, params.shortest, params.longest) or Took({"text": text}, also=_completed(ask, text))


def _unnamed(ask: Ask, text: str) -> str:
    """ "Patokannya dekat masjid tua": where it is, without what it is called."""
    name, _, told = text.partition(" ")
    title = key_of(ask.question.title)
    is_named = bool(title) and ask.question.params.completes and key_of(name) in (title, f"{title}{_OF_IT}")
    told = told.lstrip(" :=,")
    return told if is_named and len(told.split()) > 1 else text


def _completed(ask: Ask, text: str) -> Mapping[str, Any]:
    """ "Behind the school, RT 3": the dusun with it, where no RT was told before."""
    key = ask.question.params.completes
    dusun = ask.values.get(key) if key else None
    if not isinstance(dusun, dict) or "rt" in dusun or "rw" in dusun:
        return {}
    told = tongue_of(ask.world.spellings).tells_rt_rw(text)
    numbers = {name: number for name, number in (("rt", told.rt), ("rw", told.rw)) if number is not None}
    return {key: {**dusun, **numbers}} if key and told != UNTOLD else {}
