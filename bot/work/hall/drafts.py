"""Forms that are about one meeting: the draft keeps which, and a finished one finds its way back into the hall."""

from typing import Any

from bot.core.forms.state import State
from bot.work.hall.meeting import ABOUT, Hall, enter
from bot.work.visit import Visit


def ask(hall: Hall, form: str, known: dict[str, Any] | None = None, **about: Any) -> None:
    """Open a form. `about`: what else the draft keeps beside the meeting; `known` answers are not asked for."""
    from bot.work import conversation  # it names the ends of these forms

    conversation.start(hall.visit, form, {ABOUT: {"occasion": hall.id, **about}, **(known or {})})


async def enter_again(visit: Visit, state: State) -> Hall | None:
    """The meeting that a finished form is about; whoever lost their role in the meantime is told so."""
    return await enter(visit, int(about(state)["occasion"]), to_change=True)


def about(state: State) -> dict[str, Any]:
    told: dict[str, Any] = state.answers[ABOUT].value
    return told
