"""What was said besides, and answers nothing that is asked: kept as it was said, read by whoever reads the rest."""

from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, measure, not_this

FREE = True
REST = True
#: Voices that answer nothing that is asked, by this name beside the text.
VOICES, MOST_VOICES = "voices", 10
LONGEST = 4000  # characters
SHOWN = 600  # characters on the review card


def asked(ask: Ask) -> bool:
    """Never of itself: only what was said already may be changed."""
    return ask.mine is not None


def read(ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Typed):
        return Refused(not_this(heard))
    text, spoken = clean(heard.text), (ask.mine or {}).get(VOICES)
    return measure(text, 2, LONGEST) or Took({"text": text, **({VOICES: spoken} if spoken else {})})


def show(_ask: Ask, value: Any) -> str | Words:
    if spoken := value.get(VOICES):
        seconds = [voice.get("seconds", 0) for voice in spoken]
        return Words("mesin.isi_suara_juga", {"banyak": len(spoken), "detik": sum(seconds), "teks": value["text"]})
    return str(value["text"])


def line(ask: Ask, value: Any) -> str | Words:
    text = str(value["text"])
    if VOICES in value or len(text) <= SHOWN:
        return show(ask, {**value, "text": text[:SHOWN]})
    return Words("mesin.isi_panjang", {"awal": text[:SHOWN], "panjang": len(text)})
