"""What lessons cost the clock follows what is due, not who is enrolled: 2,000 and 200,000 learners on PostgreSQL."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.installation import Installation, installation
from tests.support.kabupaten import tell
from tests.support.postgres import PostgresServer
from tests.support.witness import ZONE

FEW, MANY, PERSONS = 2_000, 200_000, 1_000
#: The first looks do not count: caches are cold, and PostgreSQL settles on its plans only after ten.
WARM, ROUNDS, IDLE = 6, 12, 5
MOST, NOTHING_DUE = 1.5, 0.020
FIRST_DAY = date(2027, 9, 7)  # a Tuesday; no holiday follows for twelve weeks
_WATCHED = ("learners", "lesson_progress", "quizzes", "cards", "notices", "outbox", "people", "grants", "occasions")
_FILL = Path(__file__).with_name("many_learners.sql")
_AGAIN = "UPDATE learners SET next_at = %(now)s WHERE person_id <= %(persons)s"
_Seconds = dict[tuple[int, str], list[float]]


async def _round(one: Installation, number: int, seconds: _Seconds) -> None:
    """A tick with a lesson for a thousand, then some with nothing to do."""
    day = FIRST_DAY + timedelta(days=7 * number)
    now = datetime(day.year, day.month, day.day, 20, tzinfo=ZONE)
    told, spent = await one.look(now, _AGAIN, {"now": now, "persons": PERSONS})
    assert told == PERSONS
    seconds[PERSONS, one.url].append(spent)
    for later in range(1, IDLE + 1):
        told, spent = await one.look(now + timedelta(seconds=later), "SELECT 1", {})
        assert told == 0
        seconds[0, one.url].append(spent)


@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_a_tick_costs_the_lessons_that_are_due_and_not_the_learners_there_are(
    postgres_server: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    async with (
        installation(postgres_server, _FILL, {"many": FEW}, _WATCHED) as few,
        installation(postgres_server, _FILL, {"many": MANY}, _WATCHED) as many,
    ):
        seconds: _Seconds = defaultdict(list)
        for number in range(ROUNDS):
            for one in (few, many) if number % 2 else (many, few):  # side by side, so that the machine's mood is shared
                await _round(one, number, seconds)
        took = {
            key: min(found[len(found) * WARM // ROUNDS :]) for key, found in seconds.items()
        }  # a busy machine only adds
        for due in (0, PERSONS):
            small, large = took[due, few.url], took[due, many.url]
            told = f"{small * 1000:.1f} ms of {FEW:,} learners, {large * 1000:.1f} ms of {MANY:,}"
            tell(capsys, f"a tick with {due:,} lessons due: {told}: {large / small:.2f}x")
        assert took[0, many.url] <= NOTHING_DUE
        assert all(took[due, many.url] / took[due, few.url] <= MOST for due in (0, PERSONS))
