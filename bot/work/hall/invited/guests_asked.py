"""Whether somebody is invited, asked by name: "ibu hasni diundang tidak?"; answered from the list of the meeting."""

import re

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import is_question, key_of
from bot.core.places.spelling import fold
from bot.work.access import allowed, button
from bot.work.hall.invited import guests, guests_answered
from bot.work.hall.meeting import FAMILY
from bot.work.saying.naming import occasion_name
from bot.work.visit import Visit

_LONGEST, _NAME = 12, 3  # words


async def take(visit: Visit, heard: Heard) -> bool:
    """False where no meeting is ahead, and where nobody is asked about by name."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return False
    name = _asked_about(visit, heard.text)
    hall = await guests_answered.meeting(visit, heard.text) if name else None
    if hall is None:
        return False
    found = guests_answered.called(visit, await guests_answered.on_list(hall), name)
    if len(found) == 1:
        await guests.show_one(hall, [str(found[0].id)])
        return True
    meeting = occasion_name(visit.office, hall.occasion)
    visit.say("rapat_tidak_diundang", nama=name, pertemuan=meeting, beberapa=[one.name for one in found])
    await guests.show(hall, [])
    return True


def _asked_about(visit: Visit, text: str) -> str:
    """Who it is; empty where nobody is called by a title, nor bears a name that no example has."""
    world, spoken = visit.office.catalog.world, re.findall(r"[\w'’-]+", text)
    invited, beside = world.guests_said["diundang"], world.guests_said["apakah"] | world.nodding
    if len(spoken) > _LONGEST or invited.isdisjoint(map(key_of, spoken)):
        return ""
    if not is_question(text, world, free=False):
        return ""
    about = re.findall(r"[\w'’-]+", guests_answered.without_meeting(visit, text.rstrip(" ?")))
    rest = [word for word in about if key_of(word) not in invited | beside]
    titles = guests_answered.titles_of(visit)
    bare = [word for word in rest if fold(word) not in titles]
    is_known = world.ear is None or all(map(world.ear.knows, bare))
    is_named = 0 < len(bare) <= _NAME and (len(bare) < len(rest) or not is_known)
    return " ".join(rest) if is_named and world.oneself.isdisjoint(map(key_of, bare)) else ""
