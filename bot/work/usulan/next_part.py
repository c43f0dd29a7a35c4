"""The next of several things that were told in one usulan: its own words are its story, and it gets its own number."""

from bot.core.flow.scene import FIRST
from bot.core.forms.heard import Pressed, Typed
from bot.core.records import WITHDRAWN, Usulan
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.usulan import several
from bot.work.usulan.usulan import FORM, JOURNEY
from bot.work.visit import Visit


async def begin(visit: Visit, origin: int, at: int) -> None:
    """*Sampaikan yang ini*; nothing where a draft is open, or where the first does not tell it any more."""
    found = await _own(visit, origin)
    parts = several.parts_in(visit.office, found.answers) if found is not None else ()
    if not 0 < at < len(parts):
        visit.stale()
    elif FORM in visit.conversations:
        visit.toast("usulan_berikut_nanti")
    else:
        _start(visit, origin, at, parts[at])


def _start(visit: Visit, origin: int, at: int, words: str) -> None:
    """The button above it says these words: pressing it is the yes to them."""
    spoken = Typed(words, visit.turn.message or visit.turn.update_id)
    yes = Pressed(conversation.draft_id(visit.turn.update_id), FIRST, "~ya_cerita")
    about = {several.ABOUT: [origin, at]}
    conversation.start(visit, JOURNEY, about=about, offered=visit.me.place, spoken=[spoken], heard=yes)


async def _own(visit: Visit, usulan_id: int) -> Usulan | None:
    async with visit.ask() as connection:
        if not await stored.is_of(connection, visit.me.id, usulan_id):
            return None
        found = await stored.by_id(connection, usulan_id)
    return found if found is not None and found.status != WITHDRAWN else None
