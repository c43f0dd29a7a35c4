"""Whoever does not hear, or does not speak, asks us to write: "saya tuli, telepon tidak bisa"."""

import re

from bot.core.forms.world import World
from bot.core.forms.writing import key_of

#: By this name a draft keeps that somebody does not hear: nobody tells them to speak.
IN_WRITING = "tertulis"
_WORD, _PARTS = re.compile(r"\w+"), re.compile(r"[.,;!?\n]+(?!\d)")
_MARKS = ".,;\n"
_FEWEST = 2  # one word alone may be an answer ("tuli", where it is asked who feels it)
_LONGEST = 4  # words of a phrase
_ALIKE = ("tidak", "jangan", "telepon", "ditelepon", "menelepon")  # spelt in many ways
_MOST = 20  # words: more tell something


def needs_signs(text: str, world: World) -> bool:
    """ "Juru bahasa isyarat di rapat tidak ada": what somebody needs who wants to come."""
    phrases = world.writing["isyarat"]
    told = f" {' '.join(_WORD.findall(key_of(text)))} " if len(text.split()) <= _MOST else ""
    return any(f" {phrase} " in told for phrase in phrases)


def asks_for_signs(text: str, world: World) -> bool:
    """ "Rapat ada juru bahasa isyarat tidak": asked for a meeting, and no story or wish about those who sign."""
    words = _WORD.findall(key_of(text))
    meets, asks = (world.writing[name] for name in ("rapat", "bertanya"))
    if not needs_signs(text, world) or not meets.intersection(words):
        return False
    no = {"tidak", *world.writing["tidak"]}
    says_none = len(words) > 1 and words[-1] in asks and words[-2] in no  # "… tidak ada"
    return text.rstrip().endswith("?") or (not says_none and bool(asks & {words[0], words[-1]}))


def asks_in_writing(text: str, world: World, fewest: int = _FEWEST) -> bool:
    """Nothing but that, and polite words around it: "anak saya tuli" tells of somebody else. `fewest`: words."""
    phrases, around = (world.writing[name] for name in ("kata", "iringan"))
    if len(text.split()) > _MOST:
        return False
    same = {word: name for name in _ALIKE for word in world.writing[name]}
    words = [same.get(word, word) for word in _WORD.findall(key_of(text)) if word not in world.writing["partikel"]]
    found, at = False, 0
    while at < len(words):
        length = next((n for n in range(_LONGEST, 0, -1) if " ".join(words[at : at + n]) in phrases), 0)
        if not length and words[at] not in around:
            return False
        found, at = found or bool(length), at + (length or 1)
    return found and len(_WORD.findall(key_of(text))) >= fewest


def tells_of_it(text: str, world: World) -> bool:
    """Whether any part of it says so, whatever else is told: "jangan kabari lewat telpon ya hasna, saya tuli"."""
    return beside_it(text, world) != _PARTS.split(text)


def beside_it(text: str, world: World) -> list[str]:
    """What else is told."""
    return [part for part in _PARTS.split(text) if not asks_in_writing(part, world)]


def before_story(text: str, world: World) -> tuple[str, str]:
    """ "Saya tuli, jangan telepon. Mesin jahit minta": that they do not hear, and what they tell; empty where both are
    not told."""
    if asks_in_writing(text, world):
        return "", ""
    said, left = "", text.strip()
    while (mark := next((one for one in left if one in _MARKS), "")) and asks_in_writing(
        left.partition(mark)[0], world
    ):
        front, _, left = (one.strip() for one in left.partition(mark))
        said = f"{said}, {front}" if said else front
    return (said, left) if said and left else ("", "")
