"""*Sudah saya kabari*, said in words: "sudah saya kabari nenek mina". It counts as the button does."""

import re
from collections.abc import Iterable, Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.places.spelling import fold
from bot.core.records import Usulan
from bot.store.reading import readings
from bot.work.access import allowed, button
from bot.work.deciding import told_directly
from bot.work.reading import lines, lists, named
from bot.work.reading.lists import UNTOLD, sight_of
from bot.work.usulan.kabar import Number
from bot.work.visit import Visit

_LONGEST, _LOOKED_AT, _FEW = 16, 50, 4  # words; usulan; words beside
_NUMBER = re.compile(r"\d+(?:/\d+)?")


async def take(visit: Visit, heard: Heard) -> bool:
    """Of the one who is named, or the only one; else the list of those who are still to be told is shown."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button("u"), visit.grants):
        return False
    found, may_be_list = await _meant(visit, key_of(heard.text))
    if found and not may_be_list:
        for one in found:
            await told_directly.say_told(visit, one.id)
    elif may_be_list:
        await lists.show(visit, 0, which=UNTOLD)
    return bool(found) or may_be_list


async def is_said(visit: Visit, text: str) -> bool:
    """Whether it is an errand of its own: somebody was told."""
    found, may_be_list = await _meant(visit, key_of(text))
    return bool(found) or may_be_list


def begins(visit: Visit, text: str) -> bool:
    """Whether it says that somebody was told, and little besides."""
    begun = begun_with(text, visit.office.catalog.world.told_in_person["kata"])
    return bool(begun) and "?" not in text and len(text[len(begun) :].split()) <= _FEW


async def _meant(visit: Visit, spoken: str) -> tuple[list[Usulan], bool]:
    """Of those who are still to be told who is named, or all where nobody is; and whether their list may be meant:
    what was passed on may be anything, where none of them is named."""
    surely = _beside(visit, spoken, _phrases(visit.office.catalog.world.told_in_person["kata"]))
    rest = _beside(visit, spoken, _in_any_order(visit)) if surely is None else surely
    if rest is None or (surely is None and not rest):
        return [], False
    waiting = await visit.ask_once(readings.listed, UNTOLD, sight_of(visit, button("u")), _LOOKED_AT)
    found = [one for one in waiting if not rest or await _is_named(visit, one, rest)]
    if not found and (
        several := await _each_named(visit, waiting, rest) or await _numbered(visit, waiting, spoken, rest)
    ):
        return several, False
    return found, len(found) != 1 and bool(waiting) and (surely is not None or len(found) > 1)


def _phrases(all_of: Iterable[str]) -> str:
    """Any of these, the longest first; "ku kabari" is "kukabari"."""
    return "|".join(re.escape(one).replace(r"\ ku", r"\ ku ?") for one in sorted(all_of, key=len, reverse=True))


def _in_any_order(visit: Visit) -> str:
    """ "Sdh ku sampaikan", "sy sdh kasi tau": that it is done, by oneself, and what."""
    words = visit.office.catalog.world.told_in_person
    done, myself, tells = (f"(?:{_phrases(words[sort])})" for sort in ("sudah", "saya", "sampaikan"))
    return rf"(?:{done} (?:{myself} ?)?|{myself} {done} ){tells}(?:mi|ki)?"


def _beside(visit: Visit, spoken: str, kata: str) -> set[str] | None:
    """What is said beside that they were told; None where that is not said."""
    said = re.search(rf"\b(?:{kata})\b", spoken) if len(spoken.split()) <= _LONGEST else None
    if said is None:
        return None
    rest = f"{spoken[: said.start()]} {spoken[said.end() :]}".replace(",", " ").split()
    that = visit.office.catalog.world.told_in_person["bahwa"]
    rest = rest[: next((at for at in range(1, len(rest)) if rest[at] in that), len(rest))]
    beside = visit.office.catalog.world.told_in_person["iringan"] | visit.office.catalog.world.oneself
    return {fold(word) for word in rest if word not in beside}


async def _each_named(visit: Visit, waiting: Sequence[Usulan], rest: set[str]) -> list[Usulan]:
    """ "Bu Hawa sama Ancu": each by a name that nobody else has; nobody where one of the words names none."""
    world = visit.office.catalog.world
    names = rest - {fold(word) for word in (*world.spellings.names.address, *world.guests_said["dan"])}
    called = [(one, {fold(word) for word in (await lines.speaker_name(visit, one)).split()}) for one in waiting]
    found = [[one for one, own in called if name in own] for name in names]
    return list({each[0].id: each[0] for each in found}.values()) if all(len(each) == 1 for each in found) else []


async def _numbered(visit: Visit, waiting: Sequence[Usulan], spoken: str, rest: set[str]) -> list[Usulan]:
    """ "Maiwa 16 dan 17": by their numbers, where nobody is named who did not bring them."""
    numbers = named.listed(visit, spoken)
    found = [one for one in waiting if any(_has(one, number) for number in numbers)]
    known = {fold(word) for word in (*visit.office.catalog.world.spellings.names.address, *_joining(visit))}
    for one in found:
        known |= {fold(word) for word in f"{await lines.speaker_name(visit, one)} {lines.number(visit, one)}".split()}
    return found if {word for word in rest if not _NUMBER.fullmatch(word)} <= known else []


def _has(one: Usulan, number: Number) -> bool:
    return (one.kecamatan, one.serial) == (number.kecamatan, number.serial) and number.year in (None, one.year)


def _joining(visit: Visit) -> frozenset[str]:
    return visit.office.catalog.world.numbering["dan"]


async def _is_named(visit: Visit, one: Usulan, rest: set[str]) -> bool:
    """By their name, also behind "nenek", or by the number of their usulan."""
    called = {fold(word) for word in (await lines.speaker_name(visit, one)).split()}
    number = {fold(word) for word in lines.number(visit, one).split()}
    titles = {fold(word) for word in visit.office.catalog.world.spellings.names.address}
    return rest <= called or rest <= number or (bool(rest & called) and rest <= called | titles)
