"""Tanya pelatih: a question under a lesson reaches the trainer, its answer comes back, a good one is published."""

from bot.simulator.chats import Person
from tests.journeys.villagers import recording
from tests.lessons.conftest import School
from tests.lessons.test_reading import first
from tests.support.client import labels
from tests.support.sentences import says, words

ASKED, ANSWERED = "Bagaimana kalau orangnya malah marah?", "Dengarkan dulu marahnya, baru bacakan."


async def asked_by(school: School, person: Person) -> None:
    await school.home.press_data(person, f"x:bertanya:{first().key}", "ditanyakan kepada pelatih")
    await school.home.ask(person, ASKED, says("pelatih_diteruskan"))


async def test_a_question_is_answered_by_the_trainer_and_published_without_names(any_school: School) -> None:
    school = any_school
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await asked_by(school, ratna)
    asked = await school.rows("SELECT due_at FROM notices WHERE kind = 'tanya_pelatih'")
    assert len(asked) == 1
    await school.home.telegram.wait_for(trainer, says("pelatih_ingat", jumlah="1"))
    button = words("tombol_pelatih_antre", jumlah=1)
    await school.home.press(trainer, button, says("pelatih_daftar", tanya=[{"dari": "Ratna", "isi": ASKED}]))
    await school.home.press(trainer, words("tombol_pelatih_jawab", ke=1), "jawaban Bapak/Ibu")
    await school.home.ask(trainer, ANSWERED, says("pelatih_dikirim", dari="Ratna", boleh=True))
    told = says("pelatih_dijawab", nama="Ratna", oleh="Daeng", tanya=ASKED, jawaban=ANSWERED, judul=first().title)
    answer = await school.home.telegram.wait_for(ratna, told)
    assert labels(answer) == [words("tombol_belajar_buka"), words("tombol_pelatih_lagi")]
    await school.home.press(trainer, words("tombol_pelatih_terbit"), says("pelatih_terbit"))
    shown = says("pelatih_tanya_jawab", isi=[{"tanya": ASKED, "jawab": ANSWERED}])
    await school.home.press_data(ratna, f"x:jawaban:{first().key}", shown)
    assert "Daeng" not in school.home.texts(ratna)[-1]


async def test_nobody_but_the_trainer_reads_or_answers_and_the_first_answer_stands(school: School) -> None:
    ratna, amir = await school.join(), await school.join("Amir")
    trainer, other = [await school.home.join(name, "pelatih", "73.16") for name in ("Daeng", "Nur")]
    await asked_by(school, ratna)
    question = (await school.rows("SELECT id FROM lesson_questions"))[0][0]
    for data in (f"x:balas:{question}", f"x:simak:{question}", f"x:terbit:{question}", "x:antre:0"):
        assert await school.home.toast(amir, data, 1) == words("tombol_lewat")
    for person in (trainer, other):
        await school.home.telegram.press_data(person, 1, f"x:balas:{question}")
        await school.home.hears(person, "jawaban Bapak/Ibu")
    await school.home.ask(trainer, ANSWERED, says("pelatih_dikirim"))
    await school.home.ask(other, "Lain lagi.", says("pelatih_sudah_dijawab"))
    assert await school.rows("SELECT answer FROM lesson_questions") == [(ANSWERED,)]
    assert await school.home.toast(other, f"x:terbit:{question}", 1) == words("tombol_lewat")


async def test_a_voice_is_played_and_not_published_and_three_may_wait(school: School) -> None:
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await school.home.press_data(ratna, f"x:bertanya:{first().key}", "ditanyakan kepada pelatih")
    await school.home.voice(ratna, recording(), says("pelatih_diteruskan"))
    question = (await school.rows("SELECT id FROM lesson_questions"))[0][0]
    await school.home.press_data(trainer, f"x:simak:{question}", lambda message: "voice" in message)
    for _ in range(2):
        await asked_by(school, ratna)
    await school.home.press_data(ratna, f"x:bertanya:{first().key}", says("pelatih_penuh", jumlah="3"))
    await school.home.press_data(trainer, f"x:balas:{question}", "jawaban Bapak/Ibu")
    await school.home.ask(trainer, ANSWERED, says("pelatih_dikirim", boleh=False))


async def test_what_is_not_for_the_trainer_is_no_question(any_school: School) -> None:
    ratna = await any_school.join()
    await any_school.home.press_data(ratna, f"x:bertanya:{first().key}", "ditanyakan kepada pelatih")
    typed = "bukan ke pelatih, saya mau undang fasilitator yang belum pernah pelatihan"
    await any_school.home.ask(ratna, typed, says("pelatih_bukan"))
    assert await any_school.rows("SELECT 1 FROM lesson_questions") == []
    assert await any_school.rows("SELECT 1 FROM conversations") == []
    await asked_by(any_school, ratna)


async def test_a_question_to_the_trainer_by_name_is_one(any_school: School) -> None:
    ratna, _ = await any_school.join(), await any_school.home.join("Lukman Daeng", "pelatih", "73.16")
    typed = "pak lukman, kalau orangnya marah waktu dibacakan bagaimana ya"
    await any_school.home.ask(ratna, typed, says("pelatih_diteruskan", ada=True))
    asked = "kalau orangnya marah waktu dibacakan bagaimana ya"
    assert await any_school.rows("SELECT lesson, words FROM lesson_questions") == [(first().key, asked)]


async def test_a_question_to_somebody_else_is_none(school: School) -> None:
    ratna, _ = await school.join(), await school.home.join("Lukman Daeng", "pelatih", "73.16")
    await school.home.ask(ratna, "pak tahir, kalau orangnya marah waktu dibacakan bagaimana ya", lambda message: True)
    assert await school.rows("SELECT 1 FROM lesson_questions") == []
