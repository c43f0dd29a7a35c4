"""What everybody is told when nothing goes wrong, to compare with."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.kill.ledger import Script, outbox, script
from tests.kill.people import WAYS, live
from tests.support.nursery import Nursery, nursery
from tests.support.town import Town, town

#: A Tuesday morning, when one may write unasked; everything below happens then, whatever the day is outside.
MORNING = datetime(2027, 1, 12, 2, 0, tzinfo=UTC)
_undisturbed: Script = {}


@pytest.fixture
async def bots() -> AsyncIterator[Nursery]:
    async with nursery() as born:
        yield born


@asynccontextmanager
async def on_that_morning(url: str, folder: Path) -> AsyncIterator[Town]:
    """A town on that morning, whose bot is not started yet."""
    async with town(url, folder, started=False) as place:
        await place.simulator.move_clock(to=MORNING)
        yield place


@pytest.fixture
async def street(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with on_that_morning(database_url, tmp_path) as place:
        yield place


@pytest.fixture
async def sqlite_street(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with on_that_morning(sqlite_url, tmp_path) as place:
        yield place


@pytest.fixture
async def postgres_street(postgres_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with on_that_morning(postgres_url, tmp_path) as place:
        yield place


@pytest.fixture
async def undisturbed(sqlite_template: Path, tmp_path: Path) -> Script:
    """What the bot says to each of them on a quiet day; found out once a test process."""
    if not _undisturbed:
        file = shutil.copy(sqlite_template, tmp_path / "quiet.db")
        async with on_that_morning(f"sqlite+aiosqlite:///{file}", tmp_path / "quiet") as place:
            await place.start()
            people = [place.simulator.add_person(name) for name in WAYS]
            await asyncio.gather(*(live(place.simulator, person, WAYS[person.first_name]) for person in people))
            _undisturbed.update(script(people, await outbox(place)))
    return _undisturbed
