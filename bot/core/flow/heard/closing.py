"""Whoever says that this is all of it ("itu saja pak", "iye itumi ceritanya") has told the story: it is closed, and
these words are none of it."""

import re
from dataclasses import replace

from bot.core.flow.controls import accept_first
from bot.core.flow.ending import close_choice
from bot.core.flow.heard import not_the_story
from bot.core.flow.scene import FIRST, Scene, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.writing import beside_done, key_of

_ENOUGH, _BESIDE = "cukup", frozenset({"ya", "terima_kasih"})
_LONGEST = 5  # words that close it
_CLAUSE = re.compile(r"[,.;!\n]+(?!\d)")


def without_end(scene: Scene, heard: Typed) -> Typed:
    """The story without what closes it. Behind a wish or a reason it ends the form, and is heard as that."""
    first = next((one for one in scene.flow.questions if kind_of(one).story), None)
    is_story = first is not None and scene.target in (FIRST, first.key)
    cuts = [*_CLAUSE.finditer(heard.text.rstrip(" .,;!\n"))] if is_story else []
    if not cuts or not _closes(scene, heard.text[cuts[-1].end() :]):
        return heard
    return replace(heard, text=heard.text[: cuts[-1].start()])


def close(scene: Scene, heard: Typed) -> Step | None:
    """Where it is asked whether that is the story it is a yes, and what stands behind it is more of the story."""
    if scene.target != FIRST:
        return close_choice(scene) if _says_ticked(scene, heard.text) else None
    first, *more = _CLAUSE.split(heard.text.strip(), maxsplit=1)
    if not _closes(scene, first) or "?" in heard.text:
        return None
    behind = "".join(more).strip()
    if not behind:
        return accept_first(scene)
    longer = not_the_story.longer(scene.state.pending["first"], replace(heard, text=behind))
    return accept_first(look(scene.flow, scene.state.hold(first=longer), scene.world))


def _says_ticked(scene: Scene, text: str) -> bool:
    """ "Iye selesai", "sudah itu ji", below ticks: those are all. A button's word and a bare yes are not it."""
    said = key_of(text).split()
    is_button = key_of(text) in scene.world.words or scene.world.agreeing["ya"].issuperset(said)
    beside = set(beside_done(text, scene.world)) - scene.world.of_talking["angguk"]
    return 1 < len(said) <= _LONGEST and "?" not in text and not is_button and not beside


def _closes(scene: Scene, clause: str) -> bool:
    """ "Tidak cukup" tells something."""
    words, spelt = set(key_of(clause).split()), scene.world.spellings
    denies = {*spelt.choices.no, *spelt.places.complaint, *scene.world.denying["tidak"]}
    if scene.world.ear is None or not 1 <= len(words) <= _LONGEST or not words.isdisjoint(denies):
        return False
    acts = {act.name for act in scene.world.ear.hear(clause, "closed").done}
    return _ENOUGH in acts and acts <= {_ENOUGH, *_BESIDE}
