"""A guest who is taken off the list by name: "h sappe tidak jadi diundang, coret saja", "hapus minah dari undangan".
It is done at once, with the button that brings them back; of several it is asked whom."""

import re
from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed
from bot.store.hall.hall import Invitee
from bot.work.access import allowed, button
from bot.work.hall import by_words
from bot.work.hall.invited import guest_changes, guests, guests_answered
from bot.work.hall.meeting import FAMILY
from bot.work.saying.keyboard import in_rows
from bot.work.visit import Visit

_LONGEST, _NAMED, _LISTS = 14, 12, frozenset({"tamu", "nama", "orang"})  # words; buttons; screens of guests


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether somebody is to be taken off, and was, or is asked about; whoever is on no list is told to be on none."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button(FAMILY), visit.grants):
        return False
    name, is_of_guests = _struck(visit, heard.text)
    hall = await guests_answered.meeting(visit, heard.text) if name else None
    if hall is None:
        return False
    listed = await guests_answered.on_list(hall)
    fully = guests_answered.named_in(visit, listed, heard.text)
    found = _by_number(visit, listed, name) or guests_answered.called(visit, listed, name) or fully
    is_named = bool(fully) and not guests_answered.names_other_things(visit, heard.text)
    if not (is_of_guests or is_named or await _is_shown(visit)):
        return False
    if len(found) == 1 and not _by_number(visit, found, name):
        await guest_changes.remove(hall, [str(found[0].id)])
    else:
        shown = found[:_NAMED]
        names = zip(guests.on_buttons(hall, shown), shown, strict=True)
        keys = [hall.key(label, "hapus", one.id) for label, one in names]
        text = visit.text("rapat_hapus_siapa", nama=name, ada=bool(found))
        hall.show(text, *in_rows(keys), [hall.back("tamu")])
    return True


def _struck(visit: Visit, text: str) -> tuple[str, bool]:
    """Who is, by the words that name them; and whether guests are spoken of. Nobody where the words strike nothing."""
    inviting, spoken = visit.office.catalog.world.inviting, re.findall(r"[\w'’]+", text.lower())
    invited, said = inviting["diundang"], {*spoken}
    ends = [word for word in spoken if word not in inviting["iringan_coret"]][-1:]
    is_meant = not (invited.isdisjoint(said) and inviting["tidak_usah"].isdisjoint(ends))
    off = is_meant and not inviting["tidak_jadi"].isdisjoint(said)
    if not visit.office.catalog.world.asking_at_last.isdisjoint(spoken[:1]):
        return "", False  # "mana tamu yang tidak datang"
    if len(spoken) > _LONGEST or not (off or not inviting["coret"].isdisjoint(said)):
        return "", False
    beside = inviting["coret"] | inviting["tidak_jadi"] | invited | inviting["iringan_coret"]
    return " ".join(word for word in spoken if word not in beside), not invited.isdisjoint(said)


def _by_number(visit: Visit, listed: Sequence[Invitee], name: str) -> Sequence[Invitee]:
    """ "Tamu nomor 3": nobody stands on the list with a number, so that it is asked which of all it is."""
    world = visit.office.catalog.world
    places = [word for word in name.split() if word not in world.put_off["nomor"]]
    is_place = len(places) == 1 and (places[0].isdecimal() or places[0] in world.positions)
    return listed if is_place else []


async def _is_shown(visit: Visit) -> bool:
    return any(data.split(":")[1] in _LISTS for _, data in await by_words.keys_shown(visit))
