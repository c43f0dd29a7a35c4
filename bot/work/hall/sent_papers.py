"""A photo or a file that says below it which paper of a meeting it is ("daftar hadir musdus", "ini berita acara
kemarin"): it is taken as if the screen of that meeting had asked for it."""

from collections.abc import Mapping

from bot.core.forms.heard import Heard, Sent
from bot.core.forms.writing import key_of
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.calendar.permitted import meetings
from bot.work.calendar.typed import kinds_in
from bot.work.hall import attendance, hub
from bot.work.hall.meeting import FAMILY
from bot.work.visit import Journey, Visit

#: What a paper is called among the buttons of a meeting, and what asks for it.
_PAPERS: Mapping[str, Journey] = {
    "berita": attendance.MINUTES,
    "foto": attendance.SHEET,
    "hadir": attendance.SHEET,
}
_FILES = frozenset({"photo", "document"})


async def take(visit: Visit, heard: Heard) -> bool:
    """Of the meeting that is named, of this day or else the last one; False where there was none."""
    if not isinstance(heard, Sent) or heard.what not in _FILES or not allowed(button(FAMILY), visit.grants):
        return False
    told = f" {key_of(heard.caption or '')} "
    verbs = visit.office.catalog.world.hall_buttons
    there = [words for words, verb in verbs.items() if verb in _PAPERS and f" {words} " in told]
    named = max(there, key=len, default="")
    found = await hub.of_last_day(visit) if named else []
    kinds = kinds_in(meetings(visit.office, visit.grants), told.replace(named, " "))
    one = next(iter([one for one in found if one.kind in kinds] or found), None)
    if one is not None:
        await conversation.start_with_answer(visit, _PAPERS[verbs[named]], {}, {"occasion": one.id}, heard)
    return one is not None
