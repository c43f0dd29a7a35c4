"""What one sentence says of an announcement beside its text: whom it is for and where, when it is to leave, whether it
can wait. What says none of that is told, so that nothing is dropped in silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.forms.writing import key_of
from bot.work.broadcasts import addressed, timed
from bot.work.broadcasts.composed import later
from bot.work.visit import Visit

_URGENT = "penting"
_WHEN = ("tingkat", _URGENT, "kapan", addressed.CONDITION)


@dataclass(frozen=True, slots=True)
class Parts:
    """`known`: answers of the form; `unread`: words that say nothing of it; `read`: how many do."""

    known: dict[str, Any]
    unread: tuple[str, ...] = ()
    read: int = 0

    @property
    def many(self) -> bool:
        """More than one question of the form is answered by it, or one with several choices."""
        return len(self.known.get("peran", ())) + sum(key in self.known for key in _WHEN) > 1


def urgent(visit: Visit) -> dict[str, Any]:
    """That it cannot wait; why, is asked."""
    return addressed.choice(visit, _URGENT, _URGENT)


def read(visit: Visit, text: str) -> Parts:
    """In any order: "semua yang di malua, fasilitator sama camat, penting, besok jam 7"."""
    words, world = text.replace(",", " ").replace(".", " ").split(), visit.office.catalog.world
    spoken = [key_of(word) for word in words]
    hastes, beside = world.announced["mendesak"], world.announced["sekarang"] | world.of_news["iringan"]
    hours, rest = _hours(visit, words)
    known = addressed.named_by(visit, " ".join(word for word in rest if key_of(word) not in hastes))
    at = timed.told_in(visit, " ".join(hours), sorts=()) if hours else None
    known |= later(visit.office, at) if at is not None else {}
    known |= urgent(visit) if not hastes.isdisjoint(spoken) else {}
    told = (
        addressed.of_address(visit) | hastes | beside | world.oneself | world.sent_at["kirim"] | world.sent_at["suruh"]
    )
    unread = [word for word in addressed.beside_condition(visit, rest) if word not in told]
    is_dull = at is not None or _is_today(visit, hours)
    unread += [] if is_dull else hours
    return Parts(known, tuple(unread), len(words) - len(unread))


def _hours(visit: Visit, words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of a day or an hour, and the others; a figure alone is neither."""
    hours = [word for word in words if timed.tells_time(visit, word)]
    told = hours if any(not word.isdecimal() for word in hours) else []
    return told, [word for word in words if word not in told]


def _is_today(visit: Visit, hours: Sequence[str]) -> bool:
    """ "Hari ini": as it is always sent."""
    near = visit.office.catalog.world.spellings.days.near
    return " ".join(hours).lower() in {phrase for phrase in near.get("hari_ini", ())}
