"""What is to be done by when, asked of a place and a time: the tasks whose day is then, and no menu."""

import pytest

from tests.support.homes import Home
from tests.support.kabupaten import KABUPATEN
from tests.support.sentences import mentions, says

_SHOWN = mentions("jadwal_sekaligus", jumlah=2)


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("apa yg jatuh tempo di maiwa bulan februari?", "Maiwa"),
        ("yg jatuh tempo februari apa saja", "Maiwa Enrekang"),
        ("tugas apa saja yang harus selesai februari di semua kecamatan", "Maiwa Enrekang"),
        ("deadline apa saja di enrekang bulan februari", "Enrekang"),
    ],
)
async def test_what_falls_due_is_told_of_the_place_and_the_month(at_home: Home, typed: str, there: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await at_home.ask(ratna, "musrenbang kecamatan maiwa 9 februari, enrekang 10 februari semua jam 9", _SHOWN)
    await at_home.ask(ratna, "ya", says("jadwal_sekaligus_disimpan"))
    told = (await at_home.ask(ratna, typed, says("tanya_kerja_jatuh_tempo")))["text"]
    lines = [line for line in told.splitlines() if line.startswith("•")]
    assert lines
    assert all(" Feb:" in line for line in lines), told
    assert {name for name in ("Maiwa", "Enrekang") if f"Kecamatan {name}" in "\n".join(lines)} == {*there.split()}


@pytest.mark.parametrize("typed", ["apa tugas saya minggu ini", "tugas saya apa saja yang harus selesai bulan ini"])
async def test_ones_own_tasks_are_still_ones_own(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    told = await at_home.ask(ratna, typed, bool)
    assert not any(text in says("tanya_kerja_jatuh_tempo") for text in [told["text"]])
