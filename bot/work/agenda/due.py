"""What the clock brings: everything in the calendar whose time has come, in the transaction of the tick."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.store.database import Connection
from bot.work.agenda import ladder, mondays, owners, reminders, switches
from bot.work.office import Office

Take = Callable[[Connection, Office, datetime, int], Awaitable[int]]
#: Takes up so many rows that are due, and says how many there were.
EACH: tuple[Take, ...] = (
    owners.settle_due,
    switches.complete_due,
    ladder.lapse_due,  # before anybody is told of what ends at this very hour
    reminders.raise_due,
    ladder.climb_due,
)
#: How many rows are taken up together, and how often within one tick: what stands in one transaction has an end.
_AT_ONCE, _ROUNDS = 300, 8


async def take_up(connection: Connection, office: Office, now: datetime) -> None:
    for take in EACH:
        for _ in range(_ROUNDS):
            if await take(connection, office, now, _AT_ONCE) < _AT_ONCE:
                break
    await mondays.raise_due(connection, office, now)
