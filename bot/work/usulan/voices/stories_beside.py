"""Stories that wait beside a draft and are none of it, until it is sent or given up: each becomes one of its own."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.state import State

#: By this name a draft keeps them: who tells them, where they said it, and what was said.
WAITING = "cerita_lain"


def kept(state: State, said: Sequence[Typed | Sent], name: str = "") -> State:
    """The draft with one more beside it; `name`: of whoever told it."""
    one = {"nama": name, "dikatakan": [asdict(heard) for heard in said]}
    return replace(state, about={**state.about, WAITING: [*state.about.get(WAITING, ()), one]})


def waiting(state: State) -> dict[str, Any]:
    """What of a draft that is over goes on beside the next."""
    return {WAITING: state.about[WAITING]} if state.about.get(WAITING) else {}
