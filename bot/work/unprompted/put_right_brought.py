"""Something of an usulan is put right by whoever wrote it down for somebody ("pembetulan Maiwa 17: 2 km bukan 1 km").
Old and new are shown, and nothing changes before a yes; of one that its proposer sent, the proposer may be told."""

import re
from dataclasses import replace

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.say import Words
from bot.core.forms.writing import begun_with, is_question, key_of
from bot.core.records import Usulan
from bot.store.checking import checks
from bot.work.access import allowed, button
from bot.work.answering import changing
from bot.work.checking.permitted import FAMILY
from bot.work.deciding import asking_by_words, spoken, word_to_proposer
from bot.work.hall.decided import results_said
from bot.work.reading import lists, named, pointing
from bot.work.saying.keyboard import Key, keyboard, press
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
        await _ask_what_for(visit, found[0], heard.text)
    elif found:
        await named.show(visit, found)
    return bool(found)


async def _ask_what_for(visit: Visit, one: Usulan, text: str) -> None:
    """What its proposer sent stays. Words that may change its result, where it stands, or a check of it are a letter
    only where that is chosen; other words are shown as one."""
    number, keys = visit.office.spoken_number(one), list[Key]()
    if spoken.speaks_of_state(visit, text):
        hall = await results_said.hall_of(visit, one)
        keys += [hall.key(Words("ralat_tombol_hasil"), "hasil", one.id)] if hall is not None else []
        keys.append((visit.text("tombol_ubah_keadaan"), press("u", "ubah", one.id)))
    known = await visit.ask_once(checks.of_usulan, one.id)
    if known and known[-1].is_open and allowed(button(FAMILY), visit.grants):
        keys.append((visit.text("uji_tombol_buka_nomor", nomor=number), press(FAMILY, "buka", known[-1].id)))
    pictures = visit.office.catalog.world.afterwards["gambar"]
    if not keys and pictures.isdisjoint(key_of(text).split()):
        visit.say("ralat_milik_orang", nomor=number)
        await word_to_proposer.offer(visit, one, text)
        return
    who = await asking_by_words.whose(visit, one)
    keys.append((visit.text("ralat_tombol_kirim", siapa=who), press("u", "kirimkata", visit.heard_in, one.id)))
    keys.append((visit.text("tombol_tidak_jadi"), "o:batal"))
    visit.say("ralat_untuk_apa", keyboard(*([key] for key in keys)), nomor=number, isi=text, siapa=who)


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
