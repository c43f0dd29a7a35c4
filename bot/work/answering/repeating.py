"""What is explained at length is not explained twice running in the same words."""

from dataclasses import replace

from bot.store.people import conversations
from bot.work import conversation
from bot.work.visit import Visit

#: By this name a draft keeps what was explained in it last.
_TOLD_LAST = "dijelaskan"


def is_told_again(visit: Visit, what: str) -> bool:
    """Whether the open draft was told this last, lately; from now on it was."""
    draft = conversation.open_conversation(visit)
    if draft is None:
        return False
    about = draft.state.get("about", {})
    again = bool(about.get(_TOLD_LAST) == what) and not conversation.is_long_ago(visit, draft)
    if not again:
        state = {**draft.state, "about": {**about, _TOLD_LAST: what}}
        conversations.keep(visit.turn, replace(draft, state=state))
    return again
