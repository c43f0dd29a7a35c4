"""What is said while the screen of a meeting stands there: its buttons in words, and how many came."""

import json

import pytest

from tests.support.halls import Meeting
from tests.support.sentences import says, words


@pytest.mark.parametrize(
    ("typed", "screen"),
    [
        ("absen", "rapat_hadir"),
        ("Bacakan kembali", "rapat_baca"),
        ("bacakan", "rapat_baca"),
        ("mulai", "rapat_acara"),
        ("selesai", "rapat_acara"),
        ("daftar undangan", "rapat_undangan"),
        ("catat hasil", "hasil_tanya"),
    ],
)
async def test_a_button_is_opened_by_its_words(hall: Meeting, typed: str, screen: str) -> None:
    await hall.bring(1)
    await hall.open()
    shown = await hall.say(typed, says(screen))
    assert shown["reply_markup"]


async def test_another_screen_of_the_meeting_is_opened_from_any_of_them(hall: Meeting) -> None:
    await hall.bring(1)
    await hall.invite("Ibu Sitti, PKK")
    await hall.open()
    await hall.say("absen", says("rapat_hadir"))
    await hall.say("tandai", says("rapat_ketuk"))
    await hall.say("bacakan", says("rapat_baca"))
    assert list(await hall.guests()) == ["Ibu Sitti"]


@pytest.mark.parametrize(
    ("typed", "women", "men"),
    [
        ("laki laki dua puluh lima perempuan 18", 18, 25),
        ("yang hadir 45 orang, 20 perempuan", 20, 25),
        ("45 hadir 20 ibu ibu", 20, 25),
    ],
)
async def test_how_many_came_is_taken_where_their_screen_stands(
    hall: Meeting, typed: str, women: int, men: int
) -> None:
    await hall.open()
    await hall.say(typed, says("rapat_hadir", perempuan=women, laki=men))
    await hall.press(words("rapat_tombol_ketuk"), says("rapat_ketuk"))
    await hall.say("30 laki-laki 31 perempuan", says("rapat_hadir", perempuan=31, laki=30))
    assert await hall.guests() == {}


@pytest.mark.parametrize(("typed", "screen"), [("20 perempuan 25 laki laki", "rapat_hadir"), ("bacakan", "rapat_baca")])
async def test_news_that_comes_below_the_screen_does_not_hide_it(hall: Meeting, typed: str, screen: str) -> None:
    await hall.bring(1)
    await hall.open()
    await hall.town.tell_news(hall.leader)
    shown = await hall.say(typed, says(screen))
    assert shown["reply_markup"]


async def test_away_from_the_hall_the_words_mean_what_they_ever_meant(hall: Meeting) -> None:
    await hall.open()
    await hall.say("/tugas", lambda message: True)
    told = await hall.say("mulai", lambda message: True)
    assert told["text"] not in says("rapat_acara")


async def test_usulan_of_another_reader_are_told_as_a_number_alone(hall: Meeting) -> None:
    await hall.bring(1)
    await hall.bring(3, "Ini hanya untuk camat.", reader_id=77)
    await hall.open()
    await hall.press(words("rapat_tombol_baca"), says("rapat_baca", ke="1", semua="1"))
    shown = await hall.press(words("rapat_tombol_benar"), says("rapat_baca_selesai", di_kecamatan=1))
    assert "camat." not in shown["text"]
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_tanya"))
    await hall.press(words("hasil_tombol_lanjut"), says("hasil_semua_dicatat", di_kecamatan=1))


@pytest.mark.parametrize(
    "typed",
    [
        "hadir 47, 22 perempuan 25 laki laki, 3 disabilitas 6 keluarga miskin",
        "22 perempuan 25 laki laki 3 disabilitas 6 keluarga miskin",
        "perempuan 22 laki laki 25 disabilitas 3 kurang mampu 6",
    ],
)
async def test_groups_are_counted_also_without_a_comma(hall: Meeting, typed: str) -> None:
    await hall.open()
    await hall.say(typed, says("rapat_hadir", perempuan=22, laki=25))
    found = await hall.town.rows("SELECT women, men, elements FROM attendance")
    assert tuple(found[0][:2]) == (22, 25)
    assert json.loads(found[0][2]) == {"disabilitas": 3, "kurang_mampu": 6}


async def test_what_is_not_understood_of_a_count_is_said(hall: Meeting) -> None:
    await hall.open()
    await hall.say("22 perempuan 25 laki laki, 3 disabilitas 5 anu", says("rapat_hadir_tak_terbaca", bagian=["5 anu"]))
    found = await hall.town.rows("SELECT women, men, elements FROM attendance")
    assert [tuple(found[0][:2]), json.loads(found[0][2])] == [(22, 25), {"disabilitas": 3}]
