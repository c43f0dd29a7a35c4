"""Who is invited, how many women came and what a meeting decided, asked by whoever works here: answered, and nobody is
sent to an office that is their own. And what is to be done, said behind a word that all is right."""

import pytest

from tests.support.halls import Meeting
from tests.support.sentences import mentions, says


@pytest.mark.parametrize(
    "typed",
    [
        "siapa saja yang diundang?",
        "siapa yang diundang ke musrenbang Boiya",
        "lihat daftar tamu Boiya",
        "daftar undangan musrenbang",
    ],
)
async def test_who_is_invited_is_shown(hall: Meeting, typed: str) -> None:
    await hall.invite("Ratna bidan", "Haji Latif")
    await hall.say("/tugas", lambda _: True)
    assert "Latif" in (await hall.say(typed, says("rapat_undangan")))["text"]


@pytest.mark.parametrize("typed", ["kirim tabel hasil musrenbang desa Boiya", "kirim excel hasil musrenbang"])
async def test_a_table_of_results_is_said_not_to_be_there(hall: Meeting, typed: str) -> None:
    assert "/rapat" in (await hall.say(typed, mentions("tanya_kerja_hasil_pertemuan")))["text"]


async def test_how_many_women_came_is_no_unknown_meeting(hall: Meeting) -> None:
    told = await hall.say("berapa perempuan yang hadir di musrenbang Boiya", lambda _: True)
    assert not mentions("rapat_tidak_tercatat")(told)


@pytest.mark.parametrize("typed", ["sudah benar semua, kabari pengusulnya", "oke, kabari pengusulnya"])
async def test_told_behind_a_nod(hall: Meeting, typed: str) -> None:
    await hall.bring(1)
    await hall.say("maiwa 1 belum dibawa karena uang tidak cukup", says("hasil_betulkah"))
    await hall.say("ya", says("hasil_semua_dicatat"))
    await hall.say(typed, says("hasil_dikabarkan"))
    assert not await hall.town.rows("SELECT 1 FROM decisions WHERE told_at IS NULL")
