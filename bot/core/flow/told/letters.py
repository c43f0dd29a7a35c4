"""Whoever points at a letter in a photo ("semua sudah ada di surat itu, baca saja") is told that it is not read
here: the photo stays, and what the letter wants is asked for in short."""

import re
from collections.abc import Sequence

from bot.core.flow.asking import ask
from bot.core.flow.scene import Scene, kind_of
from bot.core.flow.told.besides import story_is_told
from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.understanding.declining import has_no_photo

_PHOTO, _PLACE = "foto", "wilayah"
_WORD = re.compile(r"\w+")


def points_at_one(text: str, world: World) -> bool:
    """Whether it names a letter, and says nothing but that all stands in it."""
    words = _WORD.findall(key_of(text))
    beside = frozenset().union(*world.photographed.values()) | world.oneself | world.nodding
    return not world.photographed["surat"].isdisjoint(words) and beside.issuperset(words)


def without_file(spoken: Sequence[Heard], world: World) -> tuple[list[Heard], bool]:
    """Whether a file is among it, which is not taken; and what is told beside it. "Proposal kelompok tani, tlg
    diproses", "tidak bisa foto, banyak halamannya 12" are no story."""
    has_file = any(map(_is_file, spoken))
    return [one for one in spoken if not (has_file and _is_of_file(one, world))], has_file


def _is_file(one: Heard) -> bool:
    return isinstance(one, Sent) and one.what == "document"


def _is_of_file(one: Heard, world: World) -> bool:
    text = words_of(one)
    if _is_file(one) and not text:
        return False  # a picture that was sent as a file
    is_said = _is_file(one) or isinstance(one, Typed)
    return is_said and (points_at_one(text, world) or has_no_photo(text, world))


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
