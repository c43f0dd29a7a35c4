"""One of a few options."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.forms.agreeing import agreed_to
from bot.core.forms.digits import whole
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.offers import choose
from bot.core.forms.questions import Ask, Offer, Reading, Refused, Took, Unsure
from bot.core.forms.say import Words
from bot.core.kinds.number import number_in
from bot.core.spelt import one_of
from bot.core.understanding.choosing import Chooser, chooser_of, may_be, offered
from bot.core.understanding.counted import SURE, SURER, UNLIKELY
from bot.core.understanding.cued import beside_in
from bot.core.understanding.tongue import tongue_of

_SORT = "urusan"  # of the examples
_YES, _FIGURE = "ya", re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Params:
    """`cues`: words that begin this answer at another question; `doubts`: beside them it is asked about."""

    options: tuple[Offer, ...]
    cues: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def read(ask: Ask, heard: Heard) -> Reading:
    if isinstance(heard, Typed) and (counted := _counted(ask, heard.text)):
        return counted
    chosen = choose(ask.question.params.options, heard)
    if isinstance(chosen, tuple):
        return Took({"value": chosen[0].value, "label": chosen[0].label}, guessed=chosen[1])
    if isinstance(heard, Typed) and (yes := agreed_to(ask.question.params.options, heard.text, ask.world)):
        return Took({"value": yes.value, "label": yes.label})
    read = (_picked(ask, heard.text) or _in_words(ask, heard.text)) if isinstance(heard, Typed) else None
    return read or (Refused(Words("mesin.hanya_ditekan")) if _is_pressed(ask) else chosen)


def _is_pressed(ask: Ask) -> bool:
    """Whether its yes is one in no other words: a consent."""
    options: Sequence[Offer] = ask.question.params.options
    return any(option.value == _YES and not option.words for option in options)


def _counted(ask: Ask, text: str) -> Took | None:
    """ "Umur 61" where the options are ages; "15 rumah" counts something else. The bound by itself is no age yet:
    "belum 18" is told by its words."""
    options: Sequence[Offer] = ask.question.params.options
    spans = {option: option.numbers for option in options if option.numbers}
    counted = text[first.start() :] if spans and (first := _FIGURE.search(text)) else text  # "bak air 15 rumah"
    number = number_in(text) if spans and not tongue_of(ask.world.spellings).perhaps_volume(counted) else None
    if number is None or whole(text.strip(" .)")) in range(1, len(options) + 1):
        return None
    if number in (first for first, _ in spans.values()) and isinstance(named := _in_words(ask, text), Took):
        return named
    one = next((option for option, (first, last) in spans.items() if first <= number <= last), None)
    return Took({"value": one.value, "label": one.label}, guessed=True) if one else None


def _picked(ask: Ask, text: str) -> Took | None:
    """ "Pilihkan yang gambar jalannya", "tidak kutahu nomornya, pokoknya sekolah": pressed with words."""
    ends = [found.end() for found in one_of(ask.world.spellings.choices.picking).finditer(text)]
    named = _chooser(ask).read(text[ends[-1] :]) if ends else None
    if named is None or len(named.yes) != 1 or named.no or not named.sure or named.tells:
        return None
    (one,) = offered(ask.question.params.options, named.yes)
    return Took({"value": one.value, "label": one.label})


def _in_words(ask: Ask, text: str) -> Took | Unsure | None:
    """Named in running words; of several that are named it is asked which."""
    named, which = _chooser(ask).read(text), ask.world.spellings.which_count
    chosen: tuple[str, ...] = named.yes if len(named.yes) == 1 and named.sure else (_chooser(ask).head(text),)
    shares = _chooser(ask).counted(text, which, _SORT) if which is not None and "?" not in text else {}
    sure = SURE if chosen == ("",) else SURER
    if (meant := max(shares, key=shares.__getitem__, default=None)) and len(meant) == 1 and shares[meant] >= sure:
        chosen = tuple(meant)
    elif shares and shares.get(frozenset(chosen), 0.0) < UNLIKELY:
        chosen = ("",)
    if chosen != ("",):
        (one,) = offered(ask.question.params.options, chosen)
        left = text if named.tells else ""
        return Took({"value": one.value, "label": one.label}, guessed=True, left=left)
    return may_be(ask.question.params.options, named, text)


def _chooser(ask: Ask) -> Chooser:
    params: Params = ask.question.params
    return chooser_of(params.options, params.doubts, ask.world.spellings.choices)


def beside(ask: Ask, text: str) -> tuple[Any, str] | None:
    found = beside_in(text, ask.question.params.cues)
    reading = _in_words(ask, found[0]) if found else None
    return (reading.value, found[1]) if found and isinstance(reading, Took) else None


def offers(ask: Ask) -> Sequence[Offer]:
    options: tuple[Offer, ...] = ask.question.params.options
    return options


def holds(ask: Ask, value: Any) -> bool:
    """An option that was taken out of the form no longer answers it; one that was renamed does."""
    return isinstance(value, dict) and any(o.value == value.get("value") for o in ask.question.params.options)


def show(ask: Ask, value: Any) -> str | Words:
    now = next((o.label for o in ask.question.params.options if o.value == value["value"]), value["label"])
    return str(now)
