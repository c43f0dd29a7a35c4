"""Guided conversations: what was heard goes through `advance`, what is to be said becomes promises."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from bot.core.flow.heard.first_words import hear_first, only_says_where
from bot.core.flow.interpreter import Answer, Flow, World, accepts, advance, ask_again, begin
from bot.core.flow.scene import STILL, WHICH, kind_of, look
from bot.core.flow.told.letters import without_file
from bot.core.forms.heard import Heard, Pressed, Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.records import Conversation
from bot.store.people import consents, conversations
from bot.work.saying.left_off import tells_anything, where_left
from bot.work.visit import Journey, Visit

#: A draft left alone this long is asked after, once.
NUDGE_AFTER = timedelta(hours=24)
#: What is kept of words that were no answer.
_NOT_UNDERSTOOD = frozenset({"refused", "unsure", WHICH})


def start(
    visit: Visit,
    journey: Journey,
    known: Mapping[str, Any] | None = None,
    *,
    about: Mapping[str, Any] | None = None,
    offered: Mapping[str, Any] | None = None,
    settled: bool = False,
    spoken: Sequence[Heard] = (),
    alone: bool = False,
    heard: Heard | None = None,
    world: World | None = None,
) -> None:
    """Open a form for the person who speaks. `known` answers are not asked at all; None: left out. `about`: what it is
    about, kept beside the answers. `offered`: answers of the last time, asked once as a whole; `settled`: taken as
    said. `spoken`: what was said before the first question; `alone`: nothing but that began the form. `heard`: the
    answer to the first question that is left. `world`: where the form looks at more than the content."""
    flow = journey.fit(visit, visit.office.catalog.flows[journey.form])
    world, draft = world or visit.office.world(visit.now), draft_id(visit.turn.update_id)
    step = begin(flow, draft, world, offered)
    if known or about:
        step = ask_again(flow, _answered(replace(step.state, about=about or {}), known or {}), world)
    if settled:
        step = advance(flow, step.state, Pressed(draft, STILL, "~ya"), world)
    if spoken:
        step = _with_first_words(flow, step, spoken, world, alone)
    if heard is not None:
        step = advance(flow, step.state, heard, world)
    _apply(visit, journey, journey.opening(step), None)


async def start_with_answer(
    visit: Visit, journey: Journey, known: Mapping[str, Any], about: Mapping[str, Any], heard: Heard
) -> None:
    """Open a form whose question was asked somewhere else, with the answer to it; what is answered whole ends at
    once."""
    flow, state, step = with_answer(visit, journey, known, about, heard)
    if await journey.heed(visit, state, heard, step):
        return
    _apply(visit, journey, step, None)
    if step.ended == "sent":
        await journey.finish(visit, flow, step.state)


def with_answer(
    visit: Visit, journey: Journey, known: Mapping[str, Any], about: Mapping[str, Any], heard: Heard
) -> tuple[Flow, State, Step]:
    """That form before the answer, and the step it would be."""
    flow = journey.fit(visit, visit.office.catalog.flows[journey.form])
    state = _answered(State(journey.form, draft_id(visit.turn.update_id), about=about), known)
    return flow, state, advance(flow, state, heard, visit.office.world(visit.now))


def _with_first_words(flow: Flow, step: Step, spoken: Sequence[Heard], world: World, alone: bool) -> Step:
    """Nobody says it twice: what was told already is shown and asked about, or kept and said to be; so is what cannot
    be."""
    if only_says_where(flow, step.state, spoken, world):  # with what is asked of a name that is on no list
        return advance(flow, step.state, spoken[0], world)
    spoken, has_file = without_file(spoken, world)
    state = hear_first(flow, step.state, spoken, world, alone)
    again, is_kept = ask_again(flow, state, world), state.answers != step.state.answers
    told = {"ada": is_kept, "berkas": has_file and "foto" not in state.answers}
    return again.led_by(Words("kata_pertama_dipakai", told)) if any(told.values()) else again


def _answered(state: State, known: Mapping[str, Any]) -> State:
    for key, value in known.items():
        state = state.skip(key) if value is None else state.give(key, Answer(value))
    return state


async def start_or_finish(visit: Visit, journey: Journey, known: Mapping[str, Any]) -> None:
    """Open a form, unless what is known answers all of it: then go on to what it leads to."""
    flow = journey.fit(visit, visit.office.catalog.flows[journey.form])
    state = _answered(State(journey.form, draft_id(visit.turn.update_id)), known)
    if look(flow, state, visit.office.world(visit.now)).open is None and not flow.review:
        await journey.finish(visit, flow, state)
    else:
        start(visit, journey, known)


def draft_id(number: int) -> str:
    """A short name for a draft from the update that began it: unique enough that an old button cannot mean a new
    draft."""
    digits, text, number = "0123456789abcdefghijklmnopqrstuvwxyz", "", abs(number)
    while number and len(text) < 8:
        number, rest = divmod(number, 36)
        text = digits[rest] + text
    return text or "0"


def open_conversation(visit: Visit) -> Conversation | None:
    """The conversation that typed words belong to: the one touched last."""
    return max(filter(partial(_lasts, visit), visit.conversations.values()), key=lambda c: c.touched_at, default=None)


def is_asked(visit: Visit, journey: Journey) -> bool:
    """Whether this is what the person was asked last."""
    draft = open_conversation(visit)
    return draft is not None and draft.flow == journey.form


def _lasts(visit: Visit, conversation: Conversation) -> bool:
    """Whether it is still listened to."""
    journey = visit.journeys.get(conversation.flow)
    lasts = journey.lasts if journey is not None else None
    return lasts is None or visit.now - conversation.touched_at < lasts


def _underway(visit: Visit, heard: Heard | None = None) -> tuple[Conversation, Flow, Journey] | None:
    """The open conversation, or that of the button whatever was asked since, with its form as this person sees it;
    None when there is none, or its form is gone."""
    own = [one for one in visit.conversations.values() if isinstance(heard, Pressed) and one.draft == heard.draft]
    conversation = next(filter(partial(_lasts, visit), own), None) or open_conversation(visit)
    if conversation is None or (flow := visit.office.catalog.flows.get(conversation.flow)) is None:
        return None
    journey = visit.journeys[flow.journey or flow.key]
    return conversation, journey.fit(visit, flow), journey


#: Answers what somebody asked or said in passing: the visit, the name of the act, the words.
Reply = Callable[[Visit, str, str], Awaitable[bool]]
Elsewhere = Callable[[Visit, Any], Awaitable[bool]]


async def hear(visit: Visit, heard: Heard, reply: Reply, elsewhere: Elsewhere | None = None) -> bool:
    """Let the open conversation hear it; False when there is none. `reply` answers what the form itself cannot;
    `elsewhere`: whether what is no answer is heard there."""
    found = _underway(visit, heard)
    if found is None:
        return False
    (conversation, flow, journey), state = found, State.from_json(found[0].state)
    step = await journey.look(visit, flow, state, lambda world: advance(flow, state, heard, world))
    if step.ended == "sent" and isinstance(heard, Typed) and await _is_asked_no_more(visit, flow, conversation, heard):
        step = await journey.look(visit, flow, state, lambda world: ask_again(flow, state, world))
    passes = elsewhere if not step.ended and _told_in(step.state) == _told_in(state) else None
    if await journey.heed(visit, state, heard, step) or (passes is not None and await passes(visit, heard)):
        return True
    for wish in step.wishes:
        await reply(visit, wish.act, wish.words)
    kept = visit.conversations.get(conversation.flow)
    if kept is not None and kept is not conversation:  # what was said beside it is written there
        step, conversation = _with_about(step, state, kept), kept
    # In a villager's own story each of many answers would cost a letter more; what may be it is shown again.
    first, is_long = state.pending.get("first"), flow.hears or flow.enough_from is not None
    is_over = first != step.state.pending.get("first") if is_long else step.changed or step.ended
    if is_over and not isinstance(heard, Pressed):
        await visit.settle(f"f:{conversation.draft}:")
    if flow.hears and visit.me.consent_version == consents.AWAITS_GUARDIAN:  # it stands still until one agrees
        step = replace(step, say=(), ended=None)
    _apply(visit, journey, step, conversation)
    if step.ended == "sent":
        await journey.finish(visit, flow, step.state)
    elif step.ended == "cancelled":
        await journey.dropped(visit, step.state)
    return True


async def _is_asked_no_more(visit: Visit, flow: Flow, draft: Conversation, heard: Typed) -> bool:
    """A card that is not lowest, or a yes to the question of another day below which something stands: asked again."""
    if flow.review:
        return not await stands_lowest(visit, draft)
    if not is_long_ago(visit, draft) or not visit.agrees(heard.text):
        return False
    last = next(iter(await visit.letters()), None)
    return last is not None and not last.carries(f"f:{draft.draft}:")


async def stands_lowest(visit: Visit, draft: Conversation) -> bool:
    """Whether what it asks was said last, but for news: a word that sends it is meant for what is read just now."""
    letters = await visit.letters()
    return not letters or any(letter.carries(f"f:{draft.draft}:") for letter in letters)


def _with_about(step: Step, before: State, kept: Conversation) -> Step:
    """The step with what was written into the draft since it was heard."""
    new = {name: told for name, told in kept.state.get("about", {}).items() if before.about.get(name) != told}
    return replace(step, state=replace(step.state, about={**step.state.about, **new})) if new else step


async def takes(visit: Visit, heard: Heard) -> bool:
    """Whether what is open would take this for an answer, or ask only whether it is one."""
    found = _underway(visit)
    if found is None:
        return False
    (_, flow, journey), state = found, State.from_json(found[0].state)
    step = await journey.look(visit, flow, state, lambda world: advance(flow, state, heard, world))
    return bool(step.ended) or _told_in(step.state) != _told_in(state)


def asked(visit: Visit) -> tuple[Question | None, bool]:
    """What the open form asks, and whether it is told in the person's own words from beginning to end."""
    found = _underway(visit)
    if found is None:
        return None, False
    draft, flow, _ = found
    return look(flow, State.from_json(draft.state), visit.office.world(visit.now)).asked, flow.hears


