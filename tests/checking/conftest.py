"""An usulan that somebody is sent to look at, on both databases or on the quick one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.checking.looking import Looking, looking
from tests.support.sentences import says


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Looking]:
    async with looking(database_url, tmp_path) as opened:
        yield opened


@pytest.fixture
async def quick(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Looking]:
    async with looking(sqlite_url, tmp_path) as opened:
        yield opened


@pytest.fixture
async def two(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Looking]:
    """Amir is to look at Maiwa 1 and Maiwa 2."""
    async with looking(sqlite_url, tmp_path) as opened:
        await opened.bring("Nur", "Maiwa 2")
        await opened.give()
        await opened.ask(opened.rahman, "suruh amir cek lapangan maiwa 2", says("uji_diberikan", nomor="Maiwa 2"))
        yield opened
