"""That somebody is not at work, in everyday words: "besok saya tidak masuk kantor, sakit", "sy izin besok"."""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from bot.core.understanding.results import Understood
from bot.core.understanding.spells import Spell
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.understanding.tongue import tongue_of
from bot.work.visit import Visit

_CLAUSE = re.compile(r"[,.;!\n]+")


def is_said(visit: Visit, text: str, spell_in: Callable[[str], Spell]) -> bool:
    """On a day that is told; without one the place of work is named. Danger beside it is heard first."""
    known, spoken = visit.office.catalog.world.away, frozenset(re.findall(r"\w+", text.lower()))
    if (known["tidak"] | known["minta_izin"]).isdisjoint(spoken) or visit.office.catalog.danger.find(text):
        return False
    is_timed = spell_in(text) != Spell()
    parts = (re.findall(r"[\w'/-]+", one) for one in _CLAUSE.split(text.lower()))
    return (is_timed or not known["kantor"].isdisjoint(spoken)) and any(_is_in(visit, one, is_timed) for one in parts)


def _is_in(visit: Visit, spoken: Sequence[str], is_timed: bool) -> bool:
    """Nobody but themselves stands there, and beside it only when, and why."""
    known, own = visit.office.catalog.world.away, visit.office.catalog.world.guests_said["sendiri"]
    begins, ends = _no_work(visit, spoken)
    if not ends and is_timed:
        begins, ends = _leave_asked(visit, spoken)
    behind = [*takewhile(lambda word: word not in known["sebab"], spoken[ends:])]
    is_own = not (own | known["minta_izin"]).isdisjoint([*spoken[:ends], *behind])
    return ends > 0 and is_own and all(map(_beside(visit), [*spoken[:begins], *behind]))


def _no_work(visit: Visit, spoken: Sequence[str]) -> tuple[int, int]:
    """Where a no stands, and where it ends that they work: "tdk bisa ke kantor"; 0, 0 where neither does."""
    known = visit.office.catalog.world.away
    for at in (number for number, word in enumerate(spoken) if word in known["tidak"]):
        skipped = [*takewhile(lambda word: word in known["mampu"], spoken[at + 1 :])]
        worked = [*takewhile(lambda word: word in known["kerja"] | known["kantor"], spoken[at + 1 + len(skipped) :])]
        if not known["kerja"].isdisjoint(worked):
            return at, at + 1 + len(skipped) + len(worked)
    return 0, 0


def is_denied(visit: Visit, before: Sequence[str]) -> bool:
    """Of what stands right behind these words: "tidak bisa"."""
    known = visit.office.catalog.world.away
    return bool(before) and (
        before[-1] in known["tidak"] or (before[-1] in known["mampu"] and not known["tidak"].isdisjoint(before[-3:-1]))
    )


def _leave_asked(visit: Visit, spoken: Sequence[str]) -> tuple[int, int]:
    """ "Saya izin besok", and not "saya izin bertanya"."""
    asked, own = visit.office.catalog.world.away["minta_izin"], visit.office.catalog.world.guests_said["sendiri"]
    spellings = visit.office.catalog.world.spellings
    for at in (number for number, word in enumerate(spoken[1:], 1) if word in asked and spoken[number - 1] in own):
        if any(speaks_of_time(spellings, word) for word in spoken):
            return at, at + 1
    return 0, 0


def _beside(visit: Visit) -> Callable[[str], bool]:
    world = visit.office.catalog.world
    small = world.away["iringan"] | world.guests_said["sopan"] | world.guests_said["sendiri"] | world.away["minta_izin"]
    small |= world.away["sampai"] | world.away["mulai"]
    read = tongue_of(world.spellings).read_number
    return lambda word: word in small or speaks_of_time(world.spellings, word) or isinstance(read(word), Understood)
