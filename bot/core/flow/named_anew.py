""" "Harapannya tangga semen", over the card or after sending: an answer that is named and told anew takes the place of
the one that stands there. Of answers in own words; what is chosen or counted is put right elsewhere."""

from bot.core.flow.corrections import New, put_in_place
from bot.core.flow.scene import REVIEW, Scene, ask_about, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Flow, Question, Took
from bot.core.forms.say import Step
from bot.core.forms.writing import is_question, key_of

_OF_IT = "nya"  # "saksi" is "saksinya"
_LONGEST = 40  # words


def exchanged(scene: Scene, heard: Typed) -> Step | None:
    """None where no answer is named, or nothing new is told of it. The story itself is told on, and never replaced."""
    is_open = scene.target == REVIEW and "cancel" not in scene.state.pending
    if not is_open or len(heard.text.split()) > _LONGEST or is_question(heard.text, scene.world, free=False):
        return None
    story = next((one for one in scene.shown if kind_of(one).story), None)
    for question in scene.shown:
        is_there = question.key in scene.values and question is not story
        rest = _told_of(scene, question, heard.text) if is_there else ""
        reading = kind_of(question).read(ask_about(scene, question), Typed(rest, heard.message)) if rest else None
        if isinstance(reading, Took) and reading.value not in (None, scene.values[question.key]):
            return put_in_place(scene, question, heard, New(reading.value, {}))
    return None


def is_named(flow: Flow, text: str) -> bool:
    """Cheaply: whether it begins with what an answer of this form is called."""
    spoken = f"{key_of(text)} "
    return any(spoken.startswith(f"{name} ") for question in flow.questions for name in _names(question))


def _names(question: Question) -> set[str]:
    name = key_of(question.title)
    return {name, name.removesuffix(_OF_IT)} - {""}


def _told_of(scene: Scene, question: Question, text: str) -> str:
    """What is told behind its name; without what is said to be wrong, of "Hasan bukan Baso"."""
    kind, world, words = kind_of(question), scene.world, text.split()
    named = [one for one in _names(question) if f"{key_of(text)} ".startswith(f"{one} ")]
    if not named or not kind.free or kind.rest or kind.gathers:
        return ""
    told = words[len(named[0].split()) :]
    while told and (key_of(told[0]) in world.oneself or not key_of(told[0])):
        told = told[1:]
    rest, beside = " ".join(told), world.wrong | world.finished | world.oneself
    if not told or key_of(told[0]) in world.finished or beside.issuperset(key_of(rest).split()):
        return ""
    ear = world.ear
    if ear is None:
        return rest
    return "" if ear.adds(text) else ear.corrected(rest) if ear.denied(rest) else rest
