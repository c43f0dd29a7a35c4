"""What waits in the list of trainers is marked as done, by a button or in words, and leaves the list."""

import pytest

from bot.simulator.chats import Person
from tests.journeys.villagers import photo
from tests.lessons.conftest import School
from tests.lessons.test_reading import first
from tests.support.sentences import says, words

_LEFT = "SELECT count(*) FROM lesson_questions WHERE answered_at IS NULL"
_FAULT = "pelajaran L40 salah ketik di halaman dua"


async def _remarked(school: School, *texts: str) -> tuple[Person, Person]:
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    for text in texts:
        await school.home.ask(ratna, text, says("catatan_pelajaran", ada=True))
    await school.home.press_data(trainer, "x:antre:0", says("pelatih_daftar", jumlah=str(len(texts))))
    return ratna, trainer


async def test_by_the_button_and_whoever_wrote_it_is_told(any_school: School) -> None:
    school = any_school
    ratna, trainer = await _remarked(school, _FAULT)
    await school.home.press(trainer, words("tombol_pelatih_tuntas", ke=1), says("pelatih_tuntas", dari="Ratna"))
    told = says("pelatih_dituntaskan", nama="Ratna", oleh="Daeng", tanya=_FAULT)
    await school.home.telegram.wait_for(ratna, told)
    assert await school.rows(_LEFT) == [(0,)]
    await school.home.press_data(trainer, "x:antre:0", says("pelatih_daftar", jumlah=""))
    ((question,),) = await school.rows("SELECT id FROM lesson_questions")
    await school.home.press_data(trainer, f"x:balas:{question}", says("pelatih_sudah_dijawab"))


@pytest.mark.parametrize(
    "typed", ["sudah selesai itu", "tandai selesai", "itu sudah saya perbaiki", "nomor 1 sudah beres", "selesai 1"]
)
async def test_in_words_below_the_list(school: School, typed: str) -> None:
    _, trainer = await _remarked(school, _FAULT)
    await school.home.ask(trainer, typed, says("pelatih_tuntas", dari="Ratna"))
    assert await school.rows(_LEFT) == [(0,)]


async def test_in_words_after_the_picture_was_looked_at(school: School) -> None:
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await school.home.press_data(ratna, f"x:bertanya:{first().key}", "ditanyakan kepada pelatih")
    await school.home.photo(ratna, photo(), says("pelatih_diteruskan"), caption="begini?")
    await school.home.press_data(trainer, "x:antre:0", says("pelatih_daftar", jumlah="1"))
    await school.home.press(trainer, words("tombol_cerita_lihat", ke=1), lambda message: "photo" in message)
    await school.home.ask(trainer, "tandai selesai", says("pelatih_tuntas", dari="Ratna"))
    assert await school.rows(_LEFT) == [(0,)]


async def test_of_several_it_is_asked_which(school: School) -> None:
    _, trainer = await _remarked(school, _FAULT, "pelajaran L44 kepanjangan sekali")
    await school.home.ask(trainer, "sudah selesai itu", says("pelatih_tuntas_mana"))
    assert await school.rows(_LEFT) == [(2,)]
    await school.home.ask(trainer, "yang kedua sudah selesai", says("pelatih_tuntas", dari="Ratna"))
    assert await school.rows("SELECT lesson FROM lesson_questions WHERE answered_at IS NULL") == [(first().key,)]


async def test_in_the_place_of_an_answer_nothing_of_it_is_sent(school: School) -> None:
    ratna, trainer = await _remarked(school, _FAULT)
    await school.home.press(trainer, words("tombol_pelatih_jawab", ke=1), "jawaban Bapak/Ibu")
    await school.home.ask(trainer, "sudah selesai itu", says("pelatih_tuntas", dari="Ratna"))
    assert await school.rows("SELECT answer FROM lesson_questions") == [(None,)]
    assert await school.rows("SELECT 1 FROM conversations") == []
    assert not [text for text in school.home.texts(ratna) if "sudah selesai itu" in text]


async def test_a_number_in_front_answers_the_question_of_that_number(any_school: School) -> None:
    school = any_school
    ratna, trainer = await _remarked(school, _FAULT, "pelajaran L44 kepanjangan sekali")
    await school.home.ask(trainer, "2. terima kasih, kami pendekkan", says("pelatih_dikirim", dari="Ratna"))
    await school.home.telegram.wait_for(ratna, says("pelatih_dijawab", jawaban="terima kasih, kami pendekkan"))
    assert await school.rows("SELECT lesson FROM lesson_questions WHERE answer IS NOT NULL") == [("L44",)]


async def test_jawab_and_a_number_begins_the_answer_also_after_something_else(school: School) -> None:
    _, trainer = await _remarked(school, _FAULT)
    await school.home.ask(trainer, "jadwal", lambda message: True)
    await school.home.ask(trainer, "jawab 1", "jawaban Bapak/Ibu")
    await school.home.ask(trainer, "terima kasih, kami perbaiki", says("pelatih_dikirim", dari="Ratna"))
    assert await school.rows("SELECT answer FROM lesson_questions") == [("terima kasih, kami perbaiki",)]


async def test_the_place_told_after_the_thanks_is_a_remark_too(school: School) -> None:
    ratna = await school.join()
    await school.home.press_data(ratna, f"x:baca:{first().key}:1", says("pelajaran_judul", judul=first().title))
    await school.home.ask(ratna, "ini salah ketik pak", says("catatan_pelajaran"))
    where = "di halaman tiga, lima detik harusnya sepuluh detik"
    await school.home.ask(ratna, where, says("catatan_pelajaran"))
    assert (first().key, where) in await school.rows("SELECT lesson, words FROM lesson_questions")
