"""Who came, or comes, to a meeting that is named: its own list, and never another's. Of what stands in no calendar it
is said that there is no such list."""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.core.forms.heard import Typed
from bot.core.places.spelling import fold
from bot.core.understanding.times.moments import speaks_of_time
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.work.access import allowed, button
from bot.work.calendar.pages import plan_begins
from bot.work.hall import attendance, past, sheets, which
from bot.work.hall.invited import guests
from bot.work.hall.meeting import FAMILY, enter
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import occasion_name, place_name
from bot.work.visit import Visit

_AHEAD, _OFFERED = timedelta(days=200), 5
_CAME, _INVITED = "hadir", "tamu"


async def take(visit: Visit, heard: Typed) -> bool:
    """False where no meeting is named: the screens of those that are near may be meant."""
    said = [word for word in re.findall(r"[\w-]+", heard.text.lower()) if not _is_beside(visit, word)]
    if not said or not allowed(button(FAMILY), visit.grants):
        return False
    known = await _known(visit)
    found = [one for one in known if {*map(fold, said)} <= _called(visit, one)]
    if not found:
        rows = [past.row(visit, one) for one in sorted(known, key=lambda one: abs(one.starts_at - visit.now))]
        visit.say("rapat_tidak_tercatat", keyboard(*rows[:_OFFERED]), sebut=_named(visit, heard.text), ada=bool(rows))
    elif len(found) > 1:
        which.ask(visit, _verb(visit, found), found[-_OFFERED:])
    else:
        await _show(visit, found[0], heard.text)
    return True


async def _show(visit: Visit, one: Occasion, text: str) -> None:
    """Before it, who is invited; its sheet where that is to be sent."""
    hall = await enter(visit, one.id)
    if hall is None:
        return
    is_sent = not visit.office.catalog.world.asked_of_work["kirimkan"].isdisjoint(text.lower().split())
    if _verb(visit, [one]) == _CAME:
        await attendance.show(hall, [])
    elif is_sent:
        await sheets.send_one(hall, [_CAME])
    else:
        await guests.show(hall, [])


def _verb(visit: Visit, found: Sequence[Occasion]) -> str:
    return _CAME if all(visit.office.local(one.starts_at).date() <= visit.today for one in found) else _INVITED


async def _known(visit: Visit) -> list[Occasion]:
    """In one's wilayah, of this planning year."""
    scopes, kinds, since = past.scopes_of(visit), past.kinds_of(visit.office), plan_begins(visit.office, visit.now)
    if not scopes:
        return []
    return await visit.look_up(occasions.between, scopes, since, visit.now + _AHEAD, kinds)


def _is_beside(visit: Visit, word: str) -> bool:
    """Whether no meeting is known by it: it asks, is polite, tells a day."""
    world = visit.office.catalog.world
    levels, said = world.spellings.places, world.guests_said
    asks = said["siapa"] | said["datang"] | said["akan"] | said["tidak"] | world.asked_of_work["di_samping_hadir"]
    polite = world.oneself | world.nodding | world.setting["umum"] | world.setting["iringan"]
    of_places = {*levels.kecamatan, *levels.desa, *levels.around}
    return word in asks | polite | of_places or word.isdecimal() or speaks_of_time(world.spellings, word)


def _called(visit: Visit, one: Occasion) -> set[str]:
    """All the words that it and its place have."""
    kind = visit.office.catalog.calendar.kinds[one.kind]
    names = (occasion_name(visit.office, one), place_name(visit.office, one.wilayah), one.place, *kind.also)
    words = {fold(word) for name in names for word in re.findall(r"[\w-]+", name.lower())}
    return words | {f"{word}nya" for word in words}


def _named(visit: Visit, text: str) -> str:
    """From the word that calls it a meeting, or its name, to the end."""
    said, world = text.strip(" ?!."), visit.office.catalog.world
    words = said.split()
    asks = world.guests_said["siapa"] | world.guests_said["datang"] | world.guests_said["akan"]
    beside = asks | world.asked_of_work["di_samping_hadir"]
    first = next((at for at, word in enumerate(words) if word.lower().strip(",") not in beside), 0)
    return " ".join(word for word in words[first:] if word.lower() not in asks)
