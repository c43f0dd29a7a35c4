"""What is said about others, or asked, changes nothing of one's own lessons; and what was meant is done."""

import pytest

from bot.store.queues import notices
from tests.lessons.conftest import School
from tests.lessons.test_quiz import asked_of
from tests.lessons.test_reading import first
from tests.support.client import labels
from tests.support.desk import local
from tests.support.sentences import mentions, says, words

_RHYTHM = (
    "SELECT days, minutes, paused_until FROM learners l JOIN people p ON p.id = l.person_id WHERE p.name = 'Daeng'"
)


@pytest.mark.parametrize(
    "typed",
    [
        "tulis ke Ratna: semangat bu, pelajarannya cuma dua menit",
        "buat hari pelatihan tgl 23 januari jam 9 di aula kantor camat maiwa",
        "siapa yang datang tgl 23",
        "sampaikan ke Ratna pelajarannya libur dulu sampai senin",
        "ingatkan Ratna jam 7 malam belajar",
    ],
)
async def test_words_about_others_change_nothing_of_ones_own_lessons(any_school: School, typed: str) -> None:
    school = any_school
    await school.join()
    trainer = await school.join("Daeng", "pelatih", scope="73.16")
    before = await school.rows(_RHYTHM)
    await school.home.press_data(trainer, "x:jam", says("belajar_jam"))
    await school.home.ask(trainer, typed, lambda message: True)
    await school.home.press_data(trainer, "latih:daftar", says("pelatihan_daftar"))
    await school.home.ask(trainer, typed, lambda message: True)
    assert await school.rows(_RHYTHM) == before


async def test_a_greeting_by_name_is_shown_before_it_leaves(any_school: School) -> None:
    school = any_school
    ratna, trainer = await school.join(), await school.join("Daeng", "pelatih", scope="73.16")
    shown = await school.home.ask(trainer, "tulis ke Ratna: semangat bu", says("sapa_kepada", nama="Ratna"))
    assert "semangat bu" in shown["text"]
    assert not any("semangat bu" in text for text in school.home.texts(ratna))
    await school.home.press(trainer, "Kirim", says("sapa_dikirim", nama="Ratna"))
    await school.home.telegram.wait_for(ratna, says("sapa_kabar", oleh="Daeng", isi="semangat bu"))


@pytest.mark.parametrize("typed", ["tulis ke Ratna semangat terus bu", "sapa bu Ratna, semangat terus bu"])
async def test_what_stands_behind_the_name_is_what_is_greeted_with(school: School, typed: str) -> None:
    await school.join()
    trainer = await school.join("Daeng", "pelatih", scope="73.16")
    shown = await school.home.ask(trainer, typed, says("sapa_kepada", nama="Ratna"))
    assert "semangat terus bu" in shown["text"].replace("Ratna", "").partition("\n")[2]


@pytest.mark.parametrize("typed", ["bilang ke Ratna, besok rapat jam 9", "bilang sama bu Ratna besok rapat jam 9"])
async def test_a_word_to_a_learner_is_no_greeting_without_its_words(school: School, typed: str) -> None:
    await school.join()
    officer = await school.join("Hasnah", "bappeda", scope="73.16")
    await school.home.ask(officer, typed, says("ingatkan_kata", nama="Ratna", kata="besok rapat jam 9"))


async def test_one_greeting_for_all_who_stopped(school: School) -> None:
    ratna, salma = await school.join(), await school.join("Salma")
    trainer = await school.join("Daeng", "pelatih", scope="73.16")
    await school.home.ask(trainer, "sapa semua yang berhenti", says("sapa_kepada_semua", jumlah=2))
    await school.home.ask(trainer, "ayo, dua menit saja", lambda message: "Kirim" in str(message.get("reply_markup")))
    await school.home.press(trainer, "Kirim", says("sapa_semua_dikirim", jumlah=2))
    for one, name in ((ratna, "Ratna"), (salma, "Salma")):
        await school.home.telegram.wait_for(one, says("sapa_kabar", nama=name, isi="ayo, dua menit saja"))
    await school.home.ask(trainer, "sapa semua yang berhenti", says("sapa_semua_tidak_ada"))


# --- asked of the trainer --------------------------------------------------------------------------------------------


