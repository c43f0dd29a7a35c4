"""Of a meeting that has begun it is no news that its day was set or moved, also on that very day."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from tests.deciding.test_promises import Letters
from tests.support.kabupaten import Kabupaten, kabupaten, local
from tests.support.sentences import says

BEGUN = local(2027, 1, 11, 9)


@pytest.fixture
def letters() -> Letters:
    return Letters()


@pytest.fixture
async def place(database_url: str, letters: Letters) -> AsyncIterator[Kabupaten]:
    async with kabupaten(database_url, BEGUN, letters.heard) as opened:
        yield opened


async def _told_at(place: Kabupaten, when: datetime) -> None:
    """The clock was away until then."""
    place.stand(when)
    for _ in range(4):
        await place.tick()
        await place.deliver()


@pytest.mark.parametrize(("hour", "times"), [(8, 1), (13, 0)])
async def test_a_date_that_was_set_is_told_before_it_and_never_after(
    place: Kabupaten, letters: Letters, hour: int, times: int
) -> None:
    ratna = await place.settle("Ratna", "bappeda", "73.16", "diam")
    await place.settle("Dian", "fasilitator_kecamatan", "73.16.01", "diam")
    await place.says(ratna, "musrenbang kecamatan maiwa tgl 22 maret jam 9 di kantor camat")
    await place.says(ratna, "kirim")
    await _told_at(place, local(2027, 3, 22, hour))
    assert len(letters.of("Dian", says("jadwal_kabar_baru"))) == times


@pytest.mark.parametrize(("hour", "times"), [(8, 1), (13, 0)])
async def test_a_move_is_told_before_it_and_never_after(
    place: Kabupaten, letters: Letters, hour: int, times: int
) -> None:
    ratna = await place.settle("Ratna", "bappeda", "73.16", "diam")
    await place.settle("Dian", "fasilitator_kecamatan", "73.16.01", "diam")
    await place.says(ratna, "musrenbang kecamatan maiwa tgl 22 maret jam 9 di kantor camat")
    await place.says(ratna, "kirim")
    await _told_at(place, local(2027, 1, 11, 10))
    await place.says(ratna, "musrenbang kecamatan maiwa mundur ke tgl 24 maret karena banjir")
    await place.says(ratna, "ya")
    await _told_at(place, local(2027, 3, 24, hour))
    assert len(letters.of("Dian", says("jadwal_kabar_pindah"))) == times
