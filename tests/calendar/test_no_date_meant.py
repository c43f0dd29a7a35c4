"""Words about other things open no form that changes the calendar."""

import pytest

from tests.support.homes import Home
from tests.support.sentences import mentions, says


@pytest.mark.parametrize(
    "typed",
    [
        "tunjukkan semuanya",
        "ganti tamu Haji Latif jadi Haji Lukman",
        "tolong saya diganti sementara dua minggu oleh Rahma, saya umrah",
        "riwayat tanggal musdes, siapa yang membatalkan musdes itu",
    ],
)
async def test_other_things_open_no_date(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    told = await at_home.ask(ratna, typed, lambda _: True)
    for sentence in ("menu_pindah_yang_mana", "jadwal_yang_dipindah", "form.jadwal.waktu.tanya"):
        assert not mentions(sentence)(told)
    assert not await at_home.town.rows("SELECT 1 FROM conversations")


@pytest.mark.parametrize("typed", ["musrenbang ditunda", "mundur seminggu", "diganti hari rabu saja"])
async def test_what_moves_a_meeting_still_does(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, typed, says("jadwal_yang_dipindah"))
