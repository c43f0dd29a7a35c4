"""Guided conversations: what was heard goes through `advance`, what is to be said becomes promises."""

from datetime import timedelta

from bot.core.flow import accepts, advance, ask_again, begin
from bot.core.heard import Heard
from bot.core.records import Conversation
from bot.core.say import Step
from bot.core.state import State
from bot.store.notices import DRAFT
from bot.store.turn import Turn, conversation_row
from bot.work import replies, usulan
from bot.work.office import Office

#: A draft left alone this long is asked after, once.
NUDGE_AFTER = timedelta(hours=24)


def start(turn: Turn, office: Office, flow: str) -> None:
    """Open a form for the person who speaks; their last place is offered again."""
    person = turn.person
    assert person is not None
    step = begin(office.catalog.flows[flow], draft_id(turn.update_id), office.catalog.world, person.place)
    _apply(turn, office, step, None)


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


def open_conversation(turn: Turn) -> Conversation | None:
    """The conversation that typed words belong to: the one touched last."""
    return max(turn.conversations.values(), key=lambda c: c.touched_at, default=None)


async def hear(turn: Turn, office: Office, heard: Heard, pressed_message: int | None = None) -> bool:
    """Let the open conversation hear it; False when there is none. `pressed_message`: the message that carried the
    button."""
    conversation = open_conversation(turn)
    if conversation is None or conversation.flow not in office.catalog.flows:
        return False
    flow = office.catalog.flows[conversation.flow]
    step = advance(flow, State.from_json(conversation.state), heard, office.catalog.world)
    _apply(turn, office, step, conversation, pressed_message)
    if step.ended == "sent":
        await usulan.submit(turn, office, flow, step.state)
    return True


def _apply(
    turn: Turn, office: Office, step: Step, before: Conversation | None, pressed_message: int | None = None
) -> None:
    person = turn.person
    assert person is not None
    replies.say_all(turn, office, step.say, pressed_message)
    if step.ended:
        turn.put("conversation_end", p=person.id, f=step.state.flow)
        turn.put("notice_moot", p=person.id, k=DRAFT, s=f"{step.state.flow}:{step.state.draft}")
        return
    is_new = before is None or before.draft != step.state.draft
    nudge = turn.now + NUDGE_AFTER if is_new or (before is not None and before.nudge_at) else None
    state = step.state.to_json()
    if not is_new and before is not None and before.state == state:
        return
    row = Conversation(step.state.flow, step.state.draft, state, turn.now, nudge)
    turn.put("conversation", **conversation_row(person.id, row))


def cancel(turn: Turn) -> bool:
    """Close every open conversation of the person; False when there was none."""
    person = turn.person
    if person is None or not turn.conversations:
        return False
    for conversation in turn.conversations.values():
        turn.put("conversation_end", p=person.id, f=conversation.flow)
        turn.put("notice_moot", p=person.id, k=DRAFT, s=f"{conversation.flow}:{conversation.draft}")
    turn.conversations = {}
    return True


def has_said(turn: Turn, office: Office, message: int) -> bool:
    """Whether this message gave an answer of the open draft."""
    conversation = open_conversation(turn)
    if conversation is None or conversation.flow not in office.catalog.flows:
        return False
    state = State.from_json(conversation.state)
    return accepts(office.catalog.flows[conversation.flow], state, message) is not None


def resume(turn: Turn, office: Office) -> bool:
    """Ask again what the open draft asked last; False when there is none."""
    conversation = open_conversation(turn)
    if conversation is None or conversation.flow not in office.catalog.flows:
        return False
    step = ask_again(office.catalog.flows[conversation.flow], State.from_json(conversation.state), office.catalog.world)
    replies.say_all(turn, office, step.say)
    return True
