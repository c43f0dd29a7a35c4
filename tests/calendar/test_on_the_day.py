"""On its day, and just after it, a meeting that does not take place is held on another; what begins twice is told
apart."""

import pytest

from tests.support.client import labels
from tests.support.desk import local
from tests.support.homes import Home
from tests.support.kabupaten import KABUPATEN
from tests.support.sentences import mentions, says

_MAIWA, _ENREKANG = "73.16.01", "73.16.02"
_KIND = "musrenbang_kecamatan"


async def _two(at_home: Home) -> None:
    for place in (_MAIWA, _ENREKANG):
        await at_home.hold(_KIND, place, local(2, 9, 9), now=local(1, 4))


@pytest.mark.parametrize(
    "typed", ["maiwa, enrekang semua mundur seminggu", "maiwa dan enrekang diundur seminggu karena banjir"]
)
async def test_those_that_were_to_have_begun_by_now_move_with_one_yes(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await _two(at_home)
    await at_home.move_clock(local(2, 9, 10))
    shown = (await at_home.ask(ratna, typed, mentions("jadwal_pindah_semua", jumlah=2)))["text"]
    assert shown.count("16 Februari 2027, 09.00") == 2


@pytest.mark.parametrize("typed", ["maiwa mundur ke tanggal 25 februari", "musrenbang maiwa diundur tgl 25 februari"])
async def test_the_one_of_yesterday_that_is_named_is_held_on_another_day(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await _two(at_home)
    await at_home.move_clock(local(2, 10, 10))
    told = (await at_home.ask(ratna, typed, mentions("form.jadwal_pindah.alasan.tanya")))["text"]
    assert "25 Februari 2027" in told


async def test_nothing_is_named_of_what_is_long_over(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await _two(at_home)
    await at_home.move_clock(local(3, 10, 10))
    await at_home.ask(ratna, "maiwa mundur ke tanggal 25 maret", says("menu_pindah_yang_mana"))


async def test_tasks_of_one_title_are_told_apart_by_their_place(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await _two(at_home)
    await at_home.move_clock(local(2, 9, 10))
    keys = [key for key in labels(await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))) if key[1:2] == "."]
    titles = [key.partition(". ")[2] for key in keys]
    assert len(titles) == len({*titles}) > 1, keys
    assert any("Maiwa" in title for title in titles)


@pytest.mark.parametrize(
    "typed", ["musrenbang desa tanggal 20 maret jam 9", "kumpul dusun jambu tgl 20 maret jam 9 pagi"]
)
async def test_the_hour_of_a_meeting_below_hours_of_lessons_is_none_of_these(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.press_data(ratna, "x:jam", says("belajar_jam"))
    await at_home.ask(ratna, typed, lambda message: "20 Maret" in str(message) or "Di mana" in str(message))


async def test_an_hour_alone_is_that_of_lessons(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.press_data(ratna, "x:jam", says("belajar_jam"))
    await at_home.ask(ratna, "jam 4 sore saja", says("belajar_jam"))
