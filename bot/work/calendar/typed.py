"""`/jadwal musrenbang selasa depan jam 9`: what was typed behind the command is not asked again."""

import re
from collections.abc import Sequence
from typing import Any

from bot.core.forms.questions import Meeting
from bot.core.kinds.waktu import known as known_time
from bot.core.places.spelling import fold
from bot.core.records import Grant
from bot.core.understanding.results import Understood
from bot.core.understanding.tongue import tongue_of
from bot.core.wilayah import DESA, KELURAHAN
from bot.work.calendar.permitted import at_home, level_answer, levels_of, meetings
from bot.work.office import Office
from bot.work.visit import Visit

_WORD = re.compile(r"[^\W_]+")
_NO_NAMES = frozenset({"hari", "minggu"})  # they begin a day


def read_typed(visit: Visit, text: str) -> tuple[dict[str, Any], str]:
    """Answers of the form, and what is left to be read as the answer to its next question. Nothing for a text that
    names no meeting."""
    known = at_home(visit.office, visit.grants)
    possible = _possible(visit.office, visit.grants, known)
    named, rest = _named_in(text, possible)
    if not named:
        return {}, ""
    if len(named) > 1:
        return known, ""
    meeting = named[0]
    in_kelurahan = visit.office.catalog.places.is_kelurahan(known.get(DESA, {}).get("code", ""))
    known["macam"] = {"value": meeting.key, "label": meeting.name_kelurahan if in_kelurahan else meeting.name}
    known |= level_answer(visit.office, sorted(levels_of(meeting)))
    today = visit.today
    found = tongue_of(visit.office.catalog.world.spellings).read_when(rest, today)
    when = known_time(found.value, not meeting.stage, today) if isinstance(found, Understood) else None
    if when is None:
        return known, rest
    return known | {"tanggal" if meeting.stage else "waktu": when}, ""


def _possible(office: Office, grants: Sequence[Grant], known: dict[str, Any]) -> list[Meeting]:
    """What this person may set; where only one village is theirs, what is held there."""
    code = known.get(DESA, {}).get("code")
    level = KELURAHAN if code and office.catalog.places.is_kelurahan(code) else DESA
    return [each for each in meetings(office, grants) if code is None or level in each.lists]


def _named_in(text: str, possible: Sequence[Meeting]) -> tuple[list[Meeting], str]:
    """The meetings that the first words name best, and the words behind them."""
    names = {each.key: _words_of(each) for each in possible}
    every = frozenset().union(*names.values())
    words, taken = text.split(), 0
    said: set[str] = set()
    while taken < len(words) and (parts := _folded(words[taken])) and parts <= every:
        said |= parts
        taken += 1
    best = max((len(said & own) for own in names.values()), default=0)
    found = [each for each in possible if best and len(said & names[each.key]) == best]
    return found, " ".join(words[taken:])


def _words_of(each: Meeting) -> frozenset[str]:
    told = f"{each.key.replace('_', ' ')} {each.name} {each.name_kelurahan}".lower()
    return _folded(told) - _NO_NAMES


def _folded(text: str) -> frozenset[str]:
    """The words in it, spelt alike: two in "KUA-PPAS"."""
    return frozenset(fold(word) for word in _WORD.findall(text))
