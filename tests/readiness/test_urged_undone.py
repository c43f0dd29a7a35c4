"""Who has not done a task that is named is reminded of that one, after a yes below their names, and nobody else."""

import pytest

from bot.simulator.chats import Person
from tests.support.desk import local
from tests.support.homes import Home
from tests.support.kabupaten import KABUPATEN
from tests.support.sentences import mentions, says, words

_TUNCUNG, _BOIYA = "73.16.01.2003", "73.16.01.2012"
_PUT_DOWN = "SELECT wilayah, words FROM urgings ORDER BY wilayah"


async def _two_villages(at_home: Home) -> tuple[Person, Person, Person]:
    """Salma has met with the women, Rahmi has not; both are late with what is left."""
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    salma, rahmi = await at_home.join("Salma", scope=_TUNCUNG), await at_home.join("Rahmi", scope=_BOIYA)
    for place in (_TUNCUNG, _BOIYA):
        await at_home.hold("musrenbang_desa", place, local(1, 25), now=local(1, 4))
    await at_home.move_clock(local(1, 20, 9))
    await at_home.ask(salma, "kumpul kelompok perempuan sudah", says("tugas_selesai"))
    return ratna, salma, rahmi


@pytest.mark.parametrize(
    "typed",
    [
        "ingatkan yang belum kumpul kelompok perempuan",
        "tolong ingatkan semua desa yg belum kumpul perempuan",
        "kasi ingat yang belumpi kumpul kelompok perempuan di maiwa dulu",
        "ingatkan fasilitator yang blm kumpulkan ibu2",
    ],
)
async def test_who_has_not_done_that_task_is_shown_and_reminded_after_a_yes(at_home: Home, typed: str) -> None:
    ratna, _, rahmi = await _two_villages(at_home)
    told = (await at_home.ask(ratna, typed, mentions("ingatkan_tugas", jumlah=1)))["text"]
    assert "Rahmi" in told
    assert "Salma" not in told
    assert not await at_home.town.rows(_PUT_DOWN)
    await at_home.press(ratna, words("tombol_ingatkan_ya"), says("ingatkan_tanggal_dikirim", orang=1))
    assert await at_home.town.rows(_PUT_DOWN) == [(_BOIYA, "Kumpul kelompok perempuan")]
    await at_home.hears(rahmi, mentions("ingatkan_pesan", oleh="Ratna"))


@pytest.mark.parametrize(
    "typed",
    [
        "ingatkan semua yang belum selesai tugasnya",
        "ingatkanmi semua yg belum kerjakan tugas",
        "tolong ingatkan yang tugasnya belum beres",
    ],
)
async def test_whoever_is_late_with_anything(at_home: Home, typed: str) -> None:
    ratna, _, _ = await _two_villages(at_home)
    told = (await at_home.ask(ratna, typed, mentions("ingatkan_tugas", jumlah=2)))["text"]
    assert all(name in told for name in ("Rahmi", "Salma"))
    await at_home.press(ratna, words("tombol_ingatkan_ya"), says("ingatkan_tanggal_dikirim", orang=2))
    assert [row[0] for row in await at_home.town.rows(_PUT_DOWN)] == [_TUNCUNG, _BOIYA]


@pytest.mark.parametrize(
    ("asked", "orders"),
    [
        ("siapa yang belum kumpul kelompok perempuan", "ingatkan mereka"),
        ("desa mana yang belum kumpul kelompok perempuan", "ingatkan yang tadi itu"),
    ],
)
async def test_of_a_list_that_was_asked_for(at_home: Home, asked: str, orders: str) -> None:
    ratna, _, _ = await _two_villages(at_home)
    await at_home.ask(ratna, asked, lambda message: "kumpul kelompok perempuan" in message["text"].lower())
    assert "Rahmi" in (await at_home.ask(ratna, orders, mentions("ingatkan_tugas", jumlah=1)))["text"]
    await at_home.press(ratna, words("tombol_ingatkan_ya"), says("ingatkan_tanggal_dikirim", orang=1))
    assert await at_home.town.rows(_PUT_DOWN) == [(_BOIYA, "Kumpul kelompok perempuan")]


async def test_who_has_not_is_told_with_the_way_to_remind_them(at_home: Home) -> None:
    ratna, _, _ = await _two_villages(at_home)
    await at_home.ask(
        ratna, "siapa yang belum daftar kelompok yang jarang datang", mentions("ingatkan_tugas", jumlah=2)
    )
    await at_home.ask(ratna, "ingatkan mereka", mentions("ingatkan_tugas", jumlah=2))


async def test_those_of_the_list_of_the_late_and_of_the_undated(at_home: Home) -> None:
    ratna, _, _ = await _two_villages(at_home)
    await at_home.join("Budi", scope="73.16.01.2004")
    await at_home.ask(ratna, "siapa yang telat", says("tanya_kerja_terlambat", jumlah=2))
    await at_home.ask(ratna, "ingatkan mereka semua", mentions("ingatkan_tugas", jumlah=2))
    await at_home.ask(ratna, "siapa yang belum isi jadwal", mentions("tanya_kerja_tanpa_tanggal"))
    told = (await at_home.ask(ratna, "ingatkan mereka", mentions("ingatkan_tanggal", semua=1)))["text"]
    assert "Budi" in told
    await at_home.press(ratna, words("tombol_ingatkan_ya"), says("ingatkan_tanggal_dikirim", orang=1))


@pytest.mark.parametrize(
    "typed",
    [
        "ingatkan saya besok soal kelompok perempuan",
        "ingatkan semua fasilitator: yang belum kumpul kelompok perempuan besok terakhir",
        "siapa yang belum",
        "ingatkan mi Rahmi supaya kelompok perempuannya dikumpul",
        "kelompok perempuan belum kumpul",
    ],
)
async def test_other_words_are_none_of_it(at_home: Home, typed: str) -> None:
    ratna, _, _ = await _two_villages(at_home)
    await at_home.ask(ratna, typed, lambda message: message.get("text", "") not in mentions("ingatkan_tugas"))
    assert not await at_home.town.rows(_PUT_DOWN)
