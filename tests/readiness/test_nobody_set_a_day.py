"""In November nobody is late, and nobody has set a date: that is named first, and not that nothing is urgent."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.client import words_of
from tests.support.desk import DESA, KECAMATAN, local
from tests.support.homes import Home, home
from tests.support.sentences import says, words


@pytest.fixture
async def november(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Home]:
    async with home(sqlite_url, tmp_path, local(11, 3, 9, year=2026)) as at_home:
        yield at_home


async def test_what_is_missing_is_named(november: Home) -> None:
    amir = await november.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    told = (await november.ask(amir, "/kesiapan", says("kesiapan_ringkas", desa=[], belum_hari=True)))["text"]
    assert "Tidak ada yang mendesak" not in told
    assert "Pattondon Salu" in told


async def test_a_village_reads_that_its_date_is_not_set(november: Home) -> None:
    ratna = await november.join("Ratna", scope=DESA)
    told = (await november.ask(ratna, "/kesiapan", says("kesiapan_desa")))["text"]
    assert words("kesiapan_jawab_belum_ditetapkan") in told


async def test_the_monday_page_says_so_too(november: Home) -> None:
    amir = await november.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    await november.hold(at=local(1, 20), now=local(11, 3, year=2026))
    await november.move_clock(local(11, 9, 7, 31, year=2026))
    page = await november.hears(amir, lambda message: "dibanding minggu lalu" in str(message.get("caption", "")))
    assert words_of(page) in says("senin_pesan", desa=[], belum_hari=21)
