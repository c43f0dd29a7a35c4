"""What people live in weeks of learning: what was left lying, asked after, answered, and what they want no more of."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import text

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from tests.journeys.villagers import recording
from tests.lessons.conftest import EIGHT, School, curriculum
from tests.lessons.graduating import answer_all, asked_in, begin, read_everything
from tests.lessons.test_quiz import asked_of
from tests.lessons.test_reading import first
from tests.support.client import labels, words_of
from tests.support.sentences import says, words

DAY, WEEK = timedelta(days=1), timedelta(days=7)
STORY = "sudah saya coba, orangnya membetulkan jadi 15 ekor"


async def _came(school: School, person: Person, key: str, **values: object) -> int:
    return sum(one in says(key, **values) for one in school.home.texts(person))


def _offers(label: str, message: Json) -> bool:
    return label in str(message.get("reply_markup"))


async def _write(school: School, statement: str) -> None:
    async with school.home.town.database.write() as connection:
        await connection.execute(text(statement))


async def _named(school: School, times: int) -> None:
    """How often anything was brought since it was read."""
    await school.home.town.until("SELECT sum(named) FROM lesson_progress", times)
    await school.home.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)


async def _sent(school: School, many: int) -> None:
    await school.home.town.until("SELECT count(*) FROM lesson_progress WHERE sent_at IS NOT NULL", many)
    await school.home.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)


# --- what was left lying ---------------------------------------------------------------------------------------------


async def test_what_was_sent_and_not_opened_is_the_next_and_stands_in_the_list_of_what_is_left(
    any_school: School,
) -> None:
    school = any_school
    ratna = await school.join()
    await school.at(EIGHT)
    await school.home.telegram.wait_for(ratna, says("pelajaran_datang", judul=first().title))
    await school.home.ask(ratna, "nanti", says("belajar_nanti"))
    await school.home.ask(ratna, "/belajar", says("belajar", berikut=first().title))
    shown = await school.home.ask(ratna, "sy baru sempat buka ini apa saja yg ketinggalan", says("belajar_sisa"))
    assert labels(shown)[0] == words("tombol_belajar_tunggu", judul=first().title, datang=True)
    await school.home.press(ratna, labels(shown)[0], says("pelajaran_judul", judul=first().title))


async def test_all_was_read_only_where_all_is_finished(school: School) -> None:
    ratna = await school.join()
    await read_everything(school, ratna)
    await _write(school, "UPDATE lesson_progress SET finished_at = NULL, opened_at = NULL WHERE lesson = 'L27'")
    title = curriculum().lessons["L27"].title
    shown = await school.home.ask(ratna, "/belajar", says("belajar", berikut=title))
    assert words("tombol_belajar_sisa", jumlah=1) in labels(shown)
    await school.home.press_data(ratna, "x:sertifikat", says("sertifikat_syarat"))
    await school.home.press(ratna, words("tombol_belajar_sisa", jumlah=1), says("belajar_sisa", sisa=1))
    await school.home.press_data(ratna, "x:sekarang", says("pelajaran_judul", judul=title))


async def test_a_closing_test_repeats_nothing_of_the_opening_one_however_often_it_is_tried(school: School) -> None:
    ratna = await school.join()
    await answer_all(school, ratna, await begin(school, ratna), hits=5)
    opening = {row[0] for row in await school.rows("SELECT question FROM exam_questions")}
    await read_everything(school, ratna)
    for day in range(3):
        await school.at(EIGHT + (day + 1) * DAY)
        assert asked_in(await begin(school, ratna, "akhir")).key not in opening
        await _write(school, "UPDATE exams SET finished_at = begun_at WHERE finished_at IS NULL")
    query = "SELECT question FROM exam_questions q JOIN exams e ON e.id = q.exam_id WHERE e.kind = 'akhir'"
    assert not opening & {row[0] for row in await school.rows(query)}


# --- what came of it -------------------------------------------------------------------------------------------------


async def _read_three(school: School, person: Person) -> list[str]:
    """Three lessons with a practice, on one evening."""
    chosen = [one for one in curriculum().lessons.values() if one.practice and "fasilitator_desa" in one.roles][:3]
    for lesson in chosen:
        await school.read(person, lesson)
    return [lesson.practice for lesson in chosen]


async def test_of_all_practices_of_an_evening_one_is_asked_after_at_the_learners_hour(school: School) -> None:
    ratna = await school.join()
    practices = await _read_three(school, ratna)
    await school.at(EIGHT + WEEK - timedelta(minutes=5))
    await school.home.town.until("SELECT count(*) FROM notices WHERE kind = 'coba' AND due_at > '2027-01-26 11:59'", 3)
    assert await _came(school, ratna, "coba_tanya", nama=True) == 0
    await school.at(EIGHT + WEEK)
    await school.home.telegram.wait_for(ratna, says("coba_tanya", nama=True, coba=practices[-1]))
    for came, day in enumerate((2, 7, 9), 2):
        await school.at(EIGHT + WEEK + day * DAY)
        await _named(school, came)  # the one that was begun
    texts = "\n".join(school.home.texts(ratna))
    assert [practice in texts.rpartition("ajakan mencoba")[2] for practice in practices] == [False, False, True]
    assert await school.rows("SELECT count(*) FROM notices WHERE kind = 'coba' AND outcome IS NULL") == [(0,)]


@pytest.mark.parametrize("said", [STORY, "orangnya tertawa lalu membetulkan angkanya"])
async def test_what_is_told_next_is_offered_as_the_story(any_school: School, said: str) -> None:
    school = any_school
    ratna = await school.join()
    await school.read(ratna, first())
    await school.at(EIGHT + WEEK)
    await school.home.telegram.wait_for(ratna, says("coba_tanya", nama=True))
    await school.home.ask(ratna, said, says("cerita_ini", judul=first().title))
    await school.home.press(ratna, words("form.cerita_ini.ini.pilihan.ya"), says("coba_terima", boleh=True))
    assert await school.rows("SELECT lesson, words FROM tried") == [(first().key, said)]


async def test_a_voice_is_a_story_too_and_who_says_no_is_heard_as_before(school: School) -> None:
    ratna = await school.join()
    await school.read(ratna, first())
    await school.home.ask(ratna, STORY, says("cerita_ini", judul=first().title))  # nobody asked yet
    await school.home.press(ratna, words("form.cerita_ini.ini.pilihan.bukan"), "")
    assert await school.rows("SELECT count(*) FROM tried") == [(0,)]
    await school.at(EIGHT + WEEK)
    await school.home.telegram.wait_for(ratna, says("coba_tanya", nama=True))
    await school.home.voice(ratna, recording(), says("cerita_ini"))
    await school.home.press(ratna, words("form.cerita_ini.ini.pilihan.ya"), says("coba_terima"))
    assert (await school.rows("SELECT file_id IS NOT NULL FROM tried")) == [(1,)]


# --- a greeting, and what comes back ---------------------------------------------------------------------------------


async def test_a_greeting_names_whom_and_its_answer_reaches_who_wrote(any_school: School) -> None:
    school = any_school
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await school.home.press_data(trainer, "z:kec:73.16.01:0", says("kemajuan_orang"))
    await school.home.press(trainer, words("tombol_kemajuan_sapa", nama="Ratna"), says("sapa_kepada", nama="Ratna"))
    await school.home.ask(trainer, "Apa kabar, Bu?", says("sapa_kepada", nama="Ratna"))
    await school.home.press(trainer, "Kirim", says("sapa_dikirim", nama="Ratna"))
    heard = await school.home.telegram.wait_for(ratna, says("sapa_kabar", oleh="Daeng"))
    assert labels(heard)[0] == words("tombol_sapa_balas")
    answer = "maaf pak sy panen bawang minggu depan baru bisa"
    await school.home.ask(ratna, answer, says("sapa_balasan_dikirim", nama="Daeng"))
    heard = await school.home.telegram.wait_for(trainer, says("sapa_balasan", oleh="Ratna", isi=answer))
    await school.home.press(trainer, words("tombol_sapa_balas"), says("sapa_kepada", nama="Ratna"))
    await school.home.ask(trainer, "Baik, semoga panennya bagus.", says("sapa_balasan_dikirim", nama="Ratna"))
    await school.home.telegram.wait_for(ratna, says("sapa_balasan", oleh="Daeng"))
    assert await school.home.toast(ratna, "x:salam:1", 1) == words("tombol_lewat")


# --- what stands open ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["b", "jawabannya b ji pak", None])
async def test_a_question_is_answered_also_after_something_else_was_said(school: School, typed: str | None) -> None:
    ratna = await school.join()
    asked = await asked_of(school, ratna)
    await school.home.ask(ratna, "kuis", says("kuis_jawab_dulu"))
    await school.home.ask(ratna, "/tugas", lambda message: True)
    option = asked["poll"]["options"][1]["text"]
    await school.home.ask(ratna, typed or option.lower().replace("bacakan", "dibacakan"), says("kuis_jawaban"))
    ((chosen, shown),) = await school.rows("SELECT chosen, shown FROM quizzes WHERE answered_at IS NOT NULL")
    assert chosen == int(shown[1])


async def test_a_lesson_goes_on_by_many_words_also_after_something_else_was_said(school: School) -> None:
    ratna, most = await school.join(), len(curriculum().lessons[first().key].messages) + 1
    await school.home.ask(ratna, "/belajar", says("belajar"))
    await school.home.ask(ratna, "mulai", lambda message: "2 dari" in str(message.get("reply_markup")))
    await school.home.ask(ratna, "/tugas", lambda message: True)
    for at, said in enumerate(("lanjutkan mi", "ok", "lanjut pak")[: most - 1], 2):
        wanted = f"{at + 1} dari" if at < most else words("tombol_belajar_kuis")
        await school.home.ask(ratna, said, partial(_offers, wanted))
    await school.home.ask(ratna, "/tugas", lambda message: True)
    await school.home.ask(ratna, "teruskan", lambda message: "poll" in message)


# --- no more, for now ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "day"), [("dua minggu", "2 Februari"), ("seminggu", "26 Januari"), ("14 hari", "2 Februari")]
)
async def test_a_length_is_a_rest_also_when_something_else_was_said(school: School, said: str, day: str) -> None:
    ratna = await school.join()
    shown = await school.home.ask(
        ratna, "jangan kirim lagi pelajaran", says("belajar_jeda_dicatat", sampai="18 Februari 2027")
    )
    assert words("tombol_belajar_jeda_hari", hari=14) in labels(shown)
    await school.home.ask(ratna, "/tugas", lambda message: True)
    await school.home.ask(ratna, said, says("belajar_jeda_dicatat", sampai=f"{day} 2027"))


@pytest.mark.parametrize("writes", [True, False])
async def test_after_four_that_nobody_opened_lessons_rest_until_something_is_heard(
    any_school: School, writes: bool
) -> None:
    school = any_school
    ratna = await school.join()
    for came, day in enumerate((0, 2, 7, 9), 1):
        await school.at(EIGHT + day * DAY)
        await _sent(school, came)
    await school.at(EIGHT + 14 * DAY)
    await school.home.telegram.wait_for(ratna, says("pelajaran_diam"))
    await school.at(EIGHT + 16 * DAY)
    assert await _came(school, ratna, "pelajaran_datang") == 4
    assert await _came(school, ratna, "pelajaran_diam") == 1
    if writes:
        await school.home.ask(ratna, "terima kasih pak", lambda message: True)
        await school.home.ask(ratna, "mau belajar", says("belajar"))
    else:
        await school.home.press(ratna, words("tombol_belajar_sekarang"), says("pelajaran_judul", judul=first().title))
    brought = 4 if writes else 3  # of the one that was opened it is counted anew
    for came, day in ((1, 21), (2, 23)):
        await school.at(EIGHT + day * DAY)
        await _named(school, brought + came)
    assert await _came(school, ratna, "pelajaran_datang") == 6
    assert await _came(school, ratna, "pelajaran_diam") == 1


# --- voices, remarks, phrases ----------------------------------------------------------------------------------------


async def test_a_voice_straight_after_the_lesson_was_named_is_its_recording(any_school: School) -> None:
    school = any_school
    trainer = await school.home.join("Daeng", "pelatih", "73.16")
    await school.home.ask(trainer, f"/suara {first().key}", says("suara_satu"))
    await school.home.voice(trainer, recording(), words("form.rekaman.bahasa.tanya").partition("<")[0])
    await school.home.press(trainer, words("form.rekaman.bahasa.pilihan.duri"), says("suara_disimpan"))
    assert await school.rows("SELECT subject, tongue FROM recordings") == [(first().key, "duri")]


@pytest.mark.parametrize(
    "said", [f"pelajaran {first().key} salah ketik, lima harusnya sepuluh", "pelajarannya kepanjangan pak"]
)
async def test_what_is_wrong_with_a_lesson_is_kept_beside_it_for_the_trainer(any_school: School, said: str) -> None:
    school = any_school
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await school.home.press_data(ratna, f"x:baca:{first().key}:1", says("pelajaran_judul", judul=first().title))
    await school.home.ask(ratna, said, says("catatan_pelajaran", judul=first().title, ada=True))
    assert await school.rows("SELECT lesson, words FROM lesson_questions") == [(first().key, said)]
    await school.home.press_data(trainer, "x:antre:0", says("pelatih_daftar", jumlah=1))


async def test_a_certificate_is_found_by_its_word(school: School) -> None:
    ratna, officer = await school.join(), await school.home.join("Hasnah", "bappeda", "73.16")
    await school.home.ask(ratna, "mana sertifikat saya", says("sertifikat_syarat"))
    for said in ("sertifikat", "ada sertifikat yang menunggu tanda tangan?"):
        await school.home.ask(officer, said, says("sertifikat_daftar", jumlah=False))


async def test_an_answer_that_ends_in_a_full_stop_gets_no_second_one(school: School) -> None:
    ratna = await school.join()
    for lesson in (one for one in curriculum().lessons.values() if "fasilitator_desa" in one.roles):
        ending = [one for one in lesson.questions[0].answers if one.is_right and one.text.endswith(".")]
        if ending:
            asked = await school.read(ratna, lesson)
            wrong = next(one.text for one in lesson.questions[0].answers if not one.is_right)
            told = words_of(await school.answer(ratna, asked, wrong))
            assert ending[0].text in told
            assert ".." not in told
            return