def asks_for_any_words(visit: Visit) -> bool:
    """Whether what is open asks for words that are kept as they are: a story, the text of an announcement."""
    question, _ = asked(visit)
    return question is not None and (kind_of(question).verbatim or bool(kind_of(question).story))


def _told_in(state: State) -> tuple[Any, ...]:
    """What stands there, but for what was not understood."""
    pending = {name: told for name, told in state.pending.items() if name not in _NOT_UNDERSTOOD}
    return state.answers, state.skipped, pending


def _apply(visit: Visit, journey: Journey, step: Step, before: Conversation | None) -> None:
    visit.say_all(step.say)
    if step.ended:
        conversations.end(visit.turn, step.state.flow)
        return
    is_new = before is None or before.draft != step.state.draft
    state = step.state.to_json()
    waits = is_new or before is None or before.nudge_at or not tells_anything(before.state)
    nudge = visit.now + NUDGE_AFTER if journey.nudged and waits and tells_anything(state) else None
    if is_new or before is None or before.state != state:
        conversations.keep(visit.turn, Conversation(step.state.flow, step.state.draft, state, visit.now, nudge))


def cancel(visit: Visit) -> bool:
    """Close every open conversation of the person; False when there was none."""
    for flow in (open_ones := list(visit.conversations)):
        conversations.end(visit.turn, flow)
    return bool(open_ones)


