"""A date that stands comes later or sooner, or not at all, said in words: "mundur seminggu karena banjir"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from bot.core.days_spelt import WEEKDAYS
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.understanding.results import Understanding, Understood, Unsure
from bot.core.understanding.times.days import MONTHS
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.understanding.times.when import When
from bot.core.understanding.tongue import tongue_of
from bot.store.calendar.occasions import Occasion
from bot.work.access import allowed, button
from bot.work.calendar import elsewhere, moving, reasons, stated, venues
from bot.work.calendar.corrected import put_right, read_near
from bot.work.calendar.permitted import meetings
from bot.work.calendar.turned import put_straight
from bot.work.calendar.typed import kinds_in, names_of
from bot.work.visit import Visit

_WEEK, _WINDOW = 7, 3  # days; words


async def take(visit: Visit, heard: Heard) -> bool:
    """ "Jamnya jadi jam 2 siang saja, pagi orang masih di sawah", "ralat, tanggal 18", below a date that was just set
    or moved."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button("j"), visit.grants):
        return False
    right = put_right(visit, heard.text)
    is_put_right = right != heard.text and reasons.tells_day_alone(visit, right)
    first = key_of(heard.text).partition(" ")[0]
    is_hour = first in visit.office.catalog.world.reasons["jamnya"] and reasons.parted(visit, heard.text)[0]
    found = await venues.shown_to_set(visit) if is_put_right or is_hour else []
    if found:
        await by_words(visit, found[0], replace(heard, text=right) if is_put_right else heard)
    return bool(found)


def tells_hour(visit: Visit, text: str) -> bool:
    """ "Rapat lakawan jam 9 pagi saja, kalau siang orang istirahat": a meeting, its hour, and no day."""
    timed, _ = reasons.parted(visit, _placed_nowhere(visit, text))
    known, spoken = visit.office.catalog.world.setting["umum"], {*map(key_of, timed.split())}
    is_its_hour = not visit.office.catalog.world.reasons["jamnya"].isdisjoint(spoken)  # "yg Boiya jamnya jadi jam 10"
    is_placed = is_its_hour and bool(stated.places_in(visit, text))
    if not is_placed and known.isdisjoint(spoken) and not kinds_in(meetings(visit.office, visit.grants), timed):
        return False
    found = _read(visit, timed, visit.today) if not stated.asks(visit, text) else None
    return isinstance(found, Understood) and found.value.at is not None and found.value.day is None


def tells_stretch(visit: Visit, text: str) -> bool:
    """ "Mundur seminggu krn banjir": by how much, and why, of whichever meeting stands."""
    is_theirs = bool(meetings(visit.office, visit.grants)) and not stated.asks(visit, text)
    return is_theirs and reasons.tells_stretch(visit, reasons.without(visit, text.partition(",")[0]))


def _placed_nowhere(visit: Visit, text: str) -> str:
    """Without the names of places, up to the first pause."""
    first, pause, rest = text.partition(",")
    return f"{stated.named(visit, first).rest}{pause}{rest}"


def is_named(visit: Visit, text: str) -> bool:
    """Whether the words speak of a date that stands: it comes later or sooner, or not at all."""
    acts = reasons.acts_in(visit) | visit.office.catalog.world.reasons["memindahkan"]
    return not acts.isdisjoint(map(key_of, reasons.plain(visit, text).split()))


def says_other_day(visit: Visit, text: str) -> bool:
    """ "Maksud sy diganti harinya", "sy mau ganti hari rapat", with the day: of whichever meeting stands."""
    world, spoken = visit.office.catalog.world, [key_of(word).strip(",.") for word in text.split()]
    acts, things = world.reasons["ganti_harinya"], world.reasons["harinya"]
    if acts.isdisjoint(spoken) or not any(a in acts and b in things for a, b in pairwise(spoken)):
        return False
    return bool(meetings(visit.office, visit.grants)) and not stated.asks(visit, text)


