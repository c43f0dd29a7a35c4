"""A meeting that stands comes on another day, at another hour, or not at all, said to nobody's question: the one that
is meant, or all that are."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.places.spelling import fold
from bot.core.spelt import either
from bot.core.wilayah import DESA, level_of
from bot.store.calendar.occasions import Occasion
from bot.work import home
from bot.work.access import allowed, button
from bot.work.calendar import agreed, cancelling, corrected, moved_by_words, moved_together, pages, reasons, stated
from bot.work.calendar.permitted import may_set, meetings
from bot.work.calendar.typed import kinds_in, kinds_led, names_one_surely
from bot.work.unprompted import of_a_task
from bot.work.usulan.dangers import danger
from bot.work.visit import Visit

_AHEAD = timedelta(days=200)


async def move(visit: Visit, heard: Typed) -> None:
    """The one meeting that is meant takes the new day at once, or is asked why it is cancelled; of several the calendar
    is shown. Whatever endangers somebody is answered first."""
    heard = replace(heard, text=stated.listed(visit, heard.text))
    is_wide = any(level_of(grant.scope) != DESA for grant in visit.grants)  # to whom a flood is a reason for others
    why, is_all = reasons.told_in(visit, heard.text), moved_by_words.says_all(visit, heard.text)
    dangerous = replace(heard, text=heard.text.replace(why, "")) if is_wide and why else heard
    if await danger.heed_alone(visit, dangerous):
        return
    cancels = moved_by_words.says_cancelled(visit, heard.text)
    theirs = await _meant(visit, heard.text) or await _just_over(visit, heard.text)
    if not theirs and await of_a_task.put_off_named(visit, heard):
        return
    named = _several(visit, heard.text)
    standing = {fold(name) for code, name in named.items() if code in {one.wilayah for one in theirs}}
    missed = [name for name in dict.fromkeys(named.values()) if fold(name) not in standing]
    least = 1 if named and missed else 2  # of several that are named, one that has no date is said
    if (is_all or named) and not cancels and (pairs := moved_by_words.each_moved(visit, theirs, heard.text, least)):
        moved_together.ask(visit, pairs, why, missed)
    elif len(theirs) == 1 and cancels:
        await cancelling.by_words(visit, theirs[0], heard.text)
    elif len(theirs) == 1:
        await moved_by_words.by_words(visit, theirs[0], heard)
    else:
        visit.say("menu_pindah_yang_mana", batal=cancels)
        await pages.show(visit)


def _several(visit: Visit, text: str) -> dict[str, str]:
    """ "Tuncung dan boiya diundur seminggu": by wilayah its name; empty where one place is named, or none."""
    named = {one.code: one.name for one in stated.all_named(visit, reasons.without(visit, text))[0]}
    return named if len({*named.values()}) > 1 else {}


def _without_level(visit: Visit, text: str) -> str:
    """ "Semua pertemuan di kecamatan maiwa": where they are, and no kind of meeting."""
    places = visit.office.catalog.world.spellings.places
    levels = either((*places.kecamatan, *places.desa))
    return re.sub(rf"\b(?:{either(places.at)})\s+(?:{levels})\b", " ", text, flags=re.IGNORECASE)


async def changes_hour(visit: Visit, heard: Typed) -> bool:
    """ "Musdesnya jam 2 siang saja", of one that has its day: only the hour is another."""
    found = await _meant(visit, heard.text) if moved_by_words.tells_hour(visit, heard.text) else ()
    kinds = kinds_in(meetings(visit.office, visit.grants), heard.text)
    return len(found) == 1 and (not kinds or found[0].kind in kinds)


async def put_right(visit: Visit, heard: Heard) -> bool:
    """ "Eh salah, yang baraka bukan tgl 4 tapi tgl 8 februari": whichever of those that stand is held there."""
    if not isinstance(heard, Typed) or not corrected.may_correct(heard.text) or not allowed(button("j"), visit.grants):
        return False
    told = corrected.put_right(visit, heard.text)
    right = stated.named(visit, told).rest if told != heard.text else ""
    if not reasons.tells_day_alone(visit, right) or not stated.places_in(visit, heard.text):
        return False
    theirs = await _meant(visit, heard.text)
    if len(theirs) == 1:
        await moved_by_words.by_words(visit, theirs[0], replace(heard, text=right))
    return len(theirs) == 1


async def stands(visit: Visit, heard: Heard) -> bool:
    """ "Batalkan musrenbang kecamatan alla", where one of that kind stands there: no announcement of it is meant."""
    if not isinstance(heard, Typed) or not visit.grants or not moved_by_words.is_named(visit, heard.text):
        return False
    kinds, spoken = kinds_in(meetings(visit.office, visit.grants), heard.text), set(key_of(heard.text).split())
    is_of_one = kinds and spoken.isdisjoint(visit.office.catalog.world.announcements)
    if not is_of_one or not stated.places_in(visit, heard.text):
        return False
    return any(one.kind in kinds for one in await _meant(visit, heard.text))


async def _just_over(visit: Visit, text: str) -> Sequence[Occasion]:
    """Of a place that is named and has none ahead: the last one, that did not take place, is held on another day."""
    found = await _meant(visit, text, agreed.PUT_OFF) if stated.places_in(visit, text) else ()
    newest = {one.wilayah: one for one in sorted(found, key=lambda one: one.starts_at)}
    return list(newest.values())


async def _meant(visit: Visit, text: str, back: timedelta = timedelta(0)) -> Sequence[Occasion]:
    """Those of their own that stand, of the place and the kind that are named. `back`: how long ago, too."""
    begins = pages.day_begins(visit.office, visit.now)
    places, inside = [*_several(visit, text)] or stated.places_in(visit, text), moved_by_words.says_all(visit, text)
    found = await home.meetings(visit, begins - back, begins + _AHEAD, places, inside=inside)
    theirs = [one for one in found if may_set(visit.office, visit.grants, one.kind, one.wilayah)]
    day = moved_by_words.day_named(visit, text) if moved_by_words.says_cancelled(visit, text) else None
    if day is not None:
        theirs = [one for one in theirs if visit.office.local(one.starts_at).date() == day]
    possible, named = meetings(visit.office, visit.grants), reasons.without(visit, text)
    named = _without_level(visit, named) if inside else named
    kinds, surely = kinds_in(possible, named), names_one_surely(possible, named)
    kinds = kinds & kinds_led(possible, named) or kinds
    theirs = [one for one in theirs if one.kind in kinds] or ([] if surely else theirs)
    spoken = {*map(fold, text.split())}
    return [one for one in theirs if one.about and spoken.issuperset(map(fold, one.about.split()))] or theirs
