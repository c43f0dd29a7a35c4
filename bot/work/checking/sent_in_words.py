"""A check that is given in words: "pak darwis tolong cek lapangan maiwa 10", "suruh bu salma lihat usulan tola". Who is
named goes at once, with a tap to take it back; where it is not clear who, they are offered."""

import re
from datetime import timedelta

from bot.core.broadcasts.dated import DAY, Dates
from bot.core.checking.items import SHORT
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with
from bot.core.places.spelling import fold
from bot.core.records import Usulan
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.store.reading import readings
from bot.work.access import allowed, button
from bot.work.answering import topics
from bot.work.checking import giving, in_words
from bot.work.checking.permitted import candidates
from bot.work.reading import lists, named, screen
from bot.work.tasks.handing import is_named as names
from bot.work.visit import Visit

_LONGEST, _ABOUT, _SHORT = 16, 4, 8  # words
_MOST = 6  # usulan in one sentence
_SEEN, _LOOKED_AT = (lists.ALL, lists.READ), 200
_GOES, _OFFICE = "u:ujike:", " · "  # the button of each who may go, and what stands behind the name
_NEAR = timedelta(days=31)  # a day that is further away rather belongs to the story


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether somebody is to look at an usulan on the spot."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button("u"), visit.grants):
        return False
    words, spoken = visit.office.catalog.world.in_the_field, re.findall(r"\w+", heard.text.lower())
    if len(spoken) > _LONGEST or visit.office.catalog.danger.is_urgent(heard.text):
        return False
    if len(spoken) <= _SHORT and await _take_who(visit, heard.text, spoken):
        return True
    told = {sort: not words[sort].isdisjoint(spoken) for sort in ("menguji", "suruh", "hasil", "uji")}
    world = visit.office.catalog.world  # "pak darwis cek maiwa 1": said to them, it is an order, too
    orders = told["suruh"] or (spoken[0] in world.noting["sapaan"] and world.finished.isdisjoint(spoken))
    if not (told["menguji"] and orders) or told["hasil"]:
        return False
    found = await named.in_words(visit, heard.text) or await _of_whoever(visit, heard.text.split())
    found = found or await told_of(visit, heard.text)
    if len(found) != 1 and not (1 < len(found) <= _MOST and named.listed(visit, heard.text)):
        return False
    going = [[who for who in await candidates(visit, one) if names(who, {*map(fold, spoken)})] for one in found]
    is_own = all(who.id == visit.me.id for each in going for who in each)
    if begun_with(heard.text, world.asking_proposers["beri_tahu"]) and is_own:
        return False  # "bilang sama ibu sitti besok saya datang lihat" sends nobody
    is_plain = all(len(each) == 1 for each in going)
    for one, each in zip(found, going, strict=True):
        if is_plain:
            await giving.give(visit, one.id, SHORT, each[0].id, last_day(visit, heard.text))
        elif told["uji"]:
            is_named = not visit.office.catalog.world.noting["sapaan"].isdisjoint(spoken)
            await giving.choose(visit, one.id, unknown=not each and is_named, until=last_day(visit, heard.text))
    return is_plain or told["uji"]


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
    found = await named.in_words(visit, heard.text) or await told_of(visit, " ".join(left))
    if not found and left and (of_one := await named.of_person(visit, left[-1])) is not None:
        found = of_one[0]
    if len(found) == 1:
        await screen.show(visit, found[0].id)
    return len(found) == 1


async def told_of(visit: Visit, text: str) -> list[Usulan]:
    """Those in sight that tell the most of what is said, their place with it ("tanggulnya di lappa"); none where that
    is a place alone."""
    world, who = visit.office.catalog.world, lists.sight_of(visit, button("u"))
    async with visit.look() as connection:
        there = [one for which in _SEEN for one in await readings.listed(connection, which, who, _LOOKED_AT)]
    spoken = {*topics.words_of(world, text)}
    many = [(sum(topics.tells(one, [word]) for word in spoken), one) for one in there if named.stands(one)]
    most = max((number for number, _ in many), default=0)
    return [one for number, one in many if number == most > 0 and topics.speaks_of(world, text, one)]


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


async def _of_whoever(visit: Visit, words: list[str]) -> list[Usulan]:
    """ "Cek lapangan jalan taninya tola": of whoever is named last, what the words before it are about."""
    of_last = await named.of_person(visit, words[-1])
    found = of_last[0] if of_last is not None else []
    world, about = visit.office.catalog.world, " ".join(words[-_ABOUT:-1])
    return [one for one in found if topics.speaks_of(world, about, one)] or found
