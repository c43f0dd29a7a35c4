""" "Hidupkan lagi", "tidak jadi batal": a meeting that they cancelled is on again. It is shown with its day, and set
anew after a yes, as any other."""

from datetime import timedelta
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.wilayah import DESA, KECAMATAN, level_of, up_to
from bot.store.calendar import changes
from bot.store.calendar.occasions import Occasion
from bot.work.access import allowed, button
from bot.work.calendar import at_once
from bot.work.calendar.permitted import level_answer, may_set, meetings
from bot.work.calendar.typed import kinds_in, names_of
from bot.work.visit import Visit

_BEHIND = timedelta(days=3)
_LONGEST, _PHRASE, _THAT = 8, 3, "nya"  # words; "musrenbangnya"


async def take(visit: Visit, heard: Heard) -> bool:
    """The one that is named, else what they cancelled last; nothing of one whose day is over."""
    if not isinstance(heard, Typed) or not _is_said(visit, heard.text):
        return False
    cancelled = await visit.look_up(changes.cancelled_by, visit.me.id, visit.now - _BEHIND)
    kinds = kinds_in(meetings(visit.office, visit.grants), heard.text)
    fitting = [one for one in cancelled if one.kind in kinds] if kinds else cancelled
    one = next(iter(fitting), None)
    if one is None or one.starts_at <= visit.now or not may_set(visit.office, visit.grants, one.kind, one.wilayah):
        return False
    await at_once.offer(visit, [_told(visit, one)])
    return True


def _is_said(visit: Visit, text: str) -> bool:
    """Nothing but that, the name of a meeting, and polite words."""
    world, spoken = visit.office.catalog.world, key_of(text).split()
    known = world.dates_changed
    if (
        len(spoken) > _LONGEST
        or known["hidup"].isdisjoint(spoken)
        or "?" in text
        or not allowed(button("j"), visit.grants)
    ):
        return False
    spoken = [word.strip(",.!") for word in spoken]
    for size in range(_PHRASE, 1, -1):
        for at in range(len(spoken) - size + 1):
            if " ".join(spoken[at : at + size]) in known["hidup_lagi"]:
                beside = known["iringan_hidup"] | names_of(meetings(visit.office, visit.grants))
                return beside.issuperset(word.removesuffix(_THAT) for word in spoken[:at] + spoken[at + size :])
    return False


def _told(visit: Visit, one: Occasion) -> dict[str, Any]:
    """As the form of a date knows it."""
    local, places, level = visit.office.local(one.starts_at), visit.office.catalog.places, level_of(one.wilayah)
    kind = visit.office.catalog.calendar.kinds[one.kind]
    known: dict[str, Any] = {"macam": {"value": one.kind, "label": kind.key}} | level_answer(visit.office, [str(level)])
    for key in (KECAMATAN, DESA):
        place = places.find(up_to(one.wilayah, key))
        if place is not None and level_of(place.code) == key:
            known[key] = {"code": place.code, "name": place.name}
    known |= {"tanggal" if kind.stage else "waktu": {"day": f"{local:%Y-%m-%d}", "at": f"{local:%H.%M}"}}
    known |= {"nama": {"text": one.about}} if one.about else {}
    return known | ({"tempat": {"text": one.place}} if one.place else {})
