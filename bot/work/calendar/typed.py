"""`/jadwal musrenbang maiwa selasa depan jam 9`: what was typed is not asked again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from bot.core.calendar.places_named import place_named
from bot.core.forms.world import Meeting
from bot.core.forms.writing import key_of
from bot.core.kinds.waktu import known as known_time
from bot.core.places.places import Place, Places
from bot.core.places.spelling import fold
from bot.core.records import Grant
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.understanding.tongue import tongue_of
from bot.core.wilayah import DESA, KECAMATAN, KELURAHAN, is_wider, kecamatan_of, level_of, lies_in_any
from bot.work.calendar import hamlets
from bot.work.calendar.permitted import at_home, level_answer, levels_of, meetings
from bot.work.calendar.turned import put_straight
from bot.work.calendar.venue_words import venue_told
from bot.work.office import Office
from bot.work.visit import Visit

_WORD = re.compile(r"[^\W_]+")
_HAMLETS = frozenset({"dusun", "lingkungan"})  # a musyawarah dusun is not that of the desa
_THAT = re.compile(r"\b(\w{4,})nya\b")
_SURELY = 2  # words
_NO_NAMES = frozenset({"hari", "minggu"})  # they begin a day


@dataclass(frozen=True, slots=True)
class Told:
    """`known`: answers of the form; none where no meeting is named. `rest`: what is left to be read as the answer to
    "which day?", where that comes next; `later`: where something else is asked before. `elsewhere`: a village is named
    in which this person sets no date."""

    known: Mapping[str, Any]
    rest: str = ""
    later: str = ""
    elsewhere: bool = False


def read_typed(visit: Visit, text: str, answered: Mapping[str, Any] | None = None, *, sure: bool = False) -> Told:
    """`answered`: where it is held, as far as that was said before. `sure`: a day is to be set, whatever leads to
    it."""
    known = at_home(visit.office, visit.grants) | dict(answered or {})
    possible = meetings(visit.office, visit.grants)
    text = by_their_names(possible, put_straight(visit, text))
    scopes = sorted({scope for each in possible for scope in each.within})
    spellings = visit.office.catalog.world.spellings
    hamlet, outside = hamlets.told_in(visit, text, scopes)
    venue, outside = venue_told(visit, outside, scopes)
    if _is_elsewhere(visit.office, outside, scopes):
        return Told({}, elsewhere=True)
    place = place_named(outside, visit.office.catalog.places, scopes, spellings.places, shortened=True)
    at, found, rest = _which(place.places, from_name(visit, place.rest, possible, sure=sure), possible, known)
    if venue and not place.places:  # "di kantor desa Boiya" may tell both
        there = place_named(venue, visit.office.catalog.places, scopes, spellings.places)
        other = _which(there.places, from_name(visit, outside, possible), possible, known)
        at, found, rest = other if other[0] is not None and _are_among(other[1], found) else (at, found, rest)
    if not found:
        found, rest = _any(visit, outside, possible, sure=sure)
    if not found:
        return Told({})
    known |= place_answers(visit.office, at) if at is not None else {}
    if hamlet is not None and len(found) == 1 and visit.office.catalog.calendar.kinds[found[0].key].named:
        known |= {"nama": {"text": hamlet.name}}
        known |= place_answers(visit.office, hamlet.desa) if at is None and hamlet.desa is not None else {}
    known |= {"tempat": {"text": venue}} if venue and not all(each.stage for each in found) else {}
    if len(found) == 1:
        known |= meeting_answers(visit.office, found[0], known)
    return _with_time(visit, known, found, rest)


def by_their_names(possible: Sequence[Meeting], text: str) -> str:
    """ "Rembuk dusun Paraja" as "Kumpul dusun Paraja", "musrenbangnya": by the name that the meeting has here."""
    for each in possible:
        for called in each.also:
            text = re.sub(rf"\b{re.escape(called)}\b", each.name, text, flags=re.IGNORECASE)
    names = names_of(possible)
    return _THAT.sub(lambda that: that[1] if fold(that[1]) in names else that[0], text)


def from_name(visit: Visit, text: str, possible: Sequence[Meeting], *, sure: bool = False) -> str:
    """The words from the name of a meeting on, behind them the day that stood before it: "pak, besok jam 9 musdes".
    Where anything else stands before it, they are left as they are; not where it is `sure` that a day is set."""
    world, words, every = visit.office.catalog.world, text.split(), names_of(possible)
    every = every - _levels(visit) if sure else every
    first = next((at for at, word in enumerate(words) if (parts := _folded(word)) and parts <= every), 0)
    days = [word for word in words[:first] if speaks_of_time(world.spellings, word)]
    polite = [word for word in words[:first] if key_of(word) in world.setting["iringan"]]
    return " ".join(words[first:] + days) if sure or {*days, *polite} >= {*words[:first]} else text


def called_in(visit: Visit, text: str) -> tuple[str, str, str]:
    """The first name of a meeting in it, what stands before it, and behind it; empty where none does."""
    possible = meetings(visit.office, visit.grants)
    words, every = by_their_names(possible, text).split(" "), names_of(possible)
    folded = [_folded(word) for word in words]
    first = next((n for n, own in enumerate(folded) if own and own <= every - _levels(visit)), None)
    if first is None:
        return "", text, ""
    size = sum(1 for _ in takewhile(lambda own: own and own <= every, folded[first:]))
    last = first + size
    return " ".join(words[first:last]), " ".join(words[:first]), " ".join(words[last:])


def names_of(possible: Sequence[Meeting]) -> frozenset[str]:
    """All words of their names, spelt alike."""
    return frozenset().union(*map(_words_of, possible))


def kinds_in(possible: Sequence[Meeting], text: str) -> frozenset[str]:
    """Which of them the words name best, wherever they stand; empty where they name none."""
    shared = _shared(possible, text)
    best = max(shared.values(), default=0)
    return frozenset(key for key, found in shared.items() if best and found == best)


def kinds_led(possible: Sequence[Meeting], text: str) -> frozenset[str]:
    """Of these what the words next to each other name: "musrenbang desa di kecamatan maiwa" is that of the desa."""
    words, every = by_their_names(possible, text).split(), names_of(possible)
    first = next((n for n, word in enumerate(words) if (parts := _folded(word)) and parts <= every), len(words))
    return frozenset(each.key for each in _named_in(" ".join(words[first:]), possible)[0])


def names_one_surely(possible: Sequence[Meeting], text: str) -> bool:
    """Whether more is said than a word that several have in their names: "musyawarah desa", not "musyawarah"."""
    return max(_shared(possible, text).values(), default=0) >= _SURELY


def _shared(possible: Sequence[Meeting], text: str) -> dict[str, int]:
    """How many words of each name are said."""
    spoken = _folded(by_their_names(possible, text))
    return {each.key: len(spoken & _words_of(each)) for each in possible}


def names_meeting(visit: Visit, text: str) -> bool:
    """Whether it begins with the name of a meeting ("musdus dusun Paraja"), and not with what a place has in its name,
    too."""
    world = visit.office.catalog.world
    text = by_their_names(meetings(visit.office, visit.grants), text)
    words = [word for word in text.split() if key_of(word) not in world.setting["iringan"]]
    return bool(words) and bool(_folded(words[0]) & (names_of(meetings(visit.office, visit.grants)) - _levels(visit)))


def _levels(visit: Visit) -> frozenset[str]:
    """Words that places have in their names, too."""
    places = visit.office.catalog.world.spellings.places
    return frozenset(map(fold, (*places.kecamatan, *places.desa, *places.around))) | _HAMLETS


def _any(visit: Visit, text: str, possible: Sequence[Meeting], *, sure: bool) -> tuple[list[Meeting], str]:
    """ "Rapat tgl 20": which of them is asked, and nothing that was told."""
    words, known = text.split(), visit.office.catalog.world.setting["umum"]
    is_told = sure or any(key_of(word) in known for word in words)
    rest = " ".join(word for word in words if key_of(word) not in known)
    return [each for each in possible if not each.stage] if is_told else [], rest


def _is_elsewhere(office: Office, outside: str, scopes: Sequence[str]) -> bool:
    """Whether the words name a desa or kelurahan ("musrenbang desa Boiya") in none of these wilayah."""
    said = f" {' '.join(fold(word) for word in outside.split())} "
    named = [
        place
        for place in all_places(office)
        if level_of(place.code) == DESA
        and any(f" {word} {fold(place.name)} " in said for word in ("desa", "kelurahan", "kel"))
    ]
    return bool(named) and not any(lies_in_any(place.code, scopes) for place in named)


def _are_among(some: Sequence[Meeting], others: Sequence[Meeting]) -> bool:
    return {each.key for each in some} <= {each.key for each in others}


def _which(
    places: Sequence[Place], text: str, possible: Sequence[Meeting], known: Mapping[str, Any]
) -> tuple[Place | None, list[Meeting], str]:
    """The place that is meant, the meetings that the words name there, and the words behind them. Of a kecamatan and a
    desa with one name that in which the meeting is held."""
    there = [(place, *named_at(text, possible, place.code)) for place in places]
    fitting = sorted(((place, found, rest) for place, found, rest in there if found), key=lambda one: len(one[2]))
    if len(fitting) == 1 or (fitting and len(fitting[0][2]) < len(fitting[1][2])):  # "kecamatan" is read in one only
        return fitting[0]
    home = next((known[level]["code"] for level in _narrower(known) if level in known), "")
    return None, *(named_at(text, possible, home) if home else _named_in(text, possible))


def _narrower(known: Mapping[str, Any]) -> Sequence[str]:
    """Which answer tells where it is held; none while nobody said for whom it is."""
    level = known.get("tingkat", {}).get("value", DESA)
    return (level,) if level in (DESA, KECAMATAN) else ()


def named_at(text: str, possible: Sequence[Meeting], code: str) -> tuple[list[Meeting], str]:
    """ "Musrenbang" in a kecamatan is the musrenbang kecamatan."""
    return _named_in(text, [each for each in possible if is_held(each, code)], _list_at(code))


def _list_at(code: str) -> str:
    return KELURAHAN if Places.is_kelurahan(code) else level_of(code)


def is_held(each: Meeting, code: str) -> bool:
    return _list_at(code) in each.lists and lies_in_any(code, each.within)


def place_answers(office: Office, place: Place) -> dict[str, Any]:
    level = level_of(place.code)
    found = level_answer(office, [level])
    for key, code in ((KECAMATAN, kecamatan_of(place.code)), (DESA, place.code)):
        named = office.catalog.places.find(code)
        if named is not None and level_of(code) == key:
            found[key] = {"code": code, "name": named.name}
    return found


def meeting_answers(office: Office, meeting: Meeting, known: Mapping[str, Any]) -> dict[str, Any]:
    in_kelurahan = office.catalog.places.is_kelurahan(known.get(DESA, {}).get("code", ""))
    label = meeting.name_kelurahan if in_kelurahan else meeting.name
    told = {"macam": {"value": meeting.key, "label": label}}
    return told if "tingkat" in known else told | level_answer(office, sorted(levels_of(meeting)))


def _with_time(visit: Visit, known: dict[str, Any], found: Sequence[Meeting], rest: str) -> Told:
    """A day and an hour are kept also where the meeting or the place is still asked for."""
    when = tongue_of(visit.office.catalog.world.spellings).read_when(rest, visit.today)
    told: dict[str, Any] = {}
    for key in {"tanggal" if each.stage else "waktu" for each in found}:
        read = known_time(when.value, key == "waktu", visit.today) if isinstance(when, Understood) else None
        told |= {key: read} if read is not None else {}
    if told or _asks_for_day(known):
        is_time = any(speaks_of_time(visit.office.catalog.world.spellings, word) for word in rest.split())
        return Told(known | told, rest if is_time and not told else "")
    is_day = isinstance(when, Understood) or (isinstance(when, Unsure) and bool(when.options))
    return Told(known, later=rest if is_day else "")


def _asks_for_day(known: Mapping[str, Any]) -> bool:
    """Whether nothing is asked before the day."""
    level = known.get("tingkat", {}).get("value")
    before = {DESA: {KECAMATAN, DESA}, KECAMATAN: {KECAMATAN}}.get(level, set())
    return level is not None and "macam" in known and before <= known.keys()


def example_place(office: Office, grants: Sequence[Grant]) -> str:
    """The name of a place whose dates this person sets, for the example on the screen; empty where there is only one:
    a kecamatan of a kabupaten, a desa of a kecamatan. Its name is no other's."""
    scopes = {scope for each in meetings(office, grants) for scope in each.within}
    widest = min(scopes, key=len, default="")
    if not widest or not is_wider(widest, DESA):
        return ""
    names = [fold(place.name) for place in all_places(office)]
    own = office.catalog.places.children(widest)
    return next((place.name for place in own if names.count(fold(place.name)) == 1), "")


