"""The desa in which something is asked about an usulan: on each kind of database, and on the quick one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.deciding.asking import Asking, asking


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Asking]:
    async with asking(database_url, tmp_path) as opened:
        yield opened


@pytest.fixture
async def quick(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Asking]:
    async with asking(sqlite_url, tmp_path) as opened:
        yield opened