def dropping(visit: Visit) -> list[tuple[Journey, State]]:
    """What `cancel` would close: of some of it something stays."""
    found = ((visit.journeys.get(one.flow), one) for one in visit.conversations.values())
    return [(journey, State.from_json(one.state)) for journey, one in found if journey is not None]


def has_said(visit: Visit, message: int) -> bool:
    """Whether this message gave an answer of the open draft."""
    flows, conversation = visit.office.catalog.flows, open_conversation(visit)
    if conversation is None or conversation.flow not in flows:
        return False
    return accepts(flows[conversation.flow], State.from_json(conversation.state), message) is not None


async def resume(visit: Visit, lead: Words | None = None) -> bool:
    """Ask again what the open draft asked last, and hear its answer; False when there is none. `lead`: what is said
    before it."""
    found = _underway(visit)
    if found is None:
        return False
    (conversation, flow, journey), state = found, State.from_json(found[0].state)
    step = await journey.look(visit, flow, state, lambda world: ask_again(flow, state, world))
    where = where_left(visit.office, conversation) if is_long_ago(visit, conversation) else {}
    lead = lead or (Words("draf_sampai_di", where) if any(where.values()) else None)
    visit.say_all([replace(say, lead=say.lead or lead) for say in step.say])
    touch(visit, replace(conversation, state=step.state.to_json()))
    return True


def is_long_ago(visit: Visit, conversation: Conversation) -> bool:
    """Whether somebody may have forgotten what it was about."""
    return visit.now - conversation.touched_at > NUDGE_AFTER


def put_in(visit: Visit, state: State) -> None:
    """What was told beside its questions stands in the open draft of this form."""
    touch(visit, replace(visit.conversations[state.flow], state=state.to_json()))


def touch(visit: Visit, conversation: Conversation) -> None:
    """They were told what it is about, and need not be told again."""
    conversations.keep(visit.turn, replace(conversation, touched_at=visit.now))
