"""For which year something is planned: derived from when it is spoken about, never by adding two to any year."""

from dataclasses import dataclass
from datetime import date

_LAST_MONTH_OF_MUSRENBANG = 3  # musrenbang kabupaten is held in March at the latest (UU 25/2004 Pasal 23)


@dataclass(frozen=True, slots=True)
class PlanYears:
    """`spoken`: by the calendar. `kabupaten`: of RKPD and APBD. `desa`: of RKP Desa, of the musrenbang that is still
    reached, and the year that stands in numbers: November and January of one season bear the same."""

    spoken: int
    desa: int
    kabupaten: int


def fed_by(musrenbang: int) -> int:
    """The kabupaten's plan that usulan of this year's musrenbang feed: the number of an usulan bears its year."""
    return musrenbang + 1


def season_begins(kabupaten: int) -> date:
    """From which day on what is said is for this plan of the kabupaten."""
    return date(kabupaten - 2, _LAST_MONTH_OF_MUSRENBANG + 1, 1)


def plan_begins(kabupaten: int) -> date:
    """Whatever this plan does not hold by then is not in it."""
    return date(kabupaten, 1, 1)


def plan_years(day: date) -> PlanYears:
    """What is said until March still reaches this year's musrenbang kabupaten, which plans the next year; what is said
    later reaches next year's."""
    kabupaten = day.year + (1 if day.month <= _LAST_MONTH_OF_MUSRENBANG else 2)
    return PlanYears(day.year, kabupaten - 1, kabupaten)


def days_of(plan: int) -> tuple[date, date]:
    """The first day on which somebody speaks for the kabupaten's plan of this year, and the day after the last."""
    return season_begins(plan), season_begins(plan + 1)
