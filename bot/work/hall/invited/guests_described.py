"""What a guest on the list is, told by name: "suharti itu perempuan, guru, bukan perangkat", "daeng tola laki-laki". It
is written down at once and shown, with the buttons that put it right."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.hall.guests import OTHERS, Guest, guests_of
from bot.core.places.spelling import fold
from bot.core.spelt import either
from bot.store.hall.hall import Invitee
from bot.work.access import allowed, button
from bot.work.hall.invited import guest_changes, guests_answered
from bot.work.hall.meeting import FAMILY
from bot.work.visit import Visit

_LONGEST = 12  # words
_SOMEBODY = "X"


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it names one guest, and tells nothing but what they are."""
    is_list = isinstance(heard, Typed) and "\n" in heard.text.strip()
    if not isinstance(heard, Typed) or is_list or "?" in heard.text or not allowed(button(FAMILY), visit.grants):
        return False
    words = visit.office.catalog.world.spellings.guests
    pauses = rf"[,;.]+|\s(?:{either(words.join)})\s"
    parts = [part.split() for part in re.split(pauses, heard.text) if part.strip()]
    spelt = (words.female, words.male, words.offices, *words.elements.values())
    known = {word for some in spelt for each in some for word in each.split()}
    spoken = [key_of(word) for part in parts for word in part]
    may_be = len(spoken) <= _LONGEST and not known.isdisjoint(spoken)
    hall = await guests_answered.meeting(visit, heard.text) if may_be else None
    if hall is None:
        return False
    found = guests_answered.named_in(visit, await guests_answered.on_list(hall), " ".join(parts[0]))
    told = _described(visit, found[0], parts) if len(found) == 1 else None
    if told is not None:
        await guest_changes.write_anew(hall, found[0], told)
    return told is not None


def _tells(visit: Visit, part: str) -> bool:
    """Whether it is women or men, a group, or an office."""
    words = visit.office.catalog.world.spellings.guests
    first, *more = part.lower().split()
    sexes = {*words.female, *words.male}
    is_one = any(part.lower() in spelt for spelt in (sexes, *words.elements.values()))
    if not is_one and not sexes.isdisjoint(more):
        return False  # "kadus Paraja perempuan" is two things
    one = guests_of(words).read_line(f"{_SOMEBODY}, {part}")
    is_known = isinstance(one, Guest) and (one.element != OTHERS or one.is_woman is not None)
    return is_known or first in words.offices


def _described(visit: Visit, one: Invitee, parts: Sequence[Sequence[str]]) -> Guest | None:
    """As the line of a list: without the name, what stands beside it and what they are not; None where anything else is
    told."""
    inviting, reader = visit.office.catalog.world.inviting, guests_of(visit.office.catalog.world.spellings.guests)
    own = {fold(word) for word in one.name.split()} | guests_answered.titles_of(visit)
    beside, denied = inviting["iringan_coret"] - inviting["bukan_nama_itu"], inviting["bukan_nama_itu"]
    first = [word for word in parts[0] if fold(word) not in own]
    told = [[word for word in part if word.lower() not in beside] for part in (first, *parts[1:])]
    said = [" ".join(part) for part in told if part and part[0].lower() not in denied]
    if not said or not all(_tells(visit, part) for part in said):
        return None
    guest = reader.read_line(", ".join([one.name, *said]))
    if not isinstance(guest, Guest):
        return None
    keeps = guest.speaks_for.lower() in one.speaks_for.lower()
    return replace(guest, name=one.name, speaks_for=one.speaks_for if keeps else guest.speaks_for)
