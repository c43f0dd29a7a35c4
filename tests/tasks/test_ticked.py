"""A wrong tick is taken back in words: exactly that one, whatever else is late or comes next."""

import pytest

from bot.simulator.chats import Person
from tests.support.client import labels
from tests.support.desk import local
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words


async def _ticked(at_home: Home) -> tuple[Person, str]:
    """Ratna said "sudah" under her morning's list; the rule of what was ticked."""
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.move_clock(local(1, 8, 7, 31))
    await at_home.hears(ratna, lambda message: words("tombol_tugas_bantu") in labels(message))
    await at_home.ask(ratna, "kumpul perempuan sudah", says("tugas_selesai", judul=at_home.title("D07")))
    return ratna, "D07"


@pytest.mark.parametrize(
    "typed",
    [
        "salah, yang itu belum",
        "belum",
        "eh belum yang itu",
        "salah, kumpul perempuan itu belum",
        "eh bukan, salah",
        "salah pencet",
        "eh belum pi pale, baru dua rumah",
    ],
)
async def test_the_tick_that_was_just_made_is_taken_back_and_no_other(at_home: Home, typed: str) -> None:
    ratna, rule = await _ticked(at_home)
    assert (await at_home.task(rule)).state == "done"
    await at_home.ask(ratna, typed, lambda message: at_home.title(rule) in str(message))
    assert (await at_home.task(rule)).state == "open"


@pytest.mark.parametrize(
    "typed",
    [
        "bukan yang itu tapi yang undangan yang sudah",
        "eh bukan itu, undangan yang sudah",
        "bukan kelompok perempuan tapi undangan mi yang sudah",
    ],
)
async def test_another_one_that_was_meant_is_done_instead(at_home: Home, typed: str) -> None:
    ratna, rule = await _ticked(at_home)
    await at_home.ask(ratna, typed, mentions("tugas_minta_bukti", judul=at_home.title("D11")))
    assert (await at_home.task(rule)).state == "open"


@pytest.mark.parametrize("typed", ["tugas 1 sudah", "tugas nomor 1 sudah selesai pak", "sudahmi tugas no 1"])
async def test_the_number_of_a_task_is_that_of_the_list_even_where_none_stands(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.move_clock(local(1, 8, 7, 31))
    listed = (await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya")))["text"]
    first = next(
        rule for rule in at_home.office.catalog.calendar.rules if at_home.title(rule) in listed.split("2. ")[0]
    )
    await at_home.ask(ratna, "/menu", says("menu_awal"))
    await at_home.ask(ratna, typed, mentions("tugas_selesai", judul=at_home.title(first)))


async def test_the_second_of_the_list_is_still_that_after_the_first_was_ticked(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.move_clock(local(1, 8, 7, 31))
    keys = labels(await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya")))
    first, second = (key.partition(". ")[2] for key in keys[:2])
    await at_home.ask(ratna, "tugas 1 sudah", mentions("tugas_selesai", judul=first))
    await at_home.ask(ratna, "no 2 sudah selesai", mentions("tugas_selesai", judul=second))


async def test_another_task_that_is_named_is_not_mistaken_for_it(at_home: Home) -> None:
    ratna, rule = await _ticked(at_home)
    await at_home.ask(ratna, "daftar kelompok belum", says("tugas_belum", judul=at_home.title("D05")))
    assert (await at_home.task(rule)).state == "done"


async def test_a_form_that_finds_no_answer_in_work_leaves_it_to_the_work_and_waits(at_home: Home) -> None:
    ratna, rule = await _ticked(at_home)
    await at_home.ask(ratna, "eh belum", lambda message: at_home.title(rule) in str(message))
    await at_home.ask(ratna, "tetapkan tanggal", mentions("form.jadwal.macam.tanya"))
    await at_home.ask(ratna, "kumpul dusun", mentions("form.jadwal.waktu.tanya"))
    await at_home.ask(ratna, "kumpul perempuan sudah", mentions("isian_disisihkan"))
    assert (await at_home.task(rule)).state == "done"
    await at_home.ask(ratna, "eh salah, belum ji ternyata", lambda message: at_home.title(rule) in str(message))
    assert (await at_home.task(rule)).state == "open"
    await at_home.ask(ratna, "usulan yang masuk berapa", says("tanya_kerja_jumlah"))
    await at_home.ask(ratna, "bagus sekali rapatnya ramai orang", mentions("form.jadwal.waktu.tanya"))
    assert await at_home.town.rows("SELECT flow FROM conversations") == [("jadwal",)]


@pytest.mark.parametrize(
    "typed",
    [
        "eh bukan itu, yang sudah daftar kelompok",
        "bukan yang itu, daftar kelompok yang sudah selesai",
        "salah, yang sudah itu daftar kelompok",
        "maksudku daftar kelompok yang sudah",
    ],
)
async def test_where_another_is_named_instead_the_wrong_tick_goes(at_home: Home, typed: str) -> None:
    ratna, rule = await _ticked(at_home)
    await at_home.ask(ratna, typed, says("tugas_selesai", judul=at_home.title("D05")))
    assert [(await at_home.task(one)).state for one in ("D05", rule)] == ["done", "open"]


async def test_one_more_that_is_done_takes_no_tick_back(at_home: Home) -> None:
    ratna, rule = await _ticked(at_home)
    await at_home.ask(ratna, "daftar kelompok juga sudah", says("tugas_selesai", judul=at_home.title("D05")))
    assert [(await at_home.task(one)).state for one in ("D05", rule)] == ["done", "done"]


@pytest.mark.parametrize(
    "typed",
    [
        "belum, buka lagi tugas kumpul perempuan",
        "buka lagi tugas kumpul kelompok perempuan",
        "tugas kumpul perempuan tolong dibuka kembali pak",
        "kumpul kelompok perempuan ternyata belum pi",
        "eh salah, kumpul perempuan blm",
        "aktifkan lagi tugas kumpul perempuan",
    ],
)
async def test_what_was_ticked_long_ago_is_opened_again_by_its_name(at_home: Home, typed: str) -> None:
    ratna, rule = await _ticked(at_home)
    await at_home.ask(ratna, "jadwal", lambda _message: True)
    await at_home.ask(ratna, "tugas", lambda _message: True)
    await at_home.ask(ratna, typed, lambda message: at_home.title(rule) in str(message))
    assert (await at_home.task(rule)).state == "open"


@pytest.mark.parametrize(
    "typed",
    [
        "buka lagi daftar usulan",
        "buka tugas saya",
        "perempuan belum ada yang usul",
        "siapa yang belum kumpul perempuan",
        "buka lagi usulan perempuan",
    ],
)
async def test_what_names_no_finished_task_opens_none(at_home: Home, typed: str) -> None:
    ratna, rule = await _ticked(at_home)
    await at_home.ask(ratna, "jadwal", lambda _message: True)
    await at_home.ask(ratna, typed, lambda _message: True)
    await at_home.ask(ratna, "jadwal", lambda _message: True)
    assert (await at_home.task(rule)).state == "done"
