"""What learners say in their own words in the middle of what they learn: it is heard as meant, and nothing is lost."""

from datetime import timedelta

import pytest

from tests.lessons.conftest import EIGHT, EVENING, School
from tests.lessons.graduating import begin
from tests.lessons.test_quiz import asked_of
from tests.lessons.test_reading import first
from tests.lessons.test_stories import WEEK, _practise
from tests.support.client import labels
from tests.support.sentences import mentions, says, words

_LOST = says("menu_awal")


# --- what stands open ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["2", "b", "yang kedua"])
async def test_a_question_stands_open_after_words_that_nobody_understood(school: School, typed: str) -> None:
    ratna = await school.join()
    await asked_of(school, ratna)
    await school.home.ask(ratna, "qwertyu", _LOST)
    await school.home.ask(ratna, typed, says("kuis_jawaban"))
    assert await school.rows("SELECT count(*) FROM quizzes WHERE answered_at IS NOT NULL") == [(1,)]


async def test_a_page_stands_open_after_words_that_nobody_understood(school: School) -> None:
    ratna = await school.join()
    await school.home.ask(ratna, "/belajar", says("belajar"))
    await school.home.ask(ratna, "mulai", lambda message: "2 dari" in str(message.get("reply_markup")))
    await school.home.ask(ratna, "qwertyu", _LOST)
    await school.home.ask(ratna, "lanjut", lambda message: "3 dari" in str(message.get("reply_markup")))
    await school.home.ask(ratna, "qwertyu", _LOST)
    await school.home.ask(ratna, "ok", lambda message: "4 dari" in str(message.get("reply_markup")))


async def test_in_a_test_who_does_not_know_may_guess_and_the_next_answer_counts(school: School) -> None:
    ratna = await school.join()
    await begin(school, ratna)
    await school.home.ask(ratna, "saya tidak tau ini", says("kuis_tebak"))
    await school.home.ask(ratna, "qwertyu", _LOST)
    await school.home.ask(ratna, "berapa lagi soalnya", says("tes_soal", ke=1))
    await school.home.ask(ratna, "3", says("tes_soal", ke=2))
    assert await school.rows("SELECT count(*) FROM exam_questions WHERE answered_at IS NOT NULL") == [(1,)]


async def test_a_practice_takes_a_number_and_a_letter(school: School) -> None:
    ratna = await school.join()
    await school.home.press_data(ratna, "x:latihan", says("latihan_daftar"))
    await school.home.ask(ratna, "yang kedua", says("latihan_babak"))
    await school.home.ask(ratna, "b", mentions("latihan_babak"))
    await school.home.ask(ratna, "yang pertama", lambda message: "Latihan" in message["text"])
    assert not any(text in says("latihan_yang_mana", mirip=False) for text in school.home.texts(ratna))


# --- a rest ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["jangan kirim lagi", "sy tidak mau belajar lagi", "stop pelajarannya", "stop"])
async def test_who_wants_no_more_lessons_rests_for_thirty_days(any_school: School, typed: str) -> None:
    school = any_school
    ratna = await school.join()
    await school.at(EIGHT)
    await school.home.telegram.wait_for(ratna, says("pelajaran_datang"))
    await school.home.ask(ratna, typed, says("belajar_jeda_dicatat", lama=30))
    assert (await school.rows("SELECT paused_until FROM learners"))[0][0] is not None
    await school.home.ask(ratna, "dua minggu", says("belajar_jeda_dicatat", lama=""))


async def test_the_button_for_a_rest_holds_before_it_is_said_how_long(school: School) -> None:
    ratna = await school.join()
    await school.home.press_data(ratna, "x:jeda", says("belajar_jeda_dicatat", lama=30))
    assert (await school.rows("SELECT paused_until FROM learners"))[0][0] is not None
    await school.home.ask(ratna, "kapan pelajaran datang lagi", says("belajar_jam", jeda=True))


async def test_words_about_something_else_wake_no_lessons(school: School) -> None:
    ratna = await school.join()
    async with school.home.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE learners SET paused_until = '2999-01-01'")
    await school.home.ask(ratna, "apa tugas saya", lambda message: True)
    assert str((await school.rows("SELECT paused_until FROM learners"))[0][0]) == "2999-01-01"
    await school.home.ask(ratna, "mau belajar", says("belajar"))
    assert await school.rows("SELECT paused_until FROM learners") == [(None,)]


