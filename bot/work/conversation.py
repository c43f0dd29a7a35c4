"""Guided conversations: what was heard goes through `advance`, what is to be said becomes promises."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.flow.first_words import hear_first
from bot.core.flow.interpreter import Answer, Flow, World, accepts, advance, ask_again, begin
from bot.core.flow.scene import STILL, look
from bot.core.forms.heard import Heard, Pressed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.records import Conversation
from bot.store.queues.notices import DRAFT
from bot.store.turn import conversation_row
from bot.work.calendar import permitted, setting
from bot.work.hall import acts as hall
from bot.work.people import rights
from bot.work.places import hamlets, posters
from bot.work.reading import voices
from bot.work.roles import handover, invitations
from bot.work.roles.territory import narrowed
from bot.work.tasks import doing
from bot.work.usulan import danger, speakers, titip, usulan
from bot.work.usulan.reader_choice import step_with_readers
from bot.work.visit import Visit

#: A draft left alone this long is asked after, once.
NUDGE_AFTER = timedelta(hours=24)


#: What a finished form becomes.
FINISH: dict[str, Callable[[Visit, Flow, State], Awaitable[None]]] = {
    usulan.FORM: usulan.submit,
    titip.FORM: titip.finish,
    voices.FORM: voices.finish,
    rights.NAME_FORM: rights.rename,
    speakers.FORM: speakers.finish,
    invitations.FORM: invitations.finish,
    handover.FORM: handover.list_holders,
    hamlets.FORM: hamlets.choose,
    hamlets.NEW_FORM: hamlets.finish_new,
    hamlets.RENAME_FORM: hamlets.finish_rename,
    posters.FORM: posters.finish,
    **hall.FINISH,
    **setting.FINISH,
    **doing.FINISH,
}
#: Forms in which the person sees only those roles that they may give.
_NARROWED = (invitations.FORM, handover.FORM)
#: Drafts that are asked after when they are left alone.
_NUDGED = (usulan.FORM, titip.FORM)


def start(
    visit: Visit,
    name: str,
    known: Mapping[str, Any] | None = None,
    spoken: Sequence[Heard] = (),
    *,
    world: World | None = None,
    heard: Heard | None = None,
) -> None:
    """Open a form for the person who speaks. Their last place is offered again, and taken as said when a poster told
    it; `known` answers (an empty mapping, too) are not asked at all. `spoken`: what they said before the first
    question. `heard`: the answer to the first question that is left. `world`: where the form looks at more than the
    content."""
    person = visit.me
    flow = _flow(visit, name)
    assert flow is not None
    world, draft = world or visit.office.world(visit.now), draft_id(visit.turn.update_id)
    step = begin(flow, draft, world, person.place if known is None else None)
    if known:
        step = ask_again(flow, _answered(step.state, known), world)
    if known is None and posters.is_from_poster(person.place):
        step = advance(flow, step.state, Pressed(draft, STILL, "~ya"), world)
    if spoken:
        step = _with_first_words(flow, step, spoken, world)
    if heard is not None:
        step = advance(flow, step.state, heard, world)
    if name == usulan.FORM:
        step = speakers.with_offer(step)
    _apply(visit, step, None)


def _with_first_words(flow: Flow, step: Step, spoken: Sequence[Heard], world: World) -> Step:
    """Nobody says it twice: what was told already is answered, and it is said that it is."""
    state = hear_first(flow, step.state, spoken, world)
    again = ask_again(flow, state, world)
    if state.answers == step.state.answers:
        return again
    lead = Words("kata_pertama_dipakai")
    return replace(again, say=tuple(replace(say, lead=lead) for say in again.say))


def _answered(state: State, known: Mapping[str, Any]) -> State:
    for key, value in known.items():
        state = state.give(key, Answer(value))
    return state


async def start_or_finish(visit: Visit, name: str, known: Mapping[str, Any]) -> None:
    """Open a form, unless what is known answers all of it: then go on to what it leads to."""
    flow = _flow(visit, name)
    assert flow is not None
    state = _answered(State(name, draft_id(visit.turn.update_id)), known)
    if look(flow, state, visit.office.world(visit.now)).open is None and not flow.review:
        await FINISH[name](visit, flow, state)
    else:
        start(visit, name, known)


def _flow(visit: Visit, name: str) -> Flow | None:
    """A form as this person sees it; None when there is none of that name."""
    flow = visit.office.catalog.flows.get(name)
    if flow is not None and name == permitted.FORM:
        return permitted.fitted(flow, visit.office, visit.grants)
    return narrowed(flow, visit.grants) if flow is not None and name in _NARROWED else flow


def draft_id(number: int) -> str:
    """A short name for a draft from the update that began it: unique enough that an old button cannot mean a new
    draft."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    number = abs(number)
    while number and len(text) < 8:
        number, rest = divmod(number, 36)
        text = digits[rest] + text
    return text or "0"


