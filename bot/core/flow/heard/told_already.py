"""Who points back at what was told, where a story or a wish is asked for ("kan sudah saya bilang tadi, dirabat beton",
"ya itu tadi tiga-tiganya"): the words behind it are the answer, else what was told; the pointing itself never is."""

import re
from dataclasses import replace

from bot.core.flow.answering import take
from bot.core.flow.controls import explain
from bot.core.flow.correcting.found_to_go import CLAUSE
from bot.core.flow.heard.of_talking import asks_of_questions, is_only_of_talking
from bot.core.flow.scene import Scene, ask_about, kind_of, situation_of
from bot.core.flow.told import letters
from bot.core.flow.told.told_instead import is_plain_yes
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step
from bot.core.forms.writing import says_only_wrong
from bot.core.listening.rules import QUESTION
from bot.core.spelt import either
from bot.core.stories.several import names_thing
from bot.core.understanding.pointed import behind
from bot.core.understanding.wished import is_wished, wish_in

_LONGEST = 10  # words


def point_back(scene: Scene, heard: Typed) -> Step | None:
    """None where nothing is pointed at."""
    if letter := letters.answer(scene, heard):
        return letter
    asked = scene.asked
    if asked is None:
        return None
    if beside := _beside_scolding(scene, asked, heard):
        return beside
    if len(heard.text.split()) > _LONGEST:
        return None
    if "?" in heard.text:
        return _behind_asking_back(scene, asked, heard)
    if not kind_of(asked).story:
        return _told_of_it(scene, asked, heard)
    wish = _wish_told(scene)
    if wish and is_plain_yes(heard.text, scene.world):  # to the button on which it stands
        return take(scene, asked, replace(heard, text=wish))
    pointed = behind(heard.text, scene.world)
    if pointed is None or (pointed and says_only_wrong(pointed, scene.world)):
        return None  # "ada yang salah kutulis tadi": what stands there is to be put right
    words = pointed or _told(scene)
    return take(scene, asked, replace(heard, text=words)) if words else explain(scene)


def _behind_asking_back(scene: Scene, asked: Question, heard: Typed) -> Step | None:
    """ "Apa tidak jelas? Pipa baru lah", where it is asked what is hoped for: what is named behind it."""
    front, _, behind = heard.text.rpartition("?")
    told, ear = behind.strip(" .,!"), scene.world.ear
    if not told or ear is None or not getattr(asked.params, "wish", False):
        return None
    asks = any(act.name.startswith(QUESTION) for act in ear.hear(f"{front}?", situation_of(scene)).done)
    names = names_thing(told, scene.world.spellings.stories) or is_wished(told, scene.world)
    return take(scene, asked, replace(heard, text=told)) if names and not asks else None


def _beside_scolding(scene: Scene, asked: Question, heard: Typed) -> Step | None:
    """ "Kenapa ditanya lagi, jembatan gantung ji", where it is asked what is hoped for: what is named beside it."""
    world = scene.world
    if not getattr(asked.params, "wish", False) or not world.of_talking or not asks_of_questions(world, heard.text):
        return None
    clauses = CLAUSE.findall(heard.text)
    left = "".join(one for one in clauses if not is_only_of_talking(world, one)).strip(" ,.;!")
    if len(left) >= len(heard.text.strip(" ,.;!")) or "?" in left:
        return None
    told = behind(left, world) or left
    names = names_thing(told, world.spellings.stories) or is_wished(told, world)
    return take(scene, asked, replace(heard, text=told)) if names else None


def _told_of_it(scene: Scene, asked: Question, heard: Typed) -> Step | None:
    """ "Berapa keluarga susah sudah saya bilang 9": what stands behind the pointing, where that alone is the answer."""
    sorts = scene.world.pointing_back
    found = re.search(rf"(?<!\w)(?:{either(sorts['kata'])})(?!\w)", heard.text, re.IGNORECASE) if sorts else None
    told = heard.text[found.end() :].strip(" ,.;:") if found is not None else ""
    if not told or kind_of(asked).free or kind_of(asked).claims:
        return None
    is_answer = isinstance(kind_of(asked).read(ask_about(scene, asked), replace(heard, text=told)), Took)
    return take(scene, asked, replace(heard, text=told)) if is_answer else None


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
