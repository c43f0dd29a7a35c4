"""Whoever does not hear: they are answered in writing, what they need at a meeting is handed on, and whoever reads the
usulan learns of it."""

from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.answering import take
from bot.core.flow.controls import again
from bot.core.flow.scene import PICKED, Scene, ask_about, kind_of, look, situation_of
from bot.core.forms.agreeing import is_option
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Wish, Words
from bot.core.understanding.in_writing import IN_WRITING, asks_for_signs, asks_in_writing, before_story, needs_signs

_FEW = 3  # words
_ANSWERED, _HANDED_ON = "tulis_saja", "juru_isyarat"


def answer(scene: Scene, heard: Typed) -> Step | None:
    """Whoever does not hear is answered, and whoever reads the usulan learns of it, and of what they need."""
    act, (said, left) = _act(scene, heard.text), before_story(heard.text, scene.world)
    if not act and _is_what_they_bring(scene, heard.text):
        return take(scene, scene.asked, heard) if scene.asked is not None else None
    if not act and not left:
        return None
    state = rest.keep(scene, said or heard.text, heard.message)
    now = look(scene.flow, replace(state, about={**state.about, IN_WRITING: True}), scene.world)
    if left and now.asked is not None:
        return replace(take(now, now.asked, replace(heard, text=left)), wishes=(Wish(_ANSWERED, said),))
    lead = Words("mesin.disimpan_juga") if rest.kept(scene, now.state) else None
    step = again(now)
    return replace(step.led_by(lead) if lead else step, wishes=(Wish(act, heard.text),))


def repeated(scene: Scene, heard: Typed) -> Step | None:
    """ "Jangan telpon, tulis saja" said once more puts right no word of what was kept the first time."""
    is_known = bool(scene.state.about.get(IN_WRITING))
    return answer(scene, heard) if is_known and asks_in_writing(heard.text, scene.world) else None


def _is_what_they_bring(scene: Scene, text: str) -> bool:
    """ "Juru isyarat mau di musyawarah. datang", where the problem or the wish is asked for: it asks us nothing."""
    asked = scene.asked
    brings = asked is not None and (kind_of(asked).story or getattr(asked.params, "wish", False))
    return brings and asked is not None and len(text.split()) >= rest.FEWEST_WORDS and needs_signs(text, scene.world)


def _act(scene: Scene, text: str) -> str:
    if _names_group(scene, text):
        return ""
    is_told_alone = scene.asked is not None and scene.asked.kind not in PICKED  # "tuli", and no group is asked for
    if asks_in_writing(text, scene.world, *([1] if is_told_alone else [])):
        return _ANSWERED
    is_said_to_us = situation_of(scene) == "closed" and not (scene.asked is not None and kind_of(scene.asked).spoken)
    needs = needs_signs(text, scene.world) if is_said_to_us else asks_for_signs(text, scene.world)
    return _HANDED_ON if needs else ""


def _names_group(scene: Scene, text: str) -> bool:
    """ "Tuna rungu", where it is asked who feels it: a group, and not whoever tells it."""
    asked = scene.asked
    if asked is None or asked.kind not in PICKED or len(text.split()) > _FEW:
        return False
    return is_option(kind_of(asked).offers(ask_about(scene, asked)), text, scene.world)
