"""Who came, or comes, to a meeting that is named: its own list, and never another's. Of what stands in no calendar it
is said that there is no such list."""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import dropwhile

from bot.core.forms.heard import Typed
from bot.core.places.spelling import fold
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.wilayah import kecamatan_of, lies_in_any
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.work.access import allowed, button
from bot.work.calendar.permitted import meetings
from bot.work.calendar.typed import kinds_led
from bot.work.hall import attendance, past, sheets, which
from bot.work.hall.decided import results
from bot.work.hall.invited import guests
from bot.work.hall.meeting import FAMILY, Hall, enter
from bot.work.places.asked import told_in
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import occasion_name, place_name
from bot.work.visit import Visit

_AHEAD, _OFFERED, _HELD = timedelta(days=200), 5, 60
_CAME, _INVITED, _THAT = "hadir", "tamu", "nya"


async def take(visit: Visit, heard: Typed) -> bool:
    """False where no meeting is named: the screens of those that are near may be meant."""
    words = re.findall(r"[\w-]+", heard.text)
    said = [at for at, word in enumerate(words) if not _is_beside(visit, word.lower())]
    if not said or not allowed(button(FAMILY), visit.grants):
        return False
    scopes, kinds, since = past.scopes_of(visit), past.kinds_of(visit.office), past.begins(visit)
    known = await visit.look_up(occasions.between, scopes, since, visit.now + _AHEAD, kinds) if scopes else []
    found = _meant(visit, heard.text, known, {fold(words[at]) for at in said})
    if not found:
        asks = visit.office.catalog.world.guests_said["siapa"] | visit.office.catalog.world.asked_of_work["bertanya"]
        named = dropwhile(lambda word: word.lower() in asks, words)
        rows = [past.row(visit, one) for one in sorted(known, key=lambda one: abs(one.starts_at - visit.now))]
        visit.say("rapat_tidak_tercatat", keyboard(*rows[:_OFFERED]), sebut=" ".join(named), ada=bool(rows))
    elif len(found) > 1:
        which.ask(visit, _verb(visit, found), found[-_OFFERED:])
    elif (hall := await enter(visit, found[0].id)) is not None:
        sends = visit.office.catalog.world.asked_of_work["kirimkan"]
        await _show(hall, is_sent=not sends.isdisjoint(heard.text.lower().split()))
    return True


async def show_results(visit: Visit, heard: Typed) -> bool:
    """What the meeting that is named decided, in its order; of several it is asked which. None is named: the last."""
    if not allowed(button(FAMILY), visit.grants):
        return False
    held = await past.held(visit, 0, _HELD)
    kinds = kinds_led(meetings(visit.office, visit.grants), heard.text)
    places = told_in(visit, heard.text, scopes := past.scopes_of(visit))
    found = [one for one in held if (not kinds or one.kind in kinds) and lies_in_any(one.wilayah, places or scopes)]
    last = {
        one.wilayah: one for one in found[::-1] if one.kind == found[0].kind and (places or kinds or one is found[0])
    }
    if len(last) != 1:
        newest = [*last.values()][-_OFFERED:] or held[:_OFFERED]
        which.ask(visit, "hasil", newest, "rapat_pilih" if last else "rapat_hasil_tak_ada")
    elif (hall := await enter(visit, found[0].id)) is not None:
        await results.show(hall, [])
    return True


def _meant(visit: Visit, text: str, known: Sequence[Occasion], said: set[str]) -> list[Occasion]:
    """Those that are called so; of "musrenbang desa maiwa" those of its desa, and not that of the kecamatan. Where some
    are over, these, unless it is asked who will come."""
    of_people = visit.office.catalog.world.asked_of_work["di_samping_hadir"]  # some meetings are called by them
    named = " ".join(word for word in text.split() if word.lower() not in of_people)
    kinds = kinds_led(meetings(visit.office, visit.grants), named)
    names = {one.id: _called(visit, one) for one in known}
    found = [one for one in known if said <= names[one.id]]
    if kinds:
        around = {one.id: {*map(fold, place_name(visit.office, kecamatan_of(one.wilayah)).split())} for one in known}
        own = [one for one in found if one.kind in kinds]
        found = own or [one for one in known if one.kind in kinds and said <= names[one.id] | around[one.id]]
    if not visit.office.catalog.world.guests_said["akan"].isdisjoint(text.lower().split()):
        return found
    return [one for one in found if _verb(visit, [one]) == _CAME] or found


async def _show(hall: Hall, *, is_sent: bool) -> None:
    """Before it, who is invited; its sheet where that is to be sent."""
    if _verb(hall.visit, [hall.occasion]) == _CAME:
        await attendance.show(hall, [])
    elif is_sent:
        await sheets.send_one(hall, [_CAME])
    else:
        await guests.show(hall, [])


def _verb(visit: Visit, found: Sequence[Occasion]) -> str:
    return _CAME if all(visit.office.local(one.starts_at).date() <= visit.today for one in found) else _INVITED


def _is_beside(visit: Visit, word: str) -> bool:
    """Whether no meeting is known by it: it asks, is polite, tells a day."""
    world, levels = visit.office.catalog.world, visit.office.catalog.world.spellings.places
    said, asked, polite = world.guests_said, world.asked_of_work, world.setting
    sorts = (said["siapa"], said["datang"], said["akan"], said["tidak"], asked["bertanya"], asked["di_samping_hadir"])
    more = (world.oneself, world.nodding, polite["umum"], polite["iringan"])
    places = (levels.kecamatan, levels.desa, levels.around)
    is_known = any(word in known for known in (*sorts, *more, *places))
    return is_known or word.isdecimal() or speaks_of_time(world.spellings, word)


def _called(visit: Visit, one: Occasion) -> set[str]:
    """All the words that it and its place have."""
    also = visit.office.catalog.calendar.kinds[one.kind].also
    names = (occasion_name(visit.office, one), place_name(visit.office, one.wilayah), one.place, *also)
    words = {fold(word) for name in names for word in re.findall(r"[\w-]+", name)}
    return words | {f"{word}{_THAT}" for word in words}
