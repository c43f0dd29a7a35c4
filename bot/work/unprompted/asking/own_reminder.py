"""Somebody wants to be reminded of what is no task and no meeting: no row does that, so it is said, and nothing is
promised."""

from bot.core.forms.writing import key_of
from bot.work.visit import Visit


def refuse(visit: Visit, text: str) -> bool:
    """ "Ingatkan sy tgl 20 tagih RAB ke kades", "…, tolong ingatkan sy"."""
    spoken = f" {key_of(text.replace(',', ' '))} "
    if not any(f" {phrase} " in spoken for phrase in visit.office.catalog.world.urging["diri"]):
        return False
    visit.say("ingatkan_tidak_bisa")
    return True
