"""What lessons cost the clock follows what is due, not who is enrolled: 2,000 and 200,000 learners on PostgreSQL."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.installation import Installation, installation
from tests.support.kabupaten import tell
from tests.support.postgres import PostgresServer
from tests.support.stopwatch import stopwatch
from tests.support.witness import ZONE

FEW, MANY, PERSONS = 2_000, 200_000, 1_000
#: The first looks do not count: caches are cold, and PostgreSQL settles on its plans only after ten.
WARM, ROUNDS, IDLE = 5, 10, 20
MOST, NOTHING_DUE = 1.5, 0.020
FIRST_DAY = date(2027, 9, 7)  # a Tuesday; no holiday follows for ten weeks
_WATCHED = ("learners", "lesson_progress", "quizzes", "cards", "notices", "outbox", "people", "grants", "occasions")
_FILL = Path(__file__).with_name("many_learners.sql")
#: A week later: each has read what came (who leaves four unopened gets no more, and what was begun comes again), and
#: waits for the next.
_AGAIN = (
    "WITH opened AS (UPDATE lesson_progress SET opened_at = coalesce(opened_at, %(now)s - interval '6 days'), "
    "finished_at = coalesce(finished_at, %(now)s - interval '6 days') "
    "WHERE person_id <= %(persons)s) UPDATE learners SET next_at = %(now)s WHERE person_id <= %(persons)s"
)


@dataclass
class Costs:
    """Of a look with so many lessons due: seconds of processor time, PostgreSQL's included, and of the clock."""

    spent: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    waited: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))

    async def take(self, one: Installation, number: int) -> None:
        """A look at a thousand, then some at nothing."""
        day = FIRST_DAY + timedelta(days=7 * number)
        now = datetime(day.year, day.month, day.day, 20, tzinfo=ZONE)
        one.again(_AGAIN, {"now": now, "persons": PERSONS})
        await self._look(one, now, PERSONS, 1)
        await self._look(one, now + timedelta(seconds=1), 0, IDLE)

    async def _look(self, one: Installation, now: datetime, due: int, times: int) -> None:
        with stopwatch() as spent:
            looks = [await one.look(now) for _ in range(times)]
        assert [told for told, _ in looks] == [due] * times
        self.spent[due].append(spent.seconds / times)
        self.waited[due] += [seconds for _, seconds in looks]

    def of(self, due: int) -> float:
        """The cheapest of them: what else goes on only adds to it."""
        return min(self.spent[due][WARM:])


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.timeout(600)
async def test_a_tick_costs_the_lessons_that_are_due_and_not_the_learners_there_are(
    postgres_server: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    async with (
        installation(postgres_server, _FILL, {"many": FEW}, _WATCHED) as few,
        installation(postgres_server, _FILL, {"many": MANY}, _WATCHED) as many,
    ):
        small, large = Costs(), Costs()
        for number in range(ROUNDS):
            await small.take(few, number)
            await large.take(many, number)
        for due in (0, PERSONS):
            told = ", ".join(
                f"{costs.of(due) * 1000:.1f} ms (by the clock {min(costs.waited[due]) * 1000:.1f}) of {size:,}"
                for costs, size in ((small, FEW), (large, MANY))
            )
            tell(capsys, f"a tick with {due:,} lessons due: {told} learners: {large.of(due) / small.of(due):.2f}x")
        assert large.of(0) <= NOTHING_DUE
        assert all(large.of(due) <= MOST * small.of(due) for due in (0, PERSONS))
