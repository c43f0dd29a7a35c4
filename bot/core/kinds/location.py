"""A point on the map, sent by the phone. Words that tell where it is are kept where such words belong."""

from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, not_this
from bot.core.stories.scan import scan

TAKES = frozenset({"location"})
KEYBOARD = "location"
_FEW = 8  # words that say no more than where somebody is
STAYS = True  # a location that moves while it is shared is edited every few seconds: the first point counts


@dataclass(frozen=True, slots=True)
class Params:
    """`words_to`: the question that takes words instead of a point."""

    words_to: str | None = None


def read(ask: Ask, heard: Heard) -> Reading:
    if isinstance(heard, Typed) and ask.question.params.words_to and _says_where(ask, heard.text):
        return Took(None, also={ask.question.params.words_to: {"text": clean(heard.text)}})
    if isinstance(heard, Typed) and claims(ask, heard.text):
        return Refused(Words("mesin.butuh_lokasi"), nothing=True)
    if not isinstance(heard, Sent):
        return Refused(Words("mesin.butuh_lokasi"))
    if heard.what != "location" or heard.point is None:
        return Refused(not_this(heard))
    return Took({"lat": heard.point[0], "lon": heard.point[1]})


def claims(ask: Ask, text: str) -> bool:
    """ "Tidak bisa, saya di rumah ini": there is no point to send, and the question is passed over."""
    told, words = f" {' '.join(scan(text).words)} ", text.split()
    return len(words) <= _FEW and not _says_where(ask, text) and any(f" {one} " in told for one in ask.world.not_there)


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(axis), int | float) for axis in ("lat", "lon"))


def show(_ask: Ask, _value: Any) -> str | Words:
    return Words("mesin.isi_lokasi")


def _says_where(ask: Ask, text: str) -> bool:
    """ "Di belakang pustu", "depan rumah pak kadus": it begins with where, or names what it is near; "sebelah sana"
    names nothing."""
    words = ask.world.spellings.stories
    stems = {*words.where, *words.near}
    bare = (word.removesuffix("nya") if word.removesuffix("nya") in stems else word for word in scan(text).words)
    told = f" {' '.join(bare)} "  # "dekatnya SD"
    begun = next((word for word in words.where if told.startswith(f" {word} ")), "")
    near = next((word for word in words.near if f" {word} " in told), "")
    behind = told.partition(f" {begun or near} ")[2].split()
    return bool(begun or near) and not set(behind) <= set(words.no_landmark)
