"""Something of an usulan is put right by whoever wrote it down for somebody ("pembetulan Maiwa 17: 2 km bukan 1 km").
Old and new are shown, and nothing changes before a yes; of one that its proposer sent, the proposer may be told."""

import re
from dataclasses import replace

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import begun_with, is_question
from bot.core.records import Usulan
from bot.work.access import allowed, button
from bot.work.answering import changing
from bot.work.deciding import word_to_proposer
from bot.work.reading import lists, named, pointing
from bot.work.visit import Visit

_OWN_SLIP = "kerja_salah"
_LONGEST, _MARK = 40, re.compile("[:,]")  # words


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Of the one that is named; where none is, of the one that stands open, if it has what is said to be wrong."""
    if not isinstance(heard, Typed) or not allowed(button("u"), visit.grants) or not _puts_right(visit, heard.text):
        return False
    found = await named.in_words(visit, heard.text)
    brought = [one for one in found or await _opened(visit) if one.typed_by == visit.me.id]
    told = replace(heard, text=_without_number(visit, heard.text))
    if await changing.propose_in(visit, brought, told, is_named=True):
        return True
    if len(found) == 1 and brought:
        return await changing.put_right_in(visit, found[0], told)
    if len(found) == 1 and found[0].person_id is not None:
        visit.say("ralat_milik_orang", nomor=visit.office.spoken_number(found[0]))
        await word_to_proposer.offer(visit, found[0], heard.text)
    elif found:
        await named.show(visit, found)
    return bool(found)


def _puts_right(visit: Visit, text: str) -> bool:
    world, ear = visit.office.catalog.world, visit.office.catalog.ear
    if is_question(text, world, free=False) or len(text.split()) > _LONGEST:
        return False
    if begun_with(text, world.entrusting["pembetulan"]):
        return True
    acts = visit.acts(text, "work")  # "maiwa 1 belum kubaca, salah" takes back what they did themselves
    slips = _OWN_SLIP in {act.name for act in (*acts.done, *acts.maybe)}
    return not slips and ear is not None and bool(ear.corrects(text))


async def _opened(visit: Visit) -> list[Usulan]:
    which = await pointing.opened(visit)
    one = await lists.readable(visit, int(which)) if which else None
    return [one] if one is not None else []


def _without_number(visit: Visit, text: str) -> str:
    """A number that names an usulan is no figure of it."""
    head, *behind = _MARK.split(text, maxsplit=1)
    return behind[0].strip() if behind and named.listed(visit, head) else text
