"""The town of the calendar, its people and its clock; a meeting that is held today."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.calendar import any_office, anywhere, at_home, desk, more_bots, office
from tests.support.halls import Meeting, meeting

__all__ = ["any_office", "anywhere", "at_home", "desk", "more_bots", "office"]


@pytest.fixture
async def hall(database_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with meeting(database_url, tmp_path) as opened:
        yield opened
