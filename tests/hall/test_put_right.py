"""Counts and results of a meeting put right, told one after another, or several in one sentence."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.simulator.protocol import Json
from tests.support.halls import Meeting, meeting
from tests.support.sentences import says, words


def anything(_message: Json) -> bool:
    return True


@pytest.fixture
async def hall(database_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with meeting(database_url, tmp_path) as opened:
        for number in (1, 2, 3, 4):
            await opened.bring(number)
        yield opened


async def _decided(hall: Meeting) -> list[tuple[Any, ...]]:
    query = "SELECT serial, outcome, note FROM decisions JOIN usulan ON usulan.id = usulan_id ORDER BY serial"
    return [tuple(row) for row in await hall.town.rows(query)]


async def _counted(hall: Meeting) -> tuple[Any, ...]:
    return tuple((await hall.town.rows("SELECT women, men, elements FROM attendance"))[0])


@pytest.mark.parametrize(
    ("typed", "women", "men"),
    [
        ("eh salah, perempuan 15", 15, 22),
        ("salah, yang laki laki 20", 12, 20),
        ("bukan 12 tapi 15", 15, 22),
        ("tambah 3 ibu baru datang", 15, 22),
        ("hadirnya salah, laki 22 perempuan 15", 15, 22),
    ],
)
@pytest.mark.parametrize("between", ["", "/tugas"])
async def test_a_count_is_put_right_in_part(hall: Meeting, typed: str, women: int, men: int, between: str) -> None:
    await hall.say("12 perempuan 22 laki-laki, 3 kurang mampu", says("rapat_hadir", perempuan=12, laki=22))
    if between:
        await hall.say(between, anything)
    await hall.say(typed, says("rapat_hadir", perempuan=women, laki=men))
    assert await _counted(hall) == (women, men, '{"kurang_mampu": 3}')


async def test_where_the_numbers_stand_a_part_alone_is_enough(hall: Meeting) -> None:
    await hall.say("12 perempuan 22 laki-laki", says("rapat_hadir", perempuan=12, laki=22))
    await hall.say("perempuan 15", says("rapat_hadir", perempuan=15, laki=22))
    await hall.press(words("rapat_tombol_batal_hitung"), says("rapat_hadir", perempuan=12, laki=22))


async def test_a_second_result_before_the_first_yes_is_not_lost(hall: Meeting) -> None:
    await hall.say("maiwa 1 disepakati", says("hasil_betulkah", nomor="Maiwa 1"))
    await hall.say("maiwa 2 cadangan", says("hasil_betulkah_banyak"))
    await hall.say("iya", says("hasil_tanya", ke=3))
    assert await _decided(hall) == [(1, "lanjut", None), (2, "cadangan", None)]


async def test_a_result_told_where_a_reason_is_asked_waits_along(hall: Meeting) -> None:
    await hall.say("maiwa 3 ditolak", says("hasil_sebab_mana"))
    await hall.say("maiwa 1 disepakati", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_sebab_mana", nomor="Maiwa 3"))
    await hall.press(words("alasan.R07.tombol"), says("hasil_tanya", ke=2))
    assert await _decided(hall) == [(1, "lanjut", None), (3, "belum", None)]


async def test_what_is_asked_is_put_right_without_its_number(hall: Meeting) -> None:
    await hall.say("maiwa 1 disepakati", says("hasil_betulkah", hasil=words("hasil_kata_lanjut")))
    await hall.say("eh cadangan", says("hasil_betulkah", hasil=words("hasil_kata_cadangan"), nomor="Maiwa 1"))
    await hall.say("iya", says("hasil_tanya", ke=2))
    assert await _decided(hall) == [(1, "cadangan", None)]


async def test_put_off_is_asked_about(hall: Meeting) -> None:
    await hall.say("maiwa 2 ditunda", says("hasil_ditunda_mana", nomor="Maiwa 2"))
    await hall.say("cadangan", says("hasil_tanya"))
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_tanya", ke=1))
    await hall.say("ditunda", says("hasil_ditunda_mana", nomor="Maiwa 1"))
    await hall.press(words("hasil_tombol_belum"), says("hasil_sebab_mana", nomor="Maiwa 1"))
    await hall.say("maiwa 3 ditunda dulu", says("hasil_betulkah_banyak"))
    assert await _decided(hall) == [(2, "cadangan", None)]


@pytest.mark.parametrize(
    ("typed", "decided"),
    [
        (
            "maiwa 1 dan 2 disepakati, 3 belum karena lahan belum ada",
            [(1, "lanjut", None), (2, "lanjut", None), (3, "belum", "lahan belum ada")],
        ),
        ("nomor 1 sampai 4 lanjut", [(n, "lanjut", None) for n in (1, 2, 3, 4)]),
        ("usulan 1-3 diterima, 4 cadangan", [*((n, "lanjut", None) for n in (1, 2, 3)), (4, "cadangan", None)]),
        ("maiwa 1, 2, dan 4 dibawa terus", [(n, "lanjut", None) for n in (1, 2, 4)]),
        (
            "disepakati maiwa 1 sama 2, yang cadangan 3",
            [(1, "lanjut", None), (2, "lanjut", None), (3, "cadangan", None)],
        ),
        (
            "maiwa 1 ditolak karena sudah ada dan terlalu mahal, sedangkan 2 disepakati",
            [(1, "belum", "sudah ada dan terlalu mahal"), (2, "lanjut", None)],
        ),
    ],
)
async def test_several_numbers_in_one_sentence(hall: Meeting, typed: str, decided: list[Any]) -> None:
    await hall.say("/tugas", anything)
    await hall.say(typed, says("hasil_betulkah_banyak"))
    assert not await _decided(hall)
    await hall.say("iya", anything)
    assert await _decided(hall) == decided


async def test_of_several_the_reason_that_is_wanting_is_asked_for(hall: Meeting) -> None:
    await hall.say("maiwa 1 dan 2 disepakati, 3 belum, 9 lanjut", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_sebab_mana", nomor="Maiwa 3"))
    assert await _decided(hall) == [(1, "lanjut", None), (2, "lanjut", None)]


@pytest.mark.parametrize(
    ("typed", "women", "men"),
    [
        ("eh perempuannya ternyata 15", 15, 22),
        ("laki laki jadi 20 baru datang dua orang", 12, 20),
        ("tambah 2 perempuan", 14, 22),
        ("tambah 3 ibu baru datang", 15, 22),
        ("perempuannya 18", 18, 22),
        ("laki2 tambah dua", 12, 24),
        ("laki2nya ternyata 20 perempuannya jadi 15", 15, 20),
    ],
)
@pytest.mark.parametrize("between", ["", "/tugas"])
async def test_a_count_becomes_what_it_turned_out_to_be(
    hall: Meeting, typed: str, women: int, men: int, between: str
) -> None:
    await hall.say("12 perempuan 22 laki-laki", says("rapat_hadir", perempuan=12, laki=22))
    if between:
        await hall.say(between, anything)
    await hall.say(typed, says("rapat_hadir", perempuan=women, laki=men))
    assert (await _counted(hall))[:2] == (women, men)


@pytest.mark.parametrize(
    "typed",
    [
        "yang hadir laki2 20 perempuan 15",
        "laki2 20 orang perempuan 15 orang",
        "hadir laki2 20 perempuannya 15 saja",
        "yang hadir 35 orang laki2 20 perempuan 15",
    ],
)
async def test_the_digit_of_a_spelling_is_no_number(hall: Meeting, typed: str) -> None:
    await hall.say(typed, says("rapat_hadir", perempuan=15, laki=20))
    assert (await _counted(hall))[:2] == (15, 20)


@pytest.mark.parametrize(
    "typed",
    [
        "maiwa 1 lanjut\nmaiwa 2 cadangan\nmaiwa 3 belum karena lahan belum ada",
        "hasil musrenbang desa:\n1 lanjut\n2 cadangan\nmaiwa 3 belum karena lahan belum ada",
    ],
)
async def test_results_in_lines_are_results_each(hall: Meeting, typed: str) -> None:
    await hall.say(typed, says("hasil_betulkah_banyak"))
    await hall.say("ya", says("hasil_tanya"))
    assert await _decided(hall) == [(1, "lanjut", None), (2, "cadangan", None), (3, "belum", "lahan belum ada")]


async def test_a_result_is_put_right_by_its_number(hall: Meeting) -> None:
    await hall.say("maiwa 1 cadangan", says("hasil_betulkah", hasil=words("hasil_kata_cadangan")))
    await hall.say("ya", anything)
    await hall.say("eh maiwa 1 lanjut bukan cadangan", says("hasil_betulkah", hasil=words("hasil_kata_lanjut")))
    await hall.say("ya", anything)
    assert await _decided(hall) == [(1, "lanjut", None)]


@pytest.mark.parametrize(
    "typed",
    [
        "eh salah yang 1 dibawa juga, yang 2 cadangan",
        "salah, 1 dibawa terus, 2 jadi cadangan",
        "tidak, 1 dibawa, 2 cadangan",
        "maksudku maiwa 1 dibawa, 2 cadangan saja",
    ],
)
async def test_what_was_read_back_is_put_right_before_the_yes(hall: Meeting, typed: str) -> None:
    await hall.say("maiwa 1 cadangan, 2 dan 3 dibawa terus", says("hasil_betulkah_banyak"))
    await hall.say(typed, says("hasil_betulkah_banyak"))
    assert not await _decided(hall)
    await hall.say("ya", says("hasil_tanya", ke=4))
    assert await _decided(hall) == [(1, "lanjut", None), (2, "cadangan", None), (3, "lanjut", None)]


@pytest.mark.parametrize("typed", ["kopi dulu pak semuanya", "tukar saja itu 1 sama 2", "tidak 1 dibawa, 2 cadangan"])
async def test_words_not_understood_throw_nothing_away(hall: Meeting, typed: str) -> None:
    await hall.say("maiwa 1 cadangan, 2 dan 3 dibawa terus", says("hasil_betulkah_banyak"))
    await hall.say(typed, says("rapat_masih_ditanya"))
    assert not await _decided(hall)
    await hall.say("ya", says("hasil_tanya", ke=4))
    assert await _decided(hall) == [(1, "cadangan", None), (2, "lanjut", None), (3, "lanjut", None)]


async def test_a_result_that_was_written_down_is_put_right_where_all_stand(hall: Meeting) -> None:
    await hall.say("maiwa 1 2 3 dibawa terus, 4 cadangan", says("hasil_betulkah_banyak"))
    await hall.say("ya", says("hasil_semua_dicatat"))
    await hall.say("eh salah 4 dibawa terus juga", says("hasil_betulkah", nomor="Maiwa 4"))
    await hall.say("ya", says("hasil_semua_dicatat", lanjut=4, cadangan=0))
    assert {outcome for _, outcome, _ in await _decided(hall)} == {"lanjut"}


async def test_a_meeting_of_many_is_told_in_one_sentence_in_the_words_of_the_desa(hall: Meeting) -> None:
    for number in range(5, 11):
        await hall.bring(number)
    typed = (
        "hasilnya: maiwa 1 masuk rkp desa, maiwa 2 diteruskan ke kecamatan, 3 masuk rkp desa, 4 diteruskan kecamatan, "
        "6 diteruskan kecamatan, 7 belum masuk karena uang tidak cukup, 8 masuk rkp desa, 9 belum masuk karena bukan "
        "kewenangan desa, 10 belum dibawa lahan belum ada, 5 cadangan"
    )
    await hall.say(typed, says("hasil_betulkah_banyak"))
    await hall.say("ya", says("hasil_semua_dicatat", lanjut=3, desa=3, cadangan=1, belum=3))
    assert [(serial, why) for serial, _, why in await _decided(hall) if why] == [(10, "lahan belum ada")]
    assert [
        row[0]
        for row in await hall.town.rows("SELECT reason FROM decisions WHERE outcome = 'belum' ORDER BY usulan_id")
    ] == ["R07", "R01", None]


async def test_a_reason_typed_where_it_is_asked_is_the_reason(hall: Meeting) -> None:
    await hall.say("maiwa 3 ditolak", says("hasil_sebab_mana"))
    await hall.say("posyandu bisa dari dana desa", says("hasil_betulkah", alasan="posyandu bisa dari dana desa"))
    assert not await _decided(hall)
    await hall.say("ya", says("hasil_tanya"))
    assert await _decided(hall) == [(3, "belum", "posyandu bisa dari dana desa")]


@pytest.mark.parametrize("typed", ["batal dulu", "apa sebabnya?"])
async def test_where_a_reason_is_asked_not_everything_is_one(hall: Meeting, typed: str) -> None:
    await hall.say("maiwa 3 ditolak", says("hasil_sebab_mana"))
    await hall.say(typed, anything)
    assert not await _decided(hall)


async def test_the_button_that_tells_them_is_pressed_by_its_words(hall: Meeting) -> None:
    await hall.say("maiwa 1 2 3 dibawa terus, 4 cadangan", says("hasil_betulkah_banyak"))
    await hall.say("ya", says("hasil_semua_dicatat", menunggu=4))
    await hall.say("kabari pengusulnya", says("hasil_dikabarkan"))
    assert len(await _decided(hall)) == 4


@pytest.mark.parametrize("typed", ["hari ini musrenbang desa catat hasilnya", "catat hasil musrenbang desa hari ini"])
async def test_the_meeting_of_today_is_named_beside_what_is_to_be_done(hall: Meeting, typed: str) -> None:
    await hall.say("/tugas", anything)
    await hall.say(typed, says("hasil_tanya", ke=1))
    assert [(1,)] == [tuple(row) for row in await hall.town.rows("SELECT count(*) FROM occasions")]


async def test_a_number_that_is_not_there_leaves_what_waits(hall: Meeting) -> None:
    await hall.say("maiwa 1 cadangan, 2 dan 3 dibawa terus", says("hasil_betulkah_banyak"))
    await hall.say("eh salah yang 9 cadangan", says("hasil_betulkah_banyak"))
    await hall.say("ya", says("hasil_tanya", ke=4))
    assert len(await _decided(hall)) == 3


@pytest.mark.parametrize(
    ("typed", "women", "men"),
    [
        ("eh salah 36 orang", 15, 21),
        ("perempuannya 17 bukan 15", 17, 17),
        ("eh laki2 ternyata 20", 14, 20),
        ("tambah 2 perempuan", 17, 19),
        ("bukan 34 orang tapi 36", 15, 21),
    ],
)
async def test_who_were_counted_altogether_stay_so_many(hall: Meeting, typed: str, women: int, men: int) -> None:
    await hall.say("yang hadir 34 orang, 15 perempuan", says("rapat_hadir", perempuan=15, laki=19))
    await hall.say(typed, says("rapat_hadir", perempuan=women, laki=men))
    assert (await _counted(hall))[:2] == (women, men)


async def test_more_women_than_all_are_asked_about(hall: Meeting) -> None:
    await hall.say("yang hadir 34 orang, 15 perempuan", says("rapat_hadir", perempuan=15, laki=19))
    await hall.say("eh salah 9 orang", says("form.rapat_hadir.jumlah.tanya"))
    assert (await _counted(hall))[:2] == (15, 19)


async def test_an_older_form_does_not_hear_the_correction_of_what_was_just_stored(hall: Meeting) -> None:
    await hall.say("/titip", anything)
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir"))
    await hall.say("yang hadir 34 orang, 15 perempuan", says("rapat_hadir", perempuan=15, laki=19))
    await hall.say("eh salah 36 orang", says("rapat_hadir", perempuan=15, laki=21))
    await hall.say("perempuannya 17 bukan 15", says("rapat_hadir", perempuan=17, laki=19))
