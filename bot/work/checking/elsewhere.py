"""What is said while a check stands open and is for something else: somebody is to be invited, told, reminded; a
meeting; an usulan of somebody else. Nothing of it is written into the check."""

import re

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with
from bot.core.spelt import either, one_of
from bot.work.answering import naming
from bot.work.checking.permitted import opened, waiting
from bot.work.reading import named
from bot.work.visit import Visit

_FEWEST = 2  # words


def is_order(visit: Visit, text: str) -> bool:
    """ "Undang pak Rustam kadus", "Maiwa 3 sama Maiwa 8 gabung saja", "pembetulan Maiwa 17: …": what is to be done."""
    words, titles = visit.office.catalog.world.in_the_field, visit.office.catalog.world.noting["sapaan"]
    if len(text.split()) < _FEWEST or one_of(words["saksi"]).search(text):
        return False
    beside = rf"^\W*(?:(?:{either(words['suruh'] | titles | words['iringan'])})\b\W*)*"
    told = re.sub(beside, "", text, flags=re.IGNORECASE)
    if begun_with(told, words["perintah"]) or one_of(words["jadi_satu"]).search(text):
        return True
    return bool(begun_with(told, words["pembetulan"])) and naming.may_name(visit.office, text)


async def is_said(visit: Visit, heard: Heard, check_id: int | None) -> bool:
    """`check_id`: the check that stands open. Whoever tells what they saw, or who was there, may name a meeting."""
    if not isinstance(heard, Typed):
        return False
    words, said = visit.office.catalog.world.in_the_field, {*re.findall(r"\w+", heard.text.lower())}
    tells = not said.isdisjoint(words["uji"] | words["saksi"] | words["letak"])
    if is_order(visit, heard.text) or not (tells or words["pertemuan"].isdisjoint(said)):
        return True
    called = either(visit.office.catalog.world.noting["sapaan"] | words["kerabat"])
    whose = re.search(rf"\b(?:{either(words['usulan_orang'])})\s+(?:{called})\s+(\w.*)", heard.text, re.IGNORECASE)
    return whose is not None and check_id is not None and not await _is_looked_at(visit, whose[1], check_id)


async def _is_looked_at(visit: Visit, name: str, check_id: int) -> bool:
    """ "Usulan nenek sabi salah, bukan 1 km tapi 2 km" is none of the check's, unless it is hers."""
    pair, of_one = await opened(visit, check_id), await named.of_person(visit, name)
    looked_at = {usulan.id for _, usulan in await waiting(visit)}
    looked_at |= {pair[1].id} if pair is not None else set()
    return of_one is not None and any(one.id in looked_at for one in of_one[0])