def open_conversation(visit: Visit) -> Conversation | None:
    """The conversation that typed words belong to: the one touched last."""
    return max(visit.conversations.values(), key=lambda c: c.touched_at, default=None)


async def hear(visit: Visit, heard: Heard) -> bool:
    """Let the open conversation hear it; False when there is none."""
    conversation = open_conversation(visit)
    flow = _flow(visit, conversation.flow) if conversation is not None else None
    if conversation is None or flow is None:
        return False
    state = State.from_json(conversation.state)
    step = await _step(visit, flow, state, lambda world: advance(flow, state, heard, world))
    if flow.key == titip.FORM and (why := titip.holds_up(visit, step.state)):
        if why == titip.REFUSED:
            cancel(visit)
        visit.say(why)
        return True
    if flow.key in _NUDGED:
        await danger.heed(visit, state, heard, step)
    _apply(visit, step, conversation)
    if step.ended == "sent":
        await FINISH[flow.key](visit, flow, step.state)
    return True


async def _step(visit: Visit, flow: Flow, state: State, take: Callable[[World], Step]) -> Step:
    """Take a step with all that this form looks at."""
    if flow.key == permitted.FORM:
        return await setting.take_step(visit, flow, state, take)
    return await step_with_readers(visit, flow, state, take)


def _apply(visit: Visit, step: Step, before: Conversation | None) -> None:
    person = visit.me
    visit.say_all(step.say)
    if step.ended:
        visit.turn.put("conversation_end", p=person.id, f=step.state.flow)
        visit.turn.put("notice_moot", p=person.id, k=DRAFT, s=f"{step.state.flow}:{step.state.draft}")
        return
    is_new = before is None or before.draft != step.state.draft
    waits = step.state.flow in _NUDGED and (is_new or (before is not None and before.nudge_at))
    nudge = visit.now + NUDGE_AFTER if waits else None
    state = step.state.to_json()
    if not is_new and before is not None and before.state == state:
        return
    row = Conversation(step.state.flow, step.state.draft, state, visit.now, nudge)
    visit.turn.put("conversation", **conversation_row(person.id, row))


def cancel(visit: Visit) -> bool:
    """Close every open conversation of the person; False when there was none."""
    person = visit.me
    if not visit.conversations:
        return False
    for conversation in visit.conversations.values():
        visit.turn.put("conversation_end", p=person.id, f=conversation.flow)
        visit.turn.put("notice_moot", p=person.id, k=DRAFT, s=f"{conversation.flow}:{conversation.draft}")
    visit.turn.conversations = {}
    return True


def has_said(visit: Visit, message: int) -> bool:
    """Whether this message gave an answer of the open draft."""
    conversation = open_conversation(visit)
    if conversation is None or conversation.flow not in visit.office.catalog.flows:
        return False
    state = State.from_json(conversation.state)
    return accepts(visit.office.catalog.flows[conversation.flow], state, message) is not None


async def resume(visit: Visit) -> bool:
    """Ask again what the open draft asked last; False when there is none."""
    conversation = open_conversation(visit)
    flow = _flow(visit, conversation.flow) if conversation is not None else None
    if conversation is None or flow is None:
        return False
    state = State.from_json(conversation.state)
    step = await _step(visit, flow, state, lambda world: ask_again(flow, state, world))
    visit.say_all(step.say)
    return True
