"""What one sentence says of an announcement beside its text: whom it is for and where, when it is to leave, whether it
can wait. What says none of that is told, so that nothing is dropped in silence."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.forms.writing import key_of
from bot.work.broadcasts.writing import addressed, timed
from bot.work.broadcasts.writing.composed import EVERYBODY, later
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
    hastes, address = world.announced["mendesak"], addressed.of_address(visit)
    hours = _hours(visit, words, address)
    rest = [word for word in words if word not in hours and key_of(word) not in hastes]
    known = addressed.named_by(visit, " ".join(rest)) or _everybody(visit, rest)
    at = timed.told_in(visit, " ".join(hours), sorts=()) if hours else None
    known |= later(visit.office, at) if at is not None else {}
    known |= urgent(visit) if not hastes.isdisjoint(map(key_of, words)) else {}
    beside = world.announced["sekarang"] | world.of_news["iringan"] | world.sent_at["kirim"] | world.sent_at["suruh"]
    told = address | beside | world.oneself
    unread = [word for word in addressed.beside_condition(visit, rest) if word not in told]
    unread += [] if at is not None or _is_today(visit, hours) else hours
    return Parts(known, tuple(unread), len(words) - len(unread))


def _everybody(visit: Visit, words: Sequence[str]) -> dict[str, Any]:
    """ "Ke semua", and nobody is named."""
    beside = visit.office.catalog.world.addressing | visit.office.catalog.world.of_news["iringan"]
    spoken = {key_of(word) for word in words} - beside
    is_said = bool(spoken) and spoken <= addressed.ALL
    return addressed.several(visit, "peran", EVERYBODY) if is_said else {}


def _hours(visit: Visit, words: Sequence[str], address: Collection[str]) -> list[str]:
    """The words of a day or an hour; a figure alone is neither."""
    beside = {*address, *visit.office.catalog.world.announced["pengisi"]}
    hours = [word for word in words if timed.tells_time(visit, word) and key_of(word) not in beside]
    return hours if any(not word.isdecimal() for word in hours) else []


def _is_today(visit: Visit, hours: Sequence[str]) -> bool:
    """ "Hari ini": as it is always sent."""
    near = visit.office.catalog.world.spellings.days.near
    return " ".join(hours).lower() in near.get("hari_ini", ())
