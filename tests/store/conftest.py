"""A database of each kind, opened."""

from collections.abc import AsyncIterator

import pytest

from bot.store.database.database import Database


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    yield opened
    await opened.close()
