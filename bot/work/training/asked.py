"""Who comes, who is not there, what came of it: asked in words about a day of training, it opens its card."""

import re
from collections.abc import Sequence
from datetime import date

from bot.core.forms.heard import Heard, Typed
from bot.core.understanding.results import Understood
from bot.core.understanding.tongue import tongue_of
from bot.store.calendar.occasions import Occasion
from bot.work.access import allowed, button
from bot.work.training import days, results
from bot.work.visit import Visit

_LONGEST = 10  # words


async def take(visit: Visit, heard: Heard) -> bool:
    """Of whoever may hold one; "hari pelatihan" opens the list for everybody with work here."""
    if not isinstance(heard, Typed) or not allowed(button("latih"), visit.grants):
        return False
    learning, spoken = visit.office.catalog.world.learning, re.findall(r"\w+", heard.text.lower())
    if " ".join(spoken) in learning["buka_pelatihan"]:
        await days.show_list(visit)
        return True
    asks = bool(spoken) and spoken[0] in learning["tanya_hadir"]
    names = not learning["hari_latih"].isdisjoint(spoken)
    of_coming = not learning["kehadiran"].isdisjoint(spoken)
    if not asks or not (names or of_coming) or len(spoken) > _LONGEST or not days.may_set_any(visit):
        return False
    return await _show(visit, heard, spoken, is_named=names)


async def _show(visit: Visit, heard: Typed, spoken: Sequence[str], *, is_named: bool) -> bool:
    """The day that is named, else the nearest; without the word for it only where its card stands, or on its day."""
    read = tongue_of(visit.office.catalog.world.spellings).read_when
    found = (read(" ".join(spoken[at:]), visit.today) for at in range(1, len(spoken)))
    named = next((one.value.day for one in found if isinstance(one, Understood) and one.value.day), None)
    if not is_named and named is None and await visit.stands("latih:") is None:
        return False
    day = _nearest(visit, await days.known(visit), named)
    if day is None:
        return False
    of_result = not visit.office.catalog.world.learning["hasil_latih"].isdisjoint(spoken)
    await (results.show if of_result else days.show)(visit, day.id)
    return True


def _nearest(visit: Visit, held: Sequence[Occasion], named: date | None) -> Occasion | None:
    def of(one: Occasion) -> date:
        return visit.office.local(one.starts_at).date()

    there = [one for one in held if named is None or of(one) == named]
    return min(there, key=lambda one: abs((of(one) - visit.today).days), default=None)
