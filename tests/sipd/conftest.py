"""A village whose usulan go to SIPD."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.reading.conftest import Village
from tests.support.town import town


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    async with town(database_url, tmp_path) as opened:
        yield Village(opened)


@pytest.fixture
async def quick(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    async with town(sqlite_url, tmp_path) as opened:
        yield Village(opened)
