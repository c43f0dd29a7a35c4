"""When an announcement is to be sent, said in words: "besok pagi jam 8 umumkan ke …", "kirimnya besok jam 8", "ganti
jam kirimnya jadi jam 9"."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from bot.core.flow.scene import REVIEW
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import key_of
from bot.core.understanding.results import Understood
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.understanding.tongue import tongue_of
from bot.work import conversation
from bot.work.broadcasts.under_way import wording
from bot.work.broadcasts.writing.composed import at_an_hour, later
from bot.work.calendar.corrected import by_day
from bot.work.visit import Visit

_LONGEST, _FEWEST = 12, 2  # words; of a time that stands before something else
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_MORNING, _IN_THE_MORNING = time(8), "pagi"  # the part of a day
Asked = Callable[[Visit, State], Awaitable[str]]
#: Where an hour needs no word of sending; and where it is another hour.
_ASKED, _UNTIL = frozenset({"kapan", "waktu"}), "batas"


@dataclass(frozen=True, slots=True)
class Before:
    """A time with which words begin, and what stands behind it. `closed`: by a colon."""

    at: datetime
    rest: str
    closed: bool


def told_in(visit: Visit, text: str, day: date | None = None, *, sorts: Sequence[str]) -> datetime | None:
    """The hour ahead that these words tell, and nothing else. `day`: where only an hour is told; `sorts`: of words one
    of which says that it is the sending that is meant; none where that is asked."""
    return _read(visit, _of_time(visit, text, sorts), day)


def leaving(visit: Visit, text: str, *, sorts: Sequence[str]) -> dict[str, Any] | None:
    """The answers that these words tell, and nothing else; "besok pagi" is eight o'clock, which is shown before it is
    sent, and of "kirim besok" the hour is asked."""
    words, spellings = _of_time(visit, text, sorts), visit.office.catalog.world.spellings
    if (at := _read(visit, words)) is not None:
        return later(visit.office, at)
    found = tongue_of(spellings).read_when(" ".join(words), visit.today) if words else None
    when = found.value if isinstance(found, Understood) else None
    if when is None or when.day is None or when.day <= visit.today:
        return None
    if when.at is not None or not all(speaks_of_time(spellings, key_of(word)) for word in words):
        return None
    morning = datetime.combine(when.day, _MORNING, visit.office.zone)
    return later(visit.office, morning) if when.part == _IN_THE_MORNING else at_an_hour()


def _of_time(visit: Visit, text: str, sorts: Sequence[str]) -> list[str]:
    """The words beside those of sending; none where it is not meant."""
    told, spoken = visit.office.catalog.world.sent_at, [key_of(word) for word in text.split()]
    is_meant = not sorts or any(not told[sort].isdisjoint(spoken) for sort in sorts)
    if "?" in text or len(spoken) > _LONGEST or not is_meant:
        return []
    others = told["kirim"] | told["suruh"] | told["iringan"] | visit.office.catalog.world.announcements
    return [word for word in text.split() if key_of(word) not in others]


def shifted(visit: Visit, text: str, was: datetime) -> datetime | None:
    """ "Undur satu jam", "majukan 30 menit": so much later or earlier than it was."""
    spelt, words = visit.office.catalog.world.spellings, key_of(text).split()
    days, hours = spelt.days, spelt.hours
    ways = [sign for sign, known in ((1, days.later), (-1, days.sooner)) if not set(known).isdisjoint(words)]
    units = {
        **dict.fromkeys(hours.clock, _HOUR),
        **dict.fromkeys(hours.minute, _MINUTE),
        **dict.fromkeys(days.day, _DAY),
    }
    told = [(number, unit) for number, unit in pairwise(words) if unit in units]
    found = tongue_of(spelt).read_number(told[0][0]) if len(told) == len(ways) == 1 else None
    if not isinstance(found, Understood):
        return None
    at = was + ways[0] * float(found.value) * units[told[0][1]]
    return at if at > visit.now else None


def tells_time(visit: Visit, text: str) -> bool:
    """Also "13.30": a cheap look, before anything is looked up."""
    return any(speaks_of_time(visit.office.catalog.world.spellings, word) for word in key_of(text).split())


def names_lessons(visit: Visit, text: str) -> bool:
    """Whether an hour is told of lessons, and of nothing else."""
    return not visit.office.catalog.world.sent_at["pelajaran"].isdisjoint(key_of(text).split())


def _read(visit: Visit, words: Sequence[str], day: date | None = None) -> datetime | None:
    spellings = visit.office.catalog.world.spellings
    if not words or not all(speaks_of_time(spellings, key_of(word)) for word in words):
        return None
    found = by_day(tongue_of(spellings).read_when(" ".join(words).strip(" :,."), visit.today))
    when = found.value if isinstance(found, Understood) else None
    on = (when.day or day) if when is not None else None
    if when is None or on is None or when.at is None:
        return None
    at = datetime.combine(on, when.at, visit.office.zone)
    return at if at > visit.now else None


def before(visit: Visit, text: str) -> Before | None:
    """The longest time with which the words begin: "besok pagi jam 8: jangan lupa …"."""
    words, world = text.split(), visit.office.catalog.world
    spoken, beside = [key_of(word) for word in words], world.sent_at["iringan"]
    others = (at for at, word in enumerate(spoken) if not (word in beside or speaks_of_time(world.spellings, word)))
    addressed = (at for at, word in enumerate(spoken) if word in world.addressing)
    closed = (at + 1 for at, word in enumerate(words) if word[-1] in ":;")
    end = min(next(found, len(words)) for found in (others, addressed, closed))
    for size in range(end, _FEWEST - 1, -1):
        at = _read(visit, [word for word in words[:size] if key_of(word) not in beside])
        if at is not None:
            rest = text.split(maxsplit=size)[-1] if size < len(words) else ""
            return Before(at, rest, words[size - 1][-1] in ":;")
    return None


async def heed(visit: Visit, state: State, heard: Heard, asked: Asked) -> bool:
    """While it is written, also under its summary; the question that stands open is asked again. `asked`: which that
    is, looked up only for what tells an hour."""
    if not isinstance(heard, Typed) or state.flow not in visit.conversations:
        return False
    day = _day_of(state)
    at = told_in(visit, heard.text, day, sorts=())
    target = await asked(visit, state) if at is not None else _UNTIL
    sorts = () if target in _ASKED else ("kirim", "suruh") if target == REVIEW else ("kirim",)
    if at is None or target == _UNTIL or told_in(visit, heard.text, day, sorts=sorts) is None:
        return False
    if target not in (*_ASKED, REVIEW):
        visit.say("siaran_jam_dicatat", pada=wording.moment(visit.office, at))
    conversation.put_in(visit, _with(state, later(visit.office, at), heard, is_shown=target == REVIEW))
    return await conversation.resume(visit)


def _day_of(state: State) -> date | None:
    told = state.answers.get("waktu")
    return date.fromisoformat(told.value["day"]) if told is not None and told.value else None


def _with(state: State, known: Mapping[str, Any], heard: Typed, *, is_shown: bool) -> State:
    """Nothing more is asked of whoever said that the rest is as ever."""
    for key, value in known.items():
        state = state.give(key, Answer(value, (heard.message,)))
    is_over = (is_shown or bool(state.enough)) and _UNTIL not in state.answers
    return state.skip(_UNTIL) if is_over else state
