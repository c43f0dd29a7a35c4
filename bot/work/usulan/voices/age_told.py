""" "Ancu, 15 tahun", where it is asked whose voice it is: the name, and an age that is not asked again. Where
a parent is asked for, "bukan, bu Hawa sudah 50 tahun" names none: there is no child."""

from dataclasses import replace

from bot.core.flow.interpreter import ask_again
from bot.core.forms.questions import Flow
from bot.core.forms.say import Step
from bot.core.forms.state import Answer
from bot.core.usulan import of_whom
from bot.work.visit import Visit

_NAME, _AGE, _GUARDIAN = "suara_nama", "suara_umur", "suara_wali"


def answer(flow: Flow, age: of_whom.Age) -> dict[str, str]:
    asked = flow.question(_AGE)
    assert asked is not None
    return next({"value": one.value, "label": one.label} for one in asked.params.options if one.value == age)


def look(visit: Visit, flow: Flow, step: Step) -> Step:
    key = next((key for key in (_NAME, _GUARDIAN) if key in step.changed and key in step.state.answers), None)
    if key is None:
        return step
    world, told = visit.office.world(visit.now), step.state.answers[key]
    text = str((told.value or {}).get("text", ""))
    if key == _GUARDIAN and of_whom.is_grown(world, text):
        state = step.state.drop((_GUARDIAN,)).give(_AGE, Answer(answer(flow, "dewasa"), told.messages))
        return ask_again(flow, state, world)
    whose = of_whom.told(world, text)
    if whose is None or (key == _NAME and not whose.age):
        return step
    state = step.state.give(key, Answer({"text": whose.name}, told.messages))
    if key == _NAME and whose.age:
        state = state.give(_AGE, Answer(answer(flow, whose.age), told.messages))
    return replace(step, state=state)
