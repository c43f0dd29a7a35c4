"""How many came to a meeting, told anywhere: to that of a day or a name, else to the one that was held last. Of several
it is asked which, and the buttons bear the numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.core.broadcasts.dated import DAY, Dates
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Took
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.kinds import hadir
from bot.core.kinds.hadir import BY_TOTAL, Counted
from bot.core.places.spelling import fold
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.core.vocabulary import ELEMENTS
from bot.store.calendar.occasions import Occasion
from bot.store.hall import attendance as stored
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.calendar.permitted import meetings
from bot.work.calendar.typed import kinds_in, names_of
from bot.work.hall import attendance, by_words, hub, past
from bot.work.hall.args import number
from bot.work.hall.decided.results_words import names_one
from bot.work.hall.meeting import FAMILY, Hall, enter
from bot.work.saying.keyboard import keyboard, press
from bot.work.saying.naming import occasion_name, place_name
from bot.work.visit import Visit

_LONGEST, _MOST_GROUPS = 24, 4  # words; groups that a button bears
_MOST_HELD, _OFFERED = 60, 5  # meetings; of these on buttons
_UNTOLD, _A_DAY = "x", timedelta(days=1)


async def take(visit: Visit, heard: Heard) -> bool:
    """Women and men, or one of the two and all."""
    found, words = await _told(visit, heard)
    if not found and words and isinstance(heard, Typed) and _names_a_meeting(visit, heard.text):
        held = await past.held(visit, 0, _OFFERED)
        ask_which(visit, dict.fromkeys(held, _counted_in(visit, words)), says="rapat_hadir_tak_dijadwal")
        return True
    if len(found) == 1:
        about = {"occasion": found[0].id}
        await conversation.start_with_answer(visit, attendance.NUMBERS, {}, about, Typed(words, 0))
    elif found:
        of_all = bool(_value_of(visit, words).get(BY_TOTAL))
        ask_which(visit, dict.fromkeys(found, _counted_in(visit, words)), of_all=of_all)
    return bool(found)


def _counted_in(visit: Visit, words: str) -> Counted:
    value = _value_of(visit, words)
    return Counted(value.get("women"), value.get("men"), None, value.get("elements", {}))


def _value_of(visit: Visit, words: str) -> Mapping[str, Any]:
    reading = hadir.read(attendance.asked(visit), Typed(words, 0))
    return reading.value if isinstance(reading, Took) else {}


def _names_a_meeting(visit: Visit, text: str) -> bool:
    """Of a kind or a day, and who came to it: it stands in no calendar, and is put on no other meeting."""
    came = not visit.office.catalog.world.noting["datang"].isdisjoint(key_of(text).split())
    return came and (bool(_kinds(visit, text)) or _bare(visit, text)[0] is not None)


async def take_shown(visit: Visit, heard: Heard) -> bool:
    """Said where the screen of a meeting stands and nothing asks for it; that of another day or name is another."""
    if not isinstance(heard, Typed) or not _may_be(visit, heard):
        return False
    if (shown := await by_words.counted_on_screen(visit)) is None:
        return False
    day, words = _bare(visit, heard.text)
    words = _counting(visit, heard.text, words)
    hall = await enter(visit, shown) if words else None
    if hall is None or not _is_it(visit, hall.occasion, heard.text, day):
        return False
    await conversation.start_with_answer(visit, attendance.NUMBERS, {}, {"occasion": shown}, replace(heard, text=words))
    return True


def _is_it(visit: Visit, one: Occasion, text: str, day: date | None) -> bool:
    kinds = _kinds(visit, text)
    return (not kinds or one.kind in kinds) and day in (None, visit.today, visit.office.local(one.starts_at).date())


async def is_told(visit: Visit, heard: Heard) -> bool:
    return bool((await _told(visit, heard))[0])


async def take_part(visit: Visit, heard: Heard) -> bool:
    """ "Ibu-ibu yg datang 34": the others stay as they were counted, else they are asked for."""
    if not isinstance(heard, Typed) or not _may_be(visit, heard) or by_words.is_count(visit, heard):
        return False
    day, words = _bare(visit, heard.text)
    told = _part_in(visit, words)
    if told is None:
        return False
    found = await _meant(visit, heard.text, day)
    if visit.office.catalog.world.noting["datang"].isdisjoint(key_of(heard.text).split()):
        found = await _just_held(visit, found)
    if len(found) == 1:
        await _put_part(visit, found[0].id, told)
    elif found:
        ask_which(visit, dict.fromkeys(found, told))
    return bool(found)


async def _told(visit: Visit, heard: Heard) -> tuple[list[Occasion], str]:
    """The meetings that it may be, and the words that tell how many."""
    if not isinstance(heard, Typed) or not _may_be(visit, heard):
        return [], ""
    if named := await _of_a_named_one(visit, heard.text):
        return [named[0]], named[1]
    day, bare = _bare(visit, heard.text)
    words = _counting(visit, heard.text, bare)
    return (await _meant(visit, heard.text, day) if words else []), words


def _counting(visit: Visit, text: str, bare: str) -> str:
    """As it was said, where all of it is understood; else without the day and the name. Empty where neither counts."""
    readings = {one: hadir.read(attendance.asked(visit), Typed(one, 0)) for one in (text, bare) if bare}
    counts = {one: told.value for one, told in readings.items() if isinstance(told, Took)}
    whole = (one for one, value in counts.items() if not value.get("unread"))
    return next(whole, next(iter(counts), ""))


def _may_be(visit: Visit, heard: Typed) -> bool:
    is_short = len(heard.text.split()) <= _LONGEST and not visit.office.catalog.danger.is_urgent(heard.text)
    return is_short and allowed(button(FAMILY), visit.grants) and not names_one(visit, heard.text)


def _bare(visit: Visit, text: str) -> tuple[date | None, str]:
    """The day that is named, and the words without it, the hour and what the meeting is called; of a day ahead no
    words."""
    spelt, day = visit.office.catalog.world.spellings, None
    for told in reversed(Dates(spelt.days, spelt.hours).within(text)):
        start, end = told.span
        if told.sort == DAY and (day := _day(visit, text[start:end])) is None:
            return None, ""
        text = f"{text[:start]} {text[end:]}"
    names = names_of(meetings(visit.office, visit.grants)) | visit.office.catalog.world.setting["umum"]
    people = _of_people(visit, text)
    return day, " ".join(word for word in text.split() if fold(word) not in names or key_of(word) in people)


def _of_people(visit: Visit, text: str) -> set[str]:
    """The words that tell who came: some meetings are called by those."""
    spelt, said = visit.office.catalog.world.spellings, f" {' '.join(map(key_of, text.split()))} "
    groups = (one for told in spelt.guests.elements.values() for one in told)
    sexes = (*spelt.people.female, *spelt.people.male, *spelt.guests.woman, *spelt.guests.man)
    return {word for one in (*sexes, *spelt.people.poor, *groups) if f" {one} " in said for word in one.split()}


def _day(visit: Visit, text: str) -> date | None:
    """The last one that it may be, up to today."""
    found = tongue_of(visit.office.catalog.world.spellings).read_when(text, visit.today)
    whens = (found,) if isinstance(found, Understood) else found.options if isinstance(found, Unsure) else ()
    return max((one.value.day for one in whens if one.value.day and one.value.day <= visit.today), default=None)


def _part_in(visit: Visit, words: str) -> Counted | None:
    """Where it says that so many women or so many men came, and nothing else."""
    world, spoken = visit.office.catalog.world, re.findall(r"[\w-]+", words.lower())
    people, guests, came = world.spellings.people, world.spellings.guests, world.noting["datang"]
    counted = {*people.female, *people.male, *people.person, *guests.woman, *guests.man}
    plain = [
        word for word in spoken if re.sub(r"2?(?:nya)?$", "", word) in counted or word in counted or word.isdecimal()
    ]
    beside = {*guests.nods, *guests.recounted} | came | world.guests_said["sisa_hitung"] | world.oneself
    if not {*spoken} <= beside | {*plain}:
        return None
    told = hadir.counted_in(attendance.asked(visit), " ".join(plain))
    return told if (told.women is None) != (told.men is None) and told.total is None else None


async def _just_held(visit: Visit, found: Sequence[Occasion]) -> list[Occasion]:
    """Of these the only one, of a day ago at most, that is not counted yet: a part may be told with no word of who
    came."""
    ones = [one for one in found if timedelta() <= visit.now - one.starts_at < _A_DAY]
    known = await visit.look_up(stored.attended_of, [one.id for one in ones])
    return ones if len(ones) == 1 and (ones[0].id not in known or known[ones[0].id].women is None) else []


def _kinds(visit: Visit, text: str) -> frozenset[str]:
    people = _of_people(visit, text)
    called = " ".join(word for word in text.split() if key_of(word) not in people)
    return kinds_in(meetings(visit.office, visit.grants), called)


async def _meant(visit: Visit, text: str, day: date | None) -> list[Occasion]:
    """Those of that day, else of the last one that had such a meeting."""
    ones = await hub.of_these_days(visit)
    kinds = _kinds(visit, text)
    named = [one for one in ones if one.kind in kinds]
    is_today = bool(ones) and visit.office.local(ones[0].starts_at).date() == visit.today
    if kinds and not named and not is_today:
        named = [one for one in await past.held(visit, 0, _MOST_HELD) if one.kind in kinds]
        ones = []  # what is named is never another
    ones = named or ones
    days = [visit.office.local(one.starts_at).date() for one in ones]
    wanted = day if day in days else next(iter(days), None) if day is None or day == visit.today else None
    return [one for one, held in zip(ones, days, strict=True) if held == wanted]


async def _of_a_named_one(visit: Visit, text: str) -> tuple[Occasion, str] | None:
    """The meeting whose place is named, of several that which is called so most, the last one first; and how many came:
    "hadir musrenbang kecamatan anggeraja 88, perempuan 35"."""
    spoken = [(key_of(word).strip(",.;:"), word) for word in text.split()]
    said, came = {word for word, _ in spoken}, visit.office.catalog.world.noting["datang"]
    if not any(map(str.isdecimal, said)) or came.isdisjoint(said):
        return None
    first = next(at for at, (word, _) in enumerate(spoken) if word in came or word.isdecimal())
    found, told = list[tuple[int, Occasion, str]](), spoken[first:]
    for one in await past.held(visit, 0, _MOST_HELD):
        named = visit.office.catalog.places.find(one.wilayah)
        called = f"{occasion_name(visit.office, one)} {place_name(visit.office, one.wilayah)}"
        rest = " ".join(whole for word, whole in told if word not in key_of(called).split())
        is_there = named is not None and said.issuperset(key_of(named.name).split())
        if is_there and by_words.is_count(visit, Typed(rest, 0)):
            found.append((-len(rest.split()), one, rest))
    return max(found, key=lambda one: one[0])[1:] if found else None


# --- of several ------------------------------------------------------------------------------------------------------


def ask_which(
    visit: Visit, found: Mapping[Occasion, Counted], *, of_all: bool = False, says: str = "rapat_hadir_yang_mana"
) -> None:
    """What was told stands in each button, and need not be told again."""
    keys = []
    for one, now in found.items():
        numbers = [_UNTOLD if many is None else many for many in (now.women, now.men)]
        groups = [f"{ELEMENTS.index(key)}.{many}" for key, many in now.elements.items()][:_MOST_GROUPS]
        data = press(FAMILY, "jumlahkan", one.id, *numbers, int(of_all), *groups)
        keys.append([(past.row(visit, one)[0][0], data)])
    visit.say(says, keyboard(*keys), ada=bool(keys))


async def put(hall: Hall, args: list[str]) -> None:
    """*Musrenbang kecamatan*, under that question."""
    numbers = [None if one == _UNTOLD else number([one]) for one in args[:2]]
    pairs = [one.partition(".") for one in args[3:]]
    groups = {ELEMENTS[number([at]) % len(ELEMENTS)]: number([many]) for at, _, many in pairs}
    women, men = (*numbers, None, None)[:2]
    if women is None or men is None:
        await _put_part(hall.visit, hall.id, Counted(women, men, None, groups))
    elif isinstance(hadir.took(women, men, groups), Took):
        await attendance.keep(hall, women, men, groups, of_all=args[2:3] == ["1"])
        await attendance.show(hall, [attendance.ALL] if args[2:3] == ["1"] else [])


async def _put_part(visit: Visit, occasion_id: int, told: Counted) -> None:
    now: dict[str, Any] = {sex: many for sex in ("women", "men") if (many := getattr(told, sex)) is not None}
    if not now:
        visit.stale()
        return
    was = await visit.ask_once(stored.attended, occasion_id)
    conversation.start(visit, _UNASKED, about={"occasion": occasion_id})
    before = State.from_json(visit.conversations[_UNASKED.form].state)
    known = {"women": was.women, "men": was.men or 0} if was is not None and was.women is not None else {}
    await attendance.complete(visit, before, {**known, **now}, told.elements, next(iter(now)))


#: What lacks is asked for in its own words.
_UNASKED = replace(attendance.NUMBERS, opening=lambda step: replace(step, say=()))
