"""A long text comes in parts, since the messenger cuts it: what arrives within seconds of a part is the same text."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow.answering import give, refuse
from bot.core.flow.scene import Scene, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, Refused, Took
from bot.core.forms.say import Step
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import units

#: The messenger cuts after so many UTF-16 units, and looks back for a space; nothing shorter was cut.
CUT_AT, CUT_FROM = 4096, 3000
#: The parts of one text arrive within so many seconds.
WITHIN = 10
PIECE = "piece"  # by this name a number waits for its rest
_WAITING = ("cut", PIECE)


def next_of(scene: Scene, heard: Typed) -> Step | None:
    """What becomes of the next part; None when this is none."""
    cut = _begun(scene, heard)
    return _go_on(scene, cut, heard) if cut is not None else None


def _begun(scene: Scene, heard: Typed) -> Mapping[str, Any] | None:
    """The part before this one, when this is the next."""
    cut: Mapping[str, Any] | None = scene.state.pending.get("cut")
    if cut is None or scene.flow.question(cut["question"]) is None:
        return None
    return cut if 0 <= heard.at - cut["at"] <= WITHIN else None


def _go_on(scene: Scene, cut: Mapping[str, Any], heard: Typed) -> Step:
    """The whole text answers what its first part was said to."""
    question = scene.flow.question(cut["question"])
    assert question is not None
    glue = "" if cut["full"] else " "
    whole = Typed(f"{cut['text']}{glue}{heard.text}", cut["messages"][0], at=heard.at)
    messages = (*cut["messages"], heard.message)
    scene = look(scene.flow, scene.state.release("cut", "refused"), scene.world)
    reading = kind_of(question).read(Ask(question, scene.values, scene.world), whole)
    if isinstance(reading, Took):
        step = give(scene, question, Answer({**reading.value, "parts": len(messages)}, messages))
    else:  # half a text is no answer
        left = look(scene.flow, scene.state.drop((question.key,)), scene.world)
        step = refuse(left, whole, reading.why) if isinstance(reading, Refused) else Step(scene.state)
    return _remember(step, question.key, whole.text, messages, heard)


def remember(scene: Scene, heard: Typed, step: Step) -> Step:
    """Something so long may go on in the next message: what it answered is kept at hand for some seconds."""
    asked = scene.asked
    if step.ended or asked is None or not kind_of(asked).free or heard.edited or not heard.at:
        return step
    return _remember(step, asked.key, heard.text, (heard.message,), heard)


def _remember(step: Step, key: str, text: str, messages: tuple[int, ...], heard: Typed) -> Step:
    long = units(heard.text)
    if long >= CUT_FROM:
        part = {"question": key, "text": text, "messages": list(messages), "at": heard.at, "full": long == CUT_AT}
        step = replace(step, state=step.state.hold(cut=part))
    elif len(messages) == 1:
        return step
    slot = f"teks{messages[0]}"  # the parts of one text get one answer, as those of an album do
    return replace(step, say=(*step.say[:-1], *(replace(say, album=slot) for say in step.say[-1:])))


def forget(before: State, step: Step) -> Step:
    """Whatever came next ends the waiting, also that for the rest of a number."""
    over = [name for name in _WAITING if _still_waits(name, before, step)]
    return replace(step, state=step.state.release(*over)) if over else step


def _still_waits(name: str, before: State, step: Step) -> bool:
    waits = before.pending.get(name)
    return waits is not None and step.state.pending.get(name) is waits


def is_in_parts(value: Any) -> bool:
    """An answer of several messages: editing one of them cannot tell what became of the others."""
    return isinstance(value, Mapping) and bool(value.get("parts"))
