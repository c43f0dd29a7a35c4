"""Several changes of the guests in one sentence: "pak Jufri ganti jadi pak Jufrianto, dan tambahkan nenek Saba wakil
lansia". Each is made as if it were said alone; what none of them is, is said."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.spelt import either
from bot.core.understanding.name_words import exchanges
from bot.work.access import allowed, button
from bot.work.hall.invited import guests_exchanged, guests_renamed, guests_struck
from bot.work.hall.meeting import FAMILY
from bot.work.unprompted import inviting_guests
from bot.work.visit import Visit

_MOST = 4  # changes
_READERS = (guests_exchanged.take, guests_struck.take, guests_renamed.take, inviting_guests.take)


async def take(visit: Visit, heard: Heard) -> bool:
    """False where one of them is alone, or anything is said that sounds like none."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button(FAMILY), visit.grants):
        return False
    parts = _parts(visit, heard.text)
    if not 1 < len(parts) <= _MOST or not all(_is_change(visit, part) for part in parts):
        return False
    missed = [part for part in parts if not await _make(visit, replace(heard, text=part))]
    if missed and len(missed) < len(parts):
        visit.say("rapat_tamu_belum", kata=missed)
    return len(missed) < len(parts)


async def _make(visit: Visit, heard: Typed) -> bool:
    for read in _READERS:
        if await read(visit, heard):
            return True
    return False


def _parts(visit: Visit, text: str) -> Sequence[str]:
    """Between pauses; "eh salah nama" is none."""
    inviting = visit.office.catalog.world.inviting
    joins, also = either(inviting["lalu"]), either(inviting["lagi"])
    split = re.split(rf"[,;\n]\s*|\.\s+|\s+(?:{joins})\s+(?=(?:{also})\s)", text.strip(" ."), flags=re.IGNORECASE)
    told = [re.sub(rf"^(?:(?:{joins})\s+)+", "", part, flags=re.IGNORECASE) for part in split]
    beside = inviting["iringan_coret"] | inviting["bukan_nama_itu"]
    return [part for part in told if not {*key_of(part).split()} <= beside]


def _is_change(visit: Visit, part: str) -> bool:
    world = visit.office.catalog.world
    return exchanges(world, part) or bool(begun_with(part, world.inviting["lagi"]))
