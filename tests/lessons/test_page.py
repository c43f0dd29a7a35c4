"""/belajar: what somebody chooses holds, and everything can be read at any time."""

import pytest
from sqlalchemy import delete

from bot.store.tables import learners
from tests.lessons.conftest import School, curriculum
from tests.lessons.test_reading import first
from tests.support.client import labels
from tests.support.sentences import says, words


async def _learner(school: School, column: str) -> object:
    return (await school.rows(f"SELECT {column} FROM learners"))[0][0]


async def test_the_page_tells_where_one_is_and_when_the_next_comes(any_school: School) -> None:
    ratna = await any_school.join()
    shown = await any_school.home.ask(
        ratna,
        "/belajar",
        says(
            "belajar", selesai=0, berikut=first().title, hari=["Selasa", "Kamis"], jam="20.00", jeda=False, soal=False
        ),
    )
    assert words("tombol_belajar_sekarang") in labels(shown)
    assert words("tombol_belajar_cerita") not in labels(shown)
    await any_school.home.press(ratna, words("tombol_belajar_sekarang"), says("pelajaran_judul", judul=first().title))


async def test_days_and_hour_are_switched_and_one_day_stays(school: School) -> None:
    ratna = await school.join()
    await school.home.ask(ratna, "/belajar", says("belajar"))
    await school.home.press(ratna, words("tombol_belajar_jam"), says("belajar_jam", jam="20.00"))
    on = {"dipilih": True}
    await school.home.press(
        ratna, words("tombol_belajar_hari", hari="Selasa", **on), says("belajar_jam", hari=["Kamis"])
    )
    assert await school.home.touch(ratna, words("tombol_belajar_hari", hari="Kamis", **on)) in says(
        "belajar_hari_terakhir"
    )
    button = words("tombol_belajar_pukul", jam="06.30", dipilih=False)
    await school.home.press(ratna, button, says("belajar_jam", jam="06.30"))
    assert (await _learner(school, "days"), await _learner(school, "minutes")) == ("4", 390)
    assert str(await _learner(school, "next_at")).startswith("2027-01-20 22:30")  # Thursday morning
    assert await school.home.toast(ratna, "x:pukul:2230", 1) == words("tombol_lewat")


async def test_a_rest_is_taken_by_tap_or_by_words_and_ended(school: School) -> None:
    ratna = await school.join()
    await school.home.ask(ratna, "/belajar", says("belajar"))
    await school.home.press(ratna, words("tombol_belajar_jeda"), says("belajar_jeda_dicatat", lama=30))
    await school.home.press(
        ratna, words("tombol_belajar_jeda_hari", hari=14), says("belajar_jeda_dicatat", sampai="2 Februari 2027")
    )
    shown = await school.home.ask(ratna, "/belajar", says("belajar", jeda="2 Februari 2027"))
    assert words("tombol_belajar_lagi") in labels(shown)
    await school.home.press(ratna, words("tombol_belajar_lagi"), says("belajar_jeda_dicatat", sampai=False))
    await school.home.press_data(ratna, "x:jeda.tanggal", words("form.jeda.sampai.tanya").partition("?")[0])
    await school.home.ask(ratna, "14 april", says("belajar_jeda_dicatat", sampai="14 April 2027"))
    assert str(await _learner(school, "next_at")).startswith("2027-04-15 12:00")


async def test_every_lesson_is_found_by_its_module_and_read_at_any_time(school: School) -> None:
    ratna, lesson = await school.join(), first()
    await school.home.ask(ratna, "/belajar", says("belajar"))
    await school.home.press(ratna, words("tombol_belajar_daftar"), says("belajar_daftar"))
    module = words(f"modul.{lesson.module}")
    await school.home.press(ratna, module, says("belajar_modul", modul=module))
    button = words("tombol_belajar_satu", judul=lesson.title, selesai=False)
    await school.home.press(ratna, button, says("pelajaran_judul", judul=lesson.title))
    assert (await school.rows("SELECT why, sent_at FROM lesson_progress")) == [("sendiri", None)]


@pytest.mark.parametrize("typed", ["tahun lalu kenapa tidak jadi", "TAHUN LALU"])
async def test_hard_questions_are_found_by_words(school: School, typed: str) -> None:
    ratna = await school.join()
    one = next(one for one in curriculum().hard.values() if "tahun lalu" in one.words)
    await school.home.ask(ratna, f"/tanya {typed}", "")
    shown = school.home.telegram.messages(ratna)[-1]
    if shown["text"] not in says("ditanya_satu", tanya=one.text):
        assert shown["text"] in says("ditanya_cocok", tanya=[one.text])
        await school.home.press_data(
            ratna, f"x:tanya:{one.key}", says("ditanya_satu", tanya=one.text, jawab=one.answer)
        )


async def test_without_words_all_hard_questions_are_listed_and_strange_words_find_none(school: School) -> None:
    ratna = await school.join()
    await school.home.ask(ratna, "/tanya", says("ditanya_daftar"))
    await school.home.ask(ratna, "/tanya zzzqq", says("ditanya_cocok", tanya=False, kata="zzzqq"))


async def test_whoever_comes_first_to_belajar_learns_from_then_on(school: School) -> None:
    ratna = await school.join()
    async with school.home.town.database.write() as connection:
        await connection.execute(delete(learners))
    await school.home.ask(ratna, "/belajar", says("belajar", jam="20.00"))
    assert await school.rows("SELECT count(*) FROM learners") == [(1,)]
