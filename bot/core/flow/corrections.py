"""Corrections in words: "eh, maksudku 12" replaces the answer it belongs to, and says old and new."""

from dataclasses import replace

from bot.core.flow import besides, rest
from bot.core.flow.answering import give, take, title
from bot.core.flow.asking import ask
from bot.core.flow.scene import Scene, ask_about, kind_of, show
from bot.core.forms.heard import Typed
from bot.core.forms.layout import data_of
from bot.core.forms.questions import Question, Took, Unsure
from bot.core.forms.say import Button, Say, Step, Words
from bot.core.forms.state import Answer

CHOSEN = "~betul"  # data of a button: this answer was meant
_OFFERED = 4


def correct(scene: Scene, heard: Typed, words: str) -> Step:
    """`words`: the part that holds the new value. The last answer it fits is meant; with several others it is asked."""
    new = replace(heard, text=words)
    before = _answered(scene)
    fitting = [question for question in before if _value(scene, question, new) is not None]
    if fitting and (fitting[0] is before[0] or len(fitting) == 1):
        return exchange(scene, fitting[0], new)
    if len(fitting) > 1:
        return _ask_which(scene, fitting[:_OFFERED], new)
    if scene.asked is not None and isinstance(besides.understand(scene, scene.asked, heard), Took | Unsure):
        return take(scene, scene.asked, heard)
    if before and kind_of(before[0]).story:
        return _add(scene, before[0], heard)
    state = rest.keep(scene, heard.text, heard.message)
    return Step(state, (ask(replace(scene, state=state), Words("mesin.ralat_yang_mana")),))


def _answered(scene: Scene) -> list[Question]:
    """What was answered before what stands open, the last one first."""
    shown = list(scene.shown)
    until = shown.index(scene.open) if scene.open else len(shown)
    return [question for question in reversed(shown[:until]) if question.key in scene.values]


def _value(scene: Scene, question: Question, new: Typed) -> object:
    """What the question would make of it; None when it is no answer, or the same again. Any words fit a story."""
    kind = kind_of(question)
    if kind.free or kind.gathers:
        return None
    reading = kind.read(replace(ask_about(scene, question), mine=None), new)
    if not isinstance(reading, Took) or reading.value == scene.values[question.key]:
        return None
    return reading.value


def exchange(scene: Scene, question: Question, new: Typed) -> Step:
    value = _value(scene, question, new)
    old = show(scene, question.key)
    answer = scene.state.answers[question.key]
    step = give(scene, question, replace(answer, value=value, messages=(*answer.messages, new.message)))
    shown = kind_of(question).show(ask_about(scene, question), value)
    lead = Words("mesin.ralat_kata", {"judul": title(scene, question), "lama": old, "baru": shown})
    return replace(step, say=tuple(replace(say, lead=lead) for say in step.say))


def _ask_which(scene: Scene, fitting: list[Question], new: Typed) -> Step:
    state = scene.state.hold(correct={"words": new.text, "message": new.message})
    rows = tuple(
        (Button(Words(_name(scene, question)), data_of(state.draft, scene.target, f"{CHOSEN}.{question.key}")),)
        for question in fitting
    )
    return Step(state, (Say("mesin.ralat_pilih", {"kata": new.text[:100]}, buttons=rows, question=scene.target),))


def _name(scene: Scene, question: Question) -> str:
    return title(scene, question).name


def chosen(scene: Scene, key: str) -> Step | None:
    """The answer that was meant, out of those it fits; None when nothing waits for that."""
    waits = scene.state.pending.get("correct")
    question = scene.flow.question(key)
    if not waits or question is None or question not in _answered(scene):
        return None
    scene = replace(scene, state=scene.state.release("correct"))
    new = Typed(waits["words"], waits["message"])
    return None if _value(scene, question, new) is None else exchange(scene, question, new)


def _add(scene: Scene, question: Question, heard: Typed) -> Step:
    """A story is told on: the first words stand, and so do these."""
    answer = scene.state.answers[question.key]
    text = f"{answer.value.get('text', '')}\n{heard.text}".strip()
    step = give(scene, question, Answer({**answer.value, "text": text}, (*answer.messages, heard.message)))
    lead = Words("mesin.ralat_tambah", {"judul": title(scene, question)})
    return replace(step, say=tuple(replace(say, lead=lead) for say in step.say))
