"""A word too short for an answer ("got", "jalan", and then "mampet") is the beginning of it, and not lost."""

from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.scene import Scene, kind_of, look
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.forms.writing import clean, key_of
from bot.core.understanding.where.hamlets import is_complaint

_WAITS = "pendek"
_ONE_WORD = "mesin.cerita_sekata"
_TOO_SHORT = frozenset({"mesin.terlalu_pendek", _ONE_WORD})
_FEW = 3  # words


def hold(scene: Scene, heard: Heard, why: Words) -> State:
    """The message that was refused is remembered, as some people edit it; too short a word waits for more."""
    if not isinstance(heard, Typed) or scene.asked is None:
        return scene.state
    refused = {"question": scene.asked.key, "message": heard.message}
    state = scene.state.hold(refused=refused)
    return state.hold(**{_WAITS: {**refused, "words": clean(heard.text)}}) if why.name in _TOO_SHORT else state


def one_word(scene: Scene, question: Question, heard: Heard) -> Words | None:
    """Why "jalan" is no story yet, where it is asked what to do about it as well; "banjir" is one, and so is what
    somebody says twice."""
    stories = [each for each in scene.shown if kind_of(each).story]
    wish = next((at for at, each in enumerate(stories) if getattr(each.params, "wish", False)), 0)
    waits = scene.state.pending.get(_WAITS) or {}
    if not isinstance(heard, Typed) or not wish or question is not stories[wish - 1]:
        return None
    words = key_of(heard.text).split()
    is_sparse = len(words) == 1 and not is_complaint(words[0], scene.world) and waits.get("question") != question.key
    return Words(_ONE_WORD) if is_sparse else None


def joined(scene: Scene, question: Question, heard: Heard) -> tuple[Scene, Heard]:
    """The scene in which nothing waits, and what was said with what waited for it."""
    waits = scene.state.pending.get(_WAITS)
    if not waits or not isinstance(heard, Typed) or waits["question"] != question.key:
        return scene, heard
    now = look(scene.flow, scene.state.release(_WAITS), scene.world)
    if heard.message == waits["message"] or key_of(waits["words"]) in key_of(heard.text):
        return now, heard
    if len(heard.text.split()) > _FEW:  # a sentence of its own; what was said before stands beside it
        return look(scene.flow, rest.keep(now, waits["words"], waits["message"]), scene.world), heard
    return now, replace(heard, text=f"{waits['words']} {heard.text}")