async def test_an_hour_typed_under_the_hours_is_theirs(school: School) -> None:
    ratna = await school.join()
    await school.home.press_data(ratna, "x:jam", says("belajar_jam"))
    await school.home.ask(ratna, "jam 4 sore", says("belajar_jam", jam="16.30"))
    assert await school.rows("SELECT count(*) FROM conversations") == [(0,)]


# --- what was tried out ----------------------------------------------------------------------------------------------


async def test_who_had_no_time_yet_has_told_nothing(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    await _practise(school, ratna)
    await school.home.ask(ratna, "belum sempat pak panen", says("coba_belum"))
    assert await school.rows("SELECT count(*) FROM tried") == [(0,)]


async def test_a_no_in_a_story_names_no_lesson_and_a_no_to_the_lesson_keeps_the_words(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    lessons = list(school.home.office.catalog.curriculum.lessons.values())
    other = next(one for one in lessons if one.title.startswith("Masalah dulu"))
    await school.read(ratna, first())
    await school.at(EVENING + timedelta(hours=1))
    await school.read(ratna, other)
    story = "saya sudah coba bacakan kembali ke Ibu Salma, dia betulkan jadi 15 ekor bukan 50"
    await school.home.ask(ratna, story, mentions("cerita_ini", judul=first().title))
    asked = await school.home.ask(ratna, "bukan", lambda message: other.title in labels(message))
    assert first().title not in labels(asked)
    await school.home.press(ratna, other.title, says("coba_terima"))
    assert await school.rows("SELECT lesson, words FROM tried") == [(other.key, story)]


async def test_a_landslide_in_what_was_tried_is_a_story(school: School) -> None:
    ratna = await school.join()
    await school.read(ratna, first())
    story = "saya sudah coba tanya kenapa tiga kali, ternyata masalahnya longsor bukan traktor"
    await school.home.ask(ratna, story, mentions("cerita_ini"))


async def test_a_second_story_before_the_answer_loses_neither(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    other = next(
        one for one in school.home.office.catalog.curriculum.lessons.values() if one.title.startswith("Masalah dulu")
    )
    await school.read(ratna, first())
    await school.at(EVENING + timedelta(hours=1))
    await school.read(ratna, other)
    older = "saya sudah coba tanya kenapa tiga kali, ternyata masalahnya tanjakan"
    newer = "saya sudah coba bacakan kembali ke Ibu Salma, dia betulkan jadi 15 ekor"
    await school.home.ask(ratna, older, mentions("cerita_ini", judul=other.title))
    await school.home.ask(ratna, newer, mentions("cerita_ini", judul=first().title))
    await school.home.ask(ratna, "ya", mentions("cerita_ini", judul=other.title))
    await school.home.ask(ratna, "ya", says("coba_terima"))
    assert set(await school.rows("SELECT lesson, words FROM tried")) == {(first().key, newer), (other.key, older)}


async def test_who_wants_to_tell_is_led_to_what_can_be_told(school: School) -> None:
    ratna = await school.join()
    await school.home.ask(ratna, "mau cerita percobaan", says("coba_pilih", ada=False))
    await school.read(ratna, first())
    shown = await school.home.ask(ratna, "mau cerita percobaan", says("coba_pilih", ada=True))
    assert first().title in labels(shown)


async def test_the_trainer_answers_what_was_told_and_it_reaches_its_teller(any_school: School) -> None:
    school = any_school
    ratna, amir = await school.join(), await school.join("Amir")
    trainer = await school.home.join("Daeng", "pelatih", "73.16")
    await _practise(school, ratna)
    await school.home.press_data(ratna, f"x:coba:{first().key}", "Apa yang terjadi?")
    await school.home.ask(ratna, "Baknya yang bocor ternyata.", says("coba_terima"))
    told = (await school.rows("SELECT id FROM tried"))[0][0]
    assert await school.home.toast(amir, f"x:tanggapi:{told}", 1) == words("tombol_lewat")
    await school.home.press_data(trainer, "x:cerita:0", says("cerita_daftar"))
    asked = mentions("tanggapi_kepada", nama="Ratna", isi="Baknya yang bocor ternyata.")
    await school.home.press(trainer, words("tombol_cerita_balas", ke=1), asked)
    await school.home.ask(trainer, "Bagus sekali, Ibu.", says("sapa_balasan_dikirim", nama="Ratna"))
    answer = says("tanggapi_kabar", oleh="Daeng", cerita="Baknya yang bocor ternyata.", isi="Bagus sekali, Ibu.")
    assert labels(await school.home.telegram.wait_for(ratna, answer)) == [words("tombol_sapa_balas")]
    await school.home.ask(ratna, "Terima kasih Pak.", says("sapa_balasan_dikirim", nama="Daeng"))
    await school.home.telegram.wait_for(trainer, says("sapa_balasan", oleh="Ratna", isi="Terima kasih Pak."))


# --- the next lesson, remarks, the trainer's list ---------------------------------------------------------------------


async def test_what_is_half_read_is_what_the_hour_names_and_nothing_new(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    await school.at(EIGHT)
    await school.home.telegram.wait_for(ratna, says("pelajaran_datang", judul=first().title, sambung=False))
    await school.home.press_data(ratna, f"x:baca:{first().key}:2", lambda message: True)
    await school.at(EIGHT + timedelta(days=2))
    named = await school.home.telegram.wait_for(ratna, says("pelajaran_datang", judul=first().title, sambung=True))
    assert words("tombol_belajar_sambung") in labels(named)
    await school.home.ask(ratna, "lanjutkan yang kemarin", lambda message: True)
    assert await school.rows("SELECT lesson, page FROM lesson_progress") == [(first().key, 3)]


async def test_one_word_under_a_lesson_is_a_remark_and_a_title_names_another(school: School) -> None:
    ratna = await school.join()
    other = next(one for one in school.home.office.catalog.curriculum.lessons.values() if "baru tenda" in one.title)
    await school.home.press_data(ratna, f"x:baca:{first().key}:1", says("pelajaran_judul", judul=first().title))
    await school.home.ask(ratna, "kepanjangan", says("catatan_pelajaran", judul=first().title))
    await school.home.ask(ratna, "salah ketik di sini", says("catatan_pelajaran", judul=first().title))
    said = "pelajaran isi dulu baru tenda ada salah ketik"
    await school.home.ask(ratna, said, says("catatan_pelajaran", judul=other.title))


async def test_the_words_of_the_trainers_button_show_the_list_and_the_question_names_who_asks(school: School) -> None:
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await school.home.press_data(ratna, f"x:bertanya:{first().key}", "ditanyakan kepada pelatih")
    await school.home.ask(ratna, "Bagaimana kalau marah?", says("pelatih_diteruskan"))
    await school.home.ask(trainer, words("tombol_pelatih_daftar"), says("pelatih_daftar", jumlah=1))
    asked = mentions("pelatih_jawab_kepada", nama="Ratna", isi="Bagaimana kalau marah?")
    await school.home.press(trainer, words("tombol_pelatih_jawab", ke=1), asked)


async def test_before_the_yes_to_a_first_usulan_no_lesson_comes_in_between(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    await school.home.ask(ratna, "/mulai", says("izin"))
    await school.at(EIGHT)
    story = "jalan tani di Buntu rusak sekali"
    await school.home.ask(ratna, story, mentions("kata_pertama"))
    assert await school.rows("SELECT count(*) FROM lesson_progress") == [(0,)]
    await school.home.press(ratna, words("tombol_setuju"), lambda message: story in message["text"])


# --- when somebody learned last --------------------------------------------------------------------------------------


async def test_pages_and_answers_count_for_when_somebody_learned_last(any_school: School) -> None:
    school = any_school
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await school.home.press_data(ratna, f"x:baca:{first().key}:1", says("pelajaran_judul", judul=first().title))
    await school.at(EVENING + 4 * WEEK)
    await school.home.press_data(ratna, f"x:baca:{first().key}:2", lambda message: True)
    shown = says("kemajuan_orang", orang=[{"nama": "Ratna", "hari": "16 Februari 2027", "berhenti": False}])
    await school.home.press_data(trainer, "z:kec:73.16.01:0", shown)
