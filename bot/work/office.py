"""The office the bot speaks for: content, names and hours of this installation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.catalog import Catalog
from bot.core import kinds
from bot.core.calendar.years import days_of, plan_years
from bot.core.forms.questions import Ask
from bot.core.forms.say import Words
from bot.core.forms.world import World
from bot.core.places.places import Places
from bot.core.understanding.times.days import show_date
from bot.core.wilayah import KABUPATEN, up_to


class Numbered(Protocol):
    """What bears the number of an usulan."""

    @property
    def kecamatan(self) -> str: ...
    @property
    def serial(self) -> int: ...


@dataclass(slots=True)
class Office:
    """`bappeda` as its people call it, `zone` of the kabupaten, `username` of the bot (known once Telegram answered),
    `short_codes` of the kabupaten and its kecamatan as stored. `catalog` is exchanged when facilitators change names
    of places (`hamlets_version`); `listed_places` stays what the content says."""

    catalog: Catalog
    bappeda: str
    zone: ZoneInfo
    username: str = ""
    short_codes: Mapping[str, str] = field(default_factory=dict)
    hamlets_version: str | None = None
    recording: Path | None = None  # the consent screen, read aloud
    web_address: str = ""  # where our web server is reached from outside; empty = nowhere
    news_at_once: int = 500  # how many people learn of one act in one transaction
    sends_a_second: float = 30.0  # what Telegram lets leave; 0 = no limit
    listed_places: Places = field(init=False)

    def __post_init__(self) -> None:
        self.catalog = self.catalog.speaking_for(self.bappeda)
        self.listed_places = self.catalog.places

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone(self.zone)

    def cycle_of(self, when: datetime) -> int:
        """The kabupaten's plan that something at this time feeds."""
        return plan_years(self.local(when).date()).kabupaten

    def span_of(self, cycle: int) -> tuple[datetime, datetime]:
        """The time in which something feeds one plan: from its first moment to the one behind the last."""
        first, end = (datetime.combine(day, time(), self.zone) for day in days_of(cycle))
        return first, end

    def world(self, now: datetime) -> World:
        """What a conversation may look at, with the day that it is here."""
        local = self.local(now)
        return self.catalog.world.but(today=local.date(), zone=local.strftime("%Z"), now=local.time())

    def plain(self, sentence: str, **values: Any) -> str:
        """A sentence of the content without its markup, as on a button or in a file."""
        return self.catalog.label(Words(sentence, values))

    def number(self, kecamatan: str, year: int, serial: int) -> str:
        """The number as stored and printed: ENR-27-BRK-0042."""
        above = self.short_codes[up_to(kecamatan, KABUPATEN)]
        return f"{above}-{year % 100:02d}-{self.short_codes[kecamatan]}-{serial:04d}"

    def spoken_name(self, kecamatan: str, serial: int) -> str:
        """The number as people say it: "Baraka 42", of the season that is now."""
        found = self.catalog.places.find(kecamatan)
        return f"{found.name if found else kecamatan} {serial}"

    def spoken_number(self, usulan: Numbered) -> str:
        return self.spoken_name(usulan.kecamatan, usulan.serial)

    def shown(self, form: str, key: str, value: Any, answers: Mapping[str, Any]) -> str:
        """An answer in plain words; empty where there is none, or no such question."""
        question = self.catalog.flows[form].question(key)
        if question is None or value is None:
            return ""
        return self.catalog.label(kinds.find(question.kind).show(Ask(question, answers, self.catalog.world), value))

    def day(self, instant: datetime) -> str:
        """A date as people read it: "14 Januari 2027"."""
        return show_date(self.local(instant).date())
