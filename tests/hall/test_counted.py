"""Who came is stored, whichever way: the task that asks for it is done, and nobody is told to be late with it."""

import json

import pytest

from tests.journeys.villagers import photo
from tests.support.halls import Meeting
from tests.support.sentences import mentions, says, words

_STATE = "SELECT state FROM tasks WHERE rule = 'D34'"


async def test_told_in_one_line_it_is_done_and_taken_back_it_is_to_be_done(hall: Meeting) -> None:
    await hall.open()
    await hall.say("yang hadir 12 perempuan 20 laki-laki", says("rapat_hadir", perempuan=12, laki=20))
    assert await hall.town.rows(_STATE) == [("done",)]
    await hall.press(words("rapat_tombol_batal_hitung"), says("rapat_hadir", dihitung=False))
    assert await hall.town.rows(_STATE) == [("open",)]


@pytest.mark.parametrize(
    ("typed", "women", "men"),
    [
        ("peserta 31 org, 11 ibu2", 11, 20),
        ("11 ibu2 20 bapak2", 11, 20),
        ("yang datang: ibu sitti, anto, ambe lolo, pak budi. 20 laki2 11 perempuan", 11, 20),
    ],
)
async def test_other_words_and_names_beside_the_numbers_count_too(
    hall: Meeting, typed: str, women: int, men: int
) -> None:
    await hall.say(typed, says("rapat_hadir", perempuan=women, laki=men))
    assert await hall.town.rows("SELECT women, men FROM attendance") == [(women, men)]


async def test_a_photo_of_the_sheet_is_enough(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir", dihitung=False))
    await hall.press(words("rapat_tombol_foto"), mentions("form.rapat_foto.lembar.tanya"))
    await hall.town.simulator.photo(hall.leader, photo())
    await hall.office.hears(hall.leader, says("rapat_hadir", foto=True))
    assert await hall.town.rows(_STATE) == [("done",)]


async def test_the_button_of_the_task_asks_how_many_came_and_the_hall_knows_it(hall: Meeting) -> None:
    ((task,),) = await hall.town.rows("SELECT id FROM tasks WHERE rule = 'D34'")
    await hall.town.ask(hall.leader, "/tugas", lambda message: "Tugas" in str(message))
    await hall.town.press_data(hall.leader, f"t:sudah:{task}", mentions("form.bukti_hadir.hadir.tanya"))
    await hall.say("14 perempuan 23 laki2", says("tugas_selesai"))
    assert await hall.town.rows("SELECT women, men FROM attendance") == [(14, 23)]
    assert await hall.town.rows(_STATE) == [("done",)]


@pytest.mark.parametrize(
    "typed",
    [
        "totalnya bukan 36 tapi 37, laki2 kurang satu kuhitung",
        "totalnya 37 bukan 36",
        "eh salah 37 orang",
        "totalnya bukan 14 tapi 37",
        "laki-laki kurang satu",
    ],
)
async def test_where_women_and_men_do_not_follow_from_it_they_are_asked_for(hall: Meeting, typed: str) -> None:
    await hall.say("yang hadir 14 perempuan 22 laki-laki", says("rapat_hadir", perempuan=14, laki=22))
    await hall.say(typed, says("form.rapat_hadir.jumlah.tanya"))
    assert await hall.town.rows("SELECT women, men FROM attendance") == [(14, 22)]
    await hall.say("37 orang, 14 perempuan 23 laki2", says("rapat_hadir", perempuan=14, laki=23))


_PARTS = [
    ("yg laki2 satu orang kehitung dua kali, jadi 21 ji", (14, 21), {"disabilitas": 2}),
    ("laki2 kelebihan satu, jadi 21", (14, 21), {"disabilitas": 2}),
    ("ada ibu satu datang terlambat", (15, 22), {"disabilitas": 2}),
    ("difabelnya 3 dgn Ambe Doi", (14, 22), {"disabilitas": 3}),
    ("difabel 3 orang ternyata", (14, 22), {"disabilitas": 3}),
    ("keluarga miskin ada 4 ji", (14, 22), {"disabilitas": 2, "kurang_mampu": 4}),
]


@pytest.mark.parametrize("is_asked", [False, True])
async def test_a_part_of_what_was_counted_is_put_right_also_where_it_is_asked_again(
    hall: Meeting, is_asked: bool
) -> None:
    for typed, (women, men), groups in _PARTS:
        again = "yang hadir 14 perempuan 22 laki2, difabel 2, kurang mampu 0"
        await hall.say(again, says("rapat_hadir", perempuan=14, laki=22))
        if is_asked:
            await hall.press(words("rapat_tombol_angka"), says("form.rapat_hadir.jumlah.tanya"))
        await hall.say(typed, says("rapat_hadir", perempuan=women, laki=men))
        ((told,),) = await hall.town.rows("SELECT elements FROM attendance")
        assert json.loads(told) == groups
        assert not await hall.town.rows("SELECT flow FROM conversations")


async def test_who_came_late_is_a_woman_or_a_man_and_that_is_asked_once(hall: Meeting) -> None:
    await hall.say("yang hadir 14 perempuan 22 laki2", says("rapat_hadir", perempuan=14, laki=22))
    await hall.say("tambah satu lagi, datang terlambat", says("rapat_hadir_siapa", jumlah=1))
    await hall.press(words("rapat_tombol_susul_perempuan"), says("rapat_hadir", perempuan=15, laki=22))
    await hall.say("tambah 2 lagi", says("rapat_hadir_siapa", jumlah=2))
    await hall.say("laki-laki", says("rapat_hadir", perempuan=15, laki=24))
    assert await hall.town.rows("SELECT women, men FROM attendance") == [(15, 24)]