async def test_what_is_asked_of_the_trainer_is_theirs_whatever_it_is_about(any_school: School) -> None:
    school = any_school
    ratna, trainer = await school.join(), await school.join("Daeng", "pelatih", scope="73.16")
    question = "kalau tdk ada waktu dibacakan, siapa yg dengar bu?"
    await school.home.ask(ratna, f"tanya pelatih: {question}", says("pelatih_diteruskan"))
    assert await school.rows("SELECT words FROM lesson_questions") == [(question,)]
    await school.home.ask(trainer, "pertanyaan peserta", mentions("pelatih_daftar"))
    await school.home.press(trainer, words("tombol_pelatih_jawab", ke=1), says("pelatih_jawab_kepada"))
    await school.home.ask(trainer, "lima detik saja", says("pelatih_dikirim"))
    await school.home.telegram.wait_for(ratna, says("pelatih_dijawab", oleh="Daeng"))
    again = "jadi kalau tdk ada hp bagaimana bu pelatih?"
    await school.home.ask(ratna, again, says("pelatih_diteruskan"))
    asked = await school.rows("SELECT words, lesson FROM lesson_questions ORDER BY asked_at, id")
    assert len({lesson for _, lesson in asked}) == 1
    assert again in asked[1][0]
    assert question in asked[1][0]


async def test_why_is_explained_by_the_question_itself(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    await asked_of(school, ratna)
    await school.home.ask(ratna, "kenapa jawabannya B?", says("kuis_jawab_dulu"))
    await school.home.ask(ratna, "kenapa jawabannya B?", says("kuis_jawab_dulu"))
    await school.home.ask(ratna, "b", mentions("kuis_jawaban"))
    await school.home.ask(
        ratna,
        "kenapa jawabannya B?",
        lambda message: "?" in message["text"] and labels(message)[-1] == words("tombol_pelatih_tanya"),
    )
    assert await school.rows("SELECT count(*) FROM quizzes WHERE answered_at IS NOT NULL") == [(1,)]


# --- one's own days and hours ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("tidak usah belajar hari kamis, ada yasinan", "2"),
        ("belajar kamis yang libur. senin rabu saja", "13"),
        ("belajar jangan hari kamis tapi jumat", "5"),
    ],
)
async def test_a_denied_day_is_taken_away(school: School, typed: str, days: str) -> None:
    ratna = await school.join()
    await school.home.press_data(ratna, "x:jam", says("belajar_jam"))
    await school.home.ask(ratna, typed, says("belajar_jam"))
    assert await school.rows("SELECT days FROM learners") == [(days,)]


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("jam 8 malam terlalu malam, jam 5 sore saja", 990),
        ("jam 6 pagi saja pelajarannya, sebelum ke kebun", 390),
        ("ganti jam pelajaran jadi setengah 7 malam", 1200),
    ],
)
async def test_an_hour_that_is_not_offered_says_so(school: School, typed: str, minutes: int) -> None:
    ratna = await school.join()
    await school.home.press_data(ratna, "x:jam", says("belajar_jam"))
    await school.home.ask(ratna, typed, lambda message: "tidak ada di pilihan" in message["text"])
    assert await school.rows("SELECT minutes FROM learners") == [(minutes,)]


async def test_a_rest_until_a_day_in_words(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    until = "SELECT paused_until FROM learners"
    await school.home.press_data(ratna, "x:awal", says("belajar"))
    await school.home.ask(ratna, "istirahat dulu sampai tgl 28 januari", says("belajar_jeda_dicatat", lama=""))
    assert str((await school.rows(until))[0][0]) == "2027-01-28"
    await school.home.press_data(ratna, "x:jeda.tanggal", "mulai lagi")
    await school.home.ask(ratna, "sampai tanggal 26 januari", says("belajar_jeda_dicatat", lama=""))
    assert str((await school.rows(until))[0][0]) == "2027-01-26"
    await school.home.ask(ratna, "akhiri jeda", says("belajar_jeda_dicatat", sampai=""))
    assert await school.rows(until) == [(None,)]


async def test_who_was_long_away_is_welcome(school: School) -> None:
    ratna = await school.join()
    await school.home.ask(ratna, "maaf lama tidak buka", says("belajar_kembali", nama="Ratna"))
    await school.home.press(ratna, words("tombol_belajar_sekarang"), lambda message: "2 dari" in str(message))
    await school.home.ask(ratna, "lnjut", lambda message: "3 dari" in str(message))
    await school.home.ask(ratna, "sampai sini dulu, sy ke kebun", says("belajar_sampai_sini"))


# --- their own hour ---------------------------------------------------------------------------------------------------


async def test_what_the_days_budget_held_back_comes_at_their_own_hour(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    async with school.home.town.database.write() as connection:
        person = await school.home.id_of(ratna)
        await connection.exec_driver_sql("UPDATE learners SET next_at = '2027-02-01 00:00:00+00:00'")
        await notices.raise_for(connection, notices.LESSON, first().key, {person: local(1, 20, 9)})
    await school.at(local(1, 20, 9))
    assert not [text for text in school.home.texts(ratna) if text in says("pelajaran_datang")]
    assert await school.rows("SELECT count(*) FROM lesson_progress WHERE sent_at IS NOT NULL") == [(0,)]
