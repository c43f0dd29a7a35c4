"""Whether whoever called tells that it is worse, or anew: who is next has to know then, whoever has answered."""

import re
from collections.abc import Iterable, Sequence

from bot.core.forms.writing import key_of
from bot.core.usulan.danger_words import spoken_in
from bot.store.queues import dangers_told
from bot.work.office import Office
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.placed import LONGEST
from bot.work.visit import Visit

_FIRST = 2  # of the words that count


def is_worse(office: Office, text: str, *, anew: bool = False) -> bool:
    """ "Airnya di leher", "ibu juga pingsan"; not "cepat ki", nor a story, nor that it is over. `anew`: all was safe,
    and what only goes on ("tidak ada sinyal") rings nobody."""
    told = office.catalog.danger
    urges = spoken_in(text) <= told.urging | told.polite | told.helping
    if urges or len(text.split()) > LONGEST or told.is_supposed(text) or not told.is_plain(text):
        return False
    again = any(one in told.in_full(text) for one in office.plain("bahaya.kata_lagi").split(" | "))
    is_seen = again or not spoken_in(text).isdisjoint(office.plain("bahaya.kata_parah").split())
    if told.is_over(text):
        return is_seen and told.goes_on_like(text)  # "sudah diangkat tapi tidak bernapas"
    if anew and not again and told.ends_like(text):
        return False  # "semua sudah keluar hidup2, satu dibawa ke RS"
    if not (spoken_in(text).isdisjoint(office.plain("bahaya.kata_selamat").split()) or told.ends_unlike(text)):
        return False  # "terbakar semua, tapi orang selamat"
    is_on = told.is_said_since(text) or (told.is_still_said(text) and not told.hurries(text))
    is_called = any(one.case.life and not one.mild for one in told.find(text))
    return is_seen or is_called or (is_on and not anew) or (not told.hurries(text) and bool(told.doubted(text)))


async def is_of_some(visit: Visit, text: str, told: Sequence[Alarm]) -> bool:
    """By what they called of: "yang dua itu aman mi" of three, "sopirnya selamat mi" of six."""
    async with visit.look() as connection:
        calls = [await dangers_told.call(connection, one[0]) for one in told]
    return is_told_of_some(visit.office, text, [one.said for one in calls if one is not None])


def is_told_of_some(office: Office, text: str, called: Iterable[str]) -> bool:
    most = max((n for said in called for n in _people_in(office, said)), default=0)
    said = spoken_in(key_of(text))
    if most < _FIRST or not said.isdisjoint(_words(office, "mereka_semua")):
        return False
    counted = max(_numbers_in(office, said), default=0)
    if counted >= most:
        return False
    persons = office.catalog.danger.frames.pattern("orang").finditer(key_of(text))
    is_named = any(one[0] not in _words(office, "orang_umum") for one in persons)
    return bool(counted) or is_named or not said.isdisjoint(_words(office, "seorang"))


def _people_in(office: Office, said: str) -> list[int]:
    """ "2 anak", "adekku dua orang": as many as are counted."""
    persons = "|".join(map(re.escape, _words(office, "terhitung")))
    found = re.findall(rf"\b(\w+)\s+(?:{persons})\b", key_of(said))
    return _numbers_in(office, found)


def _numbers_in(office: Office, said: Iterable[str]) -> list[int]:
    counts = {word: at for at, word in enumerate(office.plain("bahaya.kata_bilangan").split(), 1)}
    return [int(one) if one.isdecimal() else counts[one] for one in said if one.isdecimal() or one in counts]


def _words(office: Office, name: str) -> set[str]:
    return {*office.plain(f"bahaya.kata_{name}").split()}
