"""A check that is given in words: "pak darwis tolong cek lapangan maiwa 10", "suruh bu salma lihat usulan tola". Who is
named goes at once, with a tap to take it back; where it is not clear who, they are offered, and where it is not clear
of which usulan, it is asked first: the words may be a message, and can be sent as one."""

import re
from datetime import timedelta

from bot.core.broadcasts.dated import DAY, Dates
from bot.core.checking.items import SHORT
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_politely, begun_with
from bot.core.places.spelling import fold
from bot.core.records import Usulan
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.store.people.people import Holder
from bot.work.access import allowed, button
from bot.work.checking import about_which, giving, in_words
from bot.work.checking.permitted import candidates
from bot.work.reading import named, screen
from bot.work.saying.keyboard import keyboard, press
from bot.work.tasks.handing import is_named as names
from bot.work.visit import Visit

_LONGEST, _SHORT = 16, 8  # words
_MOST = 6  # usulan in one sentence
_GOES, _OFFICE = "u:ujike:", " · "  # the button of each who may go, and what stands behind the name
_NEAR = timedelta(days=31)  # a day that is further away rather belongs to the story


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether somebody is to look at an usulan on the spot."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button("u"), visit.grants):
        return False
    spoken = re.findall(r"\w+", heard.text.lower())
    if len(spoken) > _LONGEST or visit.office.catalog.danger.is_urgent(heard.text):
        return False
    if len(spoken) <= _SHORT and await _take_who(visit, heard.text, spoken):
        return True
    if not _is_order(visit, heard.text, spoken):
        return False
    found, is_named = await about_which.meant(visit, heard.text)
    if not 0 < len(found) <= _MOST:
        return False
    going = [[who for who in await candidates(visit, one) if names(who, {*map(fold, spoken)})] for one in found]
    is_own = all(who.id == visit.me.id for each in going for who in each)
    world = visit.office.catalog.world
    if begun_politely(heard.text, world, world.asking_proposers["beri_tahu"]) and is_own:
        return False  # "bilang sama ibu sitti besok saya datang lihat" sends nobody
    is_clear = len(found) == 1 or bool(named.listed(visit, heard.text))
    sure = is_clear and (is_named or about_which.is_told_by_all(visit, heard.text, found[0], going[0]))
    if not sure and all(len(each) == 1 for each in going):
        _ask_first(visit, heard.text, found, going[0][0])
        return True
    return (sure or len(found) == 1) and await _give_each(visit, heard.text, found, going)


def _is_order(visit: Visit, text: str, spoken: list[str]) -> bool:
    """What is to be told to somebody is a message, unless it names a number."""
    world, words = visit.office.catalog.world, visit.office.catalog.world.in_the_field
    told = {sort: not words[sort].isdisjoint(spoken) for sort in ("menguji", "suruh", "hasil")}
    # "pak darwis cek maiwa 1": said to them, it is an order, too
    orders = told["suruh"] or (spoken[0] in world.noting["sapaan"] and world.finished.isdisjoint(spoken))
    if not (told["menguji"] and orders) or told["hasil"]:
        return False
    return not begun_politely(text, world, world.urging["kata"]) or bool(named.listed(visit, text))


async def _give_each(visit: Visit, text: str, found: list[Usulan], going: list[list[Holder]]) -> bool:
    """Where it is not clear who, and it is said to be a check, they are offered."""
    world, spoken = visit.office.catalog.world, re.findall(r"\w+", text.lower())
    is_plain, is_check = all(len(each) == 1 for each in going), not world.in_the_field["uji"].isdisjoint(spoken)
    for one, each in zip(found, going, strict=True):
        if is_plain:
            await giving.give(visit, one.id, SHORT, each[0].id, last_day(visit, text))
        elif is_check:
            is_named = not world.noting["sapaan"].isdisjoint(spoken)
            await giving.choose(visit, one.id, unknown=not each and is_named, until=last_day(visit, text))
    return is_plain or is_check


def _ask_first(visit: Visit, text: str, found: list[Usulan], who: Holder) -> None:
    """What only shares a word with them."""
    until, told = last_day(visit, text), [named.line(visit, one) for one in found]
    checks = [
        (visit.text("uji_tombol_lihat", nomor=line["nomor"]), press("u", "ujike", one.id, SHORT, who.id, until))
        for line, one in zip(told, found, strict=True)
    ]
    words = (visit.text("uji_tombol_pesan", siapa=who.name), press("r", "pesan", visit.heard_in, who.id))
    keys = keyboard(*([check] for check in checks), [words], [(visit.text("tombol_tidak_jadi"), "o:batal")])
    visit.say("uji_atau_pesan", keys, siapa=who.name, usulan=told, kata=text)


async def take_asked(visit: Visit, heard: Heard) -> bool:
    """ "Bgm hasil cek jembatan", "pata sudah jawab belum": the screen of the usulan, which says how far it is."""
    if not isinstance(heard, Typed) or not allowed(button("u"), visit.grants):
        return False
    words, spoken = visit.office.catalog.world.in_the_field, re.findall(r"\w+", heard.text.lower())
    or_not = not words["belum"].isdisjoint(spoken) and not words["hasil"].isdisjoint(spoken)  # "sudah … belum"
    asks = begun_with(heard.text, visit.office.catalog.world.asking) or or_not
    of_a_check = not (words["menguji"] | words["dijawab"]).isdisjoint(spoken)
    if not asks or not of_a_check or len(spoken) > _SHORT:
        return False
    left = [
        word for word in spoken if word not in words["menguji"] | words["hasil"] | words["dijawab"] | words["belum"]
    ]
    found = await named.in_words(visit, heard.text) or await about_which.told_of(visit, " ".join(left))
    if not found and left and (of_one := await named.of_person(visit, left[-1])) is not None:
        found = of_one[0]
    if len(found) == 1:
        await screen.show(visit, found[0].id)
    return len(found) == 1


async def _take_who(visit: Visit, text: str, spoken: list[str]) -> bool:
    """ "Bu fatma saja, rabu 13 januari", where it is asked who goes."""
    keys = [key for letter in await visit.letters() for key in letter.keys if key[1].startswith(_GOES)]
    told, own = {*map(fold, spoken)}, fold(visit.text("uji_saya_sendiri"))
    going = [data for label, data in keys if not told.isdisjoint(map(fold, label.partition(_OFFICE)[0].split()))]
    if in_words.is_oneself(visit, text):
        going = [data for label, data in keys if fold(label) == own]
    if len(going) == 1:
        usulan_id, kind, to, *_ = going[0].removeprefix(_GOES).split(":")
        await giving.give(visit, int(usulan_id), kind, int(to), last_day(visit, text))
    return len(going) == 1


def last_day(visit: Visit, text: str) -> int:
    """ "Paling lambat sabtu", "sebelum jumat", "besok": the ordinal of the last day on which it may be done; 0 where
    none near is told."""
    spelt = visit.office.catalog.world.spellings
    for told in Dates(spelt.days, spelt.hours).within(text):
        start, end = told.span
        found = tongue_of(spelt).read_when(text[start:end], visit.today) if told.sort == DAY else None
        whens = (found,) if isinstance(found, Understood) else found.options if isinstance(found, Unsure) else ()
        day = min((one.value.day for one in whens if one.value.day is not None), default=visit.today)
        if visit.today < day <= visit.today + _NEAR:
            is_before = not {*spelt.hours.before}.isdisjoint(re.findall(r"\w+", text[:start].lower())[-2:])
            return day.toordinal() - is_before
    return 0
