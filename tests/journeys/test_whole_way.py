"""The whole way of one usulan, in a desa and in a kelurahan."""

from pathlib import Path

import pytest

from bot.catalog.rules.tongue import desa_word
from tests.journeys.whole_way import IN_DESA, IN_KELURAHAN, all_was_told, walk, way
from tests.reading.conftest import HOPE


@pytest.mark.timeout(180)
async def test_an_usulan_goes_all_the_way_and_everybody_hears_what_is_theirs(database_url: str, tmp_path: Path) -> None:
    async with way(database_url, tmp_path, IN_DESA) as going:
        await walk(going)
        await all_was_told(going)
        assert going.texts(going.rahman)


@pytest.mark.timeout(180)
async def test_in_a_kelurahan_it_goes_the_same_way_without_a_desa_word(sqlite_url: str, tmp_path: Path) -> None:
    async with way(sqlite_url, tmp_path, IN_KELURAHAN) as going:
        await walk(going)
        await all_was_told(going)
        said = [text.replace(HOPE, "") for who in (going.rahman, going.amir) for text in going.texts(who)]
    assert [(word, text) for text in said if (word := desa_word(text))] == []
