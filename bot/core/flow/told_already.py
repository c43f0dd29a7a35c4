"""Who points back at what was told, where a story or a wish is asked for ("kan sudah saya bilang tadi, dirabat beton",
"ya itu tadi tiga-tiganya"): the words behind it are the answer, else what was told; the pointing itself never is."""

import re
from dataclasses import replace

from bot.core.flow.answering import take
from bot.core.flow.controls import explain
from bot.core.flow.scene import Scene, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either

_LONGEST = 10  # words
_WORDS = re.compile(r"\S+")


def point_back(scene: Scene, heard: Typed) -> Step | None:
    """None where nothing is pointed at."""
    asked = scene.asked
    if asked is None or len(heard.text.split()) > _LONGEST or not kind_of(asked).story or "?" in heard.text:
        return None
    behind = _behind(heard.text, scene.world)
    if behind is None:
        return None
    words = behind or _told(scene)
    return take(scene, asked, replace(heard, text=words)) if words else explain(scene)


def _behind(text: str, world: World) -> str | None:
    """What is said behind the pointing; None where there is none."""
    sorts = world.pointing_back
    if not sorts:
        return None
    polite = world.nodding | sorts["iringan"]
    opened = rf"\W*(?:(?:{either(polite)})\W+)*(?:{either(sorts['kata'])})(?!\w)"
    found = re.match(opened, text, re.IGNORECASE)
    if found is None:
        return None
    words = list(_WORDS.finditer(text, found.end()))
    telling = [word for word in words if key_of(word[0]) and key_of(word[0]) not in polite]
    return text[telling[0].start() : telling[-1].end()].strip(" ,.;") if telling else ""


def _told(scene: Scene) -> str:
    """The story, where it is asked what is hoped for; empty where none was written."""
    stories = (scene.values.get(question.key) for question in scene.flow.questions if kind_of(question).story)
    return next((str(told["text"]) for told in stories if isinstance(told, dict) and told.get("text")), "")
