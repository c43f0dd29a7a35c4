"""One word is to stand in the place of another that was told: "ganti lapuk jadi ambruk"; or what is reckoned."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from bot.core.flow.correcting import mistaken, wrong_words
from bot.core.flow.correcting.numbers import reckoned
from bot.core.flow.scene import Scene
from bot.core.forms.world import Sorts
from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.understanding.where.hamlets import is_complaint

_FEW = r"[^\W\d_]+(?:\s+[^\W\d_]+){0,2}?"
_SLIP = 0.7  # so much of the letters is the same


def in_our_words(scene: Scene, text: str) -> str:
    """The same as a correction in our own words, of words that stand there. Where a wish is asked for "ganti kayu jadi
    beton" is one: only "ganti kata …", a slip, and what nobody hopes for is none."""
    words, put = scene.world.exchanging, mistaken.in_our_words(scene, text)
    put = put if put != text else reckoned.in_our_words(scene, text)
    if put != text:
        return put
    if not words or words["ganti"].isdisjoint(key_of(text).split()):
        return text
    found = next(filter(None, (one.search(text) for one in _exchanges(words))), None)
    told = [str(scene.values[key]["text"]) for key in wrong_words.in_own_words(scene)] if found else []
    if found is None or not any(wrong_words.at(found["old"]).search(one) for one in told):
        return text
    if _hopes(scene) and not found["word"] and not _is_no_hope(scene, found["old"], found["new"]):
        return text
    return f"{next(iter(words['menyangkal']))} {found['old']} {next(iter(words['tetapi']))} {found['new']}"


def _exchanges(words: Sorts) -> Iterator[re.Pattern[str]]:
    """ "Ganti (kata) lapuk jadi ambruk"; "kata lapuk diganti jadi ambruk"."""
    deed, into, as_word = (either(words[sort]) for sort in ("ganti", "jadi", "kata"))
    end = rf"[\s,]*(?:(?:{either(words['iringan'])})\b[\s,]*)*\W*$"
    new = rf"\s+(?:{into})\s+(?P<new>{_FEW}){end}"
    yield re.compile(rf"\b(?:{deed})\s+(?P<word>(?:{as_word})\s+)?(?P<old>{_FEW}){new}", re.IGNORECASE)
    yield re.compile(rf"\b(?P<word>(?:{as_word}))\s+(?P<old>{_FEW})\s+(?:{deed}){new}", re.IGNORECASE)


def _hopes(scene: Scene) -> bool:
    return bool(scene.asked is not None and getattr(scene.asked.params, "wish", False))


def _is_no_hope(scene: Scene, old: str, new: str) -> bool:
    is_slip = SequenceMatcher(None, old.lower(), new.lower()).ratio() >= _SLIP and len(old.split()) == 1
    return is_slip or any(is_complaint(word, scene.world) for word in key_of(new).split())
