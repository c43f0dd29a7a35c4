"""A town on SQLite whose bot runs, on a Tuesday morning; one on each database where two things happen at once."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.town import Town, town

#: A Tuesday, ten in the morning in Enrekang: nobody is asleep or at prayer.
MORNING = datetime(2027, 1, 12, 2, 0, tzinfo=UTC)


@pytest.fixture
async def place(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(sqlite_url, tmp_path, started=False) as one:
        await one.simulator.move_clock(to=MORNING)
        await one.start()
        yield one


@pytest.fixture
async def any_place(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(database_url, tmp_path, started=False) as one:
        await one.simulator.move_clock(to=MORNING)
        await one.start()
        yield one
