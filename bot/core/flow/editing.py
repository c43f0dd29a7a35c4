"""Correcting an answer by editing the message that gave it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow.answering import give, give_all, title
from bot.core.flow.asking import ask
from bot.core.flow.parts import is_in_parts
from bot.core.flow.scene import Scene, kind_of, look
from bot.core.flow.told import besides
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.questions import Ask, Flow, Question, Reading, Refused, Took, Unsure
from bot.core.forms.say import Correction, Say, Step, Words
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.forms.writing import clean


def owner(flow: Flow, state: State, message: int, caption: bool = False) -> Question | None:
    """The question this message answers. A photo with words under it may answer two: `caption` prefers the words. That
    its words are kept besides is no answer where there is another."""
    owned = [q for q in flow.questions if q.key in state.answers and message in state.answers[q.key].messages]
    owned = [q for q in owned if not kind_of(q).rest] or owned
    return next((q for q in owned if caption == kind_of(q).free), None) or next(iter(owned), None)


def edit(scene: Scene, heard: Typed | Sent) -> Step:
    """Change that answer, wherever the person is. Nothing is said when nothing changed.

    A location that moves while it is shared is edited every few seconds: the first point stays.
    """
    if isinstance(heard, Typed) and (first := _in_first(scene, heard)) is not None:
        return first
    caption = isinstance(heard, Typed) or bool(heard.caption)
    question = owner(scene.flow, scene.state, heard.message, caption)
    if question is None or question not in scene.shown or kind_of(question).stays:
        return Step(scene.state)
    if is_in_parts(scene.state.answers[question.key].value):
        return Step(scene.state, (ask(scene, Words("mesin.ralat_bagian", {"judul": title(scene, question)})),))
    reading = _reading(scene, question, heard)
    if isinstance(reading, Took) and reading.also:
        return _edit_all(scene, question, reading)
    value = _value(reading)
    if value is None:
        return Step(scene.state, (ask(scene, _not_understood(title(scene, question), reading)),))
    answer = scene.state.answers[question.key]
    if kind_of(question).gathers:
        value = _replaced(answer.value, answer.messages, heard.message, value)
    if value == answer.value:
        return Step(scene.state)
    step = give(scene, question, replace(answer, value=value))
    lead = Words("mesin.ralat_dicatat", {"judul": title(scene, question)})
    return replace(step, say=tuple(replace(say, lead=lead) for say in step.say))


def first_said(state: State, message: int) -> str | None:
    """The question that this message would answer, of what it is asked whether it is the story."""
    told = state.pending.get("first", {}).get("answers", {})
    return next((key for key, one in told.items() if message in one["messages"]), None)


def _in_first(scene: Scene, heard: Typed) -> Step | None:
    """The words of which it is asked whether they are the story: a line of them for each message."""
    key, text = first_said(scene.state, heard.message), clean(heard.text)
    if key is None or not text:
        return None
    first = scene.state.pending["first"]
    told = first["answers"][key]
    lines, at = str(told["value"].get("text", "")).split("\n"), told["messages"].index(heard.message)
    if len(lines) != len(told["messages"]):
        lines, at = [""], 0 if len(told["messages"]) == 1 else len(told["messages"])
    if at >= len(lines):
        return Step(scene.state, (ask(scene, Words("mesin.ralat_bagian", {"judul": _title(scene, key)})),))
    value = {**told["value"], "text": "\n".join((*lines[:at], text, *lines[at + 1 :]))}
    state = scene.state.hold(first={**first, "answers": {**first["answers"], key: {**told, "value": value}}})
    return Step(state, (ask(look(scene.flow, state, scene.world)),))


def _title(scene: Scene, key: str) -> Words:
    return title(scene, next(one for one in scene.flow.questions if one.key == key))


def _reading(scene: Scene, question: Question, heard: Typed | Sent) -> Reading:
    if isinstance(heard, Typed):
        return besides.understand(scene, question, heard)
    return reread(Ask(question, scene.values, scene.world), heard)


def _edit_all(scene: Scene, question: Question, reading: Took) -> Step:
    """A whole address in which one name was mended."""
    answer = replace(scene.state.answers[question.key], value=reading.value)
    step = give_all(scene, question, answer, reading.also)
    lead = Words("mesin.ralat_dicatat", {"judul": title(scene, question)})
    return replace(step, say=tuple(replace(say, lead=lead) for say in step.say))


def reread(asked: Ask, heard: Typed | Sent) -> Reading:
    """Read an edited message; words under a photo count as typed where words are asked for."""
    kind = kind_of(asked.question)
    if isinstance(heard, Sent) and kind.free and heard.what not in kind.takes:
        return kind.read(asked, Typed(heard.caption or "", heard.message))
    return kind.read(asked, heard)


def _value(reading: Reading) -> Any:
    """A name changed on purpose needs no second yes."""
    return reading.value if isinstance(reading, Took | Unsure) else None


def _replaced(photos: Any, messages: tuple[int, ...], message: int, fresh: Any) -> Any:
    """The same list with the one photo exchanged that came with this message."""
    if len(messages) != len(photos):
        return photos
    return [fresh[0] if at == message else photo for at, photo in zip(messages, photos, strict=True)]


def _not_understood(name: str | Words, reading: Reading) -> Words:
    why = reading.why if isinstance(reading, Refused | Unsure) else Words("mesin.pilihan_tidak_ada")
    return Words("mesin.ralat_belum", {"judul": name, "sebab": why})


def correct(flow: Flow, values: Mapping[str, Any], key: str, heard: Typed | Sent, world: World) -> Correction:
    """Re-read one answer of a record already sent, by the same rules; KeyError for a question the form has not."""
    question = flow.question(key)
    if question is None:
        raise KeyError(key)
    name = Words(f"form.{flow.key}.{key}.judul")
    if kind_of(question).gathers and len(values.get(key) or ()) > 1:
        return Correction(key, say=Say("mesin.ralat_foto", {"judul": name}))
    if is_in_parts(values.get(key)):
        return Correction(key, say=Say("mesin.ralat_bagian", {"judul": name}))
    reading = reread(Ask(question, values, world), heard)
    value = _value(reading)
    if value is None and not (isinstance(reading, Took) and reading.also):
        words = _not_understood(name, reading)
        return Correction(key, say=Say(words.name, words.values))
    elsewhere = isinstance(reading, Took) and any(k in values for k in reading.also)
    if elsewhere or (values.get(key) != value and any(k in values for k in flow.dependents(key))):
        return Correction(key, say=Say("mesin.ralat_tempat", {"judul": name}))
    return Correction(key, value)


def retried(scene: Scene, heard: Typed | Sent) -> bool:
    """Whether this edits the message that could not be read a moment ago: then it is a new try."""
    refused = scene.state.pending.get("refused")
    return bool(refused and refused["message"] == heard.message)


def edit_or_retry(scene: Scene, heard: Typed | Sent) -> Step | None:
    """None when the edited message is to be read like a new one."""
    if retried(scene, heard) and owner(scene.flow, scene.state, heard.message) is None:
        return None
    return edit(scene, heard)
