"""Whoever wonders that a number of theirs was not noted tells it: "balitanya 45 kenapa tidak ditulis"."""

import re
from dataclasses import replace

from bot.core.flow import told_late
from bot.core.flow.scene import Scene
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.world import World
from bot.core.spelt import either

_LONGEST = 12  # words
_FIGURE = re.compile(r"\d")


def told_in(scene: Scene, heard: Heard) -> Heard:
    """The same with what they tell alone; as it is where they wonder about nothing of the sort, and forgot nothing."""
    return told_late.told_in(scene, _without_wondering(heard, scene.world))


def _without_wondering(heard: Heard, world: World) -> Heard:
    if not isinstance(heard, Typed) or not world.unnoted or len(heard.text.split()) > _LONGEST:
        return heard
    why, not_noted = either(world.unnoted_why), either(world.unnoted)
    wonders = rf"\W+(?:{why})\s+(?:{not_noted})(?:\s+\w{{2,4}})?\W*$"
    front = re.split(wonders, heard.text, maxsplit=1, flags=re.IGNORECASE)
    return replace(heard, text=front[0]) if len(front) > 1 and _FIGURE.search(front[0]) else heard
