"""An usulan that somebody is sent to look at, on both databases or on the quick one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.checking.looking import Looking, looking


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Looking]:
    async with looking(database_url, tmp_path) as opened:
        yield opened


@pytest.fixture
async def quick(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Looking]:
    async with looking(sqlite_url, tmp_path) as opened:
        yield opened
