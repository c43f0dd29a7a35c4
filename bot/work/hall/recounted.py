"""A count put right in words, whatever stands there: "eh salah, perempuan 15", "bukan 12 tapi 15". What is not named
stays as it was counted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from typing import Literal

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Took
from bot.core.forms.writing import clean, key_of
from bot.core.kinds import hadir
from bot.core.kinds.hadir import Counted
from bot.core.kinds.number import number_in
from bot.core.people_spelt import PeopleWords
from bot.core.spelt import either
from bot.core.vocabulary import GuestWords
from bot.store.calendar.occasions import Occasion
from bot.store.hall import attendance as stored
from bot.store.hall.attendance import Attendance
from bot.store.people import conversations
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.hall import attendance, by_words, came, hub
from bot.work.hall.args import number
from bot.work.hall.decided.results_words import names_one
from bot.work.hall.meeting import FAMILY, Hall, enter
from bot.work.saying.keyboard import keyboard, press
from bot.work.visit import Visit

Sex = Literal["women", "men"]
_WORD = r"[^\s,;.]+"
#: "Dua puluh lima" is three words.
_NUMBER = rf"(?P<number>\d+\b|{_WORD}(?: {_WORD}){{0,2}})"


@dataclass(frozen=True, slots=True)
class Change:
    """One of the two numbers: what it is now, or how many are `added` to it."""

    sex: Sex
    number: int
    added: bool


class Recounts:
    """Words beside a number of women or men."""

    def __init__(self, people: PeopleWords, guests: GuestWords) -> None:
        sexes: tuple[tuple[Sex, Iterable[str]], ...] = (
            ("women", {*people.female, *guests.woman}),
            ("men", {*people.male, *guests.man}),
        )
        now, more, person = either(guests.recounted), either(guests.added), either(people.person)
        self._ways: list[tuple[Sex, bool, re.Pattern[str]]] = []
        for sex, spelt in sexes:
            one = rf"(?<!\w)(?:{either(spelt)})(?:2|nya)?(?:nya)?(?!\w)"
            self._ways += [
                (sex, True, re.compile(rf"{one} (?:{more}) {_NUMBER}")),
                (sex, True, re.compile(rf"(?<!\w)(?:{more}) {_NUMBER} (?:(?:{person}) )?{one}")),
                (sex, True, re.compile(rf"(?<!\w)(?P<number>\d+|{_WORD}) (?:(?:{person}) )?{one} (?:{more})(?!\w)")),
                (sex, True, re.compile(rf"{one} (?P<number>\d+|{_WORD}) (?:(?:{person}) )?(?:{more})(?!\w)")),
                (sex, False, re.compile(rf"(?<!\w)(?:{either(spelt)})2?nya (?P<number>\d+)(?!\w)")),
                (sex, False, re.compile(rf"{one} (?:(?:{now}) )+{_NUMBER}")),
                (sex, False, re.compile(rf"^{one} (?P<number>\d+)$")),  # "perempuannya 18"
                (sex, False, re.compile(rf"{one}[^,;.]*[,;.] (?:{now}) (?P<number>\d+)")),  # "…, jadi 33 ji"
            ]
        self._more = re.compile(rf"^(?:\S+ )??(?:{more}) {_NUMBER}")

    def in_text(self, text: str) -> list[Change]:
        """Each of the two at most once: told twice, differently, it is not known."""
        told = {*self._each(clean(text).lower())}
        return [one for one in told if not any(other.sex == one.sex and other != one for other in told)]

    def more_in(self, text: str) -> int | None:
        """How many more came, where nobody says of women or men."""
        told = self._more.match(clean(text).lower())
        return number_in(told["number"]) if told is not None and not self.in_text(text) else None

    def _each(self, spoken: str) -> Iterator[Change]:
        for sex, added, way in self._ways:
            for told in way.finditer(spoken):
                number = number_in(told["number"])
                if number is not None:
                    yield Change(sex, number, added)


@lru_cache
def recounts_of(people: PeopleWords, guests: GuestWords) -> Recounts:
    """Made once of the same words."""
    return Recounts(people, guests)


_UNKNOWN = Counted(None, None, None, {})
_LONGEST, _A_DAY = 12, timedelta(days=1)  # words


async def take(visit: Visit, heard: Heard, *, only_shown: bool = False) -> bool:
    """Where the numbers themselves are shown, a part of them alone is enough; else it has to say that it was wrong.
    `only_shown`: nothing is looked for elsewhere."""
    ear = visit.office.catalog.ear
    if not isinstance(heard, Typed) or ear is None or not allowed(button(FAMILY), visit.grants):
        return False
    if len(heard.text.split()) > _LONGEST or _is_other(visit, heard.text):
        return False
    changes = _changes(visit, heard.text) or hadir.tells_wanting(attendance.asked(visit), heard.text)
    more, says_wrong = _recounts(visit).more_in(heard.text), bool(changes or ear.corrects(heard.text))
    if not (changes or more) and not any(letter.isdecimal() for letter in heard.text):
        return False
    asked = _asked(visit)
    if asked is not None and by_words.is_count(visit, heard):
        return False
    shown = asked or await by_words.meeting_counted(visit)
    if shown is None and (only_shown or not says_wrong):
        return False
    was_counted = await _counted(visit, shown)
    if more and shown is not None and was_counted:
        _ask_who(visit, was_counted[0], more)
        return True
    is_open = shown is not None
    found = {
        one: now
        for one, was in was_counted
        if (now := _put_right(visit, was, heard.text, all_too=is_open or _is_of_now(visit, one, heard)))
    }
    if asked is not None and any(now.women is None for now in found.values()):
        return False
    if len(found) == 1:
        one, now = next(iter(found.items()))
        was = dict(was_counted)[one]
        await _keep(visit, one, now, whole=was.of_all or now.total == (now.women or 0) + (now.men or 0))
    elif found:
        came.ask_which(visit, found)
    return bool(found)


def _is_other(visit: Visit, text: str) -> bool:
    """A result of an usulan, or "jamnya diganti jam 8"."""
    hours = visit.office.catalog.world.reasons["jamnya"]
    return names_one(visit, text) or not hours.isdisjoint(key_of(text).split())


def _asked(visit: Visit) -> int | None:
    """The meeting of which a form asks how many came: what stands there is put right by a part of it."""
    draft = conversation.open_conversation(visit)
    is_asked = draft is not None and draft.flow == attendance.NUMBERS.form
    return int(draft.state["about"]["occasion"]) if draft is not None and is_asked else None


def _ask_who(visit: Visit, counted: tuple[Occasion, Attendance], more: int) -> None:
    """So many more, and nobody said of women or men."""
    (one, was), sexes = counted, ("perempuan", "laki")
    women, men = was.women or 0, was.men or 0
    now = ((women + more, men), (women, men + more))
    data = (press(FAMILY, "susul", one.id, women, men, *numbers) for numbers in now)
    keys = [(visit.text(f"rapat_tombol_susul_{sex}"), told) for sex, told in zip(sexes, data, strict=True)]
    visit.say("rapat_hadir_siapa", keyboard(keys), jumlah=more)


async def add(hall: Hall, args: list[str]) -> None:
    """*Perempuan* or *Laki-laki*, under that question: what is counted now, in the place of what was then."""
    told = [number(args, at) for at in range(len(args))]
    found = await hall.visit.ask_once(stored.attended, hall.id)
    if found is None or [found.women, found.men] != told[:2] or None in told[2:]:
        hall.visit.stale()
        return
    women, men = (many or 0 for many in told[2:])
    if _is_possible(women, men, {}):
        await _put_in(hall, women, men, {}, whole=found.of_all)


def _is_of_now(visit: Visit, one: Occasion, heard: Typed) -> bool:
    """ "Eh salah, 36 orang", on the day of the meeting whatever was looked at since: of all of them, too."""
    ear = visit.office.catalog.ear
    return ear is not None and ear.announces(heard.text) and abs(visit.now - one.starts_at) < _A_DAY


async def _counted(visit: Visit, shown: int | None) -> list[tuple[Occasion, Attendance]]:
    """Meetings that were counted: the one that is shown, else those of the last day that had one."""
    hall = await enter(visit, shown) if shown is not None else None
    ones = [hall.occasion] if hall is not None else await hub.of_last_day(visit)
    known = await visit.look_up(stored.attended_of, [one.id for one in ones])
    return [(one, known[one.id]) for one in ones if one.id in known and known[one.id].women is not None]


def _put_right(visit: Visit, was: Attendance, text: str, *, all_too: bool) -> Counted | None:
    """The whole count as it is now; None where these words change nothing of it. `all_too`: so many altogether may be
    told. Who were told so stay so many, whatever was looked at since. Unknown where women and men do not follow."""
    changes = _changes(visit, text)
    if not changes and hadir.tells_wanting(attendance.asked(visit), text):
        return _UNKNOWN
    ear = visit.office.catalog.ear
    told_text = ear.corrected(text) if ear is not None else text
    told = _changed(was, changes, hadir.counted_in(attendance.asked(visit), told_text))
    if not told.elements and (added := _added_instead(visit, was, text)) is not None:
        return added
    stays = was.of_all and not any(one.added for one in changes)
    every = (was.women or 0) + (was.men or 0) if stays else None
    if told.women is None and told.men is None and not told.elements:
        by_old = _by_old(visit, was, text)
        if by_old.women is None and by_old.men is None:
            if not all_too or told.total is None:
                return None
            if not was.of_all:
                return _UNKNOWN
            every = told.total
        told = replace(by_old, total=every)
    women, men = _with_rest(was, told, every)
    return replace(told, women=women, men=men)


def _with_rest(was: Attendance, told: Counted, every: int | None) -> tuple[int | None, int | None]:
    """Women and men, where one of them is what is left of all."""
    women, men = told.women, told.men
    if every is not None and men is None:
        women = was.women if women is None else women
        men = every - (women or 0)
    elif every is not None and women is None:
        women = every - (men or 0)
    return was.women if women is None else women, was.men if men is None else men


def _changes(visit: Visit, text: str) -> list[Change]:
    """ "Perempuannya ternyata 15", "tambah 2 perempuan": these words alone say that it was otherwise."""
    return _recounts(visit).in_text(text)


def _recounts(visit: Visit) -> Recounts:
    spellings = visit.office.catalog.world.spellings
    return recounts_of(spellings.people, spellings.guests)


def _changed(was: Attendance, changes: Sequence[Change], told: Counted) -> Counted:
    """What turned out otherwise, beside what is told plainly."""
    before = {"women": was.women or 0, "men": was.men or 0}
    now = {one.sex: one.number + (before[one.sex] if one.added else 0) for one in changes}
    return replace(told, women=now.get("women", told.women), men=now.get("men", told.men))


def _by_old(visit: Visit, was: Attendance, text: str) -> Counted:
    """ "Bukan 12 tapi 15": of whom there were 12; nothing where that fits both or none, or is told of all."""
    altogether = {*visit.office.catalog.world.spellings.guests.altogether}
    denied, now = _instead(visit, text) if altogether.isdisjoint(key_of(text).split()) else (None, None)
    if denied is None or now is None or (was.women == denied) == (was.men == denied):
        return _UNKNOWN
    return replace(_UNKNOWN, women=now) if was.women == denied else replace(_UNKNOWN, men=now)


def _added_instead(visit: Visit, was: Attendance, text: str) -> Counted | None:
    """ "Bukan 3 tapi 4 ibu", right after 3 were added: so many more than before that."""
    denied, now = _instead(visit, text)
    before = was.before or {}
    more = {sex: (getattr(was, sex) or 0) - (before.get(sex) or 0) for sex in ("women", "men") if before.get(sex)}
    found = [sex for sex, many in more.items() if many and many == denied]
    if now is None or len(found) != 1:
        return None
    numbers = {"women": was.women, "men": was.men, found[0]: before[found[0]] + now}
    return Counted(numbers["women"], numbers["men"], None, {})


def _instead(visit: Visit, text: str) -> tuple[int | None, int | None]:
    """The number that was wrong, and the right one."""
    ear = visit.office.catalog.ear
    return (number_in(ear.denied(text)), number_in(ear.corrected(text))) if ear is not None else (None, None)


async def _keep(visit: Visit, one: Occasion, now: Counted, *, whole: bool) -> None:
    hall = await enter(visit, one.id, to_change=True)
    if hall is None:
        return
    if now.women is None or now.men is None or not _is_possible(now.women, now.men, now.elements):
        await attendance.ask_numbers(hall, [])
    else:
        await _put_in(hall, now.women, now.men, now.elements, whole=whole)


async def _put_in(hall: Hall, women: int, men: int, elements: dict[str, int], *, whole: bool) -> None:
    """The question, where it stood there, has its answer."""
    if attendance.NUMBERS.form in hall.visit.conversations:
        conversations.end(hall.visit.turn, attendance.NUMBERS.form)
    await attendance.keep(Hall(hall.visit, hall.occasion), women, men, elements, of_all=whole)
    await attendance.show(hall, [attendance.ALL] if whole else [])


def _is_possible(women: int, men: int, elements: dict[str, int]) -> bool:
    return min(women, men) >= 0 and isinstance(hadir.took(women, men, elements), Took)
