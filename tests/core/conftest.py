from pathlib import Path

import pytest

from bot.catalog import Catalog, load

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load(CONTENT, "73.16")
