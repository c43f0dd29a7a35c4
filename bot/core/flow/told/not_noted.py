"""Whoever wonders that a number of theirs was not noted tells it: "balitanya 45 kenapa tidak ditulis". What somebody
forgot to say begins so: "lupa kubilang, yang miskin 4 KK". The rest is what they say."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.flow.scene import Scene, kind_of
from bot.core.flow.told.apologized import said_plainly
from bot.core.flow.told.said_twice import said_once
from bot.core.forms.heard import Typed
from bot.core.forms.world import World
from bot.core.spelt import either

_LONGEST = 12  # words
_FIGURE = re.compile(r"\d")
_FORGOTTEN = "lupa", "menyebut", "menyusul", "pengisi"


def told_in(scene: Scene, heard: Typed) -> Typed:
    """The same with what they tell alone; as it is where they wonder about nothing of the sort, and forgot nothing."""
    if scene.asked is None or not kind_of(scene.asked).verbatim:
        heard = replace(heard, text=said_plainly(heard.text, scene.world))
    heard = _without_forgetting(scene, _without_wondering(heard, scene.world))
    return replace(heard, text=said_once(scene, heard.text))


def _without_wondering(heard: Typed, world: World) -> Typed:
    if not world.unnoted or len(heard.text.split()) > _LONGEST:
        return heard
    why, not_noted = either(world.unnoted_why), either(world.unnoted)
    wonders = rf"\W+(?:{why})\s+(?:{not_noted})(?:\s+\w{{2,4}})?\W*$"
    front = re.split(wonders, heard.text, maxsplit=1, flags=re.IGNORECASE)
    return replace(heard, text=front[0]) if len(front) > 1 and _FIGURE.search(front[0]) else heard


def _without_forgetting(scene: Scene, heard: Typed) -> Typed:
    """The same without those words; a story is kept as it was told, and an announcement to the letter."""
    asked = scene.asked
    if not scene.world.told_late:
        return heard
    if asked is not None and (kind_of(asked).story or kind_of(asked).verbatim):
        return heard
    return replace(heard, text=told) if (told := told_late(heard.text, scene.world)) else heard


def told_late(text: str, world: World) -> str:
    """What stands behind "lupa kubilang tadi, …"; empty where nothing was forgotten so."""
    begins = _beginning(*(world.told_late[name] for name in _FORGOTTEN)).match(text)
    return text[begins.end() :] if begins else ""


@lru_cache(maxsize=8)
def _beginning(
    forgot: frozenset[str], said: frozenset[str], late: frozenset[str], filling: frozenset[str]
) -> re.Pattern[str]:
    between = rf"(?:(?:{either(filling)})\W+)*"
    said_now = rf"(?:{either(forgot)})\W+{between}(?:{either(said)})\b\W*{between}"
    comes_late = rf"(?:{either(late)})\s*[,:]\s*"
    return re.compile(rf"\W*{between}(?:{said_now}|{comes_late})(?=\w)", re.IGNORECASE)
