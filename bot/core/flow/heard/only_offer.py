"""In words that make no answer by the rules one answer alone is found, which would be offered with a button: where all
of them surely speak of what is asked, it is the answer. "Yang berobat bukan orang sini saja, lebih dari 150 orang"."""

import re

from bot.core.flow.answering import offered
from bot.core.flow.controls import press
from bot.core.flow.scene import Scene, look
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.say import Step
from bot.core.spelt import one_of
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.tongue import tongue_of

_AT_REVIEW, _AT_PLACE, _PLACE = "tinjau", "dusun", "wilayah"  # as the examples call them; the kind
_OTHERS = "pengertian.keluarga_bukan_orang"  # said where people are told, and families were asked for
_SURE = 0.75  # share
_MOST = 2  # numbers; of three it is not clear which is how long
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def question(scene: Scene) -> str:
    """What is open, as the examples call it."""
    if scene.asked is None:
        return _AT_REVIEW
    return _AT_PLACE if scene.asked.kind == _PLACE else scene.asked.key


def take(scene: Scene, heard: Typed, whole: Step) -> Step | None:
    """`whole`: what became of the words by the rules."""
    asked, ear = scene.asked, scene.world.ear
    button = offered(look(scene.flow, whole.state, scene.world)) if not whole.changed and not whole.wishes else None
    if button is None or asked is None or ear is None or button.question != asked.key or offered(scene) is not None:
        return None
    if not _is_all(scene, heard.text, button) or _OTHERS in str(whole.say):
        return None
    parts = ear.parts(question(scene), heard.text)
    is_sure = bool(parts) and all(part.about == question(scene) and part.share >= _SURE for part in parts)
    return press(look(scene.flow, whole.state, scene.world), button) if is_sure else None


def _is_all(scene: Scene, text: str, button: Pressed) -> bool:
    """Whether it tells no other number, and none of each: "tiga rt", "4 orang per rumah"."""
    words = scene.world.spellings
    each = (words.common.each, words.people.each, words.places.rt, words.places.rw)
    told = _NUMBER.findall(in_figures(text, tongue_of(words)))
    is_each = any(one_of(frozenset(spellings)).search(text) for spellings in each)
    return not is_each and len(told) == len(_NUMBER.findall(button.value)) <= _MOST
