"""Whoever says that they are away, while dates wait for a yes, says no no to them."""

import pytest

from tests.support.homes import Home
from tests.support.kabupaten import KABUPATEN
from tests.support.sentences import mentions, says

_SHOWN = mentions("jadwal_sekaligus", jumlah=2)
_DATES = "musrenbang kecamatan maiwa 9 februari, enrekang 10 februari semua jam 9"


@pytest.mark.parametrize(
    "typed",
    [
        "minggu depan saya sakit",
        "minggu depan saya sakit, tidak bisa pegang tugas",
        "besok saya tidak masuk kantor, sakit",
        "sy opname, tdk bisa",
        "sa lagi sakit to, nda bisa dulu",
        "minggu depan saya dinas luar tidak bisa urus",
    ],
)
async def test_the_dates_that_wait_stay(anywhere: Home, typed: str) -> None:
    ratna = await anywhere.join("Ratna", "bappeda", KABUPATEN)
    await anywhere.ask(ratna, _DATES, _SHOWN)
    await anywhere.ask(ratna, typed, lambda message: True)
    assert ("jadwal_sekaligus",) in await anywhere.town.rows("SELECT flow FROM conversations")
    await anywhere.press(ratna, "Simpan semuanya", says("jadwal_sekaligus_disimpan"))


@pytest.mark.parametrize("typed", ["tidak", "tidak dulu"])
async def test_a_no_is_one(anywhere: Home, typed: str) -> None:
    ratna = await anywhere.join("Ratna", "bappeda", KABUPATEN)
    await anywhere.ask(ratna, _DATES, _SHOWN)
    await anywhere.ask(ratna, typed, lambda message: True)
    await anywhere.town.until("SELECT count(*) FROM conversations", 0)
