"""Whether somebody still is what they were: "saya sudah tidak jadi fasilitator ya?", "tugas saya sudah habis kan?"."""

import re
from datetime import timedelta

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store import grants
from bot.store.roles import handover
from bot.work.codes.handing_out import tasks
from bot.work.visit import Visit

_LONGEST = 14  # words
_NIGHT = timedelta(hours=8)  # it ends with the night behind its last day, at the latest at six


async def take(visit: Visit, heard: Heard) -> bool:
    """Told by what they hold, else by what they held last; False where they never held anything."""
    if isinstance(heard, Typed) and visit.grants and _asks_until(visit, heard.text):
        await _tell_until(visit)
        return True
    if not isinstance(heard, Typed) or not _asks(visit, heard.text):
        return False
    if visit.grants:
        visit.say("peran_sendiri_masih", nama=visit.me.name, tugas=tasks(visit.office, visit.grants))
        return True
    over = await visit.look_up(grants.over_of, visit.me.id, visit.now)
    if over:
        last, day = [one for one, at in over if at == over[0][1]], visit.office.day(over[0][1])
        visit.say("peran_sendiri_berakhir", nama=visit.me.name, tugas=tasks(visit.office, last), hari=day)
    return bool(over)


def _asks_until(visit: Visit, text: str) -> bool:
    """ "Tugasku sampai kapan", and nothing else."""
    said = " ".join(re.findall(r"\w+", key_of(text)))
    return said in visit.office.catalog.world.own_role["sampai_kapan"]


async def _tell_until(visit: Visit) -> None:
    """Each role that they hold, with its last day."""
    held = await visit.look_up(handover.held_by, visit.me.id, visit.now)
    until = [visit.office.day(one.until - _NIGHT) if one.until is not None else "" for one in held]
    told = [
        {**line, "sampai": day} for one, day in zip(held, until, strict=True) for line in tasks(visit.office, [one])
    ]
    visit.say("peran_sendiri_sampai", nama=visit.me.name, tugas=told)


def _asks(visit: Visit, text: str) -> bool:
    """Whoever has a task asks of that where no role is named."""
    world, spoken = visit.office.catalog.world, set(re.findall(r"\w+", key_of(text)))
    says = {sort: not words.isdisjoint(spoken) for sort, words in world.own_role.items()}
    if not says["saya"] or len(spoken) > _LONGEST or not ("?" in text or says["tanya"]):
        return False
    if not (world.ending["tugas"] - world.own_role["tugas"]).isdisjoint(spoken):
        return says["masih"]
    return says["tugas"] and says["habis"] and not visit.grants
