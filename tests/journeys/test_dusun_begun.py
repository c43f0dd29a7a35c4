"""A dusun that only begins like one of the list is asked about, and not taken for it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town
from tests.support.town import town as open_town


@pytest.fixture
async def place(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with open_town(sqlite_url, tmp_path) as opened:
        yield opened


async def _asked(place: Town) -> Person:
    lina = place.simulator.add_person("Lina")
    await place.start_chat(lina, says("izin"))
    await place.press(lina, words("tombol_setuju"), "kecamatan")
    await place.ask(lina, "maiwa desa tuncung", "Dusun mana")
    return lina


@pytest.mark.parametrize("typed", ["dusun Salu Dewata", "dsn salu dewata", "dusunku Salu Dewata pak"])
async def test_one_that_begins_alike_is_asked(place: Town, typed: str) -> None:
    lina = await _asked(place)
    told = await place.ask(lina, typed, mentions("mesin.tempat_yang_mana"))
    assert labels(told)[0] == "Salu Bandiki"
    assert labels(told)[1].lower() == "salu dewata"


@pytest.mark.parametrize("typed", ["dusun Salu Bandiki", "salu bandiki", "dusun salu bandik"])
async def test_one_of_the_list_is_taken(place: Town, typed: str) -> None:
    lina = await _asked(place)
    await place.ask(lina, typed, "masalahnya")
