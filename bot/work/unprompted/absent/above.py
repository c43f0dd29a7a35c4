"""Whoever is above somebody with work here is told that they are not there: nobody waits for them unknowing."""

from typing import Any

from bot.core.forms.writing import in_short
from bot.store.people import people
from bot.store.people.people import Addressee
from bot.work.codes.handing_out import role_name
from bot.work.usulan import reader_choice
from bot.work.visit import Visit

_QUOTED = 300  # characters


async def of(visit: Visit, wilayah: str) -> list[Addressee]:
    """Who holds the next role that anybody holds there, and reads what we write."""
    found = await reader_choice.above(visit, wilayah)
    return await visit.ask_once(people.reachable, [one.id for one in found]) if found else []


def own_place(visit: Visit) -> str:
    """The smallest of those in which they have a role."""
    return max((one.scope for one in visit.grants), key=len)


async def tell(visit: Visit, wilayah: str, sentence: str, text: str, **values: Any) -> list[str]:
    """In their own words. Returns the names of those who are told."""
    told = await of(visit, wilayah)
    role = role_name(visit.office, visit.grants[0].role, visit.grants[0].scope)
    values |= {"nama": visit.me.name, "peran": role, "kata": in_short(text, _QUOTED)}
    for one in told:
        visit.tell(one.address, one.id, visit.text(sentence, **values))
    return [one.name for one in told]
