"""Somebody else knows it, or they go on later ("kurang tau pi, kutanya dulu suami", "nanti lagi mau ambil air dulu"):
no answer, and no wish to leave the question out."""

import re

from bot.core.flow import rest
from bot.core.flow.heard.acting import act_on, ask_once_more
from bot.core.flow.scene import Scene
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.spelt import one_of

_LONGEST = 5  # words behind it: whom they ask, or what they do meanwhile
_ASKED = ("confirm", "cancel")


def heed(scene: Scene, heard: Typed) -> Step | None:
    return asks_first(scene, heard) or leaves(scene, heard)


def leaves(scene: Scene, heard: Typed) -> Step | None:
    """None where they tell something behind it."""
    words = scene.world.asking_first
    if scene.asked is None or not words or not scene.state.pending.keys().isdisjoint(_ASKED):
        return None
    found = one_of(words["nanti"]).match(heard.text)
    if found is None or len(heard.text[found.end() :].split()) > _LONGEST or re.search(r"\d", heard.text):
        return None
    return act_on(scene, heard, "nanti")


def asks_first(scene: Scene, heard: Typed) -> Step | None:
    """Nothing is kept of it; None where it tells something, too."""
    words = scene.world.asking_first
    if scene.asked is None or not words or "confirm" in scene.state.pending:
        return None
    found = one_of(words["kata"]).search(heard.text)
    if found is None or len(heard.text[found.end() :].split()) > _LONGEST:
        return None
    before = re.findall(r"[^\W\d_]+|\d+", heard.text[: found.start()].lower())
    if any(word not in words["iringan"] and word not in scene.world.oneself for word in before):
        return None
    told = {"boleh": scene.asked.optional, "usulan": rest.place_for(scene) is not None}
    return Step(scene.state, (ask_once_more(scene, Words("mesin.tanyakan_dulu", told)),))
