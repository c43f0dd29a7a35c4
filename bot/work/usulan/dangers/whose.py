"""For whom a reader's words are, where several callers wait: whom they answered last, or whose place they name; else it
is asked, with a button for each."""

import re
from datetime import timedelta

from bot.core.forms.writing import in_short, key_of
from bot.store.queues import dangers_told, notices
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import alarms, danger_told
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.visit import Visit

#: So long whoever called may still wait for a word.
_WAITS, _QUOTED = timedelta(hours=12), 100  # characters


async def meant(visit: Visit, text: str, above: str, *, answered: bool) -> str:
    """Which alarm; empty: it was asked. `above`: the one of the last letter, which they had `answered` already."""
    standing = await _one_of_each(visit, await alarms.lasting(visit, _WAITS, notices.DANGER), above)
    named = [one for one in standing if _is_named(visit, text, one)]
    if answered and (not named or above in [one[0] for one in named]):
        return above
    likely = named if len(named) == 1 and not answered else standing
    if len(likely) < 2:
        return likely[0][0] if likely else above
    keys = [[(await name_of(visit, one[0]), press("g", "kata", one[0], visit.turn.update_id))] for one in standing]
    visit.say("bahaya.untuk_siapa", keyboard(*keys), kutipan=in_short(text, _QUOTED))
    return ""


async def name_of(visit: Visit, about: str) -> str:
    """Where, what, and since when, as a reader knows whoever called."""
    wilayah, case = danger_told.told_where(visit.office, about)
    async with visit.look() as connection:
        told = await dangers_told.since(connection, visit.now - alarms.LONG, person_id=visit.me.id)
    place = visit.office.catalog.places.scope_name(wilayah)
    since = f"{visit.office.local(told[about]):%H.%M}" if about in told else ""
    return visit.text("bahaya.siapa", tempat=place, apa=visit.text(f"bahaya.nama_{case}"), sejak=since)


async def _one_of_each(visit: Visit, standing: list[Alarm], above: str) -> list[Alarm]:
    """Whoever called of several things is one; the alarm of the last letter stands for its caller."""
    each: dict[tuple[int, ...], Alarm] = {}
    async with visit.look() as connection:
        for one in sorted(standing, key=lambda one: one[0] != above):
            callers = await dangers_told.told_of(connection, one[0], notices.DANGER_SAID)
            each.setdefault(tuple(sorted(callers)), one)
    return list(each.values())


def _is_named(visit: Visit, text: str, alarm: Alarm) -> bool:
    place = visit.office.catalog.places.find(alarm[1])
    return place is not None and re.search(rf"\b{re.escape(key_of(place.name))}\b", key_of(text)) is not None
