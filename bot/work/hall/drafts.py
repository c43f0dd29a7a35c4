"""Forms that are about one meeting: the draft keeps which, and a finished one finds its way back into the hall."""

from typing import Any

from bot.core.forms.state import State
from bot.work import conversation
from bot.work.hall.meeting import Hall, enter
from bot.work.visit import Journey, Visit


def ask(hall: Hall, journey: Journey, known: dict[str, Any] | None = None, **about: Any) -> None:
    """Open a form. `about`: what else the draft keeps beside the meeting; `known` answers are not asked for."""
    conversation.start(hall.visit, journey, known, about={"occasion": hall.id, **about})


async def enter_again(visit: Visit, state: State) -> Hall | None:
    """The meeting that a finished form is about; whoever lost their role in the meantime is told so."""
    return await enter(visit, int(state.about["occasion"]), to_change=True)
