"""Two people told of where one speaks through this telephone ("satu nenek cudda rumahnya bocor, satu lagi tajuddin …"):
what is told of the other waits beside the usulan, and becomes one of its own."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow.heard.another import told_of
from bot.core.flow.scene import look
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import in_short
from bot.core.stories.by_people import apart
from bot.work import conversation
from bot.work.office import Office
from bot.work.usulan.voices.stories_beside import kept
from bot.work.visit import Visit

_TOLD = ("cerita", "harapan", "juga")
_SHOWN = 60  # characters


async def heed(visit: Visit, before: State, heard: Heard, step: Step, name: str) -> bool:
    """What these words tell of somebody else than `name` is kept apart, and what was asked is asked again; False where
    they tell of nobody else."""
    if not isinstance(heard, Typed) or heard.edited or step.ended or not name:
        return False
    flow = visit.office.catalog.flows[before.flow]
    behind = told_of(look(flow, before, visit.office.world(visit.now)), heard)
    if behind:
        state, others = before, [behind]
    else:
        state, others = _parted(visit.office, step.state, name)
    if not others:
        return False
    for other in others:
        state = kept(state, [Typed(other, heard.message)])
    conversation.put_in(visit, state)
    quoted = "" if visit.office.catalog.danger.find(heard.text) else in_short(others[0], _SHOWN)
    visit.say("suara_cerita_terpisah", kata=quoted, nama=name)
    await conversation.resume(visit)
    return True


def _parted(office: Office, state: State, name: str) -> tuple[State, list[str]]:
    """The draft with what is told of whose voice it is, and what is told of others."""
    others: list[str] = []

    def own(value: Mapping[str, Any]) -> dict[str, Any]:
        world = office.catalog.world
        text, found = apart(str(value.get("text", "")), name, world.of_two, world.spellings.stories)
        others.extend(one for one in found if one not in others)
        return {**value, "text": text} if found else dict(value)

    for key in set(_TOLD) & set(state.answers):
        value = own(state.answers[key].value)
        if value != state.answers[key].value:
            state = state.give(key, replace(state.answers[key], value=value))
    first = state.pending.get("first")
    if first is not None:
        told = {key: Answer.from_json(one) for key, one in first["answers"].items()}
        put = {key: replace(one, value=own(one.value)).to_json() for key, one in told.items()}
        state = state.hold(first={**first, "answers": put})
    return state, others
