"""Who points back at what was told, where a story or a wish is asked for ("kan sudah saya bilang tadi, dirabat beton",
"ya itu tadi tiga-tiganya"): the words behind it are the answer, else what was told; the pointing itself never is."""

import re
from collections.abc import Collection
from dataclasses import replace

from bot.core.flow.answering import take
from bot.core.flow.controls import explain
from bot.core.flow.scene import Scene, ask_about, kind_of
from bot.core.flow.told_instead import is_plain_yes
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.understanding.wished import wish_in

_LONGEST = 10  # words
_WORDS = re.compile(r"\S+")


def point_back(scene: Scene, heard: Typed) -> Step | None:
    """None where nothing is pointed at."""
    asked = scene.asked
    if asked is None or len(heard.text.split()) > _LONGEST or "?" in heard.text:
        return None
    if not kind_of(asked).story:
        return _told_of_it(scene, asked, heard)
    wish = _wish_told(scene)
    if wish and is_plain_yes(heard.text, scene.world):  # to the button on which it stands
        return take(scene, asked, replace(heard, text=wish))
    behind = _behind(heard.text, scene.world)
    if behind is None:
        return None
    words = behind or _told(scene)
    return take(scene, asked, replace(heard, text=words)) if words else explain(scene)


def _told_of_it(scene: Scene, asked: Question, heard: Typed) -> Step | None:
    """ "Berapa keluarga susah sudah saya bilang 9": what stands behind the pointing, where that alone is the answer."""
    sorts = scene.world.pointing_back
    found = re.search(rf"(?<!\w)(?:{either(sorts['kata'])})(?!\w)", heard.text, re.IGNORECASE) if sorts else None
    told = heard.text[found.end() :].strip(" ,.;:") if found is not None else ""
    if not told or kind_of(asked).free or kind_of(asked).claims:
        return None
    is_answer = isinstance(kind_of(asked).read(ask_about(scene, asked), replace(heard, text=told)), Took)
    return take(scene, asked, replace(heard, text=told)) if is_answer else None


def _behind(text: str, world: World) -> str | None:
    """What is said behind the pointing, or before it ("dibeton mi kubilang tadi"); None where there is none."""
    sorts = world.pointing_back
    if not sorts:
        return None
    polite = world.nodding | sorts["iringan"]
    gap = rf"\s+(?:(?:{either(sorts['iringan'])})\s+)*"  # "sudah mi saya bilang"
    pointed = either(sorts["kata"]).replace(r"\s+", gap)
    opened = rf"\W*(?:(?:{either(polite)})\W+)*(?:{pointed})(?!\w)"
    found = re.match(opened, text, re.IGNORECASE)
    if found is not None:
        return _telling(text, found.end(), len(text), polite)
    ended = re.search(rf"(?<!\w)(?:{either(sorts['akhir'])})(?:\W+(?:{either(polite)}))*\W*$", text, re.IGNORECASE)
    return (_telling(text, 0, ended.start(), polite) or None) if ended else None


def _telling(text: str, start: int, end: int, polite: Collection[str]) -> str:
    """From the first to the last word that is more than polite."""
    told = [word for word in _WORDS.finditer(text, start, end) if key_of(word[0]) and key_of(word[0]) not in polite]
    return text[told[0].start() : told[-1].end()].strip(" ,.;") if told else ""


def _told(scene: Scene) -> str:
    """The story, where it is asked what is hoped for, or what it says of that; empty where none was written."""
    return _wish_told(scene) or _story(scene)


def _wish_told(scene: Scene) -> str:
    """What the story says of it, where it is asked what is hoped for."""
    asks = scene.asked is not None and getattr(scene.asked.params, "wish", False)
    return wish_in(_story(scene), scene.world) if asks else ""


def _story(scene: Scene) -> str:
    stories = (scene.values.get(question.key) for question in scene.flow.questions if kind_of(question).story)
    return next((str(told["text"]) for told in stories if isinstance(told, dict) and told.get("text")), "")
