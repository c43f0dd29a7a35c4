"""What is said under a lesson, and under the question just asked, in place of a tap."""

import pytest

from tests.lessons.conftest import School
from tests.lessons.test_quiz import asked_of
from tests.support.sentences import says, words


async def test_a_lesson_is_read_by_words_alone(school: School) -> None:
    ratna = await school.join()
    home = school.home
    await home.ask(ratna, "/belajar", says("belajar"))
    await home.ask(ratna, "mulai", lambda message: "2 dari" in str(message.get("reply_markup")))
    await home.ask(ratna, "lanjut", lambda message: "3 dari" in str(message.get("reply_markup")))
    await home.ask(ratna, "berikut", lambda message: True)


@pytest.mark.parametrize("typed", ["lanjut", "lanjut mi"])
async def test_news_that_comes_below_a_lesson_does_not_hide_it(school: School, typed: str) -> None:
    ratna = await school.join()
    await school.home.ask(ratna, "/belajar", says("belajar"))
    await school.home.ask(ratna, "mulai", lambda message: "2 dari" in str(message.get("reply_markup")))
    await school.home.town.tell_news(ratna)
    await school.home.ask(ratna, typed, lambda message: "3 dari" in str(message.get("reply_markup")))


@pytest.mark.parametrize(
    ("typed", "place"), [("b", 1), ("yang b", 1), ("jawabannya a pak", 0), ("2", 1), ("yang kedua kayaknya", 1)]
)
async def test_a_letter_answers_the_question_just_asked(school: School, typed: str, place: int) -> None:
    ratna = await school.join()
    await asked_of(school, ratna)
    await school.home.ask(ratna, typed, says("kuis_jawaban"))
    ((chosen, shown),) = await school.rows("SELECT chosen, shown FROM quizzes WHERE answered_at IS NOT NULL")
    assert chosen == int(shown[place])


async def test_who_goes_on_without_an_answer_is_told_how_to_give_one(school: School) -> None:
    ratna = await school.join()
    await asked_of(school, ratna)
    await school.home.ask(ratna, "lanjut", words("kuis_jawab_dulu")[:20])
    assert await school.rows("SELECT 1 FROM quizzes WHERE answered_at IS NOT NULL") == []


async def test_later_is_later(school: School) -> None:
    ratna = await school.join()
    await school.home.ask(ratna, "/belajar", says("belajar"))
    await school.home.ask(ratna, "nanti saja", says("belajar_nanti"))


async def test_a_letter_is_no_answer_once_the_question_has_its_own(school: School) -> None:
    ratna = await school.join()
    await asked_of(school, ratna)
    await school.home.ask(ratna, "b", says("kuis_jawaban"))
    await school.home.ask(ratna, "/tugas", lambda message: True)
    await school.home.ask(ratna, "a", lambda message: True)
    assert await school.rows("SELECT count(*) FROM quizzes WHERE answered_at IS NOT NULL") == [(1,)]
