"""Who takes a rest from learning hears nothing of it: no lesson, no question after a practice, no colleague's story."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.core.hours import DIGEST_AT
from bot.store.lessons import learners
from bot.store.queues.notices import COLLEAGUE, TRIED, Notice
from bot.work.round import Round

#: Beside lessons, which find their own next day.
_OF_LEARNING = frozenset({TRIED, COLLEAGUE})


async def held_until(tour: Round, due: Sequence[Notice]) -> dict[int, datetime]:
    """By notice: the morning of the day on which they wanted to begin again."""
    found = [notice for notice in due if notice.kind in _OF_LEARNING]
    known = await learners.of_people(tour.connection, sorted({one.person_id for one in found})) if found else {}
    rests = {person: day for person, one in known.items() if (day := one.rhythm.rest_on(tour.today)) is not None}
    return {
        one.id: datetime.combine(rests[one.person_id], DIGEST_AT, tour.office.zone).astimezone(UTC)
        for one in found
        if one.person_id in rests
    }