def speaks_of_one(visit: Visit, text: str) -> bool:
    """Whether a date that stands may be meant at all: what only moves is one, with a meeting or a day beside it any
    word is; "ganti tamu", "saya diganti", "siapa yang membatalkan" and "tunjukkan semuanya" are none."""
    world, spoken = visit.office.catalog.world, [key_of(word) for word in re.findall(r"[\w.-]+", text)]
    if not world.guests_said["siapa"].isdisjoint(spoken) or {*spoken[:1]} & {*world.numbered["riwayat"]}:
        return False
    acts = reasons.acts_in(visit) | world.reasons["memindahkan"]
    is_meeting = not world.setting["umum"].isdisjoint(spoken) or bool(
        kinds_in(meetings(visit.office, visit.grants), text)
    )
    if is_meeting or not acts.isdisjoint(spoken):
        return True
    others = world.reasons["ke_hari_lain"]
    things = world.ending["bukan_orang"]  # "sy diganti harinya": the day, and not they themselves
    is_person = any(a in world.oneself and b in others for a, b in pairwise(spoken)) and things.isdisjoint(spoken)
    return not is_person and any(word.isalpha() and speaks_of_time(world.spellings, word) for word in spoken)


def says_cancelled(visit: Visit, text: str) -> bool:
    """That it does not take place, and no other day for it: the day that is named beside it is its own."""
    spoken = [key_of(word) for word in reasons.plain(visit, text).split()]
    if visit.office.catalog.world.cancelling.isdisjoint(spoken):
        return False
    return not day_named(visit, text) or reasons.moves_in(visit).isdisjoint(spoken)


def day_named(visit: Visit, text: str) -> date | None:
    """The one day that the words name; None for none and for several."""
    found = tongue_of(visit.office.catalog.world.spellings).read_when(_of_its_day(visit, text), visit.today)
    return found.value.day if isinstance(found, Understood) else None


def _of_its_day(visit: Visit, text: str) -> str:
    """Without why, and without the words by which it does not take place: "batal, pindah ke tgl 20"."""
    gone = visit.office.catalog.world.cancelling
    return " ".join(word for word in reasons.without(visit, text).split() if key_of(word) not in gone)


def _from_its_day(visit: Visit, text: str, old: date) -> str:
    """ "Rabu depannya lagi", "rabu minggu berikutnya": counted from the day that it had."""
    days, words = visit.office.catalog.world.spellings.days, text.split()
    spoken = [key_of(word).strip(",.") for word in words]
    at = next((n for n, word in enumerate(spoken) if n and word in visit.office.catalog.world.reasons["depannya"]), 0)
    is_week = at > 0 and spoken[at - 1] in days.week
    weekday_of = {spelling: WEEKDAYS.index(day) for day, spelt in days.weekdays.items() for spelling in spelt}
    weekday = weekday_of.get(spoken[max(at - 1 - is_week, 0)]) if at else None
    if weekday is None and not is_week:
        return text
    to = old.weekday() if weekday is None else weekday
    ahead = _WEEK - old.weekday() + to if is_week else (to - old.weekday() - 1) % _WEEK + 1
    new, begin = old + timedelta(days=ahead), at - 1 - (is_week and weekday is not None)
    end = at + 1 + (spoken[at + 1 : at + 2] in [[word] for word in days.ahead])
    pause = "," if words[end - 1].endswith(",") else ""
    return " ".join([*words[:begin], f"{new.day} {MONTHS[new.month - 1]} {new.year}{pause}", *words[end:]])


async def by_words(visit: Visit, one: Occasion, heard: Typed) -> None:
    """ "Mundur seminggu", "pindah ke rabu": days count from the meeting, and the hour stays unless another is told.
    What tells no new day is asked for it, and of two days which."""
    venue, told = elsewhere.apart(visit, heard.text)
    local, text = visit.office.local(one.starts_at), put_straight(visit, told)
    timed, why = reasons.parted(visit, _placed_nowhere(visit, text))
    why = why if timed else _without_new_day(visit, text, reasons.told_in(visit, text))
    day_told = _from_its_day(visit, _of_its_day(visit, text), local.date())
    found = _read(visit, day_told, local.date())
    if timed and not isinstance(found, Understood | Unsure):  # "terlalu siang, majukan jadi jam 9"
        found = _read(visit, timed, local.date())
    if isinstance(found, Unsure) and found.options:
        await moving.ask(visit, one.id, why=why, heard=replace(heard, text=reasons.only_day(visit, day_told)))
    elif (to := _new_time(visit, text, local, found)) is None:
        await moving.ask(visit, one.id, why=why)
    else:
        await (moving.wish(visit, one, to, why, venue=venue) if why else moving.ask_why(visit, one, to, venue=venue))


