"""What the clock brings: everything in the calendar whose time has come, in the transaction of the tick."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog

from bot.store import due as stored
from bot.store.database.database import DATABASE_AWAY
from bot.store.tasks import tasks
from bot.work import news
from bot.work.broadcasts.under_way.sending import go_on as announce_due
from bot.work.checking import reminding
from bot.work.deciding import keeping, new_year, silence
from bot.work.hall import bell
from bot.work.lessons import sending
from bot.work.monitoring import waiting
from bot.work.readiness import mondays
from bot.work.reading import orders, sifting, unread
from bot.work.round import Round
from bot.work.tasks import eves, ladder, over, reminders, switches
from bot.work.usulan.dangers import unanswered

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Due:
    """`take` takes up so many rows whose `column` has come, the longest waiting first, and says how many there were.
    `at_once` rows are taken up together, and at most `rounds` times within one tick: what stands in one transaction has
    an end."""

    column: str
    take: Callable[[Round, int], Awaitable[int]]
    at_once: int = 300
    rounds: int = 8


EACH = (
    Due("alarms.next_at", unanswered.hand_on),  # first: somebody may die
    Due("grants.settle_at", sending.settle_due, at_once=60, rounds=1),  # each may look at a whole kabupaten
    Due("occasions.plan_at", switches.complete_due, at_once=60, rounds=1),  # each is planned anew
    Due("occasions.eve_at", eves.raise_due),  # before what may take the place of these in the day's budget
    Due("occasions.over_at", over.raise_due),  # what is asked comes with the list of that day
    Due("tasks.ends_at", ladder.lapse_due),  # before anybody is told of what ends at this very hour
    Due("tasks.remind_at", reminders.raise_due),
    Due("tasks.climb_at", ladder.climb_due),
    Due("occasions.teach_at", sending.look_ahead, at_once=60, rounds=1),  # each may look at a whole kabupaten
    Due("learners.next_at", sending.send_due),
    Due("clarifications.next_at", silence.look_after, at_once=100),
    Due("field_checks.next_at", reminding.look_after, at_once=100),
    Due("after_photos.next_at", waiting.look_after, at_once=100),
    Due("usulan.unread_at", unread.raise_due),
    Due("promises.next_at", keeping.look_after, at_once=100),
    Due("usulan.season_at", new_year.look_after, at_once=100),
    Due("usulan.sift_at", sifting.sift_due, at_once=50, rounds=1),  # each is read through
    Due("news.next_at", news.tell_next, at_once=500, rounds=1),
    Due("broadcasts.next_at", announce_due, at_once=20, rounds=1),  # behind what one act tells others
    Due("usulan_orders.next_at", orders.make_due, at_once=2, rounds=1),  # each reads some hundred usulan
    Due("invitees.rings_at", bell.ring_due),  # last: a hall that changes a turn waits for the end of the tick
)
#: How long a row that makes trouble is left alone.
_ASIDE = timedelta(hours=1)


async def take_up(tour: Round) -> bool:
    """True when there was anything."""
    due = await stored.columns_due(tour.connection, tour.now)
    if due:
        await tasks.turn_to_plan(tour.connection)
    for each in (one for one in EACH if one.column in due):
        for _ in range(each.rounds):
            if await _take(tour, each) < each.at_once:
                break
    await mondays.raise_due(tour)
    return bool(due)


async def _take(tour: Round, each: Due) -> int:
    """All together; when one of them makes trouble, one by one, so that it holds up nobody else."""
    try:
        async with tour.connection.begin_nested():
            return await each.take(tour, each.at_once)
    except DATABASE_AWAY:
        raise
    except Exception:
        log.exception("something due makes trouble", column=each.column)
    for _ in range(each.at_once):
        try:
            async with tour.connection.begin_nested():
                if not await each.take(tour, 1):
                    return 0
        except DATABASE_AWAY:
            raise
        except Exception:
            row = await stored.set_aside(tour.connection, each.column, tour.now, tour.now + _ASIDE)
            log.exception("a row is left alone for an hour", column=each.column, row=row)
    return each.at_once
