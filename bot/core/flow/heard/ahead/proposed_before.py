"""That it was proposed before is kept: as the reason where that is asked for, else beside the form. It asks nothing,
and nothing is explained of it."""

import re
from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.answering import take
from bot.core.flow.asking import ask
from bot.core.flow.scene import FIRST, REVIEW, STILL, Scene, kind_of, look
from bot.core.flow.told.told_along import is_it_the_story
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.understanding.proposed_before import tells_of_before, told_besides
from bot.core.understanding.wished import is_wished

_PARTS = re.compile(r"[.,;\n]+(?!\d)")
_TELLS = 3  # words besides, which are a story, or part of one


def keep(scene: Scene, heard: Typed) -> Step | None:
    """None where nothing of the kind is told, in a form without room for it, and where a wish or the story is told with
    it."""
    place = rest.place_for(scene)
    if place in (None, scene.asked) or "cancel" in scene.state.pending or not tells_of_before(heard.text, scene.world):
        return None
    step = None if scene.target in (FIRST, STILL, REVIEW) or scene.asked is None else _with_more(scene, heard)
    if step is not None:
        return step
    now = look(scene.flow, rest.keep(scene, heard.text, heard.message), scene.world)
    return Step(now.state, (ask(now, Words("mesin.disimpan_juga")),))


def _with_more(scene: Scene, heard: Typed) -> Step | None:
    """The answer that is told with it, or is it; None where there is none."""
    assert scene.asked is not None
    if kind_of(scene.asked).free:
        return take(scene, scene.asked, heard) if _answers(scene, heard) else None
    more = told_besides(heard.text, scene.world)
    story = is_it_the_story(scene, heard) if more >= _TELLS else None
    step = story or (take(scene, scene.asked, heard) if more else None)
    if step is None or story or not step.changed or step.ended:
        return story
    return replace(step, state=rest.keep(look(scene.flow, step.state, scene.world), heard.text, heard.message))


def _answers(scene: Scene, heard: Typed) -> bool:
    """Why it is to be done first may be answered by just this; the problem, or what is hoped for, is told with it."""
    assert scene.asked is not None
    if not kind_of(scene.asked).story:
        return False
    if getattr(scene.asked.params, "wish", False):
        return any(is_wished(part, scene.world) for part in _PARTS.split(heard.text))
    is_first = next(one for one in scene.flow.questions if kind_of(one).story) is scene.asked
    return not is_first or told_besides(heard.text, scene.world) >= _TELLS
