"""Who takes a rest from learning hears nothing of it: no lesson, no question after a practice, no colleague's story.
Whoever opens none of the lessons has a rest of its own accord, until they open one or ask for them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.core.hours import DIGEST_AT
from bot.core.lessons.schedule import UNTIL_HEARD
from bot.store.lessons import learners
from bot.store.queues import notices
from bot.store.queues.notices import COLLEAGUE, TRIED, WOKE, Notice
from bot.work.access import allowed, button
from bot.work.lessons import sending
from bot.work.round import Round
from bot.work.visit import Visit

#: Beside lessons, which find their own next day.
_OF_LEARNING = frozenset({TRIED, COLLEAGUE})
_LOOK_AGAIN = timedelta(days=7)


async def held_until(tour: Round, due: Sequence[Notice]) -> dict[int, datetime]:
    """By notice: the morning of the day on which they wanted to begin again."""
    found = [notice for notice in due if notice.kind in _OF_LEARNING]
    known = await learners.of_people(tour.connection, sorted({one.person_id for one in found})) if found else {}
    rests = {person: day for person, one in known.items() if (day := one.rhythm.rest_on(tour.today)) is not None}
    far = tour.today + _LOOK_AGAIN  # a rest that nobody asked for ends any day
    return {
        one.id: datetime.combine(min(rests[one.person_id], far), DIGEST_AT, tour.office.zone).astimezone(UTC)
        for one in found
        if one.person_id in rests
    }


async def wake(visit: Visit) -> None:
    """Whoever is heard of gets lessons again, from their next hour on; nothing is said of it."""
    if not allowed(button("x"), visit.grants):
        return
    sleeps = await visit.look_up(learners.who_sleeps, visit.me.id, UNTIL_HEARD)
    if sleeps:
        async with visit.ask() as connection:
            await learners.change(connection, visit.me.id, paused_until=None)
            await notices.mark(connection, WOKE, [visit.me.id], visit.now)
            await sending.plan_again(visit.round(connection), visit.me.id)
