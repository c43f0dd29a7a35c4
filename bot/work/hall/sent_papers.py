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
_PAPERS: Mapping[str, Journey] = {"berita": attendance.MINUTES, "foto": attendance.SHEET, "hadir": attendance.SHEET}
_FILES = frozenset({"photo", "document"})


def named_in(visit: Visit, heard: Heard) -> tuple[str, str]:
    """What stands below it, and the paper that it names; empty where it names none."""
    if not isinstance(heard, Sent) or heard.what not in _FILES or not allowed(button(FAMILY), visit.grants):
        return "", ""
    told = f" {key_of(heard.caption or '')} ".replace("nya ", " ")
    there = (words for words, verb in visit.office.catalog.world.hall_buttons.items() if verb in _PAPERS)
    return told, max((words for words in there if f" {words} " in told), key=len, default="")


async def take(visit: Visit, heard: Heard) -> bool:
    """Of the meeting that is named, of this day or else the last one; False where there was none."""
    told, named = named_in(visit, heard)
    if not named:
        return False
    found = await hub.of_last_day(visit)
    kinds = kinds_in(meetings(visit.office, visit.grants), told.replace(named, " "))
    one = next(iter([one for one in found if one.kind in kinds] or found), None)
    if one is not None:
        journey = _PAPERS[visit.office.catalog.world.hall_buttons[named]]
        await conversation.start_with_answer(visit, journey, {}, {"occasion": one.id}, heard)
    return one is not None
