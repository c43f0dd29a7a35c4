"""Forms that are about one meeting: the draft keeps which, and a finished one finds its way back into the hall."""

from typing import Any

from bot.core.forms.state import State
from bot.core.records import Conversation
from bot.store.people import conversations
from bot.work import conversation
from bot.work.hall.meeting import Hall, enter
from bot.work.visit import Journey, Visit

#: The forms that are listened to while a screen is open.
_QUIET = ("hadir_baru",)


def ask(hall: Hall, journey: Journey, known: dict[str, Any] | None = None, **about: Any) -> None:
    """Open a form. `about`: what else the draft keeps beside the meeting; `known` answers are not asked for."""
    conversation.start(hall.visit, journey, known, about={"occasion": hall.id, **about})


def listen(hall: Hall, journey: Journey) -> None:
    """Open a form without asking: the screen says what may be typed."""
    visit = hall.visit
    state = State(journey.form, conversation.draft_id(visit.turn.update_id), about={"occasion": hall.id})
    conversations.keep(visit.turn, Conversation(journey.form, state.draft, state.to_json(), visit.now, None))


def stop_listening(hall: Hall) -> None:
    """The screen is left."""
    for form in _QUIET:
        if form in hall.visit.conversations:
            conversations.end(hall.visit.turn, form)


async def enter_again(visit: Visit, state: State) -> Hall | None:
    """The meeting that a finished form is about; whoever lost their role in the meantime is told so."""
    return await enter(visit, int(state.about["occasion"]), to_change=True)
