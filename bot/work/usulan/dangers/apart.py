"""What is told of violence and despair to a question that asked for something else, or before any question: it is
answered, and becomes nothing at all unless whoever told it says so. Until then it stands only in the message itself,
which goes after its days like every message.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.interpreter import advance
from bot.core.flow.scene import look
from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.core.forms.questions import Flow
from bot.core.forms.say import Step
from bot.core.forms.state import Answer, State
from bot.store.people import conversations
from bot.work import conversation
from bot.work.office import Office
from bot.work.usulan.dangers.closed import APART, STORY, is_kept_as_words, is_private, told_apart
from bot.work.usulan.reader_choice import PRIVATE
from bot.work.visit import Journey, Visit

_FORM = "usulan"
_PLACE = ("kecamatan", "desa", "dusun")


def is_hurt(office: Office, text: str) -> bool:
    """Whether somebody tells of despair or violence: what they need now is no question of a form."""
    return any(one.case.is_asked and not one.mild for one in office.catalog.danger.find(text))


def openly(office: Office, spoken: Sequence[Heard]) -> tuple[list[Heard], dict[str, Any]]:
    """What was said, without what tells, or tells on, of violence; and what a draft keeps of that."""
    kept: list[Heard] = []
    hurt = False
    for heard in spoken:
        text = words_of(heard)
        hurt = hurt or is_hurt(office, text)
        rest = office.catalog.danger.beside(text) if hurt else text
        if rest == text:
            kept.append(heard)
        elif rest and isinstance(heard, Typed):
            kept.append(replace(heard, text=rest))
    return kept, {APART: ""} if hurt else {}


def was_asked_for(visit: Visit, before: State) -> bool:
    """Whether a form was to hold these words: its story was asked for, is of violence already, or no villager's own."""
    flow = visit.office.catalog.flows.get(before.flow)
    if flow is None or not flow.hears or (is_private(before) and STORY in before.answers):
        return True
    return asks_for_story(visit, before)


def asks_for_story(visit: Visit, before: State) -> bool:
    asked = look(_form(visit, before), before, visit.office.world(visit.now)).asked
    return asked is not None and asked.key == STORY and "first" not in before.pending


async def leave_out(visit: Visit, before: State, heard: Heard, answers: Mapping[str, Answer]) -> None:
    """The draft keeps what else they tell, the place, which `answers` holds, and that some words were left out."""
    state = await _with_the_rest(visit, before, heard)
    draft = visit.conversations.get(before.flow)
    if draft is None:
        return
    for key in _PLACE:
        if key in answers and key not in state.answers and answers[key].value.get("listed", True):
            state = state.give(key, answers[key])
    state = replace(state, about={**state.about, APART: told_apart(state)})
    conversations.keep(visit.turn, replace(draft, state=state.to_json(), touched_at=visit.now, nudge_at=None))


async def _with_the_rest(visit: Visit, before: State, heard: Heard) -> State:
    """The draft with the sentences that tell of something else."""
    rest = visit.office.catalog.danger.beside(words_of(heard))
    if not rest or not isinstance(heard, Typed) or heard.edited:
        return before
    flow, other = _form(visit, before), replace(heard, text=rest)
    look_around = _journey(visit, flow).look
    step = await look_around(visit, flow, before, lambda world: advance(flow, before, other, world))
    is_kept = not step.ended and not step.wishes and (step.changed or "first" in step.state.pending)
    return step.state if is_kept else before


def goes_on(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """Whether these words go on with what was left out of this draft; where its story is asked for they are it."""
    is_marked = APART in before.about and not is_private(before)
    if not is_marked or step.ended or step.wishes or not is_kept_as_words(step):
        return False
    return visit.office.catalog.danger.goes_on(words_of(heard)) and step.state.flow in visit.conversations


def _form(visit: Visit, state: State) -> Flow:
    flow = visit.office.catalog.flows[state.flow]
    return _journey(visit, flow).fit(visit, flow)


def _journey(visit: Visit, flow: Flow) -> Journey:
    return visit.journeys[flow.journey or flow.key]


async def bring(visit: Visit, heard: Typed | Sent) -> None:
    """It is to be told on: it is the story where there is none yet, and waits beside one about something else."""
    draft = visit.conversations.get(_FORM)
    if draft is None:
        begin(visit, words_of(heard))
        return
    state = State.from_json(draft.state)
    is_other = (STORY in state.answers and not is_private(state)) or "first" in state.pending
    beside = replace(state, about={**state.about, APART: _joined(told_apart(state), words_of(heard))})
    state = beside if is_other else _as_story(state, heard)
    conversations.keep(visit.turn, replace(draft, state=state.to_json(), touched_at=visit.now, nudge_at=None))
    if is_other:
        visit.say("usulan_tertutup_terpisah")
    await conversation.resume(visit)


def _as_story(state: State, heard: Typed | Sent) -> State:
    earlier = state.answers.get(STORY) or Answer({})
    told = {**earlier.value, "text": _joined(earlier.value.get("text", ""), words_of(heard))}
    state = state.give(STORY, Answer(told, (*earlier.messages, heard.message)))
    return replace(state, about={**state.about, PRIVATE: True})


def _joined(*told: str) -> str:
    return "\n".join(filter(None, told))


def begin(visit: Visit, text: str, **beside: Any) -> None:
    """An usulan of its own, which nobody near reads, and nobody is asked after; `beside` waits in it."""
    journey = replace(visit.journeys[_FORM], nudged=False)
    about: dict[str, Any] = {PRIVATE: True, **beside}
    conversation.start(visit, journey, {STORY: {"text": text}}, about=about, offered=visit.me.place)
