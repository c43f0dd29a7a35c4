"""Several changes of the guests in one sentence: "pak Jufri ganti jadi pak Jufrianto, dan tambahkan nenek Saba wakil
lansia". Each is made as if it were said alone; what none of them is, is said."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.spelt import either
from bot.work.access import allowed, button
from bot.work.hall.invited import guests_answered, guests_exchanged, guests_renamed, guests_struck
from bot.work.hall.meeting import FAMILY
from bot.work.unprompted import inviting_guests
from bot.work.visit import Visit

_MOST, _FEWEST = 6, 2  # changes; words of one
_READERS = (guests_exchanged.take, guests_struck.take, guests_renamed.take, inviting_guests.take)


async def take(visit: Visit, heard: Heard) -> bool:
    """False where one of them is alone, or anything is said that sounds like none."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button(FAMILY), visit.grants):
        return False
    list_named, parts = _parts(visit, heard.text)
    is_several = len(parts) > 1 or (parts and list_named)
    if not is_several or len(parts) > _MOST or not all(_is_change(visit, part) for part in parts):
        return False
    missed = [part for part in parts if not await _make(visit, heard, part, list_named)]
    if missed and len(missed) < len(parts):
        visit.say("rapat_tamu_belum", kata=missed)
    return len(missed) < len(parts)


async def _make(visit: Visit, heard: Typed, part: str, list_named: str) -> bool:
    """`list_named`: of which meeting, for somebody who stands on no list yet."""
    inviting = visit.office.catalog.world.inviting
    is_new = list_named and begun_with(part, inviting["lagi"] | inviting["undang"])
    said = replace(heard, text=f"{part} {list_named}" if is_new else part)
    for read in _READERS:
        if await read(visit, said):
            return True
    return False


def _parts(visit: Visit, text: str) -> tuple[str, Sequence[str]]:
    """The words before them that only name the list, and each change: between pauses, with what belongs to it ("pak
    Tola tdk bisa, gantinya bu Hasna"). "Eh salah nama" is none."""
    inviting = visit.office.catalog.world.inviting
    joins = either(inviting["lalu"])
    pieces = re.split(rf"([,;\n]\s*|\.\s+|\s+(?=(?:{joins})\s))", text.strip(" ."), flags=re.IGNORECASE)
    list_named, parts = "", list[str]()
    beside = inviting["iringan_coret"] | inviting["bukan_nama_itu"]
    for pause, piece in zip(("", *pieces[1::2]), pieces[::2], strict=True):
        part = re.sub(rf"^(?:(?:{joins})\s+)+", "", piece, flags=re.IGNORECASE)
        if _names_list(visit, part) and not parts:
            list_named = part
        elif {*key_of(part).split()} <= beside:
            continue
        elif parts and not (_is_change(visit, part) and _is_change(visit, parts[-1])):
            parts[-1] = f"{parts[-1]}{pause}{piece}"
        else:
            parts.append(part)
    return list_named, parts


def _names_list(visit: Visit, part: str) -> bool:
    """ "Di daftar undangan musdes": nobody is named."""
    inviting = visit.office.catalog.world.inviting
    names_it = not inviting["diundang"].isdisjoint(key_of(part).split())
    return names_it and guests_answered.without_meeting(visit, f"- di {part}") == "-"


def _is_change(visit: Visit, part: str) -> bool:
    """Which says whom and how: "ganti bu Rahmi" goes on with what stands before it."""
    inviting, spoken = visit.office.catalog.world.inviting, key_of(part).split()
    if len(spoken) < _FEWEST:
        return False
    if begun_with(part, inviting["lagi"] | inviting["undang"]) or spoken[0] in inviting["coret"]:
        return True
    if spoken[0] in inviting["ganti_nama"]:
        return not (inviting["oleh"] | inviting["jadi_nama"]).isdisjoint(spoken[_FEWEST - 1 :])
    is_denied = not inviting["bukan_nama_itu"].isdisjoint(spoken) and not inviting["jadi_nama"].isdisjoint(spoken)
    says_so = (inviting["gantinya"] | inviting["sebenarnya"]).intersection(spoken[1:-1])
    return is_denied or (bool(says_so) and spoken[-1] not in inviting["bukan_nama_itu"])
