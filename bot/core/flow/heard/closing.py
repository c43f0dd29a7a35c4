"""Whoever says that this is all of it ("itu saja pak", "iye itumi ceritanya") has told the story: it is closed, and
these words are none of it."""

import re
from dataclasses import replace

from bot.core.flow.controls import accept_first
from bot.core.flow.heard import not_the_story
from bot.core.flow.scene import FIRST, Scene, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step

_ENOUGH, _BESIDE = "cukup", frozenset({"ya", "terima_kasih"})
_LATER = "nanti"  # "tunggu bu, sebentar saya tanya lagi", said to us
_LONGEST = 5  # words that close it
_CLAUSE = re.compile(r"[,.;!\n]+")


def without_end(scene: Scene, heard: Typed) -> Typed:
    """A story without what closes it; what is nothing else stays as it is."""
    is_story = scene.target == FIRST or (scene.asked is not None and kind_of(scene.asked).story)
    cuts = [*_CLAUSE.finditer(heard.text.rstrip(" .,;!\n"))] if is_story else []
    text, ends = heard.text, 0
    while cuts and any(_closes(scene, (last := text[cuts[-1].end() :]), word) for word in (_ENOUGH, _LATER)):
        ends += _closes(scene, last)
        text = text[: cuts.pop().start()]
    insists = ends > 1 and getattr(scene.asked and scene.asked.params, "wish", False)
    return heard if insists else replace(heard, text=text)  # "…. Itu saja, cukup" ends the form


def close(scene: Scene, heard: Typed) -> Step | None:
    """Where it is asked whether that is the story it is a yes, and what stands behind it is more of the story."""
    if scene.target != FIRST:
        return None
    first, *more = _CLAUSE.split(heard.text.strip(), maxsplit=1)
    if not _closes(scene, first) or "?" in heard.text:
        return None
    behind = "".join(more).strip()
    if not behind:
        return accept_first(scene)
    longer = not_the_story.longer(scene.state.pending["first"], replace(heard, text=behind))
    return accept_first(look(scene.flow, scene.state.hold(first=longer), scene.world))


def _closes(scene: Scene, clause: str, word: str = _ENOUGH) -> bool:
    if scene.world.ear is None or not 1 <= len(clause.split()) <= _LONGEST:
        return False
    acts = {act.name for act in scene.world.ear.hear(clause, "closed").done}
    return word in acts and acts <= {word, *_BESIDE}
