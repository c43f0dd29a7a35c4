from pathlib import Path

import pytest

from bot.catalog.ear import ear_of
from bot.core.listening.acts import Ear

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def ear() -> Ear:
    """The ear of the project, with the weights as they are committed."""
    return ear_of(CONTENT)
