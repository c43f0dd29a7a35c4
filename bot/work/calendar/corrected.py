"""What is typed in place of the buttons of a date that is shown before it counts: "jam 10 saja", "tanggal 14", "bukan
boiya, tuncung", "di aula kecamatan". It changes what it names, and the whole is shown again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.core.calendar.places_named import place_named
from bot.core.flow.scene import REVIEW, look
from bot.core.forms.digits import whole
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.kinds.waktu import known as known_time
from bot.core.places.spelling import fold
from bot.core.understanding.results import Understanding, Understood, Unsure
from bot.core.understanding.times.days import MONTHS
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.understanding.times.when import When
from bot.core.understanding.tongue import tongue_of
from bot.core.wilayah import DESA, KECAMATAN
from bot.work.calendar import reasons
from bot.work.calendar.permitted import FORM, fitted, meetings, world_of
from bot.work.calendar.turned import put_straight
from bot.work.calendar.typed import all_places, called_in, is_held, meeting_answers, named_at, place_answers
from bot.work.calendar.venue_words import venue_told
from bot.work.visit import Visit

_LONGEST, _FIGURES = 14, 2  # words; what is longer tells something; figures of a day
_FIRST, _LAST = time(6), time(18)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Corrected:
    """`known`: the answers as they are now. `again`: what has to be read as the answer to "which day?"."""

    known: Mapping[str, Any]
    again: str = ""
    names: frozenset[str] = field(default_factory=frozenset)


def is_shown(visit: Visit, state: State) -> bool:
    """Whether the whole of it is shown, and waits for a yes."""
    flow = fitted(visit, visit.office.catalog.flows[FORM])
    return look(flow, state, world_of(visit.office, visit.grants, visit.now)).target == REVIEW


def is_dropped(visit: Visit, heard: Heard) -> bool:
    """ "Tidak jadi"."""
    return isinstance(heard, Typed) and visit.office.catalog.world.words.get(key_of(heard.text)) == "batal"


def may_correct(text: str) -> bool:
    return "?" not in text and len(text.split()) <= _LONGEST


def put_right(visit: Visit, text: str) -> str:
    """The words that hold what is right."""
    ear = visit.office.catalog.world.ear
    return ear.corrected(text) if ear is not None and ear.corrects(text) else text


def corrected(visit: Visit, answered: Mapping[str, Any], text: str) -> Corrected | None:
    """None where the words name nothing of it, or ask something."""
    text = put_straight(visit, text)
    text = reasons.without(visit, text) if reasons.announced_in(visit, text) else text
    if not may_correct(text):
        return None
    refused = _without_refused(visit, text)
    rights = dict.fromkeys((*([refused] if refused != text else ()), put_right(visit, text), text))
    tries = (_changed(visit, answered, text, right) for right in rights)
    return next((found for found in tries if found is not None), None)  # "jam 8, jumat harus cepat" is right as it is


def _without_refused(visit: Visit, text: str) -> str:
    """ "Jgn tgl 5, pindah ke 8 februari": without the day that is said not to be; as it stands where none is left."""
    world, words = visit.office.catalog.world, text.split()
    spoken = [key_of(word).strip(",.") for word in words]
    at = next((n for n, word in enumerate(spoken) if word in world.reasons["jangan"]), len(words))
    end = at + 1
    while end < len(words) and speaks_of_time(world.spellings, spoken[end]):
        if end > at + 1 and spoken[end] in world.spellings.days.date:  # "jgn tgl 5 tgl 8 saja"
            break
        end += 1
    left = [*words[:at], *words[end:]]
    return " ".join(left) if end > at + 1 and any(map(str.isdecimal, "".join(left))) else text


def _changed(visit: Visit, answered: Mapping[str, Any], text: str, right: str) -> Corrected | None:
    scopes = sorted({scope for each in meetings(visit.office, visit.grants) for scope in each.within})
    venue, outside = venue_told(visit, right, scopes)
    wrong = _wrong(visit, text)
    venue = venue or _venue_right(visit, answered, wrong, right)
    changed: dict[str, Any] = {"tempat": {"text": venue}} if venue else {}
    words = visit.office.catalog.world.spellings.places
    named = place_named(outside, visit.office.catalog.places, scopes, words, shortened=True)
    level = "desa" if DESA in answered else answered.get("tingkat", {}).get("value", "")
    places = [one for one in named.places if place_answers(visit.office, one).keys() & {level}]
    if len(places) == 1 and _may_mean(answered, level, wrong if venue else ""):
        changed |= place_answers(visit.office, places[0])
    key = "tanggal" if "tanggal" in answered else "waktu"
    day, again = time_told(
        visit, answered.get(key) or {}, reasons.parted(visit, named.rest)[0] or named.rest, with_hour=key == "waktu"
    )
    changed |= {key: day} if day is not None else {}
    changed |= _kind_told(visit, {**answered, **changed}, outside)
    if not changed and not again:
        return None
    return Corrected(_fitting(visit, {**answered, **changed}, key if again else ""), again, frozenset(changed))


def _kind_told(visit: Visit, known: Mapping[str, Any], text: str) -> dict[str, Any]:
    """ "Musdes bukan musrenbang": another meeting of the same place, whose day is told alike."""
    called, _, _ = called_in(visit, text)
    possible, code = meetings(visit.office, visit.grants), (known.get(DESA) or known.get(KECAMATAN) or {}).get("code")
    found, _ = named_at(called, possible, code) if called and code else ([], "")
    kinds = visit.office.catalog.calendar.kinds
    mine, new = kinds.get(known.get("macam", {}).get("value", "")), kinds[found[0].key] if len(found) == 1 else None
    if mine is None or new is None or new is mine or (new.named, new.stage) != (mine.named, mine.stage):
        return {}
    return {"macam": meeting_answers(visit.office, found[0], known)["macam"]}


def _wrong(visit: Visit, text: str) -> str:
    """The words that are said to be wrong; empty where none are."""
    ear = visit.office.catalog.world.ear
    return ear.denied(text).strip(" .,") if ear is not None else ""


def _venue_right(visit: Visit, answered: Mapping[str, Any], wrong: str, right: str) -> str:
    """ "Bukan Boiya, Tuncung", where "kantor desa Boiya" stands: with the right word in the place of the wrong one, or
    all of it where no name of a wilayah was wrong. Empty where the wrong word does not stand there."""
    stood = str((answered.get("tempat") or {}).get("text", ""))
    found = re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", stood, re.IGNORECASE) if wrong else None
    if found is None:
        return ""
    is_name = any(fold(wrong) == fold(place.name) for place in all_places(visit.office))
    return f"{stood[: found.start()]}{right}{stood[found.end() :]}" if is_name else right


def _may_mean(answered: Mapping[str, Any], level: str, wrong: str) -> bool:
    """Whether the wilayah of the meeting is meant, and not only where it is held. `wrong`: what stood in its place."""
    stood = str((answered.get(level) or {}).get("name", ""))
    return not wrong or not stood or fold(wrong) == fold(stood)


def _fitting(visit: Visit, known: dict[str, Any], asked_again: str) -> dict[str, Any]:
    """Without what is to be asked again. What is not held there is the meeting of the same name that is."""
    kind = known.get("macam", {}).get("value")
    code = known.get(DESA, {}).get("code")
    held = [each for each in meetings(visit.office, visit.grants) if each.key == kind]
    known.pop(asked_again, None)
    if code and held and not is_held(held[0], code):
        known.pop("macam")
        there, _ = named_at(held[0].name, meetings(visit.office, visit.grants), code)
        known |= meeting_answers(visit.office, there[0], known) if len(there) == 1 else {}
    return known


def time_told(visit: Visit, old: Mapping[str, str], text: str, *, with_hour: bool) -> tuple[dict[str, Any] | None, str]:
    """The day and hour, where what is told leaves the other as it stood; else the words to be asked about."""
    before = date.fromisoformat(old["day"]) if "day" in old else None
    found = by_day(read_near(visit, text, before))
    if not isinstance(found, Understood | Unsure) and reasons.tells_day_alone(visit, text):  # "jumat saja jam 8"
        found = by_day(read_near(visit, reasons.only_day(visit, text), before))
    if isinstance(found, Understood) and (found.value.day or found.value.at):
        told = _joined(found.value, before, old.get("at", ""))
        day = known_time(told, with_hour, visit.today)
        if day is not None:
            return day, ""
    if isinstance(found, Unsure) and found.options:
        has_hour = any(one.value.at for one in found.options)
        return None, text if has_hour or not with_hour else f"{text} jam {old.get('at', '')}"
    return None, ""


def by_stretch(visit: Visit, text: str, old: datetime) -> datetime | None:
    """ "Maju sehari", of a meeting that is then; None where no day ahead comes of it."""
    tongue = tongue_of(visit.office.catalog.world.spellings)
    found = tongue.read_when(reasons.stretch(visit, text), visit.today, old=old.date())
    when = found.value if isinstance(found, Understood) else None
    if when is None or when.day is None or when.day < visit.today:
        return None
    return datetime.combine(when.day, when.at or old.time(), visit.office.zone)


def read_near(visit: Visit, text: str, before: date | None) -> Understanding[When]:
    """A weekday alone is one of the week that stands there, a bare number a day of its month, unless that is over."""
    tongue, days = tongue_of(visit.office.catalog.world.spellings), visit.office.catalog.world.spellings.days
    if before is not None and is_near(visit, text):
        names_weekday = any({*_WORD.findall(text.lower())} & {*spelt} for spelt in days.weekdays.values())
        base = before - timedelta(days=before.weekday()) if names_weekday else before.replace(day=1)
        found = by_day(tongue.read_when(with_month(visit, text, before), base))
        if isinstance(found, Understood) and found.value.day is not None and found.value.day >= visit.today:
            return found
    return tongue.read_when(text, visit.today, old=before)


def is_near(visit: Visit, text: str) -> bool:
    """Whether it names no month, and nothing that is counted from today."""
    days = visit.office.catalog.world.spellings.days
    from_today = {*days.next, *days.following, *days.ahead, *days.later, *days.sooner, *days.last, *days.this}
    from_today |= {word for spelt in (*days.near.values(), *days.months.values()) for word in spelt}
    return from_today.isdisjoint(_WORD.findall(text.lower())) and "/" not in text


def with_month(visit: Visit, text: str, like: date) -> str:
    """ "Kamis 25", "tgl 26": in the month of another day that was told; where a month is named, as it stands."""
    days, words = visit.office.catalog.world.spellings.days, text.split()
    months = [{*spelt} for spelt in days.months.values()]
    spoken = [key_of(word).strip(",.") for word in words]
    if any(not month.isdisjoint(spoken) for month in months):
        return text
    leads = {*days.date} | {word for spelt in days.weekdays.values() for word in spelt}
    at = next((n for n in range(1, len(words)) if whole(spoken[n], _FIGURES) and spoken[n - 1] in leads), None)
    if at is None:
        return text
    return " ".join([*words[:at], f"{words[at].strip(',.')} {MONTHS[like.month - 1]}", *words[at + 1 :]])


def by_day(found: Understanding[When]) -> Understanding[When]:
    """Of two hours by the clock that by which people meet: what is meant stands on the card."""
    options = found.options if isinstance(found, Unsure) else ()
    fitting = [one for one in options if one.value.at is not None and _FIRST <= one.value.at < _LAST]
    return fitting[0] if len(fitting) == 1 and len(options) > 1 else found


def _joined(when: When, day: date | None, at: str) -> When:
    hour = time(int(at[:2]), int(at[3:])) if at else None
    return replace(when, day=when.day or day, at=when.at or hour)