def all_places(office: Office) -> Iterator[Place]:
    places = office.catalog.places
    for kecamatan in places.children(places.kabupaten.code):
        yield from (kecamatan, *places.children(kecamatan.code))


def _named_in(text: str, possible: Sequence[Meeting], level: str = "") -> tuple[list[Meeting], str]:
    """The meetings that the first words name best, and the words behind them. `level`: of the place, as if it were said
    with them."""
    names = {each.key: _words_of(each) for each in possible}
    every = names_of(possible)
    words, taken = text.split(), 0
    said: set[str] = set()
    while taken < len(words) and (parts := _folded(words[taken])) and parts <= every:
        said |= parts
        taken += 1
    said |= _folded(level) if said and not said & _HAMLETS else set()
    best = max((len(said & own) for own in names.values()), default=0)
    found = [each for each in possible if best and len(said & names[each.key]) == best]
    return found, " ".join(words[taken:])


def _words_of(each: Meeting) -> frozenset[str]:
    told = f"{each.key.replace('_', ' ')} {each.name} {each.name_kelurahan}".lower()
    return _folded(told) - _NO_NAMES


def _folded(text: str) -> frozenset[str]:
    """The words in it, spelt alike: two in "KUA-PPAS"."""
    return frozenset(fold(word) for word in _WORD.findall(text))
