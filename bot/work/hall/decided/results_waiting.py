"""Results that were told and wait: for a yes, for a reason, for what "put off" means. What is told next joins them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.store.calendar import occasions
from bot.store.deciding.decisions import NOT_YET
from bot.work.hall.decided.results_words import PUT_OFF
from bot.work.saying.keyboard import Key
from bot.work.saying.keyboard import number as number_in
from bot.work.visit import Visit

#: `usulan`, `outcome`, `why`, `seen`: the version of its result that stood there.
Row = Mapping[str, Any]
#: Under the results of a meeting, told or still to be told.
_SHOWS = frozenset({"kabari", "ubahsatu", "tandai", "sisanya", "sisasebab"})
_AGREES, _ASKS_WHY, _DECIDES, _ONWARD = "tetapkan", "sebab", "putus", "0"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Of one meeting; `shown`: the usulan that words without a number are about, 0 for none."""

    meeting: int
    rows: Sequence[Row]
    shown: int = 0


async def found(visit: Visit, keys: Sequence[Key]) -> Waiting | None:
    """What the screen asks about results; None where it asks nothing of them."""
    parts = [data.split(":")[1:] for _, data in keys]
    verb = {told[0]: told for told in reversed(parts)}
    if _AGREES in verb:
        meeting, key = _number(verb[_AGREES], 1), _number(verb[_AGREES], 2)
        rows = await visit.ask_once(occasions.results_told, meeting, visit.me.id, key)
        return Waiting(meeting, rows, rows[0]["usulan"] if len(rows) == 1 else 0)
    if _ASKS_WHY in verb:
        return _wanting(verb[_ASKS_WHY], NOT_YET)
    if _DECIDES not in verb:
        shows = next((told for name, told in verb.items() if name in _SHOWS), None)
        return Waiting(_number(shows, 1), ()) if shows is not None else None
    if any(told[0] == _DECIDES and told[3] == _ONWARD for told in parts):
        return Waiting(_number(verb[_DECIDES], 1), (), _number(verb[_DECIDES], 2))
    return _wanting(verb[_DECIDES], PUT_OFF)


def _wanting(told: Sequence[str], outcome: str) -> Waiting:
    """Told already, with something that is asked just now."""
    meeting, usulan = _number(told, 1), _number(told, 2)
    return Waiting(meeting, [{"usulan": usulan, "outcome": outcome, "why": "", "seen": _number(told, 4)}], usulan)


def _number(told: Sequence[str], at: int) -> int:
    return (number_in(told[at]) if len(told) > at else None) or 0
