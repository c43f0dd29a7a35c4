"""The office the bot speaks for: content, names and hours of this installation."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.catalog import Catalog


@dataclass(slots=True)
class Office:
    """`bappeda` as its people call it, `zone` of the kabupaten, `username` of the bot (known once Telegram answered)."""

    catalog: Catalog
    bappeda: str
    zone: ZoneInfo
    username: str = ""

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone(self.zone)
