"""Whoever points at a letter in a photo ("semua sudah ada di surat itu, baca saja") is told that it is not read
here: the photo stays, and what the letter wants is asked for in short."""

import re

from bot.core.flow.asking import ask
from bot.core.flow.scene import Scene, kind_of
from bot.core.flow.told.besides import story_is_told
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import key_of

_PHOTO, _PLACE = "foto", "wilayah"
_WORD = re.compile(r"\w+")


def points_at_one(text: str, world: World) -> bool:
    """Whether it names a letter, and says nothing but that all stands in it."""
    words = _WORD.findall(key_of(text))
    beside = frozenset().union(*world.photographed.values()) | world.oneself | world.nodding
    return not world.photographed["surat"].isdisjoint(words) and beside.issuperset(words)


def answer(scene: Scene, heard: Typed) -> Step | None:
    """None in a form without photos; and where the story is told, and these words may point at that: whether it can be
    read is answered anywhere."""
    if scene.flow.question(_PHOTO) is None or not points_at_one(heard.text, scene.world):
        return None
    asked, is_told = scene.asked, story_is_told(scene)
    asks = not scene.world.photographed["bisa"].isdisjoint(_WORD.findall(key_of(heard.text)))
    if is_told and not asks and (asked is None or kind_of(asked).story):
        return None
    told = {"foto": _PHOTO in scene.values, "tempat": is_told or (asked is not None and asked.kind == _PLACE)}
    return Step(scene.state, (ask(scene, Words("mesin.surat_difoto", told)),))
