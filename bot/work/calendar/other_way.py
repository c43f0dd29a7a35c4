"""A date that is about to move goes the other way, by as much and for the same reason: "eh bukan majukan,
mundurkan"."""

import re
from collections.abc import Collection, Sequence
from datetime import datetime

from bot.core.forms.writing import key_of
from bot.work.calendar import reasons
from bot.work.visit import Visit

_LONGEST = 9  # words
LATER, SOONER = 1, -1


def turned_to(visit: Visit, text: str) -> int:
    """LATER or SOONER, where the words say that it is to be that one instead, and nothing else; 0 where they do not."""
    world = visit.office.catalog.world
    days, known = world.spellings.days, world.reasons
    ways = dict.fromkeys(set(days.later) - set(days.shifting), LATER) | dict.fromkeys(days.sooner, SOONER)
    parts = re.findall(r"[\w-]+|[,.;]", key_of(text)) if len(text.split()) <= _LONGEST else []
    named, words = [at for at, word in enumerate(parts) if word in ways], [word for word in parts if word.isalnum()]
    says_so = known["bukan_arah"] | known["salah_arah"] | known["samping_arah"]
    if not named or says_so.isdisjoint(words) or not _is_all(visit, words, says_so | ways.keys()):
        return 0
    denies = known["bukan_arah"] | (known["salah_arah"] if len(named) > 1 else frozenset())
    wrong = {ways[parts[at]] for at in named if _before(visit, parts, at) in denies}
    if len(named) == 1 and wrong:
        return 0 if _before(visit, parts, named[0]) in known["tanpa"] else -ways[parts[named[0]]]
    right = {ways[parts[at]] for at in named} - wrong
    return right.pop() if len(right) == 1 else 0


def _before(visit: Visit, parts: Sequence[str], at: int) -> str:
    """The word that "maju" stands behind, but for what only leads to it: "bukan mau maju"."""
    leads = visit.office.catalog.world.reasons["menuju_arah"]
    while at and parts[at - 1] in leads:
        at -= 1
    return parts[at - 1] if at else ""


def _is_all(visit: Visit, words: list[str], known: Collection[str]) -> bool:
    left = reasons.stretch(visit, " ".join(words)).split()
    return {*left} <= {*known}


def mirrored(visit: Visit, text: str, to: datetime, old: datetime) -> datetime | None:
    """As far on the other side of the day that it has (`old`); None where it already goes that way, or that day is
    over."""
    way, old = turned_to(visit, text), old.astimezone(to.tzinfo)
    if not way or to == old or (to > old) == (way == LATER):
        return None
    if to.date() == old.date():
        other = old - (to - old)
    else:
        other = datetime.combine(old.date() - (to.date() - old.date()), to.time(), to.tzinfo)
    return other if other.date() >= visit.today else None
