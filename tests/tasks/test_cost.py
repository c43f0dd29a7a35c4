"""What a tick costs follows what is due, not what there is: 25,000 and 2,500,000 open tasks on PostgreSQL."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median

import pytest

from tests.support.installation import installation
from tests.support.kabupaten import tell
from tests.support.postgres import PostgresServer
from tests.support.witness import ZONE

FEW, MANY = 25_000, 2_500_000
#: The first looks do not count: caches are cold, and PostgreSQL settles on its plans only after ten.
WARM, ROUNDS, PERSONS = 12, 24, 25
MOST = 1.5
FIRST_DAY = date(2027, 7, 5)  # a Monday; the holidays of that year do not matter here
_WATCHED = ("tasks", "notices", "outbox", "people", "grants")

_FILL = Path(__file__).with_name("many_tasks.sql")
#: What is due in every round; of ten tasks one climbs and one ends as well.
_AGAIN = """
UPDATE tasks SET state = 'open', due_on = %(day)s, remind_at = %(now)s, rung = 0, closed_at = NULL,
       climb_at = CASE WHEN id %% 10 = 3 THEN %(now)s END, ends_at = CASE WHEN id %% 10 = 7 THEN %(now)s END
WHERE id <= %(persons)s * 2
"""


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_a_tick_costs_what_is_due_and_not_what_there_is(
    postgres_server: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    few_values, many_values = ({"many": size, "persons": PERSONS} for size in (FEW, MANY))
    async with (
        installation(postgres_server, _FILL, few_values, _WATCHED) as few,
        installation(postgres_server, _FILL, many_values, _WATCHED) as many,
    ):
        before, seconds = many.scans(_WATCHED), defaultdict(list)
        for number in range(ROUNDS):
            day = FIRST_DAY + timedelta(days=number % 5 + number // 5 * 7)
            now = datetime(day.year, day.month, day.day, 7, 30, tzinfo=ZONE)
            for one in (few, many) if number % 2 else (many, few):  # side by side, so that the machine's mood is shared
                one.again(_AGAIN, {"now": now, "day": day, "persons": PERSONS})
                told, spent = await one.look(now)
                assert told == PERSONS
                seconds[one.url].append(spent)
        small, large = median(seconds[few.url][WARM:]), median(seconds[many.url][WARM:])
        told_of = f"{PERSONS} people told, {small * 1000:.1f} ms of {FEW:,} tasks, {large * 1000:.1f} ms of {MANY:,}"
        tell(capsys, f"a tick with {told_of}: {large / small:.2f}x")
        await many.ticker.database.close()  # only now are its reads counted
        assert many.scans(_WATCHED) == before, "a table was read from end to end"
        assert large / small <= MOST
