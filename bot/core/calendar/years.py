"""For which year something is planned: derived from when it is spoken about, never by adding two to any year."""

from dataclasses import dataclass
from datetime import date

_LAST_MONTH_OF_MUSRENBANG = 3  # musrenbang kabupaten is held in March at the latest (UU 25/2004 Pasal 23)


@dataclass(frozen=True, slots=True)
class PlanYears:
    """`spoken`: the year that stands in numbers. `kabupaten`: of RKPD and APBD; `desa`: of RKP Desa."""

    spoken: int
    desa: int
    kabupaten: int


def plan_years(day: date) -> PlanYears:
    """What is said until March still reaches this year's musrenbang kabupaten, which plans the next year; what is said
    later reaches next year's."""
    kabupaten = day.year + (1 if day.month <= _LAST_MONTH_OF_MUSRENBANG else 2)
    return PlanYears(day.year, kabupaten - 1, kabupaten)


def days_of(plan: int) -> tuple[date, date]:
    """The first day on which somebody speaks for the kabupaten's plan of this year, and the day after the last."""
    begins = _LAST_MONTH_OF_MUSRENBANG + 1
    return date(plan - 2, begins, 1), date(plan - 1, begins, 1)
