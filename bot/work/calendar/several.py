"""Several dates in one message, one a line or behind commas: "musrenbang kecamatan: Maiwa 4 februari jam 9, Baraka 5
februari jam 9", "maiwa 4 februari, baraka 5 februari musrenbang kecamatan, semua jam 9", "maiwa, baraka dan alla 4
februari jam 9". Each becomes a sentence of its own; an hour and a place that are told once hold for all."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.core.forms.writing import begun_with, key_of
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.understanding.tongue import tongue_of
from bot.work.calendar import reasons, stated
from bot.work.calendar.corrected import with_month
from bot.work.calendar.typed import Told, called_in, read_typed
from bot.work.calendar.venue_words import venue_told
from bot.work.visit import Visit

_MARK = re.compile(r"^\s*(?:\d{1,2}[.)]\s+|[-–•*]+\s*)")
_LINES, _COMMAS = re.compile(r"\n|;"), re.compile(r",\s+|,(?=[^\W\d])|\n|;")
_BARE = re.compile(r"(?<=, )(?=\d{1,2}\s+[^\W\d])")
_YEAR = re.compile(r"\b20\d\d\b")
_FEWEST, _MOST, _NAMED = 2, 20, 4
_TAIL = 6  # words that may tell the hour of all


def dates_in(visit: Visit, text: str) -> list[str]:
    """Each with the meeting that it is about; none where it is one date, or anything else is told."""
    text, first = _of_first(visit, _with_commas(visit, _day_of_all(visit, _kind_first(visit, _as_days(visit, text)))))
    text, own = _but(visit, text)
    text, hour = _for_all(visit, text)
    for separator in (_LINES, _COMMAS):
        each = (
            (one, next((own[at] for at in stated.places_in(visit, one) if at in own), hour))
            for one in _sentences(visit, separator, text)
        )
        found = [" ".join(f"{one} {first} {at}".split()) for one, at in each]
        found = _in_month_of_first(visit, found if hour else _with_hour_of_last(visit, found))
        if _FEWEST <= len(found) <= _MOST and all(stated.is_date(visit, one) for one in found):
            places = [_place(read_typed(visit, one)) for one in found]
            return found if len({*places}) == len(places) else []
    return []


def _as_days(visit: Visit, text: str) -> str:
    """ "Tgl 12 tuncung, 14 boiya": that these are days is said once."""
    leads = {*visit.office.catalog.world.spellings.days.date}
    lead = next((word for word in text.partition(",")[0].split() if key_of(word) in leads), "")
    return _BARE.sub(f"{lead} ", text) if lead else text


def _kind_first(visit: Visit, text: str) -> str:
    """ "Tuncung 12 januari, Boiya 14 januari musrenbang desa jam 9": what they are called, said once behind a day, is
    put before them."""
    called, before, behind = called_in(visit, text)
    if not any(map(str.isdecimal, before)) or called_in(visit, behind)[0]:
        return text
    name = called.rstrip(",.:;")
    return f"{name}: {before.rstrip(' ,;')}{called.removeprefix(name)} {behind}".rstrip(" ,;")


def _day_of_all(visit: Visit, text: str) -> str:
    """ "Musrenbang kecamatan 9 februari: curio jam 1 siang dan maiwa di aula": the day beside each place."""
    called, before, behind = called_in(visit, text)
    words, spellings = behind.replace(":", " ").split(), visit.office.catalog.world.spellings
    size = next((n for n, word in enumerate(words) if not speaks_of_time(spellings, key_of(word))), 0)
    if not size or any(map(str.isdecimal, before)):
        return text
    day, each = " ".join(words[:size]), _COMMAS.split(_with_commas(visit, " ".join(words[size:])))
    is_day = _is_day(visit, day) and not any(_is_day(visit, one) for one in each)
    if len(each) < _FEWEST or not is_day or not all(stated.places_in(visit, one) for one in each):
        return text
    return f"{called.rstrip(',.:;')}: " + ", ".join(f"{one} {day}" for one in each)


def _is_day(visit: Visit, text: str) -> bool:
    tongue, told = tongue_of(visit.office.catalog.world.spellings), reasons.only_day(visit, text)
    found = tongue.read_when(told, visit.today) if told else None
    whens = (found,) if isinstance(found, Understood) else found.options if isinstance(found, Unsure) else ()
    return any(one.value.day is not None for one in whens)


def _but(visit: Visit, text: str) -> tuple[str, dict[str, str]]:
    """The text without "kecuali curio jam 1 siang" at its end, and what holds there in the place of what is said of all
    of them."""
    words, known = text.split(), visit.office.catalog.world.setting["kecuali"]
    at = next((n for n, word in enumerate(words) if key_of(word) in known), len(words))
    told = {
        place: stated.without_names(visit, part)
        for part in _COMMAS.split(_with_commas(visit, " ".join(words[at + 1 :])))
        for place in stated.places_in(visit, part)
    }
    return (" ".join(words[:at]).rstrip(" ,;"), told) if told else (text, {})


def _with_commas(visit: Visit, text: str) -> str:
    """ "Anggeraja sama Curio", "Anggeraja dan Curio", "Anggeraja 10 feb Curio 11 feb": with a comma before a place."""
    joins, words = visit.office.catalog.world.guests_said["dan"], text.split(" ")
    spellings, is_run_on = visit.office.catalog.world.spellings, not _COMMAS.search(text)
    between = [n for n in range(1, len(words) - 1) if words[n].lower() in joins]
    behind = (n for n in range(1, len(words)) if is_run_on and speaks_of_time(spellings, key_of(words[n - 1])))
    at = [n for n in between if stated.places_in(visit, " ".join(words[n + 1 : n + _NAMED]))]
    new = {
        n
        for n in behind
        if not words[n].isdecimal() and words[n] and stated.begins_with_place(visit, words[n : n + _NAMED])
    }
    told = (f"{word}," if n + 1 in {*at, *new} else word for n, word in enumerate(words) if n not in at)
    return " ".join(told)


def _for_all(visit: Visit, text: str) -> tuple[str, str]:
    """The text without the hour or the place that is said of all of them at its end ("semua jam 9", "semua di
    masjid"), and these; empty where none is."""
    words, world = text.split(), visit.office.catalog.world
    if venue := _venue_of_all(visit, words):
        before, hour = _for_all(visit, text.rsplit(maxsplit=len(venue))[0].rstrip(" ,;"))
        return before, f"{hour} {' '.join(venue[1:])}".strip()
    before, _, last = text.rpartition(", ")
    if "," in before and _is_of_none(visit, before, last):
        return before, last
    for at in range(max(len(words) - _TAIL, 1), len(words)):
        tail = [word.strip(".,;") for word in words[at:]]
        told = [word for word in tail if word.lower() not in world.setting["semua"]]
        if len(told) < len(tail) and not _names_month(visit, tail[0]) and _is_hour(visit, told):
            return " ".join(text.rsplit(maxsplit=len(tail))[:1]).rstrip(" ,;"), " ".join(told)
    return text, ""


def _names_month(visit: Visit, word: str) -> bool:
    return any(key_of(word) in spelt for spelt in visit.office.catalog.world.spellings.days.months.values())


def _of_first(visit: Visit, text: str) -> tuple[str, str]:
    """ "Musrenbang kecamatan di kantor camat, Anggeraja 10 feb, Curio 11 feb": without the place, or the hour, that
    stands before the first of them, and these."""
    first, comma, rest = text.partition(", ")
    venue, left = venue_told(visit, first, [visit.office.catalog.places.kabupaten.code])
    if not comma or not venue or any(c.isdecimal() for c in first) or stated.places_in(visit, first):
        return text, ""
    return f"{left}: {rest}" if left else rest, f"di {venue}"


def _is_of_none(visit: Visit, before: str, last: str) -> bool:
    """Whether it is an hour or a place alone, of which nothing was told before: "…, jam 9 di kantor desa"."""
    scopes = [visit.office.catalog.places.kabupaten.code]
    venue, left = venue_told(visit, last, scopes)
    if venue and venue_told(visit, before, scopes)[0]:
        return False
    is_hour = _is_hour(visit, left.split()) and not any(_is_hour(visit, pair) for pair in pairwise(before.split()))
    return is_hour or bool(venue and not left)


def _is_hour(visit: Visit, told: Sequence[str]) -> bool:
    """Whether these words tell an hour, and no day."""
    spellings = visit.office.catalog.world.spellings
    if not all(speaks_of_time(spellings, key_of(word)) for word in told):
        return False
    found = tongue_of(spellings).read_when(" ".join(told), visit.today)
    whens = (found,) if isinstance(found, Understood) else found.options if isinstance(found, Unsure) else ()
    return bool(whens) and all(one.value.at is not None and one.value.day is None for one in whens)


def _with_hour_of_last(visit: Visit, found: list[str]) -> list[str]:
    """Where none but the last tells an hour, or a place, it holds for the others, too."""
    apart = [_apart(visit, one) for one in found]
    if len(found) < _FEWEST or any(hour for _, hour, _ in apart[:-1]) or not apart[-1][1]:
        return found
    _, hour, venue = apart[-1]
    return [
        *(f"{one} {hour}{'' if own else venue}" for one, (_, _, own) in zip(found[:-1], apart, strict=False)),
        found[-1],
    ]


def _in_month_of_first(visit: Visit, found: list[str]) -> list[str]:
    """ "Maiwa tgl 24 februari, Anggeraja tgl 25"."""
    first = stated.day_told(visit, read_typed(visit, found[0])) if found else None
    return [with_month(visit, one, first) for one in found] if first is not None else found


def _apart(visit: Visit, one: str) -> tuple[str, str, str]:
    """A sentence without its hour and its place, and these; empty where they are not told."""
    venue, left = venue_told(visit, one, [visit.office.catalog.places.kabupaten.code])
    words, day = left.split(), stated.day_told(visit, read_typed(visit, left))
    for at in range(max(len(words) - _TAIL, 1), len(words)):
        before = " ".join(words[:at])
        if _is_hour(visit, words[at:]) and stated.day_told(visit, read_typed(visit, before)) == day:
            return before, " ".join(words[at:]), f" di {venue}" if venue else ""
    return left, "", f" di {venue}" if venue else ""


def _venue_of_all(visit: Visit, words: Sequence[str]) -> Sequence[str]:
    """The last words, from "semua" on, where they tell where all of them are held, and nothing but the hour."""
    all_words = visit.office.catalog.world.setting["semua"]
    at = next((at for at in range(len(words) - 1, 0, -1) if words[at].strip(".,;").lower() in all_words), 0)
    venue, left = venue_told(visit, " ".join(words[at:]), []) if at else ("", "")
    rest = [word for word in left.split() if word.strip(".,;").lower() not in all_words]
    return words[at:] if venue and (not rest or _is_hour(visit, rest)) else ()


def _sentences(visit: Visit, separator: re.Pattern[str], text: str) -> Iterator[str]:
    """`head`: what the meetings are called, from a line above them or from the first of them. Places whose day is told
    behind the last of them have that day."""
    if not separator.search(text):
        return
    head, colon, rest = text.partition(":")
    is_line = "\n" in head or any(c.isdecimal() for c in _YEAR.sub("", head))  # "musrenbang kec.\nMaiwa: selasa …"
    if not colon or is_line:
        head, rest = "", text
    year = {*(days := visit.office.catalog.world.spellings.days).year, *days.this, *days.next}  # "tahun ini:", "2027:"
    head = " ".join(word for word in _YEAR.sub("", head).split() if key_of(word) not in year)
    waiting: list[str] = []
    for line in separator.split(rest):
        one = _MARK.sub("", line).strip(" .,")
        one = one.removeprefix(begun_with(one, visit.office.catalog.world.setting["begitu_juga"]))
        is_bare = not any(c.isdecimal() for c in one)
        if is_bare and stated.places_in(visit, one):
            waiting.append(one)
        elif one and not head and is_bare:
            head = one
        elif one:
            for each in _with_day(visit, waiting, one):
                known = read_typed(visit, each).known
                yield each if known else _under(visit, head, each)
                head = head or str(known.get("macam", {}).get("label", ""))
            waiting = []


def _under(visit: Visit, head: str, one: str) -> str:
    """Of "musrenbang kec maiwa senin 8 feb, kec anggeraja selasa 9 feb" the level is said once."""
    places = visit.office.catalog.world.spellings.places
    level = next((each for each in (places.kecamatan, places.desa) if {*each} & {*head.lower().split()}), ())
    return f"{head} {one.removeprefix(begun_with(one, level))}"


def _with_day(visit: Visit, waiting: Sequence[str], one: str) -> list[str]:
    """Those before it with the day of this one, and this one."""
    all_words = visit.office.catalog.world.setting["semua"]
    own = " ".join(word for word in one.split() if not waiting or key_of(word) not in all_words)
    when = stated.without_names(visit, own) if waiting else ""
    return [*(f"{place} {when}" for place in waiting), own]


def _place(told: Told) -> str:
    codes = [str(told.known.get(key, {}).get("code", "")) for key in ("kecamatan", "desa")]
    return "/".join([*codes, str(told.known.get("nama", {}).get("text", ""))])
