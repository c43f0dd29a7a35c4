"""Opening one SQLite file from several sides at once."""

import asyncio
import shutil
from pathlib import Path

from bot.store.database import facts
from bot.store.database.database import Database


async def _note(url: str, number: int) -> None:
    database = Database(url)
    async with database.write() as connection:
        await facts.write(connection, f"opened {number}", "yes")
    await database.close()


async def test_whoever_opens_a_new_file_first_locks_nobody_out(sqlite_template: Path, tmp_path: Path) -> None:
    for attempt in range(25):
        copy = shutil.copy(sqlite_template, tmp_path / f"{attempt}.db")
        outcomes = await asyncio.gather(
            *(_note(f"sqlite+aiosqlite:///{copy}", number) for number in range(4)), return_exceptions=True
        )
        assert [None] * 4 == outcomes
