"""Which villages to ring first: where something can still be saved, the most urgent one above."""

from dataclasses import dataclass
from datetime import date

from bot.core.calendar.rules import INVITED, TOLD
from bot.core.readiness.readiness import DATED, DUE, GROUPS_MET, LATE, Answer, Standing

#: How many villages one can ring in a morning.
RUNG_UP = 5
_NEAR = 7  # days
_NEVER = -1


@dataclass(frozen=True, slots=True)
class Concern:
    """One reason to ring. `rank`: what is at stake within the week comes first. `days`: until its musrenbang for what
    comes before it, since the last day for the rest; `above`: until that of the kecamatan, for which it comes too
    late."""

    answer: Answer
    rank: int
    days: int
    above: bool = False


def concern(standing: Standing, today: date, *, is_manned: bool) -> Concern | None:
    """The most urgent one; None when there is nothing that a call could change. `is_manned`: somebody is there to be
    reminded; where nobody is, a day that is missing is a reason already."""
    return min(_concerns(standing, today, is_manned), key=lambda one: (one.rank, _urgency(one)), default=None)


def order(one: Concern) -> tuple[int, int]:
    """For sorting villages, the most urgent first."""
    return one.rank, _urgency(one)


def _urgency(one: Concern) -> int:
    """The nearer a meeting, the more urgent; the longer something is overdue, the more urgent."""
    return one.days if one.above or one.answer.question in (INVITED, GROUPS_MET) else -one.days


def _concerns(standing: Standing, today: date, is_manned: bool) -> list[Concern]:
    until = (standing.held_on - today).days if standing.held_on is not None else 0
    ahead = standing.held_on is not None and until >= 0
    above = (standing.above - today).days if standing.above is not None else _NEVER
    found = []
    for answer in standing.answers:
        past = (today - answer.by).days if answer.by is not None else 0
        if answer.question == INVITED and answer.status == LATE and ahead:
            found.append(Concern(answer, 0 if until <= _NEAR else 1, until))
        elif answer.question == GROUPS_MET and answer.status == DUE and until <= _NEAR:
            found.append(Concern(answer, 0, until))
        elif answer.question == DATED and answer.status in (DUE, LATE) and 0 <= above <= _NEAR:
            found.append(Concern(answer, 0, above, above=True))
        elif answer.question == DATED and answer.status == LATE:
            found.append(Concern(answer, 2, past))
        elif answer.question == TOLD and answer.status == LATE:
            found.append(Concern(answer, 3, past))
        elif answer.question == DATED and answer.status == DUE and not is_manned:
            found.append(Concern(answer, 4, past))
    return found
