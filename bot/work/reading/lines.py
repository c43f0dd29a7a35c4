"""An usulan in two lines of a list: its number, where, what is wished for, and what endangers or waits."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from bot.catalog.texts import as_html
from bot.core.forms.say import Words
from bot.core.forms.writing import in_short
from bot.core.records import Usulan
from bot.core.spelt import one_of
from bot.core.understanding.tongue import tongue_of
from bot.core.usulan import quality
from bot.core.usulan.danger import Found
from bot.core.wilayah import DESA, is_wider
from bot.store.database.database import Connection
from bot.store.deciding import moves
from bot.store.reading import readings, sifted
from bot.store.reading.readings import Sight
from bot.store.usulan import promises
from bot.work.office import Office
from bot.work.saying.keyboard import Key
from bot.work.usulan import asked, outcomes
from bot.work.usulan.dangers.closed import texts
from bot.work.usulan.usulan import number_of, place, summary
from bot.work.usulan.voices.kept_off import BY
from bot.work.visit import Visit

_WISH = 34  # characters: one line of a cheap telephone
_WORDS = re.compile(r"\w+")
_NAMED = 2  # buttons in a row that have room for a name
_UNTOLD, _LACKING = "kabari", "kurang"
_MIXED = frozenset({"dusun", "cari"})  # lists in which some were read and some were not


async def of(visit: Visit, who: Sight, found: Sequence[Usulan], which: str) -> list[dict[str, Any]]:
    """The values of the lines, by the list in which they stand."""
    ids = [one.id for one in found]
    async with visit.ask() as connection:
        typed = await sifted.typed_down(connection, ids)
        seen = await sifted.pictured(connection, ids) if which == _LACKING else set()
    waiting: dict[int, list[dict[str, Any]]] = {one: [] for one in ids}
    for line in await asked.lines(visit, ids):
        waiting[line["usulan"]].append(line)
    wide = len(who.scopes) > 1 or any(is_wider(scope, DESA) for scope in who.scopes)
    told = []
    for one in found:
        answers = quality.with_pictures(quality.with_wordings(one.answers, typed.get(one.id, {})), one.id in seen)
        line = {"nomor": number(visit, one), "tempat": (not wide and _dusun(one)) or place(one.answers)}
        line |= {"ringkas": in_short(summary(visit.office, answers), _WISH)}
        asks = waiting[one.id]
        told.append(line | _marks(visit, one, answers, asks, which) | await _news(visit, one, which, asks))
    return told


def _dusun(one: Usulan) -> str:
    return place({"dusun": one.answers.get("dusun")})


def endangers(office: Office, answers: Mapping[str, Any]) -> bool:
    """Whether it tells of what endangers people now."""
    return _happens(office.catalog.danger.find(_told(answers)))


def danger_in(office: Office, answers: Mapping[str, Any]) -> Literal["now", "feared", ""]:
    """Also what is only feared, by a word that means nothing else, and what nearly happened."""
    found = office.catalog.danger.find(_told(answers))
    if _happens(found):
        return "now"
    is_feared = any(each.case.life and each.word not in each.case.usual for each in found)
    return "feared" if is_feared or _tells_of_nearly(office, answers) else ""


def _happens(found: Sequence[Found]) -> bool:
    return any(not each.mild and each.case.tell != "tidak" for each in found)


def _tells_of_nearly(office: Office, answers: Mapping[str, Any]) -> bool:
    nearly, spoken = office.catalog.world.nearly, _WORDS.findall(_told(answers).lower())
    line = f" {' '.join(spoken)} "
    return any(f" {words} " in line for words in nearly["kata"]) or not (
        nearly["rapuh"].isdisjoint(spoken) or nearly["bersama"].isdisjoint(spoken)
    )


def _told(answers: Mapping[str, Any]) -> str:
    return "\n".join((answers.get(key) or {}).get("text") or "" for key in ("cerita", "harapan"))


def _marks(
    visit: Visit, one: Usulan, answers: Mapping[str, Any], waiting: Sequence[Mapping[str, Any]], which: str
) -> dict[str, Any]:
    """What endangers comes first; that it was not read goes without saying where nothing was."""
    is_new = one.read_at is None and which in _MIXED
    told = {"bahaya": endangers(visit.office, answers), "ditanya": bool(waiting)}
    told["suara"] = bool(quality.unwritten(answers))
    first = ""
    if which == _LACKING:
        first = first_to_ask(visit.office, answers, waiting)
    return told | {"baru": is_new, "dulu": first}


def first_to_ask(office: Office, answers: Mapping[str, Any], waiting: Sequence[Mapping[str, Any]] = ()) -> str:
    """The one thing that is to be found out now, in words; what was asked already is not asked again. Empty where
    nothing is left, and where a voice has to be written down first."""
    lacking = quality.lacks(answers, tongue_of(office.catalog.world.spellings))
    mark = quality.ask_first(lacking, [line["hal"] for line in waiting])
    is_told = quality.unwritten(answers) or not mark
    return "" if is_told else office.plain(f"mutu_{mark}")


async def _news(visit: Visit, one: Usulan, which: str, waiting: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """For whoever has to be told in person, and what is to be asked of them."""
    if which != _UNTOLD:
        return {}
    news = as_html((await outcomes.of_usulan(visit, [one.id])).get(one.id, ""))
    moved = (await visit.ask_once(moves.newest_of, [one.id])).get(one.id)
    since = max(filter(None, (one.read_at, moved.at if moved is not None else None)), default=one.spoken_at)
    known = {"hasil": news, "dibaca": one.read_at is not None}
    known["lagi"] = await visit.ask_once(promises.was_given, one.id, since)
    async with visit.look() as connection:
        known["cara"] = await way_to(visit.office, connection, one)
    return known | {"siapa": await speaker_name(visit, one), "tanya": [line["isi"] for line in waiting]}


def keys(visit: Visit, found: Sequence[Usulan]) -> list[Key]:
    """A button for each: a few by name, of more the bare numbers where these tell them apart."""
    serials = Counter(one.serial for one in found)
    alike = len({one.kecamatan for one in found}) > 1 or max(serials.values(), default=0) > 1
    return [(_key_label(visit, one, bare=len(found) > _NAMED and not alike), f"u:lihat:{one.id}") for one in found]


def _key_label(visit: Visit, one: Usulan, *, bare: bool) -> str:
    return str(one.serial) if bare else visit.office.plain("tombol_baca", nomor=number(visit, one))


def number(visit: Visit, one: Usulan) -> str:
    return number_of(visit.office, one, visit.now)


def marks(office: Office, lacks: Sequence[str]) -> str:
    """What is missing, in plain words."""
    return ", ".join(office.plain(f"mutu_{mark}") for mark in lacks)


async def way_to(office: Office, connection: Connection, one: Usulan) -> Words:
    """How somebody may be reached in person: nobody is rung, or looked for at home, who asked not to be."""
    voice = await readings.voice_of(connection, one.speaker_id) if one.speaker_id else None
    rings_not = one_of(office.catalog.world.own_number["tertulis"])
    told = {"jalan": (one.agreed or {}).get(BY, ""), "titip": one.typed_by is not None, "tanpa_nama": one.unnamed}
    told |= {"jauh": voice is not None and voice[2] and one.typed_by is None}
    return Words("cara_mencapai", told | {"tertulis": rings_not.search("\n".join(texts(one.answers))) is not None})


async def speaker_name(visit: Visit, one: Usulan) -> str:
    """Who spoke through somebody else; empty for nobody we know by name, and for who does not want to be named."""
    if one.speaker_id is None or is_unnamed(visit, one):
        return ""
    found = await visit.ask_once(readings.voice_of, one.speaker_id)
    return found[0] if found else ""


def is_unnamed(visit: Visit, one: Usulan) -> bool:
    """Whether this reader is to see no name; whoever wrote it down knows it, and brings them the news."""
    return one.unnamed and one.typed_by != visit.me.id


def called(visit: Visit, one: Usulan, name: str) -> str:
    """How somebody who brought an usulan is called before its readers."""
    return visit.text("tanpa_nama") if is_unnamed(visit, one) else name