def _without_new_day(visit: Visit, text: str, why: str) -> str:
    """ "Kades minta musrenbangnya jumat saja tgl 11": of a sentence that is all new day it is who asks for it."""
    if why != text.strip(" .!"):
        return why
    words, names = (
        why.split(),
        names_of(meetings(visit.office, visit.grants)) | visit.office.catalog.world.setting["umum"],
    )
    begins = (
        key_of(word).removesuffix("nya") in names or speaks_of_time(visit.office.catalog.world.spellings, key_of(word))
        for word in words
    )
    first = " ".join(words[: next((at for at, is_begun in enumerate(begins) if is_begun), 0)])
    return first if reasons.told_in(visit, first) else ""


def _new_time(visit: Visit, text: str, local: datetime, found: Understanding[When]) -> datetime | None:
    """None where no day is told, or one that cannot be meant."""
    when = found.value if isinstance(found, Understood) else None
    day = when.day or (local.date() if when.at else None) if when is not None else None
    if when is None or day is None or day < visit.today or _is_wrong_way(visit, text, day, local.date()):
        return None
    return datetime.combine(day, when.at or local.time(), visit.office.zone)


def each_moved(visit: Visit, each: Sequence[Occasion], text: str, least: int) -> list[tuple[Occasion, datetime]]:
    """Each counted from its own day, those that have begun left out where others have not; empty where they are fewer
    than `least`, or one of them gets no new day."""
    text, pairs = put_straight(visit, text), list[tuple[Occasion, datetime]]()
    each = [one for one in each if one.starts_at > visit.now] or each
    for one in each:
        local = visit.office.local(one.starts_at)
        day = _from_its_day(visit, _of_its_day(visit, text), local.date())
        ways = (_read(visit, told, local.date()) for told in (day, *_shifts(visit, day)))
        to = next((to for found in ways if (to := _new_time(visit, text, local, found)) is not None), None)
        to = to or (local + timedelta(days=_WEEK) if _to_next_week(visit, text) else None)
        pairs += [(one, to)] if to is not None else []
    return pairs if len(pairs) == len(each) >= least else []


def _to_next_week(visit: Visit, text: str) -> bool:
    """ "Tunda semua sampai minggu depan": each by a week."""
    days, spoken = visit.office.catalog.world.spellings.days, [key_of(word) for word in text.split()]
    later = {*days.later} - {*days.sooner}
    names_week = any(a in days.week and b in days.next for a, b in pairwise(spoken))
    return names_week and not later.isdisjoint(spoken)


def says_all(visit: Visit, text: str) -> bool:
    """ "Semua musrenbang di malua mundur seminggu"."""
    return not visit.office.catalog.world.reasons["semua"].isdisjoint(map(key_of, text.split()))


def _read(visit: Visit, told: str, old: date) -> Understanding[When]:
    """Without the names that stand in it, or any other word, where it is not understood with these: "mundurkan
    musrenbang desa seminggu", "undur lagi sehari"; "ke kamis 25" is near the day that it had."""
    tongue = tongue_of(visit.office.catalog.world.spellings)
    found = tongue.read_when(told, visit.today, old=old)
    for less in (stated.without_names, reasons.only_day):
        if not isinstance(found, Understood | Unsure):
            found = tongue.read_when(less(visit, told), visit.today, old=old)
    return found if isinstance(found, Understood | Unsure) else read_near(visit, reasons.only_day(visit, told), old)


def _shifts(visit: Visit, told: str) -> Iterator[str]:
    """ "Pindahkan semua musrenbang di malua seminggu": "geser seminggu", by the longest words that may tell it."""
    world, words = visit.office.catalog.world, told.split()
    days, spoken = world.spellings.days, [*map(key_of, words)]
    own = next((word for word in spoken if word in {*days.later, *days.sooner}), "")
    if own or not world.reasons["memindahkan"].isdisjoint(spoken):
        for size in range(_WINDOW, 0, -1):
            windows = (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
            yield from (f"{own or min(days.shifting)} {window}" for window in windows)


def _is_wrong_way(visit: Visit, text: str, to: date, old: date) -> bool:
    """ "Diundur" to a day before it, "dimajukan" to one behind it."""
    spoken, days = set(map(key_of, text.split())), visit.office.catalog.world.spellings.days
    later, sooner = not spoken.isdisjoint({*days.later} - {*days.shifting}), not spoken.isdisjoint(days.sooner)
    return (later and not sooner and to < old) or (sooner and not later and to > old)
