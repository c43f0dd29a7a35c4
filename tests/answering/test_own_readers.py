"""Who reads is told of what the asker brought or is telling: nobody hears that the neighbour reads whom they passed by."""

import pytest

from tests.journeys.test_private import _sent
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words
from tests.support.town import Town, town

NUMBERS = ("129", "110")


@pytest.fixture
async def place(sqlite_url, tmp_path):  # type: ignore[no-untyped-def]
    async with town(sqlite_url, tmp_path) as one:
        yield one
