"""A round: the clock looks after everybody. What a use case gets that nobody asked for in a chat, and what follows from
an act in the same transaction."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.store.database.database import Connection
from bot.work.office import Office


@dataclass(frozen=True, slots=True)
class Round:
    """One transaction at one moment: `now` of the civil clock, `real` of the machine's (seconds). `left`: what has more
    to do at once, so that the clock looks again without waiting for its next second."""

    connection: Connection
    office: Office
    now: datetime
    real: float = 0.0
    left: set[str] = field(default_factory=set)

    @property
    def today(self) -> date:
        return self.office.local(self.now).date()

    def text(self, sentence: str, **values: Any) -> str:
        return self.office.catalog.text(sentence, **values)
