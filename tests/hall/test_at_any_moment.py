"""Results and counts are heard of whoever leads a meeting, whatever stands there."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.simulator.protocol import Json
from bot.store.tables import usulan
from tests.support.halls import Meeting, meeting
from tests.support.sentences import mentions, says, words


def anything(_message: Json) -> bool:
    return True


@pytest.fixture
async def hall(database_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with meeting(database_url, tmp_path) as opened:
        for number in (1, 2, 3):
            await opened.bring(number)
        yield opened


async def _decided(hall: Meeting) -> list[tuple[Any, ...]]:
    query = "SELECT serial, outcome, reason, note FROM decisions JOIN usulan ON usulan.id = usulan_id ORDER BY serial"
    return [tuple(row) for row in await hall.town.rows(query)]


@pytest.mark.parametrize("screen", ["/rapat", "/tugas", "yg hadir 30 orang, 20 perempuan"])
@pytest.mark.parametrize("typed", ["maiwa 1 disepakati", "usulan nomor 1 jadi disepakati pak", "disepakati maiwa 1"])
async def test_a_result_is_asked_once_more_and_written_down(hall: Meeting, screen: str, typed: str) -> None:
    await hall.say(screen, anything)
    await hall.say(typed, says("hasil_betulkah", hasil=words("hasil_kata_lanjut"), nomor="Maiwa 1"))
    assert not await _decided(hall)
    await hall.say("catat mi", says("hasil_tanya", ke=2))
    assert await _decided(hall) == [(1, "lanjut", None, None)]
    assert await hall.press_data(hall.data(words("hasil_tombol_ya"))) == words("rapat_dicatat")


async def test_a_yes_in_words_is_one_and_the_reason_stays_with_it(hall: Meeting) -> None:
    await hall.say("/tugas", anything)
    await hall.say("maiwa 3 ditolak karena sudah dibangun", says("hasil_betulkah", alasan="sudah dibangun"))
    await hall.say("iya", says("hasil_tanya", ke=1))
    await hall.say("maiwa 2 ditolak, uangnya tidak cukup", says("hasil_betulkah", alasan="uangnya tidak cukup"))
    await hall.say("iye betul", says("hasil_tanya", ke=1))
    assert await _decided(hall) == [(2, "belum", "R07", None), (3, "belum", None, "sudah dibangun")]


async def test_a_refusal_without_a_reason_is_asked_for_it(hall: Meeting) -> None:
    await hall.say("maiwa 3 ditolak", says("hasil_sebab_mana"))
    await hall.press(words("alasan.R07.tombol"), says("hasil_tanya", ke=1))
    assert await _decided(hall) == [(3, "belum", "R07", None)]


async def test_of_several_that_lack_something_each_is_asked_in_turn(hall: Meeting) -> None:
    await hall.say("maiwa 1 ditunda, maiwa 2 ditolak, maiwa 3 ditolak", mentions("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_ditunda_mana", nomor="Maiwa 1"))
    await hall.press(words("hasil_tombol_cadangan"), says("hasil_sebab_mana", nomor="Maiwa 2"))
    await hall.press(words("alasan.R07.tombol"), says("hasil_sebab_mana", nomor="Maiwa 3"))
    await hall.press(words("alasan.R07.tombol"), mentions("hasil_semua_dicatat"))
    assert await _decided(hall) == [(1, "cadangan", None, None), (2, "belum", "R07", None), (3, "belum", "R07", None)]


async def test_the_reason_is_heard_where_the_result_is_asked_too(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_tanya", ke=1))
    await hall.say("ditolak karena sudah dibangun", says("hasil_betulkah", nomor="Maiwa 1"))
    await hall.say("ya", says("hasil_tanya", ke=2))
    assert await _decided(hall) == [(1, "belum", None, "sudah dibangun")]


async def test_the_day_after_it_still_counts(hall: Meeting) -> None:
    await hall.town.simulator.move_clock(by=86400)
    await hall.say("maiwa 2 masuk cadangan", says("hasil_betulkah", hasil=words("hasil_kata_cadangan")))
    await hall.say("yg hadir 12 perempuan 22 laki2", says("rapat_hadir", perempuan=12, laki=22))
    await hall.say("/tugas", anything)
    await hall.say("eh 24 laki2 15 perempuan 9", says("rapat_hadir", perempuan=9, laki=15))
    counted = await hall.town.rows("SELECT women, men FROM attendance WHERE occasion_id = :o", o=hall.occasion.id)
    assert [tuple(row) for row in counted] == [(9, 15)]


async def test_a_name_is_awaited_and_a_result_is_none(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, PKK")
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir"))
    await hall.press(words("rapat_tombol_ketuk"), says("rapat_ketuk"))
    await hall.say("maiwa 1 disepakati", says("hasil_betulkah"))
    assert list(await hall.guests()) == ["Ibu Sitti"]


async def test_in_an_open_form_it_is_offered(hall: Meeting) -> None:
    await hall.say("/titip", anything)
    await hall.say("maiwa 1 disepakati", says("isian_masih_terbuka"))
    await hall.press("maiwa 1 disepakati", says("hasil_tanya", ke=1))
    assert not await _decided(hall)


async def test_a_number_that_is_not_there_is_told(hall: Meeting) -> None:
    await hall.say("maiwa 9 disepakati", says("hasil_nomor_tidak_ada"))
    shown = await hall.say("maiwa 1 disepakati?", anything)
    assert shown["text"] not in mentions("hasil_betulkah")


@pytest.mark.parametrize(
    "typed",
    [
        "hasil: 1 dibawa terus 2 belum dibawa karena harus lewat kelompok tani 3 cadangan",
        "hasil: 1 dibawa terus, 2 belum dibawa karena harus lewat kelompok tani, 3 cadangan",
        "hasil musrenbang desa 1 dibawa terus 2 belum dibawa karena harus lewat kelompok tani 3 cadangan",
    ],
)
async def test_several_results_are_heard_without_the_name_of_the_kecamatan(hall: Meeting, typed: str) -> None:
    await hall.town.simulator.move_clock(by=86400)
    await hall.say("/tugas", anything)
    await hall.say(typed, mentions("hasil_betulkah_banyak"))
    await hall.say("ya", mentions("hasil_semua_dicatat"))
    why = "harus lewat kelompok tani"
    assert await _decided(hall) == [(1, "lanjut", None, None), (2, "belum", None, why), (3, "cadangan", None, None)]


@pytest.mark.parametrize(
    "typed",
    [
        "hasil: maiwa 1 belum dibawa karena uang tidak cukup\nmaiwa 2 urusan dinas PU\nmaiwa 3 masuk",
        "hasil: maiwa 1 belum dibawa karena uang tidak cukup. maiwa 2 urusan dinas PU. maiwa 3 masuk",
    ],
)
async def test_no_result_of_one_is_the_reason_of_another(hall: Meeting, typed: str) -> None:
    await hall.say("12 perempuan 22 laki-laki", says("rapat_hadir", perempuan=12, laki=22))
    await hall.say(typed, says("hasil_belum_terbaca", baris=["maiwa 2 urusan dinas PU"]))
    await hall.press(words("hasil_tombol_ya"), anything)
    await hall.town.until("SELECT count(*) FROM decisions", 2)
    assert await _decided(hall) == [(1, "belum", "R07", None), (3, "lanjut", None, None)]
    await hall.say("bukan, maiwa 2 itu lain: urusan dinas PU", anything)
    counted = await hall.town.rows("SELECT women, men, elements FROM attendance")
    assert [(row[0], row[1], "2" in str(row[2])) for row in counted] == [(12, 22, False)]


@pytest.mark.parametrize(
    "typed",
    ["siapa saja pengusul yg belum dikabari hasilnya", "siapa yang belum dikabari", "siapa yang harus saya kabari"],
)
async def test_whoever_asks_who_knows_nothing_yet_tells_nobody(hall: Meeting, typed: str) -> None:
    await hall.say("hasil musyawarah", says("hasil_tanya"))
    await hall.say(
        "hasil: 1 dibawa terus, 2 cadangan, 3 belum karena uang tidak cukup", mentions("hasil_betulkah_banyak")
    )
    await hall.say("ya", mentions("hasil_semua_dicatat"))
    await hall.say("yang maiwa 3 tadi sebenarnya masuk daftar cadangan", says("hasil_betulkah", hasil="cadangan"))
    await hall.say("ya", mentions("hasil_semua_dicatat"))
    assert await _decided(hall) == [(1, "lanjut", None, None), (2, "cadangan", None, None), (3, "cadangan", None, None)]
    await hall.say("kabar maiwa 1", says("kabar_isi", dicatat=words("hasil_kata_lanjut")))
    await hall.say(typed, mentions("hasil_belum_dikabari"))
    assert len(await hall.town.rows("SELECT 1 FROM decisions WHERE told_at IS NULL")) == 3


@pytest.mark.parametrize("typed", ["kabari", "kabari pengusulnya"])
@pytest.mark.parametrize("between", ["", "/tugas"])
async def test_those_who_wait_to_be_told_are_found_by_words(hall: Meeting, typed: str, between: str) -> None:
    await hall.say("hasil: 1 dibawa terus, 2 cadangan, 3 cadangan", mentions("hasil_betulkah_banyak"))
    await hall.say("ya", mentions("hasil_semua_dicatat"))
    if between:
        await hall.say(between, anything)
    if between:
        await hall.say(typed, mentions("hasil_kabari_dulu"))
        await hall.press(words("hasil_tombol_kabari", jumlah=3), mentions("hasil_dikabarkan"))
    else:
        await hall.say(typed, mentions("hasil_dikabarkan"))
    await hall.town.until("SELECT count(*) FROM decisions WHERE told_at IS NULL", 0)
    await hall.say(typed, says("hasil_semua_dikabari"))
    assert await hall.town.rows("SELECT 1 FROM decisions WHERE told_at IS NULL") == []


@pytest.mark.parametrize("typed", ["ya kabari", "iya kabari pengusulnya"])
async def test_a_yes_means_what_was_offered_last(hall: Meeting, typed: str) -> None:
    await hall.say("hasil: 1 dibawa terus, 2 cadangan, 3 cadangan", mentions("hasil_betulkah_banyak"))
    await hall.say("ya catat", mentions("hasil_semua_dicatat"))
    await hall.say("siapa yang belum dikabari", mentions("hasil_belum_dikabari"))
    await hall.say(typed, mentions("hasil_dikabarkan"))
    await hall.town.until("SELECT count(*) FROM decisions WHERE told_at IS NULL", 0)
    assert len(await hall.town.rows("SELECT 1 FROM decisions")) == 3


async def test_a_number_that_was_taken_back_says_so(hall: Meeting) -> None:
    async with hall.town.database.write() as connection:
        await connection.execute(update(usulan).where(usulan.c.serial == 3).values(status="ditarik"))
    await hall.say("maiwa 3 disepakati", mentions("hasil_nomor_tidak_ada", sebab="ditarik"))


@pytest.mark.parametrize("typed", ["maiwa 1 masuk rkp desa", "maiwa 1 pakai dana desa"])
async def test_what_the_village_does_with_its_own_money_is_not_carried_on(hall: Meeting, typed: str) -> None:
    await hall.say("/tugas", anything)
    await hall.say(typed, says("hasil_betulkah", hasil=words("hasil_kata_desa"), nomor="Maiwa 1"))
    await hall.say("ya", anything)
    await hall.say("2 cadangan, 3 cadangan", anything)
    await hall.say("ya", says("hasil_semua_dicatat", desa=1, cadangan=2))
    await hall.say("kabari", mentions("hasil_dikabarkan"))
    await hall.town.until("SELECT state FROM usulan WHERE serial = 1", "masuk_rkp")
    assert (await _decided(hall))[0] == (1, "desa", None, None)


async def test_it_is_a_button_of_its_own(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_tanya", ke=1))
    await hall.press(words("hasil_tombol_desa"), says("hasil_tanya", ke=2))
    assert await _decided(hall) == [(1, "desa", None, None)]
