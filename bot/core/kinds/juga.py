"""What was said besides, and answers nothing that is asked: kept as it was said, read by whoever reads the rest."""

from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, measure, not_this

FREE = True
REST = True
LONGEST = 4000  # characters
SHOWN = 600  # characters on the review card


def asked(ask: Ask) -> bool:
    """Never of itself: only what was said already may be changed."""
    return ask.mine is not None


def read(_ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Typed):
        return Refused(not_this(heard))
    text = clean(heard.text)
    return measure(text, 2, LONGEST) or Took({"text": text})


def line(_ask: Ask, value: Any) -> str | Words:
    text = str(value["text"])
    return Words("mesin.isi_panjang", {"awal": text[:SHOWN], "panjang": len(text)}) if len(text) > SHOWN else text
