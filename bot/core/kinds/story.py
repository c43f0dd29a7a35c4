"""Something told in one's own words, typed or spoken; a voice message may carry a few written words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.forms.heard import Heard, Pressed, Sent, Typed
from bot.core.forms.questions import Ask, Offer, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, in_short, measure, not_this
from bot.core.understanding.in_writing import IN_WRITING
from bot.core.understanding.wished import wish_in

TAKES = frozenset({"voice"})
FREE = True
STORY = True
TELLS = frozenset({IN_WRITING})
SHOWN = 600  # characters on the review card, which has to fit into one message; the whole text is kept
_STORY = "cerita"  # the question that is asked before a wish and a reason
_AS_TOLD, _LABEL = "cerita", 40  # data of a button; characters
HEAVIEST = 20 * 1024 * 1024  # bytes a bot can fetch from Telegram


@dataclass(frozen=True, slots=True)
class Params:
    """Lengths in characters, seconds for a voice. `wish`: it asks what is to be done."""

    shortest: int = 15
    longest: int = 3500
    longest_voice: int = 600
    shortest_voice: int = 0
    wish: bool = False


def told(ask: Ask) -> dict[str, Any]:
    """Whether they are told to write, and not to speak."""
    return {IN_WRITING: bool(ask.about.get(IN_WRITING))}


def offers(ask: Ask) -> Sequence[Offer]:
    """What the story tells of it already."""
    wish = _told_before(ask)
    return (Offer(_AS_TOLD, in_short(wish, _LABEL)),) if wish else ()


def _told_before(ask: Ask) -> str:
    story = ask.values.get(_STORY) if ask.question.params.wish else None
    return wish_in(str(story.get("text", "")), ask.world) if isinstance(story, dict) else ""


def read(ask: Ask, heard: Heard) -> Reading:
    params: Params = ask.question.params
    if isinstance(heard, Pressed) and heard.value == _AS_TOLD and (wish := _told_before(ask)):
        return Took({"text": wish})
    if isinstance(heard, Typed):
        text = clean(heard.text)
        if (params.wish or _STORY in ask.values) and _is_only_number(ask, text):  # "45" may answer whoever asked
            return Refused(Words("mesin.harapan_angka" if params.wish else "mesin.cerita_angka"))
        return measure(text, params.shortest, params.longest) or Took({"text": text})
    if isinstance(heard, Sent) and heard.what == "voice" and heard.file:
        return _read_voice(params, heard)
    return Refused(not_this(heard))


def _is_only_number(ask: Ask, text: str) -> bool:
    """ "2021", "thn 2021", "2004 → 2019": nothing is hoped for by it, and nothing told."""
    words = re.findall(r"\w+", text.lower())
    return any(map(str.isdecimal, words)) and all(
        one.isdecimal() or one in ask.world.spellings.days.year for one in words
    )


def _read_voice(params: Params, heard: Sent) -> Reading:
    assert heard.file is not None
    if heard.file.seconds > params.longest_voice:
        return Refused(Words("mesin.suara_terlalu_lama", {"menit": params.longest_voice // 60}))
    if 0 < heard.file.seconds < params.shortest_voice:  # 0: the messenger did not tell
        return Refused(Words("mesin.suara_terlalu_singkat", {"detik": heard.file.seconds}))
    if heard.file.size > HEAVIEST:
        return Refused(Words("mesin.berkas_terlalu_besar"))
    words = clean(heard.caption or "")
    return Took({"voice": heard.file.to_json(), **({"text": words} if words else {})})


def holds(_ask: Ask, value: Any) -> bool:
    return isinstance(value, dict) and (isinstance(value.get("text"), str) or isinstance(value.get("voice"), dict))


def show(_ask: Ask, value: Any) -> str | Words:
    """All of it: whoever reads, and whoever takes their own data along, gets every word."""
    text = value.get("text", "")
    if voice := value.get("voice"):
        return Words("mesin.isi_suara", {"detik": voice.get("seconds", 0), "teks": text})
    return str(text)


def line(ask: Ask, value: Any) -> str | Words:
    """A part of it, where it has to share one message with all other answers."""
    text = value.get("text", "")
    if "voice" in value:
        return show(ask, {**value, "text": text[:SHOWN]})
    if len(text) > SHOWN:
        return Words("mesin.isi_panjang", {"awal": text[:SHOWN], "panjang": len(text)})
    return str(text)
