"""A count that was told and is put right later in the day, and results, with something else in between."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.halls import Meeting, meeting
from tests.support.sentences import mentions, says, words


@pytest.fixture
async def hall(database_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with meeting(database_url, tmp_path) as opened:
        yield opened


async def test_a_detour_leaves_the_count_of_this_day_to_be_put_right(hall: Meeting) -> None:
    await hall.say("yang hadir 34 orang, 15 perempuan", says("rapat_hadir", perempuan=15, laki=19))
    await hall.say("/tugas", lambda _message: True)
    await hall.say("eh salah 36 orang", says("rapat_hadir", perempuan=15, laki=21))
    await hall.say("/jadwal", lambda _message: True)
    await hall.say("perempuannya 17 bukan 15", says("rapat_hadir", perempuan=17, laki=19))
    await hall.say("/rapat", says("rapat_utama", hadir=36))
    rows = await hall.town.rows("SELECT women, men FROM attendance")
    assert [tuple(row) for row in rows] == [(17, 19)]


async def test_women_and_men_told_one_by_one_end_in_what_was_told_last(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir"))
    await hall.press(words("rapat_tombol_angka"), mentions("form.rapat_hadir.jumlah.tanya"))
    await hall.say("laki-laki 12", says("rapat_hadir_separuh", laki=12, perempuan=None))
    await hall.say("/tugas", lambda _message: True)
    await hall.say("eh 14", says("rapat_hadir_separuh", laki=14, perempuan=None))
    await hall.say("perempuan 9 orang", says("rapat_hadir", perempuan=9, laki=14))
    rows = await hall.town.rows("SELECT women, men FROM attendance")
    assert [tuple(row) for row in rows] == [(9, 14)]


async def test_how_many_more_came_is_put_right(hall: Meeting) -> None:
    await hall.say("12 perempuan 22 laki-laki", says("rapat_hadir", perempuan=12, laki=22))
    await hall.say("tambah 3 ibu baru datang", says("rapat_hadir", perempuan=15, laki=22))
    await hall.say("eh bukan 3 tapi 4 ibu yg datang tadi", says("rapat_hadir", perempuan=16, laki=22))
    await hall.say("disabilitasnya 3 bukan 4, totalnya tetap", says("rapat_hadir", perempuan=16, laki=22))
    rows = await hall.town.rows("SELECT women, men FROM attendance")
    assert [tuple(row) for row in rows] == [(16, 22)]


@pytest.mark.parametrize("first", ["maiwa 1 disepakati, maiwa 2 cadangan", "hasil: 1 disepakati, 2 cadangan"])
async def test_results_told_while_a_form_asks_go_to_the_meeting(hall: Meeting, first: str) -> None:
    for number in (1, 2, 3, 4):
        await hall.bring(number)
    await hall.open()
    await hall.press(words("rapat_tombol_undangan"), says("rapat_undangan"))
    await hall.press(words("rapat_tombol_tambah_satu"), "Siapa nama")
    await hall.say(first, says("hasil_betulkah_banyak"))
    await hall.say("catat mi", says("hasil_tanya", ke=3))
    await hall.say("3 4 belum karena uang tidak cukup", says("hasil_betulkah_banyak"))
    await hall.say("ya", says("hasil_semua_dicatat"))
    rows = await hall.town.rows("SELECT outcome FROM decisions JOIN usulan ON usulan.id = usulan_id ORDER BY serial")
    assert [row[0] for row in rows] == ["lanjut", "cadangan", "belum", "belum"]
