"""A sentence that is nothing but a meeting and its day ("rapat musrenbang desa tgl 20 januari di kantor desa") sets a
date; one that asks for a day sets none."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.core.calendar.places_named import Named, place_named
from bot.core.forms.writing import key_of
from bot.core.places.places import Place
from bot.core.places.spelling import fold
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.understanding.tongue import tongue_of
from bot.work.calendar import hamlets, reasons
from bot.work.calendar.permitted import meetings
from bot.work.calendar.turned import put_straight
from bot.work.calendar.typed import Told, by_their_names, kinds_in, names_of, read_typed
from bot.work.calendar.venue_words import venue_told
from bot.work.visit import Visit

_LONGEST = 30  # words; what is longer tells something


def is_date(visit: Visit, text: str) -> bool:
    """Whether it names a meeting whose day this person sets and a day ahead, and tells nothing else."""
    possible = meetings(visit.office, visit.grants)
    text = by_their_names(possible, put_straight(visit, text))
    if not possible or len(text.split()) > _LONGEST or asks(visit, text) or visit.office.catalog.danger.is_urgent(text):
        return False
    day = day_told(visit, read_typed(visit, text))
    return day is not None and day > visit.today and _tells_nothing_else(visit, text)


def is_change(visit: Visit, text: str) -> bool:
    """Whether it says of a meeting that it moves or is cancelled, and nothing else but why; why may be a danger."""
    if not meetings(visit.office, visit.grants) or len(text.split()) > _LONGEST or asks(visit, text):
        return False
    possible = meetings(visit.office, visit.grants)
    scopes = sorted({scope for each in possible for scope in each.within})
    _, outside = hamlets.told_in(visit, by_their_names(possible, text), scopes)
    parts = [all_named(visit, part) for part in listed(visit, outside).split(", ")]  # "banjir di Maiwa, semua …"
    rest = ", ".join(rest for _, rest in parts)
    return reasons.says_only(visit, rest, placed=any(places for places, _ in parts))


def is_of_another(visit: Visit, text: str) -> bool:
    """Whether a meeting is named beside what is to become of it: "batalkan saja musrenbang maiwa, camat ke jakarta"."""
    acts = not reasons.acts_in(visit).isdisjoint(map(key_of, reasons.plain(visit, text).split()))
    return acts and not asks(visit, text) and bool(kinds_in(meetings(visit.office, visit.grants), text))


def places_in(visit: Visit, text: str) -> list[str]:
    """The wilayah, of those in which this person sets dates, that the words name; a place in the reason is none."""
    return [one.code for one in named(visit, reasons.without(visit, text)).places]


def listed(visit: Visit, text: str) -> str:
    """ "Tuncung, pattondon salu dan boiya diundur": a comma between two places parts nothing else."""
    words = text.split()
    for at in (n for n, word in enumerate(words) if word.endswith(",")):
        sides = (words[max(at - 1, 0) : at + 1], words[at + 1 : at + 3])
        if all(named(visit, " ".join(side)).places for side in sides):
            words[at] = words[at].rstrip(",")
    return " ".join(words)


def all_named(visit: Visit, text: str) -> tuple[list[Place], str]:
    """All that are named one behind another, and what is left; of one name a kecamatan and a desa."""
    found = named(visit, text)
    others, rest = all_named(visit, found.rest) if found.places else ([], found.rest)
    return [*found.places, *others], rest


def named(visit: Visit, text: str) -> Named:
    scopes = sorted({scope for each in meetings(visit.office, visit.grants) for scope in each.within})
    places, words = visit.office.catalog.places, visit.office.catalog.world.spellings.places
    return place_named(text, places, scopes, words, shortened=True)


def begins_with_place(visit: Visit, words: Sequence[str]) -> bool:
    """Whether the first of these words begin the name of a place."""
    return any(named(visit, " ".join(words[:size])).rest == "" for size in range(1, len(words) + 1))


def without_names(visit: Visit, text: str) -> str:
    """Without the words by which a meeting and its place are called."""
    possible = meetings(visit.office, visit.grants)
    found = named(visit, by_their_names(possible, text))
    others = visit.office.catalog.world.setting["umum"]
    return " ".join(
        word for word in found.rest.split() if fold(word) not in names_of(possible) and key_of(word) not in others
    )


def asks_of_day(visit: Visit, text: str) -> bool:
    """Whether a meeting of a day is asked for, and none is to be set."""
    asking = {part for word in visit.office.catalog.world.asking for part in word.split()}
    told = " ".join(word for word in text.split() if key_of(word) not in asking)
    return asks(visit, text) and day_told(visit, read_typed(visit, told)) is not None


def asks(visit: Visit, text: str) -> bool:
    """ "Kapan rapatnya", "musdes tgl 12?"."""
    spoken = {*re.findall(r"\w+", text.lower())}
    return "?" in text or any(spoken.issuperset(word.split()) for word in visit.office.catalog.world.asking)


def day_told(visit: Visit, told: Told) -> date | None:
    """The first that may be meant."""
    known: dict[str, Any] = told.known.get("waktu") or told.known.get("tanggal") or {}
    if "day" in known:
        return date.fromisoformat(known["day"])
    rest = told.rest or told.later
    found = tongue_of(visit.office.catalog.world.spellings).read_when(rest, visit.today) if rest else None
    whens = (found,) if isinstance(found, Understood) else found.options if isinstance(found, Unsure) else ()
    return min((one.value.day for one in whens if one.value.day is not None), default=None)


def _tells_nothing_else(visit: Visit, text: str) -> bool:
    world, possible = visit.office.catalog.world, meetings(visit.office, visit.grants)
    scopes = sorted({scope for each in possible for scope in each.within})
    _, outside = venue_told(visit, hamlets.told_in(visit, text, scopes)[1], scopes)
    rest = named(visit, outside).rest
    others = (key_of(word) for word in rest.split() if fold(word) not in names_of(possible))
    return all(word in world.setting["iringan"] or speaks_of_time(world.spellings, word) for word in others if word)
