"""Several of a few options: buttons that are switched on and off, or names and numbers with commas between."""

import re
from dataclasses import replace
from typing import Any

from bot.core.forms.heard import Heard, Pressed, Sent, Typed
from bot.core.forms.offers import choose
from bot.core.forms.questions import Ask, Reading, Refused, Toggled, Took, Unsure
from bot.core.forms.say import Words
from bot.core.forms.writing import not_this
from bot.core.kinds import choice
from bot.core.kinds.choice import Params
from bot.core.spelt import either, one_of
from bot.core.understanding.choosing import Chooser, chooser_of, may_be
from bot.core.understanding.contrasts import taken_back
from bot.core.understanding.counted import SURE, SURER, UNLIKELY
from bot.core.understanding.cued import beside_in, of_all_ages
from bot.core.understanding.option_clauses import Named
from bot.core.vocabulary import ChoiceWords

TOGGLES = True
offers = choice.offers
DONE = "~selesai"
NONE = "tidak_ada"  # value of an option that says so
_SORT = "pilihan"  # of the examples
_LIST = 2  # options of a list that name themselves
_BETWEEN = re.compile(r"[,;\n]|\bdan\b")


def read(ask: Ask, heard: Heard) -> Reading:
    """`ask.mine` holds the values switched on so far."""
    if isinstance(heard, Pressed):
        return _press(ask, tuple(ask.mine or ()), heard)
    if isinstance(heard, Sent):
        return Refused(not_this(heard))
    heard = replace(heard, text=of_all_ages(heard.text, ask.world.spellings))
    typed = _type(ask, heard)
    return typed if isinstance(typed, Took) else _in_words(ask, heard.text) or typed


def _in_words(ask: Ask, text: str) -> Took | Unsure | None:
    """Named in running words. "Tambah lansia" leaves what was chosen before."""
    params: Params = ask.question.params
    chooser = chooser_of(params.options, params.doubts, ask.world.spellings.choices)
    if (only := _none_but(text, ask.world.spellings.choices)) and (left := chooser.read(only)).yes and left.sure:
        return _took(ask, left.yes)
    named = _righted(ask, text, chooser) or chooser.read(text)
    listed = named.yes and len(named.yes) + len(named.perhaps) >= _LIST and not named.no
    if named.perhaps and listed and ("," in text or one_of(ask.world.spellings.choices.join).search(text)):
        named = replace(named, yes=(*named.yes, *named.perhaps), sure=True)  # "anak2 sama lansia"
    which = ask.world.spellings.which_count
    plain = not any(taken_back(text, ask.world.spellings.common)) and (named.sure or "?" not in text)
    shares = chooser.counted(text, which, _SORT) if which and plain else {}
    meant = max(shares, key=shares.__getitem__, default=frozenset())
    if meant and shares[meant] >= (SURER if named.yes and named.sure else SURE):
        return replace(_took(ask, tuple(meant), guessed=True), left=text if named.tells else "")
    doubted = shares.get(frozenset(named.yes), 0.0) < UNLIKELY if shares else False
    if doubted or not (named.yes and named.sure):
        return may_be(params.options, replace(named, sure=named.sure and not doubted), text)
    before = ask.values.get(ask.question.key) if named.more else None
    kept = [part["value"] for part in before] if before and holds(ask, before) else []
    taken = _took(ask, _beside((*(ask.mine or ()), *kept, *named.yes)), guessed=True)
    return replace(taken, left=text) if named.tells else taken


def _righted(ask: Ask, text: str, chooser: Chooser) -> Named | None:
    """ "Petani, eh bukan, yang betul anak muda": what is named instead; which of several was wrong is asked."""
    before, told = taken_back(text, ask.world.spellings.common)
    if not told:
        return None
    wrong, named = chooser.read(before), chooser.read(told)
    if not wrong.yes or not named.yes:
        return None
    right = tuple(value for value in named.yes if value not in wrong.yes)
    again = tuple(value for value in wrong.yes if value in named.yes)  # "eh bukan petani, lansia"
    kept = tuple(value for value in wrong.yes if value not in again) if again else ()
    sure = named.sure and (len(wrong.yes) == 1 or bool(again))
    return Named((*kept, *right), again or wrong.yes, sure=sure, tells=named.tells)


def _none_but(text: str, words: ChoiceWords) -> str:
    """ "Tidak ada yang bisa kami sumbang selain tenaga": what stands behind; empty where nothing is left out so."""
    if not any(one in text.lower() for one in words.but_for):
        return ""
    found = re.search(rf"\b(?:{either(words.no)})\b.*\b(?:{either(words.but_for)})\s+", text, re.IGNORECASE)
    return text[found.end() :] if found else ""


def beside(ask: Ask, text: str) -> tuple[Any, str] | None:
    found = beside_in(text, ask.question.params.cues)
    reading = _in_words(ask, found[0]) if found else None
    return (reading.value, found[1]) if found and isinstance(reading, Took) else None


def _press(ask: Ask, on: tuple[str, ...], heard: Pressed) -> Reading:
    if heard.value == DONE:
        return _took(ask, on) if on else Refused(Words("mesin.pilih_dulu"), nothing=True)
    if heard.value not in {offer.value for offer in ask.question.params.options}:
        return Refused(Words("mesin.pilihan_tidak_ada"))
    without = tuple(value for value in on if value != heard.value)
    return Toggled(without if len(without) < len(on) else _beside((*on, heard.value)))


def _beside(on: tuple[str, ...]) -> tuple[str, ...]:
    """ "Tidak ada" stands alone: the later of the two counts."""
    return (NONE,) if on[-1:] == (NONE,) else tuple(value for value in on if value != NONE)


def _type(ask: Ask, heard: Typed) -> Reading:
    """What was ticked before stays: whoever types names one more."""
    chosen, guessed = list(ask.mine or ()), False
    for part in filter(str.strip, _BETWEEN.split(heard.text)):
        one = choose(ask.question.params.options, Typed(part, heard.message))
        if not isinstance(one, tuple):
            return one if isinstance(one, Refused) else Refused(Words("mesin.pilihan_tidak_ada"))
        chosen.append(one[0].value)
        guessed = guessed or one[1]
    return _took(ask, _beside(tuple(chosen)), guessed) if chosen else Refused(Words("mesin.pilih_dulu"), nothing=True)


def _took(ask: Ask, on: tuple[str, ...], guessed: bool = False) -> Took:
    options = ask.question.params.options
    return Took([{"value": o.value, "label": o.label} for o in options if o.value in on], guessed)


def holds(ask: Ask, value: Any) -> bool:
    """Valid while every part of it is still an option of the form."""
    known = {offer.value for offer in ask.question.params.options}
    if not (isinstance(value, list) and value):
        return False
    return all(isinstance(part, dict) and part.get("value") in known for part in value)


def show(ask: Ask, value: Any) -> str | Words:
    now = {offer.value: offer.label for offer in ask.question.params.options}
    return ", ".join(now.get(part["value"], part["label"]) for part in value)
