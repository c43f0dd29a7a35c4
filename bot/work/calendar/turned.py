"""A sentence that turns round in its middle: "musrenbang desa tgl 20 januari di aula eh bukan di masjid" says what is
right behind the turn. The day, the hour or the place that stood before it is gone; the rest stays."""

import re
from collections.abc import Callable, Sequence

from bot.core.spelt import either
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.times.moments import speaks_of_day, speaks_of_hour
from bot.core.understanding.tongue import tongue_of
from bot.core.vocabulary import Vocabulary
from bot.work.calendar.permitted import meetings
from bot.work.calendar.venue_words import venue_told
from bot.work.visit import Visit

_BARE = re.compile(r"\d{1,2}\b(?![.:/-]\d)")  # a figure that takes its sense from the one it stands for
_LAST = re.compile(r"\b\d{1,2}\b(?![.:/-]\d)(?!.*\b\d)")
_EDGES = " ,.;:"
_MOST = 4  # turns in one sentence
Speaks = Callable[[Vocabulary, str], bool]


def put_straight(visit: Visit, text: str) -> str:
    """The same text where nothing in it turns round, or what follows is neither day nor hour nor place."""
    for _ in range(_MOST):  # the last one first: "jam 9 eh bukan jam 10 di aula eh bukan di masjid"
        before, text = text, _without_last_turn(visit, text)
        if text == before:
            break
    return text


def _without_last_turn(visit: Visit, text: str) -> str:
    left, right = _halves(visit, text)
    if not right:
        return text
    bare = _BARE.match(right)
    if bare is not None and not _says_of_what(visit, right[bare.end() :]):
        return f"{_LAST.sub(bare[0], left)} {right[bare.end() :]}".strip() if _LAST.search(left) else text
    changed = left
    for part in (_without_venue, _without_day, _without_hour):
        changed = part(visit, changed, right)
    return f"{changed} {right}".strip() if changed != left else text


def _halves(visit: Visit, text: str) -> tuple[str, str]:
    """What stands before the last turn and behind it."""
    turns = either(visit.office.catalog.world.setting["berbalik"])
    found = [*re.finditer(rf"\b(?:{turns})\b", text, re.IGNORECASE)] if turns else []
    left = text[: found[-1].start()].strip(_EDGES) if found else ""
    return (left, text[found[-1].end() :].strip(_EDGES)) if left else ("", "")


def _says_of_what(visit: Visit, behind: str) -> bool:
    """Whether a figure is named behind it: "21 januari", "10 pagi"."""
    word, spellings = (behind.split() or [""])[0], visit.office.catalog.world.spellings
    is_cue = word in {*spellings.hours.clock, *spellings.days.date}  # they begin the next one: "21 jam 9"
    return bool(word) and not is_cue and (speaks_of_day(spellings, word) or speaks_of_hour(spellings, word))


def _without_venue(visit: Visit, left: str, right: str) -> str:
    scopes = sorted({scope for each in meetings(visit.office, visit.grants) for scope in each.within})
    is_told = venue_told(visit, right, scopes)[0]
    return venue_told(visit, left, scopes)[1] if is_told else left


def _without_day(visit: Visit, left: str, right: str) -> str:
    return _without(visit, left, right, speaks_of_day)


def _without_hour(visit: Visit, left: str, right: str) -> str:
    return _without(visit, left, right, speaks_of_hour)


def _without(visit: Visit, left: str, right: str, speaks: Speaks) -> str:
    """Without what tells the same of both, a day or an hour."""
    words = left.split()
    gone = _span(visit, words, speaks) if _span(visit, right.split(), speaks) else None
    return " ".join(words[: gone[0]] + words[gone[1] :]) if gone else left


def _span(visit: Visit, words: Sequence[str], speaks: Speaks) -> tuple[int, int] | None:
    """The longest part that is only a day, or only an hour; the last of several."""
    spellings = visit.office.catalog.world.spellings
    for size in range(len(words), 0, -1):
        for at in range(len(words) - size, -1, -1):
            part = " ".join(words[at : at + size])
            if speaks(spellings, part) and not part.isdecimal() and _is_moment(visit, part):
                return at, at + size
    return None


def _is_moment(visit: Visit, part: str) -> bool:
    found = tongue_of(visit.office.catalog.world.spellings).read_when(part, visit.today)
    return isinstance(found, Understood) or (isinstance(found, Unsure) and bool(found.options))
