"""*Jangan sebut nama saya*: who reads an usulan, and what is shown or printed of it, has "warga" in the place of the
name. The office still knows whose it is, so that news finds them."""

from dataclasses import replace

from bot.core.forms.state import State
from bot.store.people import conversations
from bot.store.usulan import usulan as stored
from bot.work.visit import Visit

#: By this name a draft keeps the wish, until it is an usulan.
_ABOUT = "unnamed"
#: Forms that become an usulan.
_FORMS = ("usulan", "titip")


def in_draft(state: State) -> bool:
    return bool(state.about.get(_ABOUT))


async def mark(visit: Visit, *, unnamed: bool) -> tuple[int, bool]:
    """All that is this person's, and what they are in the middle of telling. Returns how many usulan that are, and
    whether a draft is among it."""
    async with visit.ask() as connection:
        count = await stored.set_unnamed(connection, visit.me.id, unnamed=unnamed)
    open_ones = [draft for flow, draft in visit.conversations.items() if flow in _FORMS]
    for draft in open_ones:
        state = State.from_json(draft.state)
        state = replace(state, about={**state.about, _ABOUT: unnamed})
        conversations.keep(visit.turn, replace(draft, state=state.to_json()))
    return count, bool(open_ones)
