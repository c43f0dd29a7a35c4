"""How long what is kept, and from which moment on it is too old."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Retention:
    """Days, but for the last two: the plan is made for so many years after the year in which an usulan is told, and
    contact is kept for so many years after the plan's."""

    received: int = 30
    sent: int = 30
    voice: int = 30
    never_agreed: int = 30
    wrong_codes: int = 2
    shown: int = 3
    labels: int = 180
    guests: int = 365
    proofs: int = 365
    settled: int = 365
    questions: int = 365
    readers: int = 180
    recipients: int = 730
    plan_years: int = 1
    contact_years: int = 1

    def last_year(self, told: datetime, zone: ZoneInfo) -> int:
        """The year with whose end the contact of somebody who spoke at `told` is erased."""
        return told.astimezone(zone).year + self.plan_years + self.contact_years

    def contact_before(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Whoever spoke last before this instant is forgotten: the beginning of a year by the kabupaten's calendar."""
        first = now.astimezone(zone).year - self.plan_years - self.contact_years
        return datetime(first, 1, 1, tzinfo=zone)


def days_before(now: datetime, days: int) -> datetime:
    """So many times 24 hours earlier."""
    return now - timedelta(days=days)


def seconds_before(real: float, days: int) -> float:
    return real - days * 86_400.0
