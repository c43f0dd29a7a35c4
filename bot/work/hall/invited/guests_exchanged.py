"""A guest in whose place somebody else is invited: "pak Anwar tidak jadi diundang, ganti bu Rahmi", "bu Hasni
berhalangan, diganti bidan Evi". Both is done at once and said back, whatever is shown."""

import re
from dataclasses import replace

from bot.core.forms.heard import Heard, Typed
from bot.core.hall.guests import WOMEN, Guest, guests_of
from bot.core.spelt import either
from bot.store.hall import hall as stored
from bot.store.hall.hall import EXPECTED, UNABLE, Invitee
from bot.work.access import allowed, button
from bot.work.hall.invited import guest_changes, guest_forms, guest_lists, guests, guests_answered
from bot.work.hall.meeting import FAMILY, Hall
from bot.work.roles import by_name
from bot.work.visit import Visit

_LONGEST, _LONGEST_NAME = 16, 5  # words


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether the only guest who is named there has another in their place now."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button(FAMILY), visit.grants):
        return False
    was, name = _told(visit, heard.text)
    is_work = not visit.office.catalog.world.handing_tasks["pekerjaan"].isdisjoint(was.lower().split())
    may_be = bool(name) and not is_work and not guests_answered.names_other_things(visit, heard.text)
    hall = await guests_answered.meeting(visit, heard.text, of=was) if may_be else None
    if hall is None:
        return False
    found = guests_answered.named_in(visit, await guests_answered.on_list(hall), was)
    told, _ = guests_of(visit.office.catalog.world.spellings.guests).read_list(name)
    if not found and told and await _is_unlisted(visit, was):  # who is on no list is exchanged with nobody
        visit.say("rapat_tamu_tak_ada", kata=was, nama=told[0].name)
        await guest_lists.show_told(visit, hall.id, replace(heard, text=name))
        return True
    if len(found) != 1 or not told:
        return False
    await (_strike if _is_struck(visit, was) else _replace)(hall, found[0], told[0])
    await guests.show(hall, [])
    return True


def _told(visit: Visit, text: str) -> tuple[str, str]:
    """What stands before the word for an exchange, and the name behind it; no name where nobody is exchanged."""
    inviting = visit.office.catalog.world.inviting
    led = rf"[,;.]?\s+(?:{either(inviting['gantinya'])})\s+(?:(?:{either(inviting['oleh'])})\s+)?"
    ordered = rf"^(?:{either(inviting['ganti_nama'])})\s+(.+?)\s+(?:{either(inviting['oleh'])})\s+(.+)$"
    by_order = re.match(ordered, text.strip(" .!"), re.IGNORECASE)  # "ganti pak Lukman dengan pak Syarif"
    parts = by_order.groups() if by_order else re.split(led, text.strip(" .!"), maxsplit=1, flags=re.IGNORECASE)
    words = [word for word in parts[-1].split() if word.lower() not in inviting["iringan_coret"]]
    is_told = len(parts) > 1 and len(text.split()) <= _LONGEST and 0 < len(words) <= _LONGEST_NAME
    return (parts[0], " ".join(words)) if is_told else ("", "")


async def _is_unlisted(visit: Visit, was: str) -> bool:
    """ "Pak mansur sakit": they are addressed, and hold no role here in which another would follow them."""
    is_addressed = guests_of(visit.office.catalog.world.spellings.guests).gender_in(was) is not None
    return is_addressed and len(was.split()) > 1 and not await by_name.found(visit, was.lower())


def _is_struck(visit: Visit, was: str) -> bool:
    inviting, said = visit.office.catalog.world.inviting, {*re.findall(r"\w+", was.lower())}
    off = not inviting["tidak_jadi"].isdisjoint(said) and not inviting["diundang"].isdisjoint(said)
    return off or not inviting["coret"].isdisjoint(said)


async def _strike(hall: Hall, one: Invitee, new: Guest) -> None:
    await guest_changes.take_off(hall, one)
    added = await guest_forms.add(hall, [new])
    hall.visit.say("rapat_tamu_ganti", dulu=one.name, nama=new.name, sudah=not added.rows)


async def _replace(hall: Hall, one: Invitee, new: Guest) -> None:
    """From the same group, where nothing else is told of them; for a woman among women only another woman speaks."""
    await hall.visit.ask_once(stored.set_state, (hall.id, one.id), UNABLE, (*EXPECTED, UNABLE))
    is_alike = not new.speaks_for and (one.element != WOMEN or new.is_woman is not False)
    told = Guest(new.name, one.element, new.is_woman, one.speaks_for) if is_alike else new
    await guest_forms.replace_by(hall, one, told)
