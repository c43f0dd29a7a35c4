"""A guest whose name was a slip, put right in words: "pak made kepala dusun itu bukan made tapi madi", "ganti pak made
jadi pak madi". It is done at once, and shown; where two may be meant nothing is."""

import re
from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.hall.guests import guests_of
from bot.core.places.spelling import fold
from bot.store.hall import hall as stored
from bot.store.hall.hall import EXPECTED, GUEST, UNABLE
from bot.work.access import allowed, button
from bot.work.hall import guests, guests_answered
from bot.work.hall.meeting import FAMILY
from bot.work.visit import Visit

_LONGEST, _LONGEST_NAME = 14, 4  # words


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether somebody on the list is called otherwise from now on."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button(FAMILY), visit.grants):
        return False
    old, new = _renamed(visit, re.findall(r"[\w'’]+", heard.text))
    hall = await guests_answered.meeting(visit) if old and 0 < len(new) <= _LONGEST_NAME else None
    if hall is None:
        return False
    async with visit.look() as connection:
        listed = [one for one in await stored.guests(connection, hall.id) if one.state in (*EXPECTED, UNABLE, GUEST)]
    found = [one for one in listed if old <= guests_answered.known(one)]
    if len(found) != 1:
        return False
    titles = {fold(word) for word in visit.office.catalog.world.spellings.names.address}
    before = found[0].name.split()
    lead = before[:1] if fold(before[0]) in titles and fold(new[0]) not in titles else []
    name = " ".join([*lead, *(word[:1].upper() + word[1:] for word in new)])
    is_woman = guests_of(visit.office.catalog.world.spellings.guests).gender_in(name)
    told = {"name": name, "is_woman": found[0].is_woman if is_woman is None else is_woman}
    await visit.ask_once(stored.correct, (hall.id, found[0].id), told)
    await guests.show_one(hall, [str(found[0].id)])
    return True


def _renamed(visit: Visit, words: Sequence[str]) -> tuple[set[str], Sequence[str]]:
    """By which words they are known, and how they are called; nothing where that is not said."""
    field, inviting = visit.office.catalog.world.in_the_field, visit.office.catalog.world.inviting
    spoken = [word.lower() for word in words]
    joins = inviting["sebagai"] if set(spoken[:1]) & inviting["ganti_nama"] else field["melainkan"]
    at = next((at for at, word in enumerate(spoken) if word in joins), 0)
    denied = next((n for n, word in enumerate(spoken[:at]) if word in field["bukan"]), None)
    if not 0 < at < len(spoken) <= _LONGEST or (denied is None and joins is not inviting["sebagai"]):
        return set(), ()
    beside = inviting["ganti_nama"] | inviting["iringan_coret"]
    titles = visit.office.catalog.world.spellings.names.address
    before = spoken[: at if denied is None else denied] or spoken[denied:at]
    return {fold(word) for word in before if word not in beside and word not in titles}, words[at + 1 :]
