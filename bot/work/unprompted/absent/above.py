"""Whoever is above somebody with work here is told that they are not there: nobody waits for them unknowing."""

from typing import Any

from bot.store.people import people
from bot.store.people.people import Addressee
from bot.work.codes.handing_out import role_name
from bot.work.usulan import reader_choice
from bot.work.visit import Visit


async def of(visit: Visit, wilayah: str) -> list[Addressee]:
    """Who holds the next role that anybody holds there, and reads what we write."""
    found = await reader_choice.above(visit, wilayah)
    return await visit.ask_once(people.reachable, [one.id for one in found]) if found else []


async def tell(visit: Visit, wilayah: str, sentence: str, **values: Any) -> list[str]:
    """The names of those who are told."""
    told = await of(visit, wilayah)
    role = role_name(visit.office, visit.grants[0].role, visit.grants[0].scope)
    for one in told:
        visit.tell(one.address, one.id, visit.text(sentence, nama=visit.me.name, peran=role, **values))
    return [one.name for one in told]
